//! Paths of enrolling.

use super::encode;

/// Public: the program, and the way into it.
pub const START: &str = "/start";
/// Public: **Welcome**, what enrolling takes.
pub const ENROLL: &str = "/enroll";
/// Public: the work account to enroll with.
pub const ENROLL_ACCOUNT: &str = "/enroll/work-account";
/// Public: a new work account, for a company that enrolls.
pub const ENROLL_CREATE: &str = "/enroll/create";
/// How far the own enrollment is.
pub const ENROLLMENT: &str = "/enrollment";
/// The links that are mailed to primary contacts are at `/confirm/{token}`.
pub const CONFIRM: &str = "/confirm";

/// A step of enrolling, by its stable name; the first is the public **Welcome**.
#[must_use]
pub fn enroll_step(step: &str) -> String {
    match step {
        "welcome" => ENROLL.to_owned(),
        step => format!("{ENROLL}/{}", step.replace('_', "-")),
    }
}

/// The page that the link of a primary contact opens.
#[must_use]
pub fn confirm(token: &str) -> String {
    format!("{CONFIRM}/{}", encode(token))
}
