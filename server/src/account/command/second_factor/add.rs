//! What adding an app and adding a passkey have in common.

use tierline_app::{
    error::{FieldProblem, PortalError},
    route,
};
use tierline_core::{customer, ids::UserId, organization::Factor};

use super::Owner;
use crate::{
    account::{
        second_factor::RecoveryHash,
        session::{self, CurrentSession},
        store::{second_factor as stored, second_factor::code},
    },
    mail::MailTemplate,
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
        owner: &Owner,
    ) -> CommandResult<()> {
        if owner.has_second_factor
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
        user: UserId,
        owner: &Owner,
        factor: Factor,
    ) -> CommandResult<bool> {
        let (first, at) = (!owner.has_second_factor, unit.now());
        let account = owner.recipient.email.clone();
        let link = unit.url(route::SECOND_FACTOR);
        let (event, mail) = if first {
            code::set(unit.db, user, &self.recovery).await?;
            session::end_others(&mut *unit.db, &self.session).await?;
            session::note_proof(&mut *unit.db, &self.session).await?;
            (
                customer::Event::SecondFactorSetUp { user, at },
                MailTemplate::SecondFactorSetUp {
                    account,
                    factor,
                    link,
                },
            )
        } else {
            (
                customer::Event::FactorAdded { user, factor, at },
                MailTemplate::FactorChanged {
                    account,
                    factor,
                    added: true,
                    link,
                },
            )
        };
        unit.record_in_each(&owner.organizations, &event).await?;
        unit.mail_user(&owner.recipient, mail).await?;
        Ok(first)
    }
}
