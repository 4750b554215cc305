//! The one way of changing anything in the domain.
//!
//! A change is a [`Command`]: it loads its facts under locks, asks core, and writes the result. Everything that all
//! changes have in common is here, once: the transaction, the answer to a repeated request, the caller, and another try
//! when two changes get in each other's way.

pub(crate) mod outcome;

mod call;
mod context;
mod fingerprint;
pub(crate) mod letter;
pub(crate) mod object;
mod read;
pub(crate) mod stop;
pub mod template;
mod unit;
pub(crate) mod up_to_date;

#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Serialize, de::DeserializeOwned};
use tierline_app::portal::PortalResult;
use tierline_core::{access::Action, ids::RequestId};

pub use call::Call;
pub use context::{Context, Principal};
pub use read::{Read, visible};
pub use stop::{CommandError, CommandResult};
pub use unit::Unit;

use crate::state::AppState;

/// The number of retries after a conflict with another change. Each try is a whole new transaction.
const RETRIES: u32 = 6;

/// A change: its arguments, and its three steps. The serialized arguments tell whether a repeated request is the same
/// one; fields that are not serialized (passwords) do not count.
pub trait Command: Serialize + Sync {
    /// The stable name.
    const NAME: &'static str;
    /// The facts for core.
    type Facts: Send;
    /// Core's decision.
    type Decision: Send;
    /// The answer, now and when the request is repeated. Fields that are not serialized are part of the first answer
    /// only.
    type Outcome: Serialize + DeserializeOwned + Send;

    /// The actions for one of which the caller needs a role, whatever the subject. Asked before the facts are loaded: a
    /// caller without such a role neither holds a row of somebody else nor waits for one. None for a change that rests
    /// on something else, such as a link, or that locks nothing but the caller's own.
    fn asks_for(&self) -> &'static [Action] {
        &[]
    }

    /// Whether all arguments are here. A rehearsal begins before a file has come: there a request that was made before
    /// is known by its id alone, and compared when it is run.
    fn is_whole(&self) -> bool {
        true
    }

    /// Reads the facts, locked until the transaction ends: an invitation first, then organizations, partnerships and
    /// relationships, each kind in the order of ids, so that no two changes deadlock.
    fn facts(&self, unit: &mut Unit<'_>)
    -> impl Future<Output = CommandResult<Self::Facts>> + Send;

    /// Asks core. Reads nothing and writes nothing.
    ///
    /// # Errors
    /// Core's refusal.
    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision>;

    /// Writes the result: state, events, mails.
    fn apply(
        &self,
        facts: Self::Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> impl Future<Output = CommandResult<Self::Outcome>> + Send;
}

/// Runs a change in one transaction. With a request id it is done once, and every repetition gets the first answer.
/// Only successes are remembered: a refused request may be tried again.
///
/// # Errors
/// Those of the command; [`tierline_app::error::PortalError::Conflict`] when the request id was used for another
/// change; a fault, logged once, when the database fails.
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
                // Growing, and different for two changes that met.
                let pause = rand::random_range(1..=(8_u64 << tries));
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
            Err(stop) => return Err(stop.answer(C::NAME)),
        }
    }
}

/// Whether [`run`] would make this change now, or has made it for this request: nothing is written. For changes that
/// are expensive to prepare, like the hash of a password, to spare that when the caller would be refused.
///
/// # Errors
/// Those of the command; a fault when the database fails.
pub async fn rehearse<C: Command>(
    state: &AppState,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> PortalResult<()> {
    match rehearsed(state, principal, request, command).await {
        // A conflict now may be gone when the change is run.
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
    let decided = decided(state, &mut transaction, principal, request, command).await;
    give_up(transaction).await;
    decided
}

async fn decided<C: Command>(
    state: &AppState,
    db: &mut sqlx::PgConnection,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> CommandResult<()> {
    let asked = key(principal, request, command)?;
    if let Some(key) = &asked
        && was_made(db, key, command).await?
    {
        return Ok(());
    }
    let context = Context::of(db, principal, command.asks_for(), state.clock.now()).await?;
    let mut unit = Unit::new(state, db, context);
    let facts = command.facts(&mut unit).await?;
    command.decide(&facts, &unit.context)?;
    Ok(())
}

/// Ends a transaction of which nothing shall stay. Otherwise the pool would do it some time after the answer, and until
/// then hold the locks.
async fn give_up(transaction: sqlx::Transaction<'_, sqlx::Postgres>) {
    if let Err(error) = transaction.rollback().await {
        tracing::debug!(%error, "a transaction could not be rolled back");
    }
}

async fn was_made<C: Command>(
    db: &mut sqlx::PgConnection,
    key: &crate::pipeline::outcome::Key,
    command: &C,
) -> CommandResult<bool> {
    if command.is_whole() {
        Ok(crate::pipeline::outcome::claim(db, key).await?.is_some())
    } else {
        crate::pipeline::outcome::is_known(db, key.asker, key.request).await
    }
}

/// The key by which a repeated request is recognized.
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
    match carried_out(state, &mut transaction, principal, request, command).await {
        Ok(outcome) => {
            transaction.commit().await?;
            Ok(outcome)
        }
        Err(stop) => {
            give_up(transaction).await;
            Err(stop)
        }
    }
}

async fn carried_out<C: Command>(
    state: &AppState,
    db: &mut sqlx::PgConnection,
    principal: Principal,
    request: Option<RequestId>,
    command: &C,
) -> CommandResult<C::Outcome> {
    let asked = key(principal, request, command)?;
    if let Some(key) = &asked
        && let Some(outcome) = crate::pipeline::outcome::claim(db, key).await?
    {
        return Ok(serde_json::from_value(outcome)?);
    }
    let context = Context::of(db, principal, command.asks_for(), state.clock.now()).await?;
    let mut unit = Unit::new(state, db, context);
    let facts = command.facts(&mut unit).await?;
    let decision = command.decide(&facts, &unit.context)?;
    let outcome = command.apply(facts, decision, &mut unit).await?;
    unit.finish().await?;
    if let Some(key) = asked {
        let kept = serde_json::to_value(&outcome)?;
        crate::pipeline::outcome::remember(db, &key, &kept, state.clock.now()).await?;
    }
    Ok(outcome)
}
