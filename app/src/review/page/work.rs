//! The work of the reviewers on a case: who has taken it, what they note, and what waits for a second one.

use leptos::prelude::*;

use crate::{
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    refusal::RefusedBy,
    review::{
        api::{AssignCase, ChangeCase, DismissProposal, NoteOnCase},
        model::CasePage,
        told, words,
    },
    ui::{Choice, Notice, Section, Select, TextArea, Tone},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub(super) change: Posting<ChangeCase>,
    pub(super) assign: Posting<AssignCase>,
    pub(super) note: Posting<NoteOnCase>,
    pub(super) dismiss: Posting<DismissProposal>,
}

impl Actions {
    pub(super) fn new() -> Actions {
        Actions {
            change: Posting::new(),
            assign: Posting::new(),
            note: Posting::new(),
            dismiss: Posting::new(),
        }
    }
}

/// Who has taken it, with **Take** or **Give back**.
pub(super) fn assignment(lang: Lang, page: &CasePage, actions: Actions) -> AnyView {
    let name = page.reviewer.as_ref().map(|it| it.name.clone());
    let shown = match name {
        Some(name) if page.is_mine => {
            view! { {name} " " <span class="badge">{words::you(lang)}</span> }.into_any()
        }
        Some(name) => name.into_any(),
        None => view! { <span class="muted">{words::nobody(lang)}</span> }.into_any(),
    };
    let (then, label, may) = if page.is_mine {
        ("give-back", words::give_back(lang), &page.may.give_back)
    } else if page.reviewer.is_some() {
        ("take", words::take_over(lang), &page.may.take)
    } else {
        ("take", words::take(lang), &page.may.take)
    };
    let button = match may.clone() {
        Ok(()) => {
            let id = page.enrollment.id.to_string();
            view! {
                <Form action=actions.change form="assignment">
                    <input type="hidden" name="enrollment" value=id/>
                    <Submit look="quiet" name="then" value=then>{label}</Submit>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=label refusal=refusal id="why-assignment"/> }.into_any()
        }
    };
    view! { <div class="cluster"><span>{shown}</span> {button}</div> }.into_any()
}

/// **Assign**, for those who say who works on a case; others read nothing of it.
pub(super) fn assign(lang: Lang, page: &CasePage, actions: Actions) -> Option<AnyView> {
    if page.assignees.is_empty() {
        return None;
    }
    let id = page.enrollment.id.to_string();
    let has_it = page.reviewer.as_ref().map(|it| it.id);
    let others = page.assignees.iter().filter(|it| Some(it.id) != has_it);
    let options: Vec<Choice> = others
        .map(|it| Choice::new(it.id.to_string(), it.name.clone()))
        .collect();
    let form = match page.may.assign.clone() {
        Ok(()) if options.is_empty() => {
            view! { <p class="muted">{words::assign_nobody(lang)}</p> }.into_any()
        }
        Ok(()) => view! {
            <Form action=actions.assign form="assign">
                <input type="hidden" name="enrollment" value=id/>
                <Select
                    name="reviewer"
                    label=words::reviewer(lang)
                    options=options
                    prompt=words::choose_reviewer(lang)
                    width="medium"
                />
                <div class="actions">
                    <Submit look="quiet">{words::assign(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::assign(lang) refusal=refusal id="why-assign"/> }
                .into_any()
        }
    };
    let title = words::assign_case(lang);
    Some(view! { <Section title=title lead=words::assign_lead(lang)>{form}</Section> }.into_any())
}

/// What waits for a second reviewer.
pub(super) fn proposal(lang: Lang, page: &CasePage, actions: Actions) -> Option<AnyView> {
    let waiting = page.waiting.as_ref()?;
    let id = page.enrollment.id.to_string();
    let (agreed, dismissed) = (id.clone(), id);
    let at = waiting.at;
    let proposed = words::proposed_by(lang, &waiting.by);
    let verdicts = told::verdicts(lang, &waiting.verdicts);
    let agree = match page.may.agree.clone() {
        Ok(()) => view! {
            <Form action=actions.change form="agree">
                <input type="hidden" name="enrollment" value=agreed/>
                <div class="actions">
                    <Submit name="then" value="agree">{words::agree(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::agree(lang) refusal=refusal look="primary" id="why-agree"/> }
                .into_any()
        }
    };
    Some(
        view! {
            <Section title=words::second(lang)>
                <Notice tone=Tone::Info>
                    <p>{proposed} " " {verdicts}</p>
                    <p class="muted"><Moment at=at/></p>
                </Notice>
                {agree}
                <Form action=actions.dismiss form="dismiss">
                    <input type="hidden" name="enrollment" value=dismissed/>
                    <TextArea name="text" label=words::dismiss_why(lang) rows=2 maxlength=500u32/>
                    <div class="actions">
                        <Submit look="quiet">{words::dismiss(lang)}</Submit>
                    </div>
                </Form>
            </Section>
        }
        .into_any(),
    )
}

/// The notes, and the form for another one.
pub(super) fn notes(lang: Lang, page: &CasePage, actions: Actions) -> AnyView {
    let shown = if page.notes.is_empty() {
        view! { <p class="muted">{words::notes_none(lang)}</p> }.into_any()
    } else {
        let notes = page.notes.iter().map(|note| {
            view! {
                <li>
                    <p class="quote">{note.text.clone()}</p>
                    <p class="muted">{note.by.clone()} " · " <Moment at=note.at/></p>
                </li>
            }
        });
        view! { <ul class="case-notes">{notes.collect_view()}</ul> }.into_any()
    };
    let form = match page.may.note.clone() {
        Ok(()) => {
            let id = page.enrollment.id.to_string();
            view! {
                <Form action=actions.note form="note">
                    <input type="hidden" name="enrollment" value=id/>
                    <TextArea name="text" label=words::note(lang) rows=3 maxlength=500u32/>
                    <div class="actions">
                        <Submit look="quiet">{words::add_note(lang)}</Submit>
                    </div>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::add_note(lang) refusal=refusal id="why-note"/> }
                .into_any()
        }
    };
    view! { {shown} {form} }.into_any()
}
