use super::MOST_PASSKEYS;
use crate::refusal::{Fixer, NextStep, refusals};

refusals! {
    /// Rules of a user's own account.
    pub enum Refusal:

    /// The account has as many passkeys as it may have.
    TooManyPasskeys {
        /// The most passkeys of one account.
        most: u32,
    } = "too_many_passkeys" {
        fixer: Fixer::You,
        next: NextStep::RemovePasskey,
        says: "the account has {most} passkeys already";
    }
}

impl Refusal {
    pub(super) const TOO_MANY_PASSKEYS: Refusal = Refusal::TooManyPasskeys {
        most: MOST_PASSKEYS,
    };
}
