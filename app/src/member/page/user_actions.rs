//! What an admin does to a user or to an invitation, each after a question where it is not easily undone.

use leptos::prelude::*;
use tierline_core::Refusal;

use super::help::{Helped, own_password};
use crate::{
    form::{Form, Posting, Submit},
    i18n::Lang,
    member::{
        api::{ChangeUser, HelpUser, ManageUserInvitation},
        model::{MemberState, UserPage},
        words,
    },
    refusal::RefusedBy,
    ui::{Dialog, DialogOpener, Menu, words as ui},
};

/// **Resend** as a button, **Cancel invitation** in the menu beside it; where there is no room, both are there.
/// `refused` is the reason why the reader's roles are not enough for those of the invitation.
pub(super) fn invitation_actions(
    lang: Lang,
    id: &str,
    name: &str,
    refused: Option<Refusal>,
    action: Posting<ManageUserInvitation>,
) -> AnyView {
    let menu = format!("menu-{id}");
    let label = ui::more_for(lang, name);
    if let Some(refusal) = refused {
        let (why, too) = (format!("why-{id}"), format!("why-too-{id}"));
        let other = refusal.clone();
        return view! {
            <span class="row-main">
                <RefusedBy label=words::resend(lang) refusal=refusal id=why/>
            </span>
            <span class="menu-only-narrow">
                <Menu id=menu label=label>
                    <li class="menu-main">
                        <RefusedBy label=words::resend(lang) refusal=other id=too/>
                    </li>
                </Menu>
            </span>
        }
        .into_any();
    }
    let (resend, cancel) = (format!("resend-{id}"), format!("cancel-{id}"));
    let dialog = format!("dialog-{id}");
    let opens = dialog.clone();
    let (sent, canceled) = (id.to_owned(), id.to_owned());
    view! {
        <span class="row-main">
            <Form action=action form=resend.clone() id=resend.clone()>
                <input type="hidden" name="invitation" value=sent/>
                <div class="cluster">
                    <Submit look="quiet" name="then" value="resend">{words::resend(lang)}</Submit>
                </div>
            </Form>
        </span>
        <Menu id=menu label=label>
            <li class="menu-main">
                <button type="submit" form=resend name="then" value="resend">{words::resend(lang)}</button>
            </li>
            <li><DialogOpener id=opens label=words::cancel_invitation(lang)/></li>
        </Menu>
        <Dialog
            id=dialog
            opener=""
            title=words::cancel_title(lang, name)
            keep=words::keep_invitation(lang)
            form=cancel.clone()
        >
            <p>{words::cancel_what(lang)}</p>
            <Form action=action form=cancel>
                <input type="hidden" name="invitation" value=canceled/>
                <Submit look="danger" name="then" value="cancel">{words::cancel_invitation(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

/// A change with a question before it.
struct Asked {
    /// What the form sends.
    then: &'static str,
    label: &'static str,
    title: String,
    what: &'static str,
    /// The button in the question, if it says something else.
    button: &'static str,
    look: &'static str,
    may: Result<(), Refusal>,
}

fn asked(id: &str, asked: Asked, action: Posting<ChangeUser>) -> AnyView {
    let Asked {
        then,
        label,
        title,
        what,
        button,
        look,
        may,
    } = asked;
    let (user, form) = (id.to_owned(), format!("{then}-user"));
    // Mailing a link takes nothing away.
    let done_by = if then == "password" {
        "primary"
    } else {
        "danger"
    };
    match may {
        Ok(()) => view! {
            <Dialog id=format!("dialog-{then}") opener=label look=look title=title form=form.clone()>
                <p>{what}</p>
                <Form action=action form=form>
                    <input type="hidden" name="user" value=user/>
                    <Submit look=done_by name="then" value=then>{button}</Submit>
                </Form>
            </Dialog>
        }
        .into_any(),
        Err(refusal) => {
            let why = format!("why-{then}");
            view! { <RefusedBy label=label refusal=refusal id=why/> }.into_any()
        }
    }
}

/// **Reset password**, **Give a temporary password** and **Reset second factor**.
pub(super) fn sign_in_actions(
    lang: Lang,
    page: &UserPage,
    action: Posting<ChangeUser>,
    help: Posting<HelpUser>,
) -> AnyView {
    let id = page.id.to_string();
    let password = Asked {
        then: "password",
        label: words::reset_password(lang),
        title: words::reset_password_title(lang, &page.name),
        what: words::reset_password_what(lang),
        button: words::send_link(lang),
        look: "quiet",
        may: page.may.send_password_link.clone(),
    };
    let shown_once = page.may.reset_password.clone().map(|may| {
        let helped = Helped {
            customer: page.organization.to_string(),
            user: id.clone(),
            name: page.name.clone(),
            state: page.state,
        };
        own_password(lang, &helped, may, help)
    });
    let factor = Asked {
        then: "second-factor",
        label: words::reset_second_factor(lang),
        title: words::reset_factor_title(lang, &page.name),
        what: words::reset_factor_what(lang),
        button: words::reset_second_factor(lang),
        look: "quiet",
        may: page.may.reset_second_factor.clone(),
    };
    view! {
        <div class="actions">
            {asked(&id, password, action)}
            {shown_once}
            {asked(&id, factor, action)}
        </div>
    }
    .into_any()
}

/// **Block** or **Unblock**, and **Remove**.
pub(super) fn access_actions(lang: Lang, page: &UserPage, action: Posting<ChangeUser>) -> AnyView {
    let id = page.id.to_string();
    let user = id.clone();
    let block = match (page.state, page.may.unblock.clone()) {
        (MemberState::Blocked, Ok(())) => view! {
            <Form action=action form="unblock-user">
                <input type="hidden" name="user" value=user/>
                <Submit look="quiet" name="then" value="unblock">{words::unblock(lang)}</Submit>
            </Form>
        }
        .into_any(),
        (MemberState::Blocked, Err(refusal)) => {
            view! { <RefusedBy label=words::unblock(lang) refusal=refusal id="why-unblock"/> }
                .into_any()
        }
        _ => asked(
            &id,
            Asked {
                then: "block",
                label: words::block(lang),
                title: words::block_title(lang, &page.name),
                what: words::block_what(lang),
                button: words::block(lang),
                look: "quiet",
                may: page.may.block.clone(),
            },
            action,
        ),
    };
    let remove = Asked {
        then: "remove",
        label: words::remove(lang),
        title: words::remove_title(lang, &page.name),
        // A customer's user can be restored.
        what: if page.may.reset_password.is_some() {
            words::remove_customers_what(lang)
        } else {
            words::remove_what(lang)
        },
        button: words::remove(lang),
        look: "danger",
        may: page.may.remove.clone(),
    };
    view! {
        <div class="actions">
            {block}
            {asked(&id, remove, action)}
        </div>
    }
    .into_any()
}
