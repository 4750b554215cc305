//! A new version, for the operator: its texts with a preview, its days, and what follows from publishing it.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use tierline_core::{agreement::AgreementKind, market::Language};

use super::shown;
use crate::{
    agreement::{
        api::{PublishAgreement, agreements},
        model::{AgreementsPage, LONGEST_TEXT},
        told, words,
    },
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, use_form},
    i18n::{Lang, number},
    route,
    shell::load::loaded,
    ui::{ButtonLink, Checkbox, Choice, Disclosure, Field, PageHeader, Section, Select, TextArea},
};

/// The page.
#[component]
pub fn NewAgreementPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<PublishAgreement>::new();
    let kind = use_query_map().with_untracked(|query| query.get("kind").unwrap_or_default());
    let data = data::load(|| (), |()| agreements());
    loaded(data, move |page| {
        view(lang, &page, kind.clone(), action).into_any()
    })
}

fn view(
    lang: Lang,
    page: &AgreementsPage,
    kind: String,
    action: Posting<PublishAgreement>,
) -> impl IntoView + use<> {
    let kinds = AgreementKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.code(), told::kind(lang, kind)))
        .collect::<Vec<_>>();
    let trail = vec![(
        route::AGREEMENTS.to_owned(),
        words::agreements(lang).to_owned(),
    )];
    let concerned = page
        .concerned
        .iter()
        .map(|(kind, count)| {
            let count = number(i64::try_from(*count).unwrap_or(i64::MAX));
            view! { <li>{words::will_be_asked(lang, told::kind(lang, *kind), count)}</li> }
        })
        .collect_view();
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::new_version(lang) lead=words::new_version_lead(lang)/>
            <Form action=action form="publish">
                <Select name="kind" label=words::agreement(lang) options=kinds value=kind width="medium"/>
                <Field
                    name="version"
                    label=words::version(lang)
                    hint=words::version_hint(lang)
                    maxlength=40u32
                    width="short"
                />
                <Written name="english" language=Language::English/>
                <Written name="traditional" language=Language::TraditionalChinese/>
                <Written name="simplified" language=Language::SimplifiedChinese/>
                <Field
                    name="effective"
                    kind="date"
                    label=words::effective(lang)
                    hint=words::effective_hint(lang)
                    width="medium"
                    optional=true
                />
                <Field
                    name="must_be_signed_by"
                    kind="date"
                    label=words::must_be_signed_by(lang)
                    hint=words::must_be_signed_by_hint(lang)
                    width="medium"
                    optional=true
                />
                <Section title=words::what_follows(lang)>
                    <ul>
                        {concerned}
                        <li>{words::follows_text(lang)}</li>
                        <li>{words::follows_date(lang)}</li>
                        <li>{words::follows_replaced(lang)}</li>
                    </ul>
                </Section>
                <Checkbox name="confirmed" label=words::confirmed(lang) hint=words::confirmed_hint(lang)/>
                <div class="actions">
                    <Submit>{words::publish(lang)}</Submit>
                    <ButtonLink href=route::AGREEMENTS look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}

/// A text in one language, with a preview: as one types with scripts, and without them once the form came back.
#[component]
fn Written(name: &'static str, language: Language) -> impl IntoView {
    let lang = use_lang();
    let of = shown::lang_of(language);
    let typed = use_form().and_then(|form| form.value(name));
    let text = RwSignal::new(typed.unwrap_or_default());
    let label = words::text_in(lang, of.own_name());
    let preview = words::preview_of(lang, of.own_name());
    let is_optional = language != Language::English;
    let said = preview.clone();
    view! {
        // What is typed comes up from the field inside.
        <div class="stack" on:input=move |event| text.set(event_target_value(&event))>
            <TextArea
                name=name
                label=label
                hint=words::text_hint(lang)
                rows=10u32
                maxlength=LONGEST_TEXT
                optional=is_optional
            />
        </div>
        {move || {
            let words = text.get();
            let said = said.clone();
            (!words.trim().is_empty())
                .then(|| {
                    view! {
                        <Disclosure summary=preview.clone()>
                            {shown::text(&words, language, said)}
                        </Disclosure>
                    }
                })
        }}
    }
}
