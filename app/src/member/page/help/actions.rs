//! What is done to a customer's user, each after a question where it is not easily undone.

use leptos::prelude::*;
use tierline_core::Refusal;

use crate::{
    form::{Form, Posting, Submit},
    i18n::Lang,
    member::{
        api::HelpUser,
        model::{MayHelp, MemberState},
        words,
    },
    refusal::RefusedBy,
    ui::Dialog,
};

/// Whom it is done to.
pub(in crate::member::page) struct Helped {
    /// The customer's id.
    pub(in crate::member::page) customer: String,
    /// The user's id.
    pub(in crate::member::page) user: String,
    /// The user's name.
    pub(in crate::member::page) name: String,
    /// The user's state.
    pub(in crate::member::page) state: MemberState,
}

/// A change, with a question before it.
struct Asked {
    /// What the form sends.
    then: &'static str,
    /// By which the question is told from others on the page.
    id: &'static str,
    label: &'static str,
    title: String,
    what: &'static str,
    look: &'static str,
    may: Result<(), Refusal>,
}

/// **Reset password**, **Block** or **Unblock**, and **Remove**.
pub(super) fn help_actions(
    lang: Lang,
    helped: &Helped,
    may: MayHelp,
    action: Posting<HelpUser>,
) -> AnyView {
    let password = password(lang, helped, may.reset_password);
    let access = if helped.state == MemberState::Blocked {
        unblock(lang, helped, may.unblock, action)
    } else {
        let block = Asked {
            then: "block",
            id: "block",
            label: words::block(lang),
            title: words::block_title(lang, &helped.name),
            what: words::help_block_what(lang),
            look: "quiet",
            may: may.block,
        };
        asked(helped, block, action)
    };
    let remove = Asked {
        then: "remove",
        id: "remove",
        label: words::remove(lang),
        title: words::help_remove_title(lang, &helped.name),
        what: words::help_remove_what(lang),
        look: "danger",
        may: may.remove,
    };
    view! {
        <div class="actions">
            {asked(helped, password, action)}
            {access}
            {asked(helped, remove, action)}
        </div>
    }
    .into_any()
}

fn password(lang: Lang, helped: &Helped, may: Result<(), Refusal>) -> Asked {
    Asked {
        then: "password",
        id: "password",
        label: words::reset_password(lang),
        title: words::help_password_title(lang, &helped.name),
        what: words::help_password_what(lang),
        look: "quiet",
        may,
    }
}

/// **Give a temporary password**, to a user of the own organization, beside the link that is mailed.
pub(in crate::member::page) fn own_password(
    lang: Lang,
    helped: &Helped,
    may: Result<(), Refusal>,
    action: Posting<HelpUser>,
) -> AnyView {
    let shown_once = Asked {
        id: "temporary",
        label: words::give_password(lang),
        ..password(lang, helped, may)
    };
    asked(helped, shown_once, action)
}

fn unblock(
    lang: Lang,
    helped: &Helped,
    may: Result<(), Refusal>,
    action: Posting<HelpUser>,
) -> AnyView {
    match may {
        Ok(()) => {
            let (customer, user) = (helped.customer.clone(), helped.user.clone());
            view! {
                <Form action=action form="help-unblock">
                    <input type="hidden" name="customer" value=customer/>
                    <input type="hidden" name="user" value=user/>
                    <Submit look="quiet" name="then" value="unblock">{words::unblock(lang)}</Submit>
                </Form>
            }
            .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::unblock(lang) refusal=refusal id="why-unblock"/> }
                .into_any()
        }
    }
}

fn asked(helped: &Helped, asked: Asked, action: Posting<HelpUser>) -> AnyView {
    let Asked {
        then,
        id,
        label,
        title,
        what,
        look,
        may,
    } = asked;
    match may {
        Ok(()) => {
            let (customer, user) = (helped.customer.clone(), helped.user.clone());
            let form = format!("help-{id}");
            view! {
                <Dialog id=format!("dialog-{id}") opener=label look=look title=title form=form.clone()>
                    <p>{what}</p>
                    <Form action=action form=form>
                        <input type="hidden" name="customer" value=customer/>
                        <input type="hidden" name="user" value=user/>
                        <Submit look="danger" name="then" value=then>{label}</Submit>
                    </Form>
                </Dialog>
            }
            .into_any()
        }
        Err(refusal) => {
            let why = format!("why-{id}");
            view! { <RefusedBy label=label refusal=refusal look=look id=why/> }.into_any()
        }
    }
}
