//! A moment on a page: absolute, with the relative beside it.

use chrono::{DateTime, SecondsFormat, Utc};
use leptos::prelude::*;

use super::{date, date_time, relative};
use crate::context::{use_lang, use_now};

/// The moment as an absolute date with the relative one beside it.
#[component]
pub fn Moment(
    /// The moment.
    at: DateTime<Utc>,
    /// Whether the day is enough.
    #[prop(optional)]
    day: bool,
) -> impl IntoView {
    let lang = use_lang();
    let absolute = if day {
        date(lang, at)
    } else {
        date_time(lang, at)
    };
    view! {
        <span class="moment">
            <time datetime=at.to_rfc3339_opts(SecondsFormat::Secs, true)>{absolute}</time>
            " "
            <span class="moment-relative">{relative(lang, at, use_now())}</span>
        </span>
    }
}
