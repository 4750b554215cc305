//! The time that is left, to the minute.

use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;

use crate::{
    context::{use_lang, use_now},
    i18n::Lang,
    subscription::words::detail as words,
};

/// The days, hours and minutes until a moment. Where scripts run it goes on by itself.
#[component]
pub(super) fn TimeLeft(
    /// The moment.
    until: DateTime<Utc>,
) -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let passed = RwSignal::new(0_i64);
    Effect::new(move || {
        let minute = core::time::Duration::from_secs(60);
        let tick = move || passed.update(|minutes| *minutes += 1);
        if let Ok(ticking) = set_interval_with_handle(tick, minute) {
            on_cleanup(move || ticking.clear());
        }
    });
    let words = move || left(lang, until - now - TimeDelta::minutes(passed.get()));
    view! { <span class="amount">{words}</span> }
}

/// Minutes that have begun count: at the end nothing is left, and not before.
fn left(lang: Lang, time: TimeDelta) -> String {
    let seconds = time.num_seconds().max(0);
    let minutes = seconds.div_euclid(60) + i64::from(seconds % 60 > 0);
    words::left(lang, minutes / (24 * 60), minutes / 60 % 24, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_counted_to_the_last_one() {
        let of = |seconds| left(Lang::En, TimeDelta::seconds(seconds));
        assert_eq!(of(7 * 24 * 60 * 60), "7 d 0 h 0 min");
        assert_eq!(of(24 * 60 * 60 - 1), "1 d 0 h 0 min");
        assert_eq!(of(61), "0 d 0 h 2 min");
        assert_eq!(of(1), "0 d 0 h 1 min");
        assert_eq!(of(-5), "0 d 0 h 0 min");
    }
}
