//! What the inviter does with an invitation: draft, edit, send, send again, cancel.

pub(crate) mod answer;
pub(crate) mod expire;
pub(crate) mod expiry;

mod asking;
mod cancel;
mod draft;
mod edit;
mod send;

use tierline_app::{
    error::PortalError,
    form::mark::Mark,
    portal::{NewInvitation, PortalResult},
};
use tierline_core::{
    ids::{InvitationId, RequestId},
    invitation::{Delivery, Event, Invitation, Message},
};

use crate::{
    audience,
    command::run,
    pipeline::{CommandError, CommandResult, Unit},
    portal::RequestPortal,
    store::Stored,
};

/// Begins an invitation.
pub(crate) async fn draft(
    portal: &RequestPortal,
    kind: NewInvitation,
    message: Message,
    request: RequestId,
) -> PortalResult<InvitationId> {
    run(portal, request, &draft::Draft::new(kind, message)).await
}

/// Changes a draft.
pub(crate) async fn edit(
    portal: &RequestPortal,
    id: InvitationId,
    message: Message,
    filled_with: Option<Mark>,
    request: RequestId,
) -> PortalResult<()> {
    let edit = edit::Edit {
        id,
        message,
        filled_with,
    };
    run(portal, request, &edit).await
}

/// Sends a draft, or sends again with a new link. A link for the user's own mail stays in this browser for a day; a
/// repeated request makes no second one.
pub(crate) async fn send(
    portal: &RequestPortal,
    id: InvitationId,
    delivery: Delivery,
    request: RequestId,
) -> PortalResult<()> {
    let sent = run(portal, request, &send::Send { id, delivery }).await?;
    match sent.token {
        Some(token) => portal.cookies.keep_link(id, &token),
        // The link that this browser may have kept was replaced by the mailed one.
        None if delivery == Delivery::Portal => portal.cookies.forget_link(id),
        None => {}
    }
    Ok(())
}

/// Takes an invitation back.
pub(crate) async fn cancel(
    portal: &RequestPortal,
    id: InvitationId,
    request: RequestId,
) -> PortalResult<()> {
    run(portal, request, &cancel::Cancel { id }).await?;
    portal.cookies.forget_link(id);
    Ok(())
}

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
