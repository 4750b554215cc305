use serde::Serialize;
use tierline_app::error::FieldProblem;
use tierline_core::{account::Event, ids::UserId};
use uuid::Uuid;

use super::{Account, Proof, owner};
use crate::{
    account::{
        follow,
        store::{second_factor as stored, second_factor::Held},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Removes one of several factors, such as a sold phone or a lost key. The last one is removed by [`super::TurnOff`],
/// which asks for the password too.
#[derive(Serialize)]
pub(crate) struct RemoveFactor {
    pub user: UserId,
    pub factor: Uuid,
    #[serde(skip)]
    pub proof: Proof,
}

/// The account, and its factors.
pub(crate) type Facts = (Account, Vec<Held>);

impl Command for RemoveFactor {
    const NAME: &'static str = "remove_factor";
    type Facts = Facts;
    type Decision = Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let owner = owner(unit, self.user).await?;
        let held = stored::held(&mut *unit.db, self.user.into_uuid()).await?;
        Ok((owner, held))
    }

    fn decide(&self, (_, held): &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let found = held.iter().find(|held| held.id == self.factor);
        let factor = found.ok_or(CommandError::NotFound)?.factor;
        if held.len() == 1 {
            return Err(CommandError::field("code", FieldProblem::LastFactor));
        }
        let event = Event::FactorRemoved {
            factor,
            at: context.now,
        };
        Ok(event)
    }

    async fn apply(
        &self,
        (mut owner, _): Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, &mut owner).await?;
        if !stored::remove(unit.db, self.user, self.factor).await? {
            return Err(CommandError::NotFound);
        }
        follow::happen(unit, &mut owner, event).await
    }
}
