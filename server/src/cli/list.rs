//! Everything that the operator can ask for, by area.

use tierline_core::text::EmailAddress;

use super::{AdminError, Desk, Problems, Report, Topic};
use crate::{
    account::cli::{AccountCommand, AccountTask},
    agreement::cli::{AgreementCommand, AgreementTask},
    catalog::cli::{CatalogCommand, CatalogTask},
    membership::cli::{RegistryCommand, RegistryTask},
    organization::cli::{NewUser, OrganizationCommand, OrganizationTask},
};

/// The commands outside the portal.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum OperatorCommand {
    /// Add organizations without the portal; in a database without the demo world, add the operator first
    Organization(Topic<OrganizationCommand>),
    /// Add users and set passwords without the portal
    User(Topic<UserCommand>),
    /// Import the operator's price list into the catalog
    Catalog(Topic<CatalogCommand>),
    /// Import members into the MPN registry
    Registry(Topic<RegistryCommand>),
    /// Publish the agreements that partners sign
    Agreement(Topic<AgreementCommand>),
}

/// Commands on users.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum UserCommand {
    /// Add a user to an organization, with a one-time password
    #[command(
        override_usage = "tierline user add --organization <DOMAIN> --name <NAME> --email <ADDRESS> \
                          --role <ROLE>... [OPTIONS]",
        after_help = "Example:\n  \
                      tierline user add --organization contoso.example --name 'Oscar Chen' \\\n      \
                      --email oscar.chen@contoso.example --role sales-agent --role report-viewer\n\n\
                      The one-time password is printed only once and has to be changed at the first sign-in."
    )]
    Add(NewUser),
    #[command(flatten)]
    Account(AccountCommand),
}

/// A requested task and its user; valid as far as can be checked without the database.
#[derive(Debug)]
pub struct Request {
    pub(super) by: Option<String>,
    pub(super) task: Task,
}

#[derive(Debug)]
pub(super) enum Task {
    Organization(OrganizationTask),
    Account(AccountTask),
    Catalog(CatalogTask),
    Registry(RegistryTask),
    Agreement(AgreementTask),
}

impl TryFrom<OperatorCommand> for Request {
    type Error = Problems;

    fn try_from(said: OperatorCommand) -> Result<Request, Problems> {
        let (by, task) = match said {
            OperatorCommand::Organization(Topic { what, by }) => {
                (by, Task::Organization(what.try_into()?))
            }
            OperatorCommand::User(Topic { what, by }) => match what {
                UserCommand::Add(new) => (by, Task::Organization(new.try_into()?)),
                UserCommand::Account(what) => (by, Task::Account(what.try_into()?)),
            },
            OperatorCommand::Catalog(Topic { what, by }) => (by, Task::Catalog(what.try_into()?)),
            OperatorCommand::Registry(Topic { what, by }) => (by, Task::Registry(what.try_into()?)),
            OperatorCommand::Agreement(Topic { what, by }) => {
                (by, Task::Agreement(what.try_into()?))
            }
        };
        Ok(Request { by: by.who, task })
    }
}

impl Request {
    /// The user whom it lets in again, if it does that.
    pub(super) fn unblocks(&self) -> Option<&EmailAddress> {
        match &self.task {
            Task::Account(AccountTask::ResetPassword(reset)) if reset.unblock => {
                Some(&reset.user_name)
            }
            _ => None,
        }
    }
}

impl Task {
    pub(super) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        match self {
            Task::Organization(task) => task.perform(desk).await,
            Task::Account(task) => task.perform(desk).await,
            Task::Catalog(task) => task.perform(desk).await,
            Task::Registry(task) => task.perform(desk).await,
            Task::Agreement(task) => task.perform(desk).await,
        }
    }
}
