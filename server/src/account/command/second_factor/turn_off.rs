use serde::Serialize;
use tierline_core::{
    Refusal,
    account::Event,
    ids::UserId,
    organization::{RequiredBy, may_turn_off, required_by},
};

use super::{Account, Proof, must_be_on, owner};
use crate::{
    account::{follow, store::second_factor as stored},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
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
    type Facts = (Account, Option<RequiredBy>);
    type Decision = Event;
    type Outcome = ();

    /// The organizations are not locked: whoever turns it off while one of them begins to require it has to set it up
    /// again at the next request.
    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let owner = owner(unit, self.user).await?;
        let belongings = stored::belongings(&mut *unit.db, self.user.into_uuid()).await?;
        Ok((owner, required_by(unit.config().second_factor, &belongings)))
    }

    fn decide(&self, (owner, required): &Self::Facts, context: &Context) -> CommandResult<Event> {
        must_be_on(owner)?;
        may_turn_off(required.as_ref()).map_err(Refusal::from)?;
        Ok(Event::SecondFactorTurnedOff { at: context.now })
    }

    async fn apply(
        &self,
        (mut owner, _): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, &mut owner).await?;
        if !stored::turn_off(unit.db, self.user, self.checked.as_deref()).await? {
            return Err(CommandError::SignedOut);
        }
        follow::happen(unit, &mut owner, event).await
    }
}
