use serde::Serialize;
use tierline_app::{error::PortalError, route};
use tierline_core::{customer, ids::UserId};

use super::{Owner, Proof, must_be_on, owner};
use crate::{
    account::store::second_factor as stored,
    mail::MailTemplate,
    pipeline::{Command, CommandResult, Context, Unit},
};

/// From now on the password alone signs in.
#[derive(Serialize)]
pub(crate) struct TurnOff {
    pub user: UserId,
    /// The password's hash that was compared with what was typed.
    #[serde(skip)]
    pub checked: Option<String>,
    #[serde(skip)]
    pub proof: Proof,
}

impl Command for TurnOff {
    const NAME: &'static str = "turn_off_second_factor";
    type Facts = Owner;
    type Decision = customer::Event;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Owner> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Owner, context: &Context) -> CommandResult<customer::Event> {
        must_be_on(owner)?;
        Ok(customer::Event::SecondFactorTurnedOff {
            user: self.user,
            at: context.now,
        })
    }

    async fn apply(
        &self,
        owner: Owner,
        event: customer::Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        self.proof.spend(unit, self.user, &owner).await?;
        if !stored::turn_off(unit.db, self.user, self.checked.as_deref()).await? {
            return Err(PortalError::SignedOut.into());
        }
        unit.record_in_each(&owner.organizations, &event).await?;
        let mail = MailTemplate::SecondFactorTurnedOff {
            account: owner.recipient.email.clone(),
            by_operator: false,
            link: unit.url(route::SECOND_FACTOR),
        };
        unit.mail_user(&owner.recipient, mail).await
    }
}
