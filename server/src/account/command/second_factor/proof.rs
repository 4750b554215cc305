//! What somebody proves to be it with.

use tierline_app::{
    error::{FieldProblem, PortalError},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    account::{Event, Factor},
};

use super::Account;
use crate::{
    account::{
        follow,
        passkey::{PasskeyProof, Passkeys},
        second_factor::Code,
        store::second_factor::{
            Used,
            code::spend,
            passkey::{note, take},
        },
    },
    pipeline::{CommandResult, Unit},
    state::AppState,
};

/// A code that somebody has typed, or what a passkey has signed.
pub(crate) enum Proof {
    /// A code, and when by the clock of an app.
    Code { code: Code, at: Timestamp },
    /// What the browser answers to what it was asked under this name.
    Passkey {
        answer: PasskeyProof,
        asked_by: Vec<u8>,
        passkeys: Passkeys,
    },
}

impl Proof {
    /// # Errors
    /// At the field, as for a code that was wrong: what is no code proves nothing either.
    pub(crate) fn of_code(state: &AppState, typed: &str) -> PortalResult<Proof> {
        Ok(Proof::Code {
            code: Code::parse(typed).ok_or_else(wrong_code)?,
            at: state.clock.of_the_world(),
        })
    }

    /// Is it by something that nobody guesses?
    pub(crate) fn is_beyond_guessing(&self) -> bool {
        match self {
            Proof::Code { code, .. } => matches!(code, Code::Recovery(_)),
            Proof::Passkey { .. } => true,
        }
    }

    /// Uses it up. A recovery code is in the history, with how many are left, and its owner is told by mail: should it
    /// have been somebody else, here one learns of it.
    pub(super) async fn spend(
        &self,
        unit: &mut Unit<'_>,
        owner: &mut Account,
    ) -> CommandResult<Used> {
        let user = owner.user().id;
        let now = unit.now();
        let used = match self {
            Proof::Code { code, at } => spend(unit.db, user, (code, *at), now)
                .await?
                .ok_or_else(wrong_code)?,
            Proof::Passkey {
                answer,
                asked_by,
                passkeys,
            } => {
                let challenge = take(unit.db, asked_by, user).await?;
                let challenge = challenge.ok_or_else(wrong_passkey)?;
                let proved = passkeys
                    .proved(answer, &challenge)
                    .ok_or_else(wrong_passkey)?;
                if !note(unit.db, user, &proved, now).await? {
                    return Err(wrong_passkey().into());
                }
                Used::Factor(Factor::Passkey)
            }
        };
        if let Used::Recovery { left } = used {
            follow::happen(unit, owner, Event::RecoveryCodeUsed { left, at: now }).await?;
        }
        Ok(used)
    }
}

/// The one answer for what is wrong, spent, or no code at all.
fn wrong_code() -> PortalError {
    PortalError::field("code", FieldProblem::WrongCode)
}

/// The one answer for a passkey that is not the account's, or has signed something else, or too late.
pub(crate) fn wrong_passkey() -> PortalError {
    PortalError::field("passkey", FieldProblem::WrongPasskey)
}
