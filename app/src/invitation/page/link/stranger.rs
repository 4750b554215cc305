//! For somebody who is not signed in: the way to sign in, or to a work account. Going on is what marks the
//! invitation as opened.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::invitation::Kind;

use crate::{
    context::use_lang,
    form::{PlainForm, Submit},
    invitation::{api::link::ContinueLink, words::link as words},
    ui::Section,
};

/// **Sign in**, and for customers **Create one**, unless the link made one already.
#[component]
pub(super) fn Stranger(token: String, kind: Kind, may_sign_up: bool) -> impl IntoView {
    let lang = use_lang();
    let customer = !matches!(kind, Kind::Partnership { .. });
    let lead = if customer {
        words::sign_in_lead_relationship(lang)
    } else {
        words::sign_in_lead_partnership(lang)
    };
    let create = (customer && may_sign_up).then(|| {
        view! {
            <span>{words::no_account(lang)}</span>
            <Submit look="quiet" name="to" value="sign-up">{words::create_one(lang)}</Submit>
        }
    });
    view! {
        <Section title=words::sign_in_title(lang) lead=lead>
            <PlainForm function={PhantomData::<ContinueLink>}>
                <input type="hidden" name="token" value=token/>
                <div class="actions">
                    <Submit name="to" value="sign-in">{words::sign_in(lang)}</Submit>
                    {create}
                </div>
            </PlainForm>
        </Section>
    }
}
