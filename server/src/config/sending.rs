//! How often invitations may be sent.

use chrono::TimeDelta;

use super::{Flags, Problem};

/// The bounds for sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The time that must pass before an invitation is sent again.
    pub between: TimeDelta,
    /// The most that an organization may send within a day.
    pub a_day: u32,
}

/// The bounds in these settings.
pub(super) fn check(flags: &Flags) -> Result<Sending, Vec<Problem>> {
    // A day, as the quota is counted by.
    let minutes = number(&flags.resend_minutes, 0, 1_440).ok_or_else(|| Problem {
        setting: "--resend-minutes (TIERLINE_RESEND_MINUTES)",
        wrong: format!("`{}` isn't a number from 0 to 1440", flags.resend_minutes),
        example: "5",
    });
    let a_day = number(&flags.invitations_a_day, 1, 1_000_000).ok_or_else(|| Problem {
        setting: "--invitations-a-day (TIERLINE_INVITATIONS_A_DAY)",
        wrong: format!(
            "`{}` isn't a number from 1 to 1000000",
            flags.invitations_a_day
        ),
        example: "1000",
    });
    match (minutes, a_day) {
        (Ok(minutes), Ok(a_day)) => Ok(Sending {
            between: TimeDelta::minutes(minutes.into()),
            a_day,
        }),
        (minutes, a_day) => Err([minutes.err(), a_day.err()].into_iter().flatten().collect()),
    }
}

fn number(text: &str, least: u32, most: u32) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
}
