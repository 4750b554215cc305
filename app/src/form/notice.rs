//! An error in words, with what to do about it.

use leptos::prelude::*;
use tierline_core::Refusal;

use super::ChangedNotice;
use crate::{context::use_lang, error::PortalError, route, text};

/// What went wrong, why, and what to do: for any error that is not about a field.
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
                <p>{text::form::signed_out(lang)}</p>
                <p><a href=route::sign_in_to_return(&route::use_here()) rel="external" target="_blank">{text::form::sign_in_beside(lang)}</a></p>
            }
            .into_any();
        }
        PortalError::Invalid(fields) => fields
            .iter()
            .map(|field| text::field::explain(lang, field))
            .collect::<Vec<_>>()
            .join(" "),
        PortalError::Interrupted => text::form::interrupted(lang).to_owned(),
        PortalError::NotFound => text::form::not_found(lang).to_owned(),
        PortalError::Changed(changed) => {
            return view! { <ChangedNotice changed=*changed/> }.into_any();
        }
        PortalError::Conflict => text::form::conflict(lang).to_owned(),
        PortalError::TooMany {
            retry_after_seconds,
        } => text::form::too_many(lang, retry_after_seconds.div_ceil(60).max(1)),
        PortalError::Malformed => text::form::malformed(lang).to_owned(),
        PortalError::Unreachable => text::form::unreachable(lang).to_owned(),
        PortalError::Fault { reference } if reference.is_empty() => {
            text::form::fault(lang).to_owned()
        }
        PortalError::Fault { reference } => text::form::fault_with_reference(lang, reference),
    };
    view! { <p>{words}</p> }.into_any()
}

/// Why a rule forbids something, and the next step.
#[component]
pub fn RefusalNotice(
    /// Core's refusal.
    refusal: Refusal,
) -> impl IntoView {
    let lang = use_lang();
    view! { <p class="refusal" data-code=refusal.code()>{text::refusal::explain(lang, &refusal)}</p> }
}
