//! What the review of a customer's account means for its subscriptions.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, date},
    organization::model::UnderReview,
    subscription::words::review as words,
    ui::{Badge, Notice, Tone},
};

/// The badge beside the customer's name.
pub(crate) fn badge(lang: Lang) -> AnyView {
    view! { <Badge tone=Tone::Warning>{words::under_review(lang)}</Badge> }.into_any()
}

/// What waits, what goes on, and who ends it.
pub(super) fn notice(lang: Lang, review: &UnderReview) -> AnyView {
    let title = words::title(lang, date(lang, review.since));
    let reason = words::because(lang, &review.reason);
    view! {
        <Notice tone=Tone::Warning title=title>
            <p>{words::waits(lang)}</p>
            <p>{reason}</p>
            <p>{words::who_ends(lang)}</p>
        </Notice>
    }
    .into_any()
}
