//! The commands of either side of a partnership.

pub(crate) mod expiry;

mod change;
mod settle;

use tierline_core::{
    ids::PartnershipId,
    partnership::{Event, Partnership, State},
};

use crate::{
    partnership::store::settling,
    pipeline::{CommandResult, Unit, object::Beginning},
    relationship::refresh_shared,
    store::Stored,
};

pub(crate) use change::Change;

/// Creates a partnership.
pub(crate) async fn form(
    unit: &mut Unit<'_>,
    id: PartnershipId,
    event: Event,
) -> CommandResult<Partnership> {
    let formed: Partnership = unit.create(Beginning::of(id, event, ())).await?;
    begin_settling(unit, &formed).await?;
    Ok(formed)
}

/// Applies these events to the partnership.
pub(crate) async fn apply_events(
    unit: &mut Unit<'_>,
    partnership: &mut Stored<Partnership>,
    events: &[Event],
) -> CommandResult<()> {
    let before = partnership.value.state.clone();
    unit.apply_events(partnership, events).await?;
    let after = &partnership.value;
    // After notice, the two serve customers together until a day that is now known.
    if after.state != before {
        begin_settling(unit, after).await?;
    }
    Ok(())
}

/// Has follow what follows for the customers that both serve. Few of them are shown at once as they are from now on;
/// of many a job shows some at a time. When the partnership is over, it tells each of them too. No right waits for any
/// of it: decisions look at the partnership.
async fn begin_settling(unit: &mut Unit<'_>, after: &Partnership) -> CommandResult<()> {
    let (provider, reseller, now) = (after.provider, after.reseller, unit.now());
    let chosen = settling::shared(unit.db, provider, reseller, now).await?;
    let is_few = chosen <= i64::from(settle::AT_ONCE);
    if is_few {
        refresh_shared(unit.db, provider, reseller, now).await?;
    }
    let tells = matches!(after.state, State::Ended { .. });
    if chosen > 0 && (tells || !is_few) {
        settling::begin(unit.db, after.id, (tells, chosen), now).await?;
    }
    Ok(())
}

pub(crate) use expiry::Lapse;
pub(crate) use settle::go_on_settling;
