use serde::Serialize;
use tierline_app::error::PortalError;
use tierline_core::{customer, ids::UserId};

use super::{Owner, Proof, owner, prove};
use crate::{
    pipeline::{Command, Context, Step, Unit},
    second_factor::RecoveryHash,
    store::second_factor as stored,
};

/// New recovery codes in the place of those there are.
#[derive(Serialize)]
pub(crate) struct RenewRecoveryCodes {
    pub user: UserId,
    #[serde(skip)]
    pub proof: Proof,
    #[serde(skip)]
    pub recovery: Vec<RecoveryHash>,
}

impl Command for RenewRecoveryCodes {
    const NAME: &'static str = "renew_recovery_codes";
    type Facts = Owner;
    type Decision = customer::Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Owner> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Owner, context: &Context) -> Step<customer::Event> {
        if !owner.has_second_factor {
            return Err(PortalError::Conflict.into());
        }
        Ok(customer::Event::RecoveryCodesRenewed {
            user: self.user,
            at: context.now,
        })
    }

    async fn apply(&self, owner: Owner, event: customer::Event, unit: &mut Unit<'_>) -> Step<()> {
        prove(unit, self.user, &self.proof, &owner.organisations).await?;
        stored::set_recovery_codes(unit.db, self.user, &self.recovery).await?;
        unit.record_in_each(&owner.organisations, &event).await
    }
}
