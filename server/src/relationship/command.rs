//! What a customer does with a relationship it has granted, and how relationships come into being.

mod end;

use tierline_core::{
    event,
    ids::RelationshipId,
    organization::Organization,
    relationship::{Event, Relationship},
};

use crate::{
    audience,
    pipeline::{CommandError, CommandResult, Unit},
    store::Stored,
};

pub(crate) use end::End;

/// A relationship comes into force.
pub(crate) async fn established(
    unit: &mut Unit<'_>,
    id: RelationshipId,
    event: Event,
    customer: &Organization,
) -> CommandResult<Relationship> {
    let new = Relationship::evolve(id, None, &event).ok_or(CommandError::Inconsistent(
        "a relationship was decided that is none",
    ))?;
    crate::relationship::store::insert(unit.db, &new, customer).await?;
    unit.record(
        [event::Event::Relationship { id, event }],
        audience::of_relationship(&new),
    )
    .await?;
    Ok(new)
}

/// The relationship after these events, saved, with the events in the log of everyone concerned.
pub(crate) async fn apply_events(
    unit: &mut Unit<'_>,
    before: Stored<Relationship>,
    events: Vec<Event>,
) -> CommandResult<Relationship> {
    let Stored { value, version } = before;
    let id = value.id;
    let after = events
        .iter()
        .try_fold(value, |relationship, event| {
            Relationship::evolve(id, Some(relationship), event)
        })
        .ok_or(CommandError::Inconsistent("a relationship vanished"))?;
    crate::relationship::store::save(unit.db, &after, version).await?;
    let events = events
        .into_iter()
        .map(|event| event::Event::Relationship { id, event });
    unit.record(events, audience::of_relationship(&after))
        .await?;
    Ok(after)
}
