use serde::Serialize;
use tierline_core::{account::Event, organization, text::EmailAddress};

use crate::{
    account::{
        follow,
        store::{self, Account},
    },
    cli::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Sets a temporary password for a user and ends every session. Returns whether the account was blocked before.
#[derive(Debug, Serialize)]
pub(crate) struct ResetPassword {
    pub user_name: EmailAddress,
    pub unblock: bool,
    #[serde(skip)]
    pub password_hash: String,
}

pub(crate) struct Facts {
    account: Option<Account>,
    /// Whether the operator has a program admin who is not blocked.
    has_admin: bool,
}

impl Command for ResetPassword {
    const NAME: &'static str = "reset_password";
    type Facts = Facts;
    type Decision = Done<Event>;
    type Outcome = Done<bool>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(Facts {
            account: store::lock_named(unit.db, &self.user_name).await?,
            has_admin: store::has_program_admin(unit.db).await?,
        })
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let user = facts.account.as_ref().map(Account::user);
        let decided = organization::reset_password(
            context.operating(),
            user,
            &self.user_name,
            self.unblock,
            facts.has_admin,
            context.now,
        );
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
        let mut account = facts
            .account
            .ok_or(CommandError::Inconsistent("a password of no account"))?;
        let was_blocked = account.user().is_blocked;
        let user = account.user().id;
        let now = unit.now();
        store::set_temporary_password(unit.db, user, &self.password_hash, now).await?;
        follow::happen(unit, &mut account, event).await?;
        Ok(Ok(was_blocked))
    }
}
