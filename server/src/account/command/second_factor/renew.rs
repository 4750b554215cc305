use serde::Serialize;
use tierline_core::{account::Event, ids::UserId};

use super::{Account, Proof, must_be_on, owner};
use crate::{
    account::{follow, second_factor::RecoveryHash, store::second_factor::code},
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Replaces the existing recovery codes with new ones.
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
    type Facts = Account;
    type Decision = Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Account> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Account, context: &Context) -> CommandResult<Event> {
        must_be_on(owner)?;
        Ok(Event::RecoveryCodesRenewed {
            recovery_codes: u32::try_from(self.recovery.len()).unwrap_or(u32::MAX),
            at: context.now,
        })
    }

    async fn apply(
        &self,
        mut owner: Account,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, &mut owner).await?;
        code::set(unit.db, self.user, &self.recovery).await?;
        follow::happen(unit, &mut owner, event).await
    }
}
