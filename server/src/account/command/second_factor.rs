//! A user's second factor: setting it up, adding to it, using it, renewing its codes, turning it off.
//!
//! A code is spent in the transaction of the change that required it: a failed change spends nothing, a completed one
//! has spent it. The same holds for the signature of a passkey.

mod add;
mod passkey;
mod proof;
mod prove;
mod remove;
mod renew;
mod set_up;
mod sign_in;
mod turn_off;

pub(crate) use add::Adding;
pub(crate) use passkey::AddPasskey;
pub(crate) use proof::{Proof, wrong_passkey};
pub(crate) use prove::Prove;
pub(crate) use remove::RemoveFactor;
pub(crate) use renew::RenewRecoveryCodes;
pub(crate) use set_up::{BeginSetUp, SetUp, app_code};
pub(crate) use sign_in::{ProveSignIn, expired};
pub(crate) use turn_off::TurnOff;

use tierline_app::portal::PortalResult;
use tierline_core::ids::UserId;

use crate::{
    account::store::{self, Account},
    pipeline::{self, Command, CommandError, CommandResult, Principal, Unit},
    state::AppState,
};

/// Runs one of these changes. No roles are required: the second factor is the user's own affair, whichever organization
/// was chosen.
pub(crate) async fn run<C: Command>(
    state: &AppState,
    user: UserId,
    command: &C,
) -> PortalResult<C::Outcome> {
    pipeline::run(state, Principal::Itself(user), None, command).await
}

/// The caller's account.
async fn owner(unit: &mut Unit<'_>, user: UserId) -> CommandResult<Account> {
    let by = unit.context.itself()?;
    let owner = store::lock(unit.db, user).await?;
    owner
        .filter(|owner| owner.user().may_be_changed_by(by))
        .ok_or(CommandError::SignedOut)
}

/// Fails if the account has no second factor.
fn must_be_on(owner: &Account) -> CommandResult<()> {
    if owner.user().second_factor.is_some() {
        Ok(())
    } else {
        Err(CommandError::Conflict)
    }
}
