//! The operator's user who runs a command.

use sqlx::PgPool;
use tierline_core::text::EmailAddress;

use super::{AdminError, Problems, Request};
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
    /// Work account of the operator's user who runs the command; the history records the name. Not needed if there is
    /// only one program admin, or to add the operator
    #[arg(
        long = "as",
        value_name = "ADDRESS",
        global = true,
        help_heading = "Run as"
    )]
    pub(super) who: Option<String>,
}

/// The user of this name, or the only program admin there is. As long as there is no operator, nobody: then core lets
/// the operator be entered, and nothing else. When every program admin is blocked, the one that is let in again: core
/// lets it do just that.
pub(super) async fn principal(pool: &PgPool, request: &Request) -> Result<Principal, AdminError> {
    let name = request.by.as_deref().map(str::trim);
    // An address that cannot be one is nobody's.
    let address = name.and_then(|name| EmailAddress::parse(name).ok());
    let users = operators(&mut *pool.acquire().await?, address.as_ref()).await?;
    let admins: Vec<&Operator> = users
        .iter()
        .filter(|it| it.is_program_admin && !it.is_blocked)
        .collect();
    let user = |address: &EmailAddress| users.iter().find(|it| it.user_name == address.key());
    let by = address.as_ref().and_then(user);
    if admins.is_empty()
        && let Some(itself) = request.unblocks().and_then(user)
        && (name.is_none() || by.is_some_and(|by| by.user == itself.user))
    {
        return Ok(Principal::Blocked(itself.user, itself.organization));
    }
    let found = match name {
        Some(_) => by.filter(|it| !it.is_blocked),
        None => match admins.as_slice() {
            [] if users.is_empty() => return Ok(Principal::Job),
            [only] => Some(*only),
            _ => None,
        },
    };
    match found {
        Some(it) => Ok(Principal::Operator(it.user, it.organization)),
        None => Err(Problems::new(vec![told(name.zip(Some(by)), &users, &admins)]).into()),
    }
}

/// Why it is nobody, with those that it could be, or the way to have one. The name is the one typed, with its user.
fn told(
    name: Option<(&str, Option<&Operator>)>,
    users: &[Operator],
    admins: &[&Operator],
) -> String {
    let names: Vec<&str> = admins.iter().map(|it| it.user_name.as_str()).collect();
    let there_are = match names.as_slice() {
        [] => all_blocked(users),
        [only] => format!("its program admin is {only}"),
        several => format!("its program admins are {}", several.join(", ")),
    };
    match name {
        Some((name, _)) if users.is_empty() => {
            format!("--as: the program doesn't have an operator yet, so it has no user `{name}`")
        }
        Some((name, Some(by))) if by.is_blocked => {
            format!("--as: `{name}` is blocked; {there_are}")
        }
        Some((name, _)) => format!("--as: the operator has no user `{name}`; {there_are}"),
        None if names.is_empty() => format!("--as is missing: {there_are}"),
        None => format!(
            "--as is missing: the operator has several program admins, {}",
            names.join(", ")
        ),
    }
}

/// Nobody can act for the program: the command that helps.
fn all_blocked(users: &[Operator]) -> String {
    let nobody = "the operator has no program admin who isn't blocked";
    match users.iter().find(|it| it.is_program_admin) {
        Some(admin) => format!(
            "{nobody}; unblock one first with `tierline user password --email {} --unblock`",
            admin.user_name
        ),
        None => nobody.to_owned(),
    }
}
