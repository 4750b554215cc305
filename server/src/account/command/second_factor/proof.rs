//! Proofs of a second factor.

use tierline_app::{error::FieldProblem, portal::PortalResult};
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
    pipeline::{CommandError, CommandResult, Unit},
    state::AppState,
};

/// A code that the user has typed, or the signature of a passkey.
pub(crate) enum Proof {
    /// A code, and the time by the clock of an app.
    Code { code: Code, at: Timestamp },
    /// The browser's answer to the challenge stored under this name.
    Passkey {
        answer: PasskeyProof,
        asked_by: Vec<u8>,
        passkeys: Passkeys,
    },
}

impl Proof {
    /// # Errors
    /// At the field, as for a wrong code: text that is not a code proves nothing either.
    pub(crate) fn of_code(state: &AppState, typed: &str) -> PortalResult<Proof> {
        Ok(Proof::Code {
            code: Code::parse(typed).ok_or_else(wrong_code)?,
            at: state.clock.of_the_world(),
        })
    }

    /// Whether the proof is beyond guessing.
    pub(crate) fn is_beyond_guessing(&self) -> bool {
        match self {
            Proof::Code { code, .. } => matches!(code, Code::Recovery(_)),
            Proof::Passkey { .. } => true,
        }
    }

    /// Uses the proof up. A used recovery code goes into the history with the number of codes left, and its owner is
    /// told by mail, in case somebody else has used it.
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
                    return Err(wrong_passkey());
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

/// The one error for a code that is wrong, spent, or no code at all.
fn wrong_code() -> CommandError {
    CommandError::field("code", FieldProblem::WrongCode)
}

/// The one error for a passkey that is not the account's, has signed something else, or comes too late.
pub(crate) fn wrong_passkey() -> CommandError {
    CommandError::field("passkey", FieldProblem::WrongPasskey)
}
