//! The commands of either side of a partnership.

pub(crate) mod expiry;

mod change;

use tierline_core::{
    ids::PartnershipId,
    partnership::{Event, Partnership},
};

use crate::{
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
    let now = unit.now();
    refresh_shared(unit.db, formed.provider, formed.reseller, now).await?;
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
        let now = unit.now();
        refresh_shared(unit.db, after.provider, after.reseller, now).await?;
    }
    Ok(())
}

pub(crate) use expiry::Lapse;
