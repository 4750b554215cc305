//! A version's page, for the operator: its text, who has not signed it, and the day by which it must be signed.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    effect::{effect, typed},
    list::badge,
    shown::{languages, text},
};
use crate::{
    agreement::{
        api::{MoveDeadline, published_version},
        model::{VersionPage, VersionRow},
        told, words,
    },
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, iso_day, number},
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{Checkbox, Count, Deadline, Dialog, Fact, FactStrip, Field, PageHeader, Section},
};

/// The page at `/agreements/{id}`.
#[component]
pub fn VersionDetailPage() -> impl IntoView {
    let lang = use_lang();
    let (params, query) = (use_params_map(), use_query_map());
    provide_context(FieldLabels(words::field));
    let action = Posting::<MoveDeadline>::new();
    let done = changes(action);
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            let language = query.with(|query| query.get("language").unwrap_or_default());
            (id, language, done.get())
        },
        |(id, language, _)| published_version(id, language),
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: VersionPage, action: Posting<MoveDeadline>) -> impl IntoView {
    let row = page.row.clone();
    let kind = told::kind(lang, row.kind);
    let title = words::version_of(lang, kind, &row.version);
    let trail = vec![(
        route::AGREEMENTS.to_owned(),
        words::agreements(lang).to_owned(),
    )];
    let state = row.state;
    let by = match row.must_be_signed_by {
        Some(at) => view! { <Deadline at=at day=true bare=true/> }.into_any(),
        None => view! { <span class="muted">{words::never(lang)}</span> }.into_any(),
    };
    let path = route::agreement_version(row.id);
    let label = words::text_of(lang, kind, &row.version);
    let (choice, body) = (
        languages(lang, &path, &page.text),
        text(&page.text.words, page.text.language, label),
    );
    let form = deadline_form(lang, &page, action);
    let unsigned = unsigned(lang, &page);
    view! {
        <PageHeader trail=trail title=title badge=move || badge(lang, state)/>
        <FactStrip>
            <Fact label=words::effective(lang)><Moment at=row.effective day=true/></Fact>
            <Fact label=words::must_be_signed_by(lang)>{by}</Fact>
            <Fact label=words::signed(lang)><Count n=row.signed/></Fact>
            <Fact label=words::not_signed(lang)><Count n=row.unsigned/></Fact>
        </FactStrip>
        <Section title=words::the_text(lang)>
            {choice}
            {body}
        </Section>
        <Section title=words::not_signed(lang)>{unsigned}</Section>
        <Section title=words::deadline(lang) lead=words::deadline_lead(lang)>{form}</Section>
        <Section title=words::history(lang)>
            <PagedTimeline history=page.timeline/>
        </Section>
    }
}

fn unsigned(lang: Lang, page: &VersionPage) -> AnyView {
    if page.unsigned.is_empty() {
        return view! { <p class="muted">{words::all_signed(lang)}</p> }.into_any();
    }
    let names = page
        .unsigned
        .iter()
        .map(|row| view! { <li>{row.party.name.to_string()}</li> })
        .collect_view();
    let all = words::show_all_unsigned(lang, number(page.row.unsigned));
    view! {
        <ul class="names">{names}</ul>
        <p><a href=route::unsigned(page.row.id)>{all}</a></p>
    }
    .into_any()
}

/// The day, with its effect, and the confirmation that both were read.
#[component]
fn NewDeadline(
    /// How many partners have not signed.
    unsigned: u64,
    /// The day as it is.
    before: String,
    /// The day from which on the version applies.
    effective: String,
) -> impl IntoView {
    let lang = use_lang();
    let by = typed("must_be_signed_by", before.clone());
    view! {
        <div class="stack" on:input=move |event| by.set(event_target_value(&event))>
            <Field
                name="must_be_signed_by"
                kind="date"
                label=words::must_be_signed_by(lang)
                hint=words::must_be_signed_by_hint(lang)
                value=before
                min=effective
                width="medium"
                optional=true
            />
        </div>
        {effect(lang, move || unsigned, by)}
        <p>{words::deadline_lead(lang)}</p>
        <p>{words::deadline_is_told(lang)}</p>
        <Checkbox name="confirmed" label=words::move_confirmed(lang)/>
    }
}

/// The name of the form.
const DEADLINE: &str = "deadline";

fn deadline_form(lang: Lang, page: &VersionPage, action: Posting<MoveDeadline>) -> AnyView {
    let VersionRow {
        id,
        effective,
        must_be_signed_by,
        ..
    } = page.row.clone();
    match page.may_change.clone() {
        Ok(()) => {
            let (unsigned, before) = (page.row.unsigned, must_be_signed_by.map(iso_day));
            view! {
                <Dialog
                    id="deadline"
                    opener=words::move_deadline(lang)
                    look="quiet"
                    title=words::move_question(lang)
                    form=DEADLINE
                >
                    <Form action=action form=DEADLINE>
                        <input type="hidden" name="agreement" value=id.to_string()/>
                        <NewDeadline unsigned=unsigned before=before.unwrap_or_default() effective=iso_day(effective)/>
                        <Submit look="quiet">{words::move_deadline(lang)}</Submit>
                    </Form>
                </Dialog>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::move_deadline(lang) refusal=refusal/> }.into_any()
        }
    }
}
