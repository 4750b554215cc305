//! Every change that the portal makes, one family a file. Each is a [`crate::pipeline::Command`].

pub(crate) use crate::invitation::token::invitation_link;

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::ids::RequestId;

use crate::{
    pipeline::{self, Command, Principal},
    portal::RequestPortal,
};

/// The signed-in user, for the organization chosen. Roles and the rest are read in the transaction.
pub(crate) fn signed_in(portal: &RequestPortal) -> PortalResult<Principal> {
    let info = portal.caller.info.as_ref().ok_or(PortalError::SignedOut)?;
    let organization = info.organization.as_ref().ok_or(PortalError::SignedOut)?;
    Ok(Principal::User(info.user, organization.id))
}

/// Whether a change that the signed-in user asks for would be made; for what is expensive to prepare.
pub(crate) async fn rehearse<C: Command>(
    portal: &RequestPortal,
    request: impl Into<Option<RequestId>>,
    command: &C,
) -> PortalResult<()> {
    pipeline::rehearse(&portal.state, signed_in(portal)?, request.into(), command).await
}

/// Runs a change that the signed-in user asks for.
pub(crate) async fn run<C: Command>(
    portal: &RequestPortal,
    request: impl Into<Option<RequestId>>,
    command: &C,
) -> PortalResult<C::Outcome> {
    pipeline::run(&portal.state, signed_in(portal)?, request.into(), command).await
}
