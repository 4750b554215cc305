//! The operator's user who runs a command.

use sqlx::PgPool;

use super::{AdminError, Problems};
use crate::{
    account::store::{Operator, operators},
    pipeline::Principal,
};

/// The commands of a topic, each of which says who asks.
#[derive(Clone, Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct Topic<C: clap::Subcommand> {
    #[command(subcommand)]
    pub(super) what: C,
    #[command(flatten)]
    pub(super) by: By,
}

/// The user who runs the command.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct By {
    /// Work account of the operator's user who does it; the history has the name. Not needed while there is one program
    /// admin, nor to enter the operator
    #[arg(
        long = "as",
        value_name = "ADDRESS",
        global = true,
        help_heading = "Who does it"
    )]
    pub(super) who: Option<String>,
}

/// The user of this name, or the only program admin there is. As long as there is no operator, nobody: then core lets
/// the operator be entered, and nothing else.
pub(super) async fn principal(pool: &PgPool, name: Option<&str>) -> Result<Principal, AdminError> {
    let users = operators(&mut *pool.acquire().await?).await?;
    let found = match name {
        Some(name) => users
            .iter()
            .find(|it| it.user_name.eq_ignore_ascii_case(name.trim())),
        None => match admins(&users).as_slice() {
            [] if users.is_empty() => return Ok(Principal::Job),
            [only] => Some(*only),
            _ => None,
        },
    };
    match found {
        Some(it) => Ok(Principal::Operator(it.user, it.organization)),
        None => Err(Problems::new(vec![told(name, &users)]).into()),
    }
}

fn admins(users: &[Operator]) -> Vec<&Operator> {
    users.iter().filter(|it| it.is_program_admin).collect()
}

/// Why it is nobody, with those that it could be.
fn told(name: Option<&str>, users: &[Operator]) -> String {
    let admins = admins(users);
    let names: Vec<&str> = admins.iter().map(|it| it.user_name.as_str()).collect();
    let there_are = match names.as_slice() {
        [] => "the operator has no program admin who is not blocked".to_owned(),
        [only] => format!("its program admin is {only}"),
        several => format!("its program admins are {}", several.join(", ")),
    };
    match name {
        Some(name) if users.is_empty() => {
            format!("--as: the program has no operator yet, and so no user `{name}` of it")
        }
        Some(name) => format!("--as: the operator has no user `{name}`; {there_are}"),
        None if names.is_empty() => format!("--as is missing: {there_are}"),
        None => format!(
            "--as is missing: the operator has several program admins, {}",
            names.join(", ")
        ),
    }
}
