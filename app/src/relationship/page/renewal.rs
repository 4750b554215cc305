//! A partner's request to renew what ends: renew by a click, choose another day, or decline.

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    access::{self, Action},
    relationship::{Renewal, RenewalState, end_days, last_day},
};

use crate::{
    context::{use_lang, use_now},
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    refusal::RefusedBy,
    relationship::{
        api::{self, DeclineRenewal, RenewRights},
        model::DatesPage,
        words::{dates as words, page as grants, term},
    },
    route,
    shell::load::loaded,
    ui::{Dialog, EmptyState, Field, PageHeader, Section, TextArea},
};

/// The forms of the page.
#[derive(Clone, Copy)]
struct Actions {
    renew: Posting<RenewRights>,
    decline: Posting<DeclineRenewal>,
}

/// The page at `/grants/{id}/renew`.
#[component]
pub fn RenewalPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let actions = Actions {
        renew: Posting::new(),
        decline: Posting::new(),
    };
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        api::end_dates,
    );
    loaded(data, move |page| view(lang, now, &page, actions).into_any())
}

fn view(lang: Lang, now: Timestamp, page: &DatesPage, actions: Actions) -> impl IntoView + use<> {
    let name = page.partner.name.to_string();
    let trail = vec![(route::GRANTS.to_owned(), grants::title(lang).to_owned())];
    let waits = page.relationship.renewal_state(now) == Some(RenewalState::Waiting);
    let asked = page.relationship.renewal.as_ref().filter(|_| waits);
    let shown = match asked {
        Some(asked) => request(lang, now, page, asked, actions).into_any(),
        None => view! { <EmptyState title=words::nothing(lang) why=words::nothing_why(lang)/> }
            .into_any(),
    };
    let title = words::asks_title(lang, &name);
    view! {
        <PageHeader trail=trail title=title/>
        {shown}
    }
}

fn request(
    lang: Lang,
    now: Timestamp,
    page: &DatesPage,
    asked: &Renewal,
    actions: Actions,
) -> impl IntoView + use<> {
    let relationship = &page.relationship;
    let text = asked.text.to_string();
    let asks = words::asks(lang, &page.partner.name);
    let rights = relationship.grants.set().iter().filter_map(|grant| {
        let ends = relationship.right_ends(grant)?;
        let last = last_day(ends).and_time(chrono::NaiveTime::MIN).and_utc();
        Some(view! {
            <li>{term(lang, grant)} " · " {words::ends(lang)} " " <Moment at=last day=true/></li>
        })
    });
    let rights = rights.collect_view();
    let may = access::authorize_own(&page.organization, &page.actor, Action::SetEndDate);
    let answer = match may {
        Ok(_) => answer(lang, now, page, asked, actions),
        Err(refusal) => view! {
            <div class="actions"><RefusedBy label=words::renew(lang) refusal=refusal/></div>
        }
        .into_any(),
    };
    view! {
        <Section title=words::message(lang)>
            <p>{asks}</p>
            <p class="as-typed">{text}</p>
        </Section>
        <Section title=words::what_ends(lang)><ul>{rights}</ul></Section>
        <Section title=words::answer(lang)>{answer}</Section>
    }
}

fn answer(
    lang: Lang,
    now: Timestamp,
    page: &DatesPage,
    asked: &Renewal,
    actions: Actions,
) -> AnyView {
    let id = page.relationship.id.to_string();
    let to_decline = id.clone();
    let (first, last) = end_days(Some(asked.ends), now);
    let proposed = last_day(asked.until).to_string();
    view! {
        <Form action=actions.renew form="renew">
            <input type="hidden" name="relationship" value=id/>
            <Field
                name="day"
                kind="date"
                label=words::proposed(lang)
                hint=words::proposed_hint(lang)
                value=proposed
                width="medium"
                min=first.to_string()
                max=last.to_string()
            />
            <div class="actions"><Submit>{words::renew(lang)}</Submit></div>
        </Form>
        <Dialog
            id="decline"
            opener=words::decline(lang)
            look="quiet"
            title=words::decline_title(lang)
            form="decline"
        >
            <p>{words::decline_what(lang)}</p>
            <Form action=actions.decline form="decline">
                <input type="hidden" name="relationship" value=to_decline/>
                <TextArea
                    name="reason"
                    label=words::reason(lang)
                    rows=3
                    maxlength=500u32
                    optional=true
                />
                <Submit look="danger">{words::decline(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
