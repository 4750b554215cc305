//! The inviter's commands: draft, edit, send, send again, cancel.

pub(crate) mod answer;
pub(crate) mod expire;
pub(crate) mod expiry;

mod asking;
mod cancel;
mod draft;
mod edit;
mod send;

use tierline_app::error::PortalError;
use tierline_core::{ids::InvitationId, invitation::Invitation};

use crate::{
    pipeline::{CommandResult, Unit},
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

pub(crate) use answer::Followed;
