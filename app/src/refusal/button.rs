//! The button of an action that core refuses.

use leptos::prelude::*;
use tierline_core::Refusal;

use super::{explain, remedy};
use crate::{
    context::{use_lang, use_session},
    ui::RefusedAction,
};

/// A button that core refuses: reason and remedy are those of the refusal.
#[component]
pub fn RefusedBy(
    /// The name of the action.
    #[prop(into)]
    label: String,
    /// Core's refusal.
    refusal: Refusal,
    /// The look of the allowed action: `primary`, `quiet` or `danger`.
    #[prop(default = "quiet")]
    look: &'static str,
    /// Unique on the page; needed only where the same refused button appears twice.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let reason = explain(lang, &refusal);
    let remedy = remedy(lang, &refusal, use_session().as_ref(), None);
    view! { <RefusedAction label=label reason=reason remedy=remedy look=look id=id/> }
}
