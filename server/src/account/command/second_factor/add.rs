//! What adding an app and adding a passkey have in common.

use tierline_app::error::{FieldProblem, PortalError};
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
    pipeline::{CommandResult, Unit},
};

/// From which session something is added, after which password.
pub(crate) struct Adding {
    pub session: CurrentSession,
    /// The password's hash that was compared with what was typed.
    pub checked: Option<String>,
    /// For who had no second factor until now. Otherwise those there are stay.
    pub recovery: Vec<RecoveryHash>,
}

impl Adding {
    /// Before it is written. To what there is, only who has just proved to have it adds anything: else a session and
    /// the password, both stolen, could add the thief's own, and take the rest away with that.
    pub(super) async fn begin(
        &self,
        unit: &mut Unit<'_>,
        user: UserId,
        owner: &Account,
    ) -> CommandResult<()> {
        if owner.user().second_factor.is_some()
            && !session::has_proved_lately(&mut *unit.db, &self.session).await?
        {
            return Err(PortalError::field("current_password", FieldProblem::ProveFirst).into());
        }
        if stored::turn_on(unit.db, user, self.checked.as_deref()).await? {
            Ok(())
        } else {
            Err(PortalError::SignedOut.into())
        }
    }

    /// After it was written. The first one ends the user's other sessions, which nobody has proved more for than a
    /// password, and brings recovery codes: answers whether it was.
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
