//! Every change that the portal makes, one family a file. Each is a [`crate::pipeline::Command`].

pub(crate) mod admin;
pub(crate) mod answer;
pub(crate) mod customer;
pub(crate) mod expiry;
pub(crate) mod invitation;
pub(crate) mod link;
pub(crate) mod operator;
pub(crate) mod order;
pub(crate) mod partnership;
pub(crate) mod password;
pub(crate) mod relationship;
pub(crate) mod second_factor;
pub(crate) mod setup;
pub(crate) mod sign_up;

mod audience;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use link::invitation_link;

use tierline_app::{error::PortalError, portal::Answer};
use tierline_core::ids::RequestId;

use crate::{
    pipeline::{self, Command, Who},
    portal::RequestPortal,
};

/// The signed-in user, for the organization chosen. Roles and the rest are read in the transaction.
fn signed_in(portal: &RequestPortal) -> Answer<Who> {
    let info = portal.caller.info.as_ref().ok_or(PortalError::SignedOut)?;
    let organization = info.organization.as_ref().ok_or(PortalError::SignedOut)?;
    Ok(Who::User(info.user, organization.id))
}

/// Whether a change that the signed-in user asks for would be made; for what is expensive to prepare.
async fn rehearse<C: Command>(
    portal: &RequestPortal,
    request: impl Into<Option<RequestId>>,
    command: &C,
) -> Answer<()> {
    pipeline::rehearse(&portal.state, signed_in(portal)?, request.into(), command).await
}

/// Runs a change that the signed-in user asks for.
async fn run<C: Command>(
    portal: &RequestPortal,
    request: impl Into<Option<RequestId>>,
    command: &C,
) -> Answer<C::Outcome> {
    pipeline::run(&portal.state, signed_in(portal)?, request.into(), command).await
}
