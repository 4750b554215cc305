//! An error in words, with the next step.

use leptos::prelude::*;
use tierline_core::Refusal;

use super::ChangedNotice;
use crate::{
    context::{use_lang, use_session},
    error::PortalError,
    route,
};

/// The problem, its cause, and the next step: for any error that is not about a field.
#[component]
pub fn ErrorNotice(
    /// The error.
    error: PortalError,
) -> impl IntoView {
    let lang = use_lang();
    let words = match error {
        PortalError::Refused(refusal) => {
            return view! { <RefusalNotice refusal=*refusal/> }.into_any();
        }
        PortalError::SignedOut => {
            return view! {
                <p>{crate::form::words::form::signed_out(lang)}</p>
                <p><a href=route::sign_in_to_return(&route::use_here()) rel="external" target="_blank">{crate::form::words::form::sign_in_beside(lang)}</a></p>
            }
            .into_any();
        }
        PortalError::Invalid(fields) => fields
            .iter()
            .map(|field| field.words(lang))
            .collect::<Vec<_>>()
            .join(" "),
        PortalError::Interrupted => crate::form::words::form::interrupted(lang).to_owned(),
        PortalError::NotFound => crate::form::words::form::not_found(lang).to_owned(),
        PortalError::Changed(changed) => {
            return view! { <ChangedNotice changed=*changed/> }.into_any();
        }
        PortalError::Conflict => crate::form::words::form::conflict(lang).to_owned(),
        PortalError::TooMany {
            retry_after_seconds,
        } => crate::form::words::form::too_many(lang, retry_after_seconds.div_ceil(60).max(1)),
        PortalError::Malformed => crate::form::words::form::malformed(lang).to_owned(),
        PortalError::Unreachable => crate::form::words::form::unreachable(lang).to_owned(),
        PortalError::Fault { reference } if reference.is_empty() => {
            crate::form::words::form::fault(lang).to_owned()
        }
        PortalError::Fault { reference } => {
            crate::form::words::form::fault_with_reference(lang, reference)
        }
    };
    view! { <p>{words}</p> }.into_any()
}

/// The reason why a rule forbids something, and the next step.
#[component]
pub fn RefusalNotice(
    /// Core's refusal.
    refusal: Refusal,
) -> impl IntoView {
    let lang = use_lang();
    let on = crate::refusal::remedy(lang, &refusal, use_session().as_ref(), None)
        .map(|(href, words)| view! { <p><a href=href>{words}</a></p> });
    view! {
        <p class="refusal" data-code=refusal.code()>{crate::refusal::explain(lang, &refusal)}</p>
        {on}
    }
}
