//! A new version, for the operator: its texts with a preview, its days, and what follows from publishing it.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_query_map;
use tierline_core::{agreement::AgreementKind, market::Language};

use super::{
    effect::{effect, typed},
    shown,
};
use crate::{
    agreement::{
        api::{PublishAgreement, agreements},
        model::{AgreementsPage, LONGEST_TEXT},
        told, words,
    },
    context::use_lang,
    data,
    form::{FieldLabels, Submit, UploadForm},
    i18n::Lang,
    route,
    shell::load::loaded,
    ui::{
        ButtonLink, Checkbox, Choice, Disclosure, Field, FileField, PageHeader, Section, Select,
        TextArea,
    },
};

/// The files that a browser offers first.
const ACCEPT: &str = "text/plain,text/markdown,.txt,.md";

/// The page.
#[component]
pub fn NewAgreementPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let kind = use_query_map().with_untracked(|query| query.get("kind").unwrap_or_default());
    let data = data::load(|| (), |()| agreements());
    loaded(data, move |page| view(lang, &page, kind.clone()).into_any())
}

fn view(lang: Lang, page: &AgreementsPage, kind: String) -> impl IntoView + use<> {
    let kinds = AgreementKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.code(), told::kind(lang, kind)))
        .collect::<Vec<_>>();
    let trail = vec![(
        route::AGREEMENTS.to_owned(),
        words::agreements(lang).to_owned(),
    )];
    let concerned = page.concerned.clone();
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::new_version(lang) lead=words::new_version_lead(lang)/>
            <UploadForm path=PublishAgreement::PATH form="publish">
                <New kinds=kinds kind=kind concerned=concerned/>
            </UploadForm>
        </div>
    }
}

/// The fields of the form, and what follows from them.
#[component]
fn New(
    /// The agreements to choose from.
    kinds: Vec<Choice>,
    /// The one that is chosen first.
    kind: String,
    /// How many partners each concerns.
    concerned: Vec<(AgreementKind, u64)>,
) -> impl IntoView {
    let lang = use_lang();
    let chosen = typed("kind", kind.clone());
    let by = typed("must_be_signed_by", String::new());
    // The first kind is chosen as long as nobody has chosen another.
    let partners = move || {
        let chosen = chosen.get();
        let mut known = concerned.iter();
        let found = known.find(|(kind, _)| kind.code() == chosen);
        found.or(concerned.first()).map_or(0, |(_, count)| *count)
    };
    view! {
        <div class="stack" on:input=move |event| chosen.set(event_target_value(&event))>
            <Select name="kind" label=words::agreement(lang) options=kinds value=kind width="medium"/>
        </div>
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
        <div class="stack" on:input=move |event| by.set(event_target_value(&event))>
            <Field
                name="must_be_signed_by"
                kind="date"
                label=words::must_be_signed_by(lang)
                hint=words::must_be_signed_by_hint(lang)
                width="medium"
                optional=true
            />
        </div>
        <Section title=words::what_follows(lang)>
            {effect(lang, partners, by)}
            <ul>
                <li>{words::follows_mail(lang)}</li>
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
    }
}

/// A text in one language, with a preview: as one types with scripts, and without them once the form came back.
#[component]
fn Written(name: &'static str, language: Language) -> impl IntoView {
    let lang = use_lang();
    let of = shown::lang_of(language);
    let text = typed(name, String::new());
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
        <FileField
            name=format!("{name}_file")
            label=words::file_in(lang, of.own_name())
            hint=words::file_hint(lang)
            accept=ACCEPT
            optional=true
        />
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
