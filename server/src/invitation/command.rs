//! What the inviter does with an invitation: draft, edit, send, send again, cancel.

pub(crate) mod answer;
pub(crate) mod expire;
pub(crate) mod expiry;

mod asking;
mod cancel;
mod draft;
mod edit;
mod send;

use tierline_app::error::PortalError;
use tierline_core::{
    ids::InvitationId,
    invitation::{Event, Invitation},
};

use crate::{
    audience,
    pipeline::{CommandError, CommandResult, Unit},
    store::Stored,
};

pub(crate) use answer::{Accept, Decline, Open};
pub(crate) use cancel::Cancel;
pub(crate) use draft::Draft;
pub(crate) use edit::Edit;
pub(crate) use send::Send;

/// The signed-in organization's own invitation, locked.
async fn own(unit: &mut Unit<'_>, id: InvitationId) -> CommandResult<Stored<Invitation>> {
    let actor = unit.context.actor()?;
    Ok(
        crate::invitation::store::lock(unit.db, actor.organization, id)
            .await?
            .ok_or(PortalError::NotFound)?,
    )
}

/// The invitation after these events, saved, with the events in the log of everyone concerned.
pub(crate) async fn apply_events(
    unit: &mut Unit<'_>,
    before: Stored<Invitation>,
    events: Vec<Event>,
) -> CommandResult<Invitation> {
    let Stored { value, version } = before;
    let id = value.id;
    if events.is_empty() {
        return Ok(value);
    }
    let after = events
        .iter()
        .try_fold(value, |invitation, event| {
            Invitation::evolve(id, Some(invitation), event)
        })
        .ok_or(CommandError::Inconsistent("an invitation vanished"))?;
    let now = unit.now();
    crate::invitation::store::save(unit.db, &after, version, now).await?;
    let events = events
        .into_iter()
        .map(|event| tierline_core::event::Event::Invitation { id, event });
    unit.record(events, audience::of_invitation(&after)).await?;
    Ok(after)
}

pub(crate) use answer::Followed;
