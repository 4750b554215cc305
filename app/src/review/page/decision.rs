//! A decision before it is made, with the mails that it sends.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use tierline_core::enrollment::Verdict;

use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, FilledWith, Form, Posting, Submit, mark::Mark, typed},
    i18n::Lang,
    refusal::RefusedBy,
    review::{
        api::{DecideCase, decision},
        model::{DecisionPage, MailPreview},
        told, words,
    },
    route,
    shell::load::loaded,
    ui::{ButtonLink, PageHeader, Pair, Pairs, Section, TextArea},
};

/// What is decided: as the address has it, but for the note, which is typed here.
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
            note: String::new(),
        }
    });
    let note = RwSignal::new(typed("note").unwrap_or_default());
    let data = data::load(
        move || {
            // The mail is written anew once the form has come back, and not at every letter.
            action.version().track();
            let note = note.get_untracked();
            Asked {
                note,
                ..asked.get()
            }
        },
        |it: Asked| decision(it.id, it.check, it.reason, it.note),
    );
    let first = StoredValue::new(None::<(Asked, Mark)>);
    loaded(data, move |mut page: DecisionPage| {
        let asked = asked.get_untracked();
        // What has changed since the page was opened is still told when only its mail was written anew.
        match first.get_value().filter(|(of, _)| *of == asked) {
            Some((_, mark)) => page.mark = mark,
            None => first.set_value(Some((asked.clone(), page.mark.clone()))),
        }
        let note_now = note.get_untracked();
        let asked = Asked {
            note: note_now,
            ..asked
        };
        view(lang, page, asked, note, action).into_any()
    })
}

/// The note for the applicant.
fn note_field(lang: Lang, asked: String, note: RwSignal<String>) -> impl IntoView {
    view! {
        // What is typed comes up from the field inside.
        <div class="stack" on:input=move |event| note.set(event_target_value(&event))>
            <TextArea
                name="note"
                label=words::more(lang)
                hint=words::more_hint(lang)
                value=asked
                rows=3
                maxlength=500u32
                optional=true
            />
        </div>
    }
}

fn view(
    lang: Lang,
    page: DecisionPage,
    asked: Asked,
    note: RwSignal<String>,
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
    // The note as it stands in the mails below, whatever has been typed meanwhile.
    let in_mail = page.verdicts.iter().find_map(|it| match &it.verdict {
        Verdict::Fail { note, .. } => Some(note.as_ref().map(ToString::to_string)),
        Verdict::Pass => None,
    });
    let fails = in_mail.is_some();
    let shown = in_mail.flatten().unwrap_or_default();
    let back = view! { <ButtonLink href=case>{words::back_to_case(lang)}</ButtonLink> };
    let id = page.enrollment.to_string();
    let (mark, decided) = (page.mark, told::verdicts(lang, &page.verdicts));
    let mails = mails(lang, page.mails, page.waits);
    let form = match page.may {
        Ok(()) => view! {
            <Form action=action form="decision">
                <input type="hidden" name="enrollment" value=id/>
                <input type="hidden" name="check" value=asked.check/>
                <input type="hidden" name="reason" value=asked.reason/>
                <FilledWith mark=mark/>
                {fails.then(|| note_field(lang, asked.note, note))}
                <input type="hidden" name="shown" value=shown/>
                <Section title=words::mails(lang)>{mails}</Section>
                <div class="actions">
                    <Submit name="then" value="decide">{label}</Submit>
                    {fails.then(|| view! {
                        <Submit look="quiet" name="then" value="show">{words::show_mail(lang)}</Submit>
                    })}
                    {back}
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => view! {
            <Section title=words::mails(lang)>{mails}</Section>
            <div class="actions">
                <RefusedBy label=label refusal=refusal look="primary" id="why-decision"/>
                {back}
            </div>
        }
        .into_any(),
    };
    view! {
        <PageHeader trail=trail title=words::decision_about(lang, &page.name)/>
        <div class="narrow">
            <Section title=words::what_is_decided(lang)>
                <p>{decided}</p>
            </Section>
            {form}
        </div>
    }
}

fn mails(lang: Lang, mails: Vec<MailPreview>, waits: bool) -> AnyView {
    let later = waits.then(|| view! { <p>{words::mails_later(lang)}</p> });
    if mails.is_empty() && !waits {
        return view! { <p class="muted">{words::no_mails(lang)}</p> }.into_any();
    }
    view! { {later} {previews(lang, mails)} }.into_any()
}

/// Mails as they will be sent.
pub fn previews(lang: Lang, mails: Vec<MailPreview>) -> AnyView {
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
    shown.collect_view().into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        enrollment::{CheckKind, ReasonCode},
        review::Proposed,
        testing::id,
    };

    use super::*;
    use crate::ui::tests::render;

    fn html(verdict: Verdict, note: &str) -> String {
        let page = DecisionPage {
            enrollment: id(70),
            name: "Fabrikam".to_owned(),
            verdicts: vec![Proposed {
                check: CheckKind::Business,
                verdict,
            }],
            waits: false,
            may: Ok(()),
            mails: Vec::new(),
            mark: Mark::new("of a test"),
        };
        let note = note.to_owned();
        render(move || {
            let asked = Asked {
                note: note.clone(),
                ..Asked::default()
            };
            view(Lang::En, page, asked, RwSignal::new(note), Posting::new())
        })
    }

    #[test]
    fn a_note_is_posted_with_the_one_that_was_read() {
        let fails = Verdict::Fail {
            reason: ReasonCode::NameUnknown,
            note: Some("a <holding>".parse().unwrap()),
        };
        let html = html(fails, "a <holding> of two");
        assert!(
            html.contains(">a &lt;holding&gt; of two</textarea>"),
            "{html}"
        );
        assert!(
            html.contains("name=\"shown\" value=\"a &lt;holding&gt;\""),
            "{html}"
        );
        assert!(html.contains(">Show the email<"), "{html}");
    }

    #[test]
    fn a_check_that_is_passed_needs_no_note() {
        let html = html(Verdict::Pass, "");
        assert!(!html.contains("<textarea"), "{html}");
        assert!(html.contains("/api/decide-case"), "{html}");
        assert!(!html.contains(">Show the email<"), "{html}");
    }
}
