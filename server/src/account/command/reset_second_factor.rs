use serde::Serialize;
use tierline_core::{account::Event, organization, text::EmailAddress};

use crate::{
    account::{
        follow, session,
        store::{self, Account, second_factor as stored},
    },
    cli::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Removes the second factor of a user who has lost it and the recovery codes, and ends every session.
#[derive(Debug, Serialize)]
pub(crate) struct ResetSecondFactor {
    pub user_name: EmailAddress,
}

impl Command for ResetSecondFactor {
    const NAME: &'static str = "reset_second_factor";
    type Facts = Option<Account>;
    type Decision = Done<Event>;
    type Outcome = Done<()>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Account>> {
        Ok(store::lock_named(unit.db, &self.user_name).await?)
    }

    fn decide(&self, facts: &Option<Account>, context: &Context) -> CommandResult<Self::Decision> {
        let user = facts.as_ref().map(Account::user);
        let decided = organization::reset_second_factor(
            context.operating(),
            user,
            &self.user_name,
            context.now,
        );
        Ok(decided.map_err(|problem| vec![problem]))
    }

    async fn apply(
        &self,
        facts: Option<Account>,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let event = match decision {
            Ok(event) => event,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut account =
            facts.ok_or(CommandError::Inconsistent("a second factor of no account"))?;
        let user = account.user().id;
        stored::turn_off(unit.db, user, account.password_hash.as_deref()).await?;
        session::end_all_of(&mut *unit.db, user.into_uuid()).await?;
        follow::happen(unit, &mut account, event).await?;
        Ok(Ok(()))
    }
}
