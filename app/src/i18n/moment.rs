//! A moment on a page: absolute, with the relative beside it.

use chrono::{DateTime, SecondsFormat, Utc};
use leptos::prelude::*;

use super::{date, date_time, relative, short_date, short_date_time};
use crate::context::{use_lang, use_now};

/// The moment as an absolute date with the relative one beside it.
#[component]
pub fn Moment(
    /// The moment.
    at: DateTime<Utc>,
    /// Whether the day is enough.
    #[prop(optional)]
    day: bool,
    /// In the cell of a table: a short month, and the age as a tooltip too, because style shows one of the two.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let lang = use_lang();
    let absolute = match (short, day) {
        (false, false) => date_time(lang, at),
        (false, true) => date(lang, at),
        (true, false) => short_date_time(lang, at),
        (true, true) => short_date(lang, at),
    };
    let age = relative(lang, at, use_now());
    let tooltip = short.then(|| age.clone());
    view! {
        <span class="moment">
            <time datetime=at.to_rfc3339_opts(SecondsFormat::Secs, true) title=tooltip>{absolute}</time>
            " "
            <span class="moment-relative">{age}</span>
        </span>
    }
}
