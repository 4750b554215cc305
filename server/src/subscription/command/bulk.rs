//! Many renewals that are changed at once. Which they are is fixed at the beginning; each is looked at, and changed one
//! by one when its user has seen what comes of it. The first steps are made before the answer, a job goes on with the
//! others, and each asks core once more, with the rights that are left by then.

mod begin;
mod change_one;
mod look;

use tierline_app::{
    error::PortalError,
    portal::{ChosenSubscriptions, PortalResult},
};
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{BulkId, RequestId, SubscriptionId},
    license,
    subscription::{Bulk, Command as Single, Foreseen, foresee},
};

use self::{
    begin::{BeginBulk, Chosen, RetryBulk, RunBulk},
    change_one::ChangeOne,
    look::LookAtSome,
};
use crate::{
    fault::failed,
    pipeline::{self, Call, Principal},
    state::AppState,
    subscription::{
        known::Known,
        store::bulk::{self as store, Begun},
    },
};

/// The most subscriptions that are looked at in one transaction.
const AT_ONCE: u32 = if cfg!(test) { 2 } else { 50 };

/// Such steps that are made before the answer: whoever has chosen no more than that sees the preview at once.
const BEFORE_ANSWER: u32 = if cfg!(test) { 1 } else { 3 };

/// Begins with what was chosen.
pub(crate) async fn begin(
    call: &Call,
    chosen: ChosenSubscriptions,
    what: Bulk,
    request: RequestId,
) -> PortalResult<BulkId> {
    let chosen = match chosen {
        ChosenSubscriptions::These(subscriptions) => Chosen::These(subscriptions),
        ChosenSubscriptions::All(query) => Chosen::All(query.to_string()),
    };
    let id = call.run(request, &BeginBulk { chosen, what }).await?;
    first_steps(call, id).await?;
    Ok(id)
}

/// Changes what can be changed, as was shown.
pub(crate) async fn run(call: &Call, id: BulkId, request: RequestId) -> PortalResult<()> {
    call.run(request, &RunBulk { id }).await?;
    first_steps(call, id).await
}

/// Looks once more at what could not be changed.
pub(crate) async fn retry(call: &Call, id: BulkId, request: RequestId) -> PortalResult<()> {
    call.run(request, &RetryBulk { id }).await?;
    first_steps(call, id).await
}

async fn first_steps(call: &Call, id: BulkId) -> PortalResult<()> {
    if let Some(begun) = store::open(&call.state.pool, id).await.map_err(failed)? {
        go_on(&call.state, &begun, BEFORE_ANSWER).await?;
    }
    Ok(())
}

/// Makes so many steps at most; returns how many subscriptions were looked at or changed.
pub(crate) async fn go_on(state: &AppState, begun: &Begun, at_most: u32) -> PortalResult<u64> {
    let done = if begun.is_running {
        change(state, begun, at_most).await
    } else {
        look(state, begun, at_most).await
    };
    match done {
        // Whoever has begun it may do it no more.
        Err(PortalError::Refused(_) | PortalError::SignedOut | PortalError::NotFound) => {
            let now = state.clock.now();
            store::stop(&state.pool, begun.id, now)
                .await
                .map_err(failed)?;
            Ok(0)
        }
        done => done,
    }
}

async fn look(state: &AppState, begun: &Begun, at_most: u32) -> PortalResult<u64> {
    let principal = Principal::User(begun.user, begun.organization);
    let step = LookAtSome {
        id: begun.id,
        what: begun.what,
        at_most: AT_ONCE,
    };
    let mut looked = 0;
    for _ in 0..at_most {
        match pipeline::run(state, principal, None, &step).await? {
            0 => break,
            some => looked += some,
        }
    }
    Ok(looked)
}

async fn change(state: &AppState, begun: &Begun, at_most: u32) -> PortalResult<u64> {
    let principal = Principal::User(begun.user, begun.organization);
    let mut changed = 0;
    for _ in 0..at_most.saturating_mul(AT_ONCE) {
        let next = store::to_change(&state.pool, begun.id).await;
        let Some(subscription) = next.map_err(failed)? else {
            let now = state.clock.now();
            let finished = store::finish(&state.pool, begun.id, now).await;
            finished.map_err(failed)?;
            break;
        };
        let one = ChangeOne {
            id: begun.id,
            what: begun.what,
            subscription,
        };
        match pipeline::run(state, principal, None, &one).await {
            Ok(true) => changed += 1,
            // Another server is changing it, and goes on.
            Ok(false) => break,
            // One that fails by our fault, which is logged, holds up no other.
            Err(PortalError::Fault { .. } | PortalError::Conflict) => {
                let mut db = state.pool.acquire().await.map_err(failed)?;
                let noted = store::note_failed(&mut db, begun.id, subscription, None).await;
                noted.map_err(failed)?;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(changed)
}

/// What comes of one, and the command that it is; decided on the facts that the command itself goes by.
fn foreseen(
    known: &Known,
    (subscription, assigned): (SubscriptionId, u32),
    what: Bulk,
    actor: &Actor,
    now: Timestamp,
) -> Result<Foreseen, Refusal> {
    let mut family = known.family.clone();
    for event in &known.family.catch_up(&known.offers, now) {
        family.apply(event);
    }
    let present = family.get(subscription).unwrap_or(&family.base);
    let assigned = license::still_held(present, assigned);
    let command: Single = what.command(present, assigned)?;
    foresee(known.facts(command), what, assigned, actor, now)
}
