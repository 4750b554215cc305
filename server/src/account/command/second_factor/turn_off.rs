use serde::Serialize;
use tierline_app::error::PortalError;
use tierline_core::{account::Event, ids::UserId};

use super::{Account, Proof, must_be_on, owner};
use crate::{
    account::{follow, store::second_factor as stored},
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Turns the second factor off: from then on the password alone signs in.
#[derive(Serialize)]
pub(crate) struct TurnOff {
    pub user: UserId,
    /// The hash that the typed password was compared with.
    #[serde(skip)]
    pub checked: Option<String>,
    #[serde(skip)]
    pub proof: Proof,
}

impl Command for TurnOff {
    const NAME: &'static str = "turn_off_second_factor";
    type Facts = Account;
    type Decision = Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Account> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Account, context: &Context) -> CommandResult<Event> {
        must_be_on(owner)?;
        Ok(Event::SecondFactorTurnedOff { at: context.now })
    }

    async fn apply(
        &self,
        mut owner: Account,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, &mut owner).await?;
        if !stored::turn_off(unit.db, self.user, self.checked.as_deref()).await? {
            return Err(PortalError::SignedOut.into());
        }
        follow::happen(unit, &mut owner, event).await
    }
}
