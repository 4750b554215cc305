use serde::Serialize;
use tierline_app::route;
use tierline_core::{
    customer,
    organization::{self, Account},
    text::EmailAddress,
};

use crate::{
    account::{
        session,
        store::{second_factor as stored, second_factor::Owner},
    },
    cli_command::Done,
    mail::MailTemplate,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Takes the second factor of a user away who has nothing of it any more, nor a recovery code; every session ends.
#[derive(Debug, Serialize)]
pub(crate) struct ResetSecondFactor {
    pub user_name: EmailAddress,
}

/// The account as the decision wants it, and the rest of it.
pub(crate) type Facts = Option<(Account, Owner)>;

impl Command for ResetSecondFactor {
    const NAME: &'static str = "reset_second_factor";
    type Facts = Facts;
    type Decision = Done<customer::Event>;
    type Outcome = Done<()>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let Some((account, _)) = crate::account::store::account(unit.db, &self.user_name).await?
        else {
            return Ok(None);
        };
        let owner = stored::owner(unit.db, account.user).await?;
        Ok(owner.map(|owner| (account, owner)))
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let account = facts
            .as_ref()
            .map(|(account, owner)| (*account, owner.has_second_factor));
        let decided = organization::reset_second_factor(account, &self.user_name, context.now);
        Ok(decided.map_err(|problem| vec![problem]))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let event = match decision {
            Ok(event) => event,
            Err(problems) => return Ok(Err(problems)),
        };
        let (account, owner) =
            facts.ok_or(CommandError::Inconsistent("a second factor of no account"))?;
        let password = owner.password_hash.as_deref();
        stored::turn_off(unit.db, account.user, password).await?;
        session::end_all_of(&mut *unit.db, account.user.into_uuid()).await?;
        unit.record_in_each(&owner.organizations, &event).await?;
        let mail = MailTemplate::SecondFactorTurnedOff {
            account: owner.recipient.email.clone(),
            by_operator: true,
            link: unit.url(route::SECOND_FACTOR),
        };
        unit.mail_user(&owner.recipient, mail).await?;
        Ok(Ok(()))
    }
}
