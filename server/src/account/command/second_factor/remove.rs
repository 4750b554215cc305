use serde::Serialize;
use tierline_app::{
    error::{FieldProblem, PortalError},
    route,
};
use tierline_core::{customer, ids::UserId, organization::Factor};
use uuid::Uuid;

use super::{Owner, Proof, owner};
use crate::{
    account::store::{second_factor as stored, second_factor::Held},
    mail::MailTemplate,
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Takes one of several away: the phone that was sold, the key that was lost. The last one goes with
/// [`super::TurnOff`], which asks for the password too.
#[derive(Serialize)]
pub(crate) struct RemoveFactor {
    pub user: UserId,
    pub factor: Uuid,
    #[serde(skip)]
    pub proof: Proof,
}

/// The account, and what it has.
pub(crate) type Facts = (Owner, Vec<Held>);

impl Command for RemoveFactor {
    const NAME: &'static str = "remove_factor";
    type Facts = Facts;
    type Decision = (Factor, customer::Event);
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let owner = owner(unit, self.user).await?;
        let held = stored::held(&mut *unit.db, self.user.into_uuid()).await?;
        Ok((owner, held))
    }

    fn decide(&self, (_, held): &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let found = held.iter().find(|held| held.id == self.factor);
        let factor = found.ok_or(PortalError::NotFound)?.factor;
        if held.len() == 1 {
            return Err(PortalError::field("code", FieldProblem::LastFactor).into());
        }
        let event = customer::Event::FactorRemoved {
            user: self.user,
            factor,
            at: context.now,
        };
        Ok((factor, event))
    }

    async fn apply(
        &self,
        (owner, _): Facts,
        (factor, event): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, self.user, &owner).await?;
        if !stored::remove(unit.db, self.user, self.factor).await? {
            return Err(PortalError::NotFound.into());
        }
        unit.record_in_each(&owner.organizations, &event).await?;
        let mail = MailTemplate::FactorChanged {
            account: owner.recipient.email.clone(),
            factor,
            added: false,
            link: unit.url(route::SECOND_FACTOR),
        };
        unit.mail_user(&owner.recipient, mail).await
    }
}
