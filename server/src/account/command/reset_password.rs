use serde::Serialize;
use tierline_core::{
    customer,
    ids::OrganizationId,
    organization::{self, Account},
    text::EmailAddress,
};

use crate::{
    cli_command::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// A new temporary password for a user; every session ends. Answers whether the account was blocked until then.
#[derive(Debug, Serialize)]
pub(crate) struct ResetPassword {
    pub user_name: EmailAddress,
    pub unblock: bool,
    #[serde(skip)]
    pub password_hash: String,
}

impl Command for ResetPassword {
    const NAME: &'static str = "reset_password";
    type Facts = Option<(Account, Vec<OrganizationId>)>;
    type Decision = Done<customer::Event>;
    type Outcome = Done<bool>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(crate::account::store::account(unit.db, &self.user_name).await?)
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let account = facts.as_ref().map(|(account, _)| *account);
        let decided =
            organization::reset_password(account, &self.user_name, self.unblock, context.now);
        Ok(decided.map_err(|problem| vec![problem]))
    }

    async fn apply(
        &self,
        facts: Self::Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let event = match decision {
            Ok(event) => event,
            Err(problems) => return Ok(Err(problems)),
        };
        let (account, organizations) =
            facts.ok_or(CommandError::Inconsistent("a password of no account"))?;
        crate::account::store::set_temporary_password(unit.db, account.user, &self.password_hash)
            .await?;
        if account.is_blocked {
            crate::account::store::unblock(unit.db, account.user).await?;
        }
        unit.record_in_each(&organizations, &event).await?;
        Ok(Ok(account.is_blocked))
    }
}
