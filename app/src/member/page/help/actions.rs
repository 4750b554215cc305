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
pub(super) struct Helped {
    /// The customer's id.
    pub(super) customer: String,
    /// The user's id.
    pub(super) user: String,
    /// The user's name.
    pub(super) name: String,
    /// The user's state.
    pub(super) state: MemberState,
}

/// A change, with a question before it.
struct Asked {
    /// What the form sends.
    then: &'static str,
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
    let password = Asked {
        then: "password",
        label: words::reset_password(lang),
        title: words::help_password_title(lang, &helped.name),
        what: words::help_password_what(lang),
        look: "quiet",
        may: may.reset_password,
    };
    let access = if helped.state == MemberState::Blocked {
        unblock(lang, helped, may.unblock, action)
    } else {
        let block = Asked {
            then: "block",
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
        label,
        title,
        what,
        look,
        may,
    } = asked;
    match may {
        Ok(()) => {
            let (customer, user) = (helped.customer.clone(), helped.user.clone());
            let form = format!("help-{then}");
            view! {
                <Dialog id=format!("dialog-{then}") opener=label look=look title=title form=form.clone()>
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
            let why = format!("why-{then}");
            view! { <RefusedBy label=label refusal=refusal look=look id=why/> }.into_any()
        }
    }
}
