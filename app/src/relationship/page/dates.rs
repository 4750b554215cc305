//! The dates on which a partner's rights end, for changing them.

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    access::{self, Action},
    relationship::end_days,
};

use crate::{
    context::{use_lang, use_now},
    data,
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    refusal::RefusedBy,
    relationship::{
        api::{self, SetEndDates},
        model::{DatesPage, EndDates, WHOLE},
        words::{dates as words, for_customer, page as grants, term},
    },
    route,
    shell::load::loaded,
    ui::{ButtonLink, EmptyState, Field, PageHeader, Section},
};

/// The page at `/grants/{id}/dates`.
#[component]
pub fn EndDatesPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let action = Posting::<SetEndDates>::new();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        api::end_dates,
    );
    loaded(data, move |page| view(lang, now, &page, action).into_any())
}

fn view(
    lang: Lang,
    now: Timestamp,
    page: &DatesPage,
    action: Posting<SetEndDates>,
) -> impl IntoView + use<> {
    let title = words::title(lang, &page.partner.name);
    let trail = vec![(route::GRANTS.to_owned(), grants::title(lang).to_owned())];
    let may = access::authorize_own(&page.organization, &page.actor, Action::SetEndDate);
    let shown = match may {
        // Nothing is left that could end.
        _ if !page.relationship.is_active() => {
            view! { <EmptyState title=words::over(lang) why=words::over_why(lang)/> }.into_any()
        }
        Ok(_) => form(lang, now, page, action),
        Err(refusal) => view! {
            <div class="actions"><RefusedBy label=words::save(lang) refusal=refusal/></div>
        }
        .into_any(),
    };
    view! {
        <PageHeader trail=trail title=title lead=words::lead(lang)/>
        <Section title=words::ends(lang)>{shown}</Section>
    }
}

fn form(lang: Lang, now: Timestamp, page: &DatesPage, action: Posting<SetEndDates>) -> AnyView {
    let relationship = &page.relationship;
    let (dates, id) = (EndDates::of(relationship), relationship.id.to_string());
    let (first, last) = end_days(None, now);
    let (first, last) = (first.to_string(), last.to_string());
    let written =
        |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let whole = written(dates.whole);
    let rights: Vec<_> = relationship
        .grants
        .set()
        .iter()
        .map(|grant| (grant, written(dates.of_right(grant))))
        .collect();
    let mark = page.mark.clone();
    view! {
        <Form action=action form="dates">
            <input type="hidden" name="relationship" value=id/>
            <FilledWith mark=mark/>
            <Field
                name=WHOLE
                kind="date"
                label=words::whole(lang)
                hint=words::whole_hint(lang)
                value=whole
                width="medium"
                min=first.clone()
                max=last.clone()
                optional=true
            />
            {rights
                .into_iter()
                .map(|(grant, day)| {
                    let label = format!("{} ({})", term(lang, grant), words::ends(lang));
                    view! {
                        <Field
                            name=grant.code()
                            kind="date"
                            label=label
                            hint=for_customer(lang, grant)
                            value=day
                            width="medium"
                            min=first.clone()
                            max=last.clone()
                            optional=true
                        />
                    }
                })
                .collect_view()}
            <p>{words::day_hint(lang)}</p>
            <div class="actions">
                <Submit>{words::save(lang)}</Submit>
                <ButtonLink href=route::GRANTS>{words::keep(lang)}</ButtonLink>
            </div>
        </Form>
    }
    .into_any()
}
