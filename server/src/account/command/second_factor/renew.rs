use serde::Serialize;
use tierline_app::route;
use tierline_core::{customer, ids::UserId};

use super::{Owner, Proof, must_be_on, owner};
use crate::{
    account::{second_factor::RecoveryHash, store::second_factor::code},
    mail::MailTemplate,
    pipeline::{Command, CommandResult, Context, Unit},
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

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Owner> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Owner, context: &Context) -> CommandResult<customer::Event> {
        must_be_on(owner)?;
        Ok(customer::Event::RecoveryCodesRenewed {
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
        code::set(unit.db, self.user, &self.recovery).await?;
        unit.record_in_each(&owner.organizations, &event).await?;
        let mail = MailTemplate::RecoveryCodesRenewed {
            account: owner.recipient.email.clone(),
            link: unit.url(route::SECOND_FACTOR),
        };
        unit.mail_user(&owner.recipient, mail).await
    }
}
