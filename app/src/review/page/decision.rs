//! A decision before it is made, with the mails that it sends.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use tierline_core::enrollment::Verdict;

use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, FilledWith, Form, Posting, Submit},
    i18n::Lang,
    refusal::RefusedBy,
    review::{
        api::{DecideCase, decision},
        model::{DecisionPage, MailPreview},
        told, words,
    },
    route,
    shell::load::loaded,
    ui::{ButtonLink, PageHeader, Pair, Pairs, Section},
};

/// What is decided, as the address has it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    id: String,
    check: String,
    reason: String,
    note: String,
}

/// The page at `/cases/{id}/decision`.
#[component]
pub fn DecisionStepPage() -> impl IntoView {
    let lang = use_lang();
    let (params, query) = (use_params_map(), use_query_map());
    provide_context(FieldLabels(words::field));
    let action = Posting::<DecideCase>::new();
    let asked = Memo::new(move |_| {
        let of = |name: &str| query.with(|query| query.get(name).unwrap_or_default());
        Asked {
            id: params.with(|params| params.get("id").unwrap_or_default()),
            check: of("check"),
            reason: of("reason"),
            note: of("note"),
        }
    });
    let data = data::load(
        move || asked.get(),
        |it: Asked| decision(it.id, it.check, it.reason, it.note),
    );
    loaded(data, move |page| {
        view(lang, page, asked.get_untracked(), action).into_any()
    })
}

fn view(
    lang: Lang,
    page: DecisionPage,
    asked: Asked,
    action: Posting<DecideCase>,
) -> impl IntoView {
    let case = route::case(page.enrollment);
    let trail = vec![
        (route::CASES.to_owned(), words::cases(lang).to_owned()),
        (case.clone(), page.name.clone()),
    ];
    let label = if page.waits {
        words::ask_second(lang)
    } else {
        words::decide_and_send(lang)
    };
    let notes = page.verdicts.iter().filter_map(|it| match &it.verdict {
        Verdict::Fail { note, .. } => note.as_ref().map(ToString::to_string),
        Verdict::Pass => None,
    });
    let notes = notes.map(|note| view! { <p class="quote">{note}</p> });
    let notes = notes.collect_view();
    let back = view! { <ButtonLink href=case>{words::back_to_case(lang)}</ButtonLink> };
    let id = page.enrollment.to_string();
    let (mark, decided) = (page.mark, told::verdicts(lang, &page.verdicts));
    let form = match page.may {
        Ok(()) => view! {
            <Form action=action form="decision">
                <input type="hidden" name="enrollment" value=id/>
                <input type="hidden" name="check" value=asked.check/>
                <input type="hidden" name="reason" value=asked.reason/>
                <input type="hidden" name="note" value=asked.note/>
                <FilledWith mark=mark/>
                <div class="actions">
                    <Submit>{label}</Submit>
                    {back}
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => view! {
            <div class="actions">
                <RefusedBy label=label refusal=refusal look="primary" id="why-decision"/>
                {back}
            </div>
        }
        .into_any(),
    };
    view! {
        <PageHeader trail=trail title=words::decision_about(lang, &page.name)/>
        <Section title=words::what_is_decided(lang)>
            <p>{decided}</p>
            {notes}
        </Section>
        <Section title=words::mails(lang)>{mails(lang, page.mails, page.waits)}</Section>
        {form}
    }
}

fn mails(lang: Lang, mails: Vec<MailPreview>, waits: bool) -> AnyView {
    let later = waits.then(|| view! { <p>{words::mails_later(lang)}</p> });
    if mails.is_empty() && !waits {
        return view! { <p class="muted">{words::no_mails(lang)}</p> }.into_any();
    }
    let shown = mails.into_iter().map(|mail| {
        view! {
            <div class="stack">
                <Pairs>
                    <Pair label=words::to(lang)>{mail.to}</Pair>
                    <Pair label=words::subject(lang)>{mail.subject}</Pair>
                </Pairs>
                <pre class="mail-text card">{mail.text}</pre>
            </div>
        }
    });
    view! { {later} {shown.collect_view()} }.into_any()
}
