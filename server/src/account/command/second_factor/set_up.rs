use serde::Serialize;
use tierline_app::error::FieldProblem;
use tierline_core::{Timestamp, account::Factor, ids::UserId};
use uuid::Uuid;

use super::{Account, Adding, owner};
use crate::{
    account::{
        second_factor::{self, Code},
        session::CurrentSession,
        store::second_factor as stored,
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Makes the secret to be shown in the user's session. It is of no use until it is confirmed.
#[derive(Serialize)]
pub(crate) struct BeginSetUp {
    pub user: UserId,
    #[serde(skip)]
    pub session: CurrentSession,
}

impl Command for BeginSetUp {
    const NAME: &'static str = "begin_second_factor";
    type Facts = Account;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Account> {
        owner(unit, self.user).await
    }

    fn decide(&self, owner: &Account, _: &Context) -> CommandResult<()> {
        must_have_no_app(owner)
    }

    async fn apply(&self, _: Account, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        let secret = second_factor::fresh_secret();
        Ok(stored::begin_setup(unit.db, self.session.stored_name(), &secret).await?)
    }
}

/// Adds an app, now that a code proves that it has the secret.
#[derive(Serialize)]
pub(crate) struct SetUp {
    pub user: UserId,
    /// The code that the app shows, and the time by its clock. None for any other text: there may be no recovery codes
    /// yet.
    #[serde(skip)]
    pub code: Option<(String, Timestamp)>,
    #[serde(skip)]
    pub adding: Adding,
}

/// The account, and the secret that was shown.
pub(crate) type Facts = (Account, Vec<u8>);

impl Command for SetUp {
    const NAME: &'static str = "set_up_second_factor";
    type Facts = Facts;
    /// The time step of the code.
    type Decision = i64;
    /// Whether it is the account's first factor.
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let owner = owner(unit, self.user).await?;
        let session = self.adding.session.stored_name();
        let secret = stored::setup_secret(&mut *unit.db, session).await?;
        Ok((owner, secret.ok_or(CommandError::Conflict)?))
    }

    fn decide(&self, (owner, secret): &Facts, _: &Context) -> CommandResult<i64> {
        must_have_no_app(owner)?;
        let (code, at) = self.code.as_ref().ok_or_else(wrong_app_code)?;
        second_factor::step_of(secret, code, *at)?.ok_or_else(wrong_app_code)
    }

    async fn apply(
        &self,
        (owner, secret): Facts,
        step: i64,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        self.adding.begin(unit, self.user, &owner).await?;
        let (id, now): (Uuid, _) = (unit.new_id(), unit.now());
        stored::add_app(unit.db, self.user, (id, &secret, step), now).await?;
        self.adding.finish(unit, owner, Factor::App).await
    }
}

/// The typed text, if it is a code of an app.
pub(crate) fn app_code(typed: &str) -> Option<String> {
    match Code::parse(typed) {
        Some(Code::App(code)) => Some(code),
        _ => None,
    }
}

fn must_have_no_app(owner: &Account) -> CommandResult<()> {
    if owner.user().second_factor.is_some_and(|it| it.app) {
        Err(CommandError::Conflict)
    } else {
        Ok(())
    }
}

/// The error for a wrong code before any recovery code exists or anything was used.
fn wrong_app_code() -> CommandError {
    CommandError::field("code", FieldProblem::WrongAppCode)
}
