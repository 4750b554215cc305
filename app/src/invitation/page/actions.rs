//! The inviter's actions on a request: send it, send it again, cancel it.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
};

use crate::{
    context::use_lang,
    form::{Form, Posting, Submit},
    invitation::{
        api::{CancelInvitation, EditInvitation, SendInvitation},
        words,
    },
    refusal::RefusedBy,
    ui::Dialog,
};

/// The actions behind the forms of a request's page.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub(super) send: Posting<SendInvitation>,
    pub(super) edit: Posting<EditInvitation>,
    pub(super) cancel: Posting<CancelInvitation>,
}

/// Whether this user may manage invitations. The server decides all of it again.
pub(super) fn may_manage(organization: &Organization, actor: &Actor) -> Result<(), Refusal> {
    access::authorize_own(organization, actor, Action::ManageInvitation).map(drop)
}

/// **Send**, **Open in email**, **Copy to clipboard** of a draft as it stands.
#[component]
pub(super) fn SendDraft(
    id: String,
    may_send: Result<(), Refusal>,
    action: Posting<SendInvitation>,
) -> impl IntoView {
    let lang = use_lang();
    match may_send {
        Ok(()) => view! {
            <Form action=action form="send">
                <input type="hidden" name="invitation" value=id/>
                <div class="actions">
                    <Submit name="then" value="send">{words::send(lang)}</Submit>
                    <Submit look="quiet" name="then" value="mail">{words::open_in_email(lang)}</Submit>
                    <Submit look="quiet" name="then" value="copy">{words::copy_to_clipboard(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::send(lang) refusal=refusal look="primary"/> }.into_any()
        }
    }
}

/// **Resend**, with a new link; by the user's own mail too if there is room.
#[component]
pub(super) fn Resend(
    id: String,
    may_send: Result<(), Refusal>,
    action: Posting<SendInvitation>,
    /// One button only, in a list.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let lang = use_lang();
    let form = resend_form(&id);
    match may_send {
        Ok(()) => {
            let look = if compact { "quiet" } else { "primary" };
            // The buttons find their form around them, so they are made there.
            let own_mail = move || {
                (!compact).then(|| view! {
                    <Submit look="quiet" name="then" value="mail">{words::open_in_email(lang)}</Submit>
                    <Submit look="quiet" name="then" value="copy">{words::copy_to_clipboard(lang)}</Submit>
                })
            };
            view! {
                <Form action=action form=form.clone() id=form>
                    <input type="hidden" name="invitation" value=id/>
                    <div class=if compact { "cluster" } else { "actions" }>
                        <Submit look=look name="then" value="send">{words::resend(lang)}</Submit>
                        {own_mail()}
                    </div>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::resend(lang) refusal=refusal id=format!("why-{form}")/> }.into_any()
        }
    }
}

/// The id of the dialog of [`CancelRequest`].
pub(super) fn cancel_dialog(id: &str) -> String {
    format!("dialog-{id}")
}

/// The id of the form of [`Resend`].
pub(super) fn resend_form(id: &str) -> String {
    format!("resend-{id}")
}

/// **Cancel request**, after a question: it cannot be undone.
#[component]
pub(super) fn CancelRequest(
    id: String,
    organization: Organization,
    actor: Actor,
    action: Posting<CancelInvitation>,
    /// The dialog alone: what opens it is in a menu.
    #[prop(optional)]
    in_menu: bool,
    /// The look of the button: `danger` where it stands apart.
    #[prop(default = "quiet")]
    look: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let form = format!("cancel-{id}");
    let opener = if in_menu {
        ""
    } else {
        words::cancel_request(lang)
    };
    match may_manage(&organization, &actor) {
        Ok(()) => view! {
            <Dialog
                id=cancel_dialog(&id)
                opener=opener
                look=look
                title=words::cancel_title(lang)
                keep=words::keep_request(lang)
                form=form.clone()
            >
                <p>{words::cancel_what(lang)}</p>
                <Form action=action form=form>
                    <input type="hidden" name="invitation" value=id/>
                    <Submit look="danger">{words::cancel_request(lang)}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => {
            let why = format!("why-{form}");
            view! { <RefusedBy label=words::cancel_request(lang) refusal=refusal look=look id=why/> }
                .into_any()
        }
    }
}
