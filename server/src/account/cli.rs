//! `tierline user`: what becomes of an account that is there.

use tierline_app::account::model::SignInOutcome;

use super::{
    command::{ResetPassword, ResetSecondFactor},
    hash, temporary_password, trail,
};
use crate::cli::{AdminError, Desk, Flags, Problems, Reading, Report};

/// Commands on accounts.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum AccountCommand {
    /// Give a user a new one-time password and end the user's sessions
    #[command(
        override_usage = "tierline user password --email <ADDRESS> [OPTIONS]",
        after_help = "The one-time password is printed only once and has to be changed at the first sign-in."
    )]
    Password(NewPassword),
    /// Remove the second factor of a user who has lost it and the recovery codes, and end the user's sessions
    #[command(
        override_usage = "tierline user reset-second-factor --email <ADDRESS> [OPTIONS]",
        after_help = "First verify the user's identity by some means other than email: afterwards, the password alone is enough to \
                      sign in. The user is notified by email, and the organization's history records it."
    )]
    ResetSecondFactor(LostSecondFactor),
}

/// Whose password.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "The user")]
pub struct NewPassword {
    /// Work account of the user
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Unblock the user
    #[arg(long)]
    pub unblock: bool,
}

/// Whose second factor.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "The user")]
pub struct LostSecondFactor {
    /// Work account of the user
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
}

/// A requested task; valid as far as can be checked without the database.
#[derive(Debug)]
pub(crate) enum AccountTask {
    ResetPassword(Box<ResetPassword>),
    ResetSecondFactor(Box<ResetSecondFactor>),
}

impl TryFrom<AccountCommand> for AccountTask {
    type Error = Problems;

    fn try_from(said: AccountCommand) -> Result<AccountTask, Problems> {
        let mut reading = Reading::default();
        let mut whose =
            |said: &Option<String>| reading.required("--email", said, "grace.lin@contoso.example");
        let task = match said {
            AccountCommand::Password(said) => whose(&said.email).map(|user_name| {
                AccountTask::ResetPassword(Box::new(ResetPassword {
                    user_name,
                    unblock: said.unblock,
                    password_hash: String::new(),
                }))
            }),
            AccountCommand::ResetSecondFactor(said) => whose(&said.email).map(|user_name| {
                AccountTask::ResetSecondFactor(Box::new(ResetSecondFactor { user_name }))
            }),
        };
        reading.done(task)
    }
}

impl AccountTask {
    /// Does it.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        match self {
            AccountTask::ResetPassword(mut reset) => {
                let password = temporary_password();
                reset.password_hash = hash(&password).await.map_err(AdminError::unprepared)?;
                let unblocked = desk.run(&*reset, &Flags::OF_USER).await?;
                let outcome = SignInOutcome::PasswordChanged;
                trail::by_operator(desk.state(), &reset.user_name, outcome).await;
                let mut done =
                    "The user has a new password, and all sessions have ended.".to_owned();
                if unblocked {
                    done.push_str("\nThe account was blocked and is now unblocked.");
                }
                Ok(Report::of(done).with_account(&reset.user_name, password, desk.sign_in()))
            }
            AccountTask::ResetSecondFactor(reset) => {
                desk.run(&*reset, &Flags::OF_USER).await?;
                let outcome = SignInOutcome::SecondFactorChanged;
                trail::by_operator(desk.state(), &reset.user_name, outcome).await;
                Ok(Report::of(format!(
                    "{} now signs in with the password alone until a second factor is set up again. All sessions have ended.",
                    reset.user_name.key()
                )))
            }
        }
    }
}
