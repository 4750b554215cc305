//! What the person with a link does: opens it, accepts, declines.

mod accept;
mod decline;
mod open;

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    ids::{OrganizationId, RequestId},
    invitation::{Invitation, Kind},
    organization::Party,
    relationship::GrantSet,
    text::Reason,
};

use crate::{
    command::run,
    invitation::{command::apply_events, token::TokenHash},
    mail::InvitationKind,
    organization::store::Organizations,
    pipeline::{self, CommandResult, Principal, Unit},
    portal::RequestPortal,
    store::Stored,
};

/// Notes that somebody went on with this link.
pub(crate) async fn open(portal: &RequestPortal, token: &str) -> PortalResult<()> {
    let reader = portal.actor().ok().map(|actor| actor.organization);
    let open = open::Open {
        link: TokenHash::of(token),
        reader,
    };
    pipeline::run(&portal.state, Principal::Anyone, None, &open).await
}

/// Accepts, with these rights for each partner.
pub(crate) async fn accept(
    portal: &RequestPortal,
    token: &str,
    confirmed: bool,
    grants: Vec<(OrganizationId, GrantSet)>,
    request: RequestId,
) -> PortalResult<Kind> {
    run(
        portal,
        request,
        &accept::Accept {
            link: TokenHash::of(token),
            confirmed,
            grants,
        },
    )
    .await
}

/// Declines.
pub(crate) async fn decline(
    portal: &RequestPortal,
    token: &str,
    reason: Option<Reason>,
    request: RequestId,
) -> PortalResult<()> {
    run(
        portal,
        request,
        &decline::Decline {
            link: TokenHash::of(token),
            reason,
        },
    )
    .await
}

/// What a link leads to, locked.
#[derive(Debug)]
pub(crate) struct Followed {
    pub invitation: Stored<Invitation>,
    pub number: u32,
}

impl Followed {
    /// The invitation's row is locked first, so that of many who answer at once the first one does, and the others see
    /// what came of it.
    pub(crate) async fn link(unit: &mut Unit<'_>, link: &TokenHash) -> CommandResult<Followed> {
        let found = crate::invitation::store::lock_by_link(unit.db, link.as_bytes()).await?;
        let (invitation, number) = found.ok_or(PortalError::NotFound)?;
        Ok(Followed { invitation, number })
    }

    /// The partners that ask: the provider of a partnership request, or each partner of the kind.
    pub(crate) fn partners(&self) -> Vec<OrganizationId> {
        match self.invitation.value.kind {
            Kind::Partnership { provider } => vec![provider],
            kind => kind
                .partners()
                .into_iter()
                .map(|(partner, _)| partner)
                .collect(),
        }
    }

    /// The organization that was addressed, by name.
    pub(crate) fn addressee(&self, organizations: &Organizations) -> CommandResult<Option<Party>> {
        let addressee = self.invitation.value.addressee;
        addressee
            .map(|id| {
                organizations
                    .get(id)
                    .map(|organization| organization.party())
            })
            .transpose()
    }
}

/// Of which kind a mail speaks.
pub(crate) fn mail_kind(kind: Kind) -> InvitationKind {
    match kind {
        Kind::Partnership { .. } => InvitationKind::Partnership,
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => InvitationKind::Relationship,
    }
}
