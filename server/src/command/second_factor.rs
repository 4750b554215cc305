//! A user's second factor: set up, used, renewed, turned off.
//!
//! A code is spent in the transaction of what it was asked for: nothing is spent on what was not done, and what was
//! done has spent it.

mod renew;
mod set_up;
mod sign_in;
mod turn_off;

pub(crate) use renew::RenewRecoveryCodes;
pub(crate) use set_up::{BeginSetUp, SetUp};
pub(crate) use sign_in::{EnterCode, expired};
pub(crate) use turn_off::TurnOff;

use tierline_app::{error::PortalError, portal::Answer};
use tierline_core::{
    Timestamp, customer,
    ids::{OrganisationId, UserId},
};

use crate::{
    pipeline::{self, Command, Step, Unit, Who},
    second_factor::Code,
    state::AppState,
    store::second_factor::{self as stored, Owner, Used},
};

/// What somebody has typed to prove who it is, and when by the clock of an app.
pub(crate) struct Proof {
    code: Code,
    at: Timestamp,
}

impl Proof {
    /// # Errors
    /// At the field, as for a code that was wrong: what is no code proves nothing either.
    pub(crate) fn of(state: &AppState, typed: &str) -> Answer<Proof> {
        Ok(Proof {
            code: Code::parse(typed).ok_or_else(wrong_code)?,
            at: state.clock.of_the_world(),
        })
    }

    /// Is it by one of the codes that nobody guesses?
    pub(crate) fn is_by_recovery_code(&self) -> bool {
        matches!(self.code, Code::Recovery(_))
    }

    /// For setting it up: there are no recovery codes yet.
    ///
    /// # Errors
    /// At the field.
    pub(crate) fn of_new_app(state: &AppState, typed: &str) -> Answer<Proof> {
        let proof = Proof::of(state, typed).ok();
        proof
            .filter(|proof| matches!(proof.code, Code::App(_)))
            .ok_or_else(wrong_app_code)
    }
}

/// Runs one of these changes. No roles are asked for: it is the user's own affair, whichever organisation was chosen.
pub(crate) async fn run<C: Command>(state: &AppState, command: &C) -> Answer<C::Outcome> {
    pipeline::run(state, Who::Anyone, None, command).await
}

/// The one answer for what is wrong, spent, or no code at all.
fn wrong_code() -> PortalError {
    PortalError::field("code", "wrong_code")
}

/// The same while there are no recovery codes, and nothing was used yet.
fn wrong_app_code() -> PortalError {
    PortalError::field("code", "wrong_app_code")
}

/// The account of whoever asks.
async fn owner(unit: &mut Unit<'_>, user: UserId) -> Step<Owner> {
    let owner = stored::owner(unit.db, user).await?;
    Ok(owner
        .filter(|owner| !owner.is_blocked)
        .ok_or(PortalError::SignedOut)?)
}

/// Spends the code of whoever has a second factor. A recovery code is in the history, with how many are left.
async fn prove(
    unit: &mut Unit<'_>,
    user: UserId,
    proof: &Proof,
    organisations: &[OrganisationId],
) -> Step<Used> {
    let used = stored::spend(unit.db, user, &proof.code, proof.at)
        .await?
        .ok_or_else(wrong_code)?;
    if let Used::Recovery { left } = used {
        let at = unit.now();
        let event = customer::Event::RecoveryCodeUsed { user, left, at };
        unit.record_in_each(organisations, &event).await?;
    }
    Ok(used)
}
