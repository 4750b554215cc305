//! The one way in which anything of the domain is changed.
//!
//! A change is a [`Command`]: it loads its facts under locks, asks core, and writes what has then happened. Everything
//! that all changes have in common is here, once: the transaction, the answer to a repeated request, who is
//! asking, and another try when two changes got into each other's way.

pub(crate) mod outcome;

mod call;
mod context;
mod fingerprint;
pub(crate) mod letter;
pub(crate) mod object;
mod read;
mod stop;
pub mod template;
mod unit;

#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Serialize, de::DeserializeOwned};
use tierline_app::portal::PortalResult;
use tierline_core::ids::RequestId;

pub use call::Call;
pub use context::{Context, Principal};
pub use read::{Read, visible};
pub use stop::{CommandError, CommandResult};
pub use unit::Unit;

use crate::state::AppState;

/// How often a change is tried again when another one got in its way. Each try is a whole new transaction.
const RETRIES: u32 = 6;

/// A change: its arguments, and its three steps. The serialized arguments tell whether a repeated request is the same
/// one; what is left out of them (passwords) does not count.
pub trait Command: Serialize + Sync {
    /// The stable name.
    const NAME: &'static str;
    /// What core has to know.
    type Facts: Send;
    /// What core has decided.
    type Decision: Send;
    /// What is answered, now and when the request is repeated. What it leaves out of its serialized form is
    /// answered only the first time.
    type Outcome: Serialize + DeserializeOwned + Send;

    /// Reads the facts, locked as long as the transaction lasts: an invitation first, then organizations,
    /// partnerships and relationships, each kind in the order of ids, so that no two changes wait for each other.
    fn facts(&self, unit: &mut Unit<'_>)
    -> impl Future<Output = CommandResult<Self::Facts>> + Send;

    /// Asks core. Reads nothing and writes nothing.
    ///
    /// # Errors
    /// What core refuses.
    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision>;

    /// Writes what has happened: state, events, mails.
    fn apply(
        &self,
        facts: Self::Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> impl Future<Output = CommandResult<Self::Outcome>> + Send;
}

/// Runs a change in one transaction. With a request id it is done once, and every repetition gets the first answer.
/// Only successes are remembered: what was refused may be asked again.
///
/// # Errors
/// What the command answers; [`tierline_app::error::PortalError::Conflict`] when the request id was used for another
/// change; a fault, logged once, when the database cannot.
pub async fn run<C: Command>(
    state: &AppState,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> PortalResult<C::Outcome> {
    let mut tries = 0;
    loop {
        match once(state, principal, request, command).await {
            Ok(outcome) => return Ok(outcome),
            Err(stop) if stop.may_pass() && tries < RETRIES => {
                tries += 1;
                tracing::debug!(command = C::NAME, tries, %stop, "another change got in the way");
                // Growing and never the same for two that met.
                let pause = rand::random_range(1..=(8_u64 << tries));
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
            Err(stop) => return Err(stop.answer(C::NAME)),
        }
    }
}

/// Whether [`run`] would make this change now, or has made it for this request: nothing is written. For what is
/// expensive to prepare, like the hash of a password, and not worth it for who would be refused.
///
/// # Errors
/// What the command answers; a fault when the database cannot.
pub async fn rehearse<C: Command>(
    state: &AppState,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> PortalResult<()> {
    match rehearsed(state, principal, request, command).await {
        // What got in the way now may be gone when it is run.
        Err(stop) if !stop.may_pass() => Err(stop.answer(C::NAME)),
        _ => Ok(()),
    }
}

async fn rehearsed<C: Command>(
    state: &AppState,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> CommandResult<()> {
    let mut transaction = state.pool.begin().await?;
    let asked = key(principal, request, command)?;
    if let Some(key) = &asked
        && crate::pipeline::outcome::claim(&mut transaction, key)
            .await?
            .is_some()
    {
        return Ok(());
    }
    let context = Context::of(&mut transaction, principal, state.clock.now()).await?;
    let mut unit = Unit::new(state, &mut transaction, context);
    let facts = command.facts(&mut unit).await?;
    command.decide(&facts, &unit.context)?;
    Ok(transaction.rollback().await?)
}

/// By what a repetition of a request is known.
fn key<C: Command>(
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> CommandResult<Option<crate::pipeline::outcome::Key>> {
    request
        .map(|request| {
            Ok(crate::pipeline::outcome::Key {
                asker: principal.key(),
                request,
                fingerprint: fingerprint::of(command, principal)?,
            })
        })
        .transpose()
}

async fn once<C: Command>(
    state: &AppState,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> CommandResult<C::Outcome> {
    let mut transaction = state.pool.begin().await?;
    let asked = key(principal, request, command)?;
    if let Some(key) = &asked
        && let Some(outcome) = crate::pipeline::outcome::claim(&mut transaction, key).await?
    {
        return Ok(serde_json::from_value(outcome)?);
    }
    let context = Context::of(&mut transaction, principal, state.clock.now()).await?;
    let mut unit = Unit::new(state, &mut transaction, context);
    let facts = command.facts(&mut unit).await?;
    let decision = command.decide(&facts, &unit.context)?;
    let outcome = command.apply(facts, decision, &mut unit).await?;
    unit.finish().await?;
    if let Some(key) = asked {
        crate::pipeline::outcome::remember(
            &mut transaction,
            &key,
            &serde_json::to_value(&outcome)?,
            state.clock.now(),
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(outcome)
}
