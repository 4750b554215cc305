//! The operator's cases, for reviewers.

mod case;
mod decision;
mod list;
mod queues;

pub(crate) use case::{alike, case};
pub(crate) use decision::{decision, previews};
pub(crate) use list::LISTS;
pub(crate) use queues::{queues, waiting};

use tierline_app::portal::PortalResult;
use tierline_core::{
    access::{self, Action},
    actor::Actor,
    organization::Organization,
};

use crate::{organization::query as load, pipeline::Read};

/// The operator and its reviewer; nobody else sees cases.
async fn reviewer(read: &mut Read) -> PortalResult<(Organization, Actor)> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ReviewEnrollments)?;
    Ok((operator, actor))
}
