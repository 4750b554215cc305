//! The end of the time in which something can be done.

use chrono::TimeDelta;
use leptos::prelude::*;
use tierline_core::Timestamp;

use super::{Glyph, Icon, Tone};
use crate::{
    context::{use_lang, use_now},
    i18n::Moment,
    ui::words,
};

/// A deadline is urgent if less time than this is left.
const URGENT: TimeDelta = TimeDelta::days(3);

/// "Expires November 21, 2026, 09:15 UTC in 3 days"; urgent in its last three days, and "Expired" afterwards.
#[component]
pub fn Deadline(
    /// The end.
    at: Timestamp,
    /// Leaves out the word before it, if a heading says it already.
    #[prop(optional)]
    bare: bool,
    /// In the cell of a table: the day alone, as [`Moment`] writes it there.
    #[prop(optional)]
    short: bool,
    /// Whether the day is enough.
    #[prop(optional)]
    day: bool,
) -> impl IntoView {
    let (tone, word) = standing(at - use_now());
    let word = (!bare).then(|| view! { <span>{word(use_lang())}</span> " " });
    view! {
        <span class=format!("deadline deadline-{}", tone.name())>
            {(tone != Tone::Neutral).then(|| view! { <Icon glyph=Glyph::Clock/> })}
            <span>{word} <Moment at=at day=day || short short=short/></span>
        </span>
    }
}

/// The state of a deadline with this much time left.
fn standing(left: TimeDelta) -> (Tone, fn(crate::i18n::Lang) -> &'static str) {
    if left <= TimeDelta::zero() {
        (Tone::Danger, words::expired)
    } else if left < URGENT {
        (Tone::Warning, words::expires)
    } else {
        (Tone::Neutral, words::expires)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_days_are_urgent_and_the_end_is_the_end() {
        assert_eq!(standing(TimeDelta::days(3)).0, Tone::Neutral);
        assert_eq!(standing(TimeDelta::hours(71)).0, Tone::Warning);
        assert_eq!(standing(TimeDelta::zero()).0, Tone::Danger);
    }
}
