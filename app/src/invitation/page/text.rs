//! The text of a request: to read, and to edit while it is a draft.

use leptos::prelude::*;
use tierline_core::invitation::Status;

use super::{
    actions::may_manage,
    editor::{EditorFields, Start},
    unsent,
};
use crate::{
    form::{FieldLabels, FilledWith, Form, Posting},
    i18n::Lang,
    invitation::{api::EditInvitation, model::InvitationPage, words},
    route,
    ui::{ButtonLink, Glyph, Section},
};

/// The text as it is, with a link to edit a draft.
pub(super) fn message(lang: Lang, page: &InvitationPage, status: Status) -> impl IntoView + use<> {
    let message = page.invitation.message.clone();
    let edit = route::with_query(&route::invitation(page.invitation.id), "edit", "1");
    let may_edit = status == Status::Draft && may_manage(&page.organization, &page.actor).is_ok();
    let action = move || {
        may_edit.then(
            || view! { <ButtonLink href=edit glyph=Glyph::Draft>{words::edit(lang)}</ButtonLink> },
        )
    };
    let lines = message
        .text
        .as_str()
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph
                .lines()
                .map(|line| view! { {line.to_owned()} <br/> })
                .collect_view();
            view! { <p>{lines}</p> }
        })
        .collect_view();
    view! {
        <Section title=words::message_title(lang) action=action>
            <div class="card prose">
                <p><strong>{message.subject.to_string()}</strong></p>
                {lines}
            </div>
        </Section>
    }
}

/// The message editor with the draft in it.
pub(super) fn editor(
    lang: Lang,
    page: &InvitationPage,
    action: Posting<EditInvitation>,
) -> impl IntoView + use<> {
    provide_context(FieldLabels(words::field));
    let message = &page.invitation.message;
    let id = page.invitation.id.to_string();
    let start = Start {
        recipient: message.recipient.to_string(),
        subject: message.subject.to_string(),
        text: message.text.to_string(),
    };
    let mark = page.message_mark.clone();
    let key = unsent::key(&id, page.organization.id);
    let cancel = route::invitation(&id);
    view! {
        <Section title=words::edit_title(lang)>
            <div class="narrow">
                <Form action=action form="edit">
                    <input type="hidden" name="invitation" value=id/>
                    <FilledWith mark=mark/>
                    <EditorFields start=start key=key cancel=cancel>""</EditorFields>
                </Form>
            </div>
        </Section>
    }
}
