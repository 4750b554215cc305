//! What either side does with a partnership.

pub(crate) mod expiry;

mod change;

use tierline_core::{
    event,
    partnership::{Event, Partnership},
};

use crate::{
    audience,
    pipeline::{CommandError, CommandResult, Unit},
    store::Stored,
};

pub(crate) use change::{Change, What};

/// The partnership after these events, saved, with the events in the log of both.
pub(crate) async fn apply_events(
    unit: &mut Unit<'_>,
    before: Stored<Partnership>,
    events: Vec<Event>,
) -> CommandResult<Partnership> {
    let Stored { value, version } = before;
    let (id, state) = (value.id, value.state.clone());
    let after = events
        .iter()
        .try_fold(value, |partnership, event| {
            Partnership::evolve(id, Some(partnership), event)
        })
        .ok_or(CommandError::Inconsistent("a partnership vanished"))?;
    crate::partnership::store::save(unit.db, &after, version).await?;
    // Given notice, the two serve customers together until a day that is now known.
    if after.state != state {
        let now = unit.now();
        crate::relationship::refresh_shared(unit.db, after.provider, after.reseller, now).await?;
    }
    let events = events
        .into_iter()
        .map(|event| event::Event::Partnership { id, event });
    unit.record(events, audience::of_partnership(&after))
        .await?;
    Ok(after)
}

pub(crate) use expiry::{Lapse, lapsed};
