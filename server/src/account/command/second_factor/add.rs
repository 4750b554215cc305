//! Steps that adding an app and adding a passkey have in common.

use tierline_app::error::FieldProblem;
use tierline_core::{
    account::{Event, Factor},
    ids::UserId,
};

use super::Account;
use crate::{
    account::{
        follow,
        second_factor::RecoveryHash,
        session::{self, CurrentSession},
        store::{second_factor as stored, second_factor::code},
    },
    pipeline::{CommandError, CommandResult, Unit},
};

/// The session that adds a factor, and the password it was confirmed with.
pub(crate) struct Adding {
    pub session: CurrentSession,
    /// The hash that the typed password was compared with.
    pub checked: Option<String>,
    /// Recovery codes, for a user without a second factor. A user who has one keeps the existing codes.
    pub recovery: Vec<RecoveryHash>,
}

impl Adding {
    /// Runs before the factor is written. Only a user who has just proved an existing factor may add another: otherwise
    /// a stolen session and password could add the thief's factor and remove the others with it.
    pub(super) async fn begin(
        &self,
        unit: &mut Unit<'_>,
        user: UserId,
        owner: &Account,
    ) -> CommandResult<()> {
        if owner.user().second_factor.is_some()
            && !session::has_proved_lately(&mut *unit.db, &self.session).await?
        {
            return Err(CommandError::field(
                "current_password",
                FieldProblem::ProveFirst,
            ));
        }
        if stored::turn_on(unit.db, user, self.checked.as_deref()).await? {
            Ok(())
        } else {
            Err(CommandError::SignedOut)
        }
    }

    /// Runs after the factor is written. The first one ends the user's other sessions, which rest on a password alone,
    /// and brings recovery codes. Returns whether it was the first.
    pub(super) async fn finish(
        &self,
        unit: &mut Unit<'_>,
        mut owner: Account,
        factor: Factor,
    ) -> CommandResult<bool> {
        let (first, at) = (owner.user().second_factor.is_none(), unit.now());
        let event = if first {
            code::set(unit.db, owner.user().id, &self.recovery).await?;
            session::end_others(&mut *unit.db, &self.session).await?;
            session::note_proof(&mut *unit.db, &self.session).await?;
            Event::SecondFactorSetUp {
                factor,
                recovery_codes: u32::try_from(self.recovery.len()).unwrap_or(u32::MAX),
                at,
            }
        } else {
            Event::FactorAdded { factor, at }
        };
        follow::happen(unit, &mut owner, event).await?;
        Ok(first)
    }
}
