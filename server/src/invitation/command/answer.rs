//! The commands of a person with a link: open, accept, decline.

mod accept;
mod decline;
mod open;

use tierline_app::error::PortalError;
use tierline_core::{
    ids::OrganizationId,
    invitation::{Invitation, Kind},
    organization::Party,
};

use crate::{
    invitation::token::TokenHash,
    organization::store::Organizations,
    pipeline::{CommandResult, Unit},
    store::Stored,
};

pub(crate) use accept::Accept;
pub(crate) use decline::Decline;
pub(crate) use open::Open;

/// The invitation of a link, locked.
#[derive(Debug)]
pub(crate) struct Followed {
    pub invitation: Stored<Invitation>,
    pub number: u32,
}

impl Followed {
    /// The invitation's row is locked first, so that of many concurrent answers the first one wins, and the others see
    /// its result.
    pub(crate) async fn link(unit: &mut Unit<'_>, link: &TokenHash) -> CommandResult<Followed> {
        let found = crate::invitation::store::lock_by_link(unit.db, link.as_bytes()).await?;
        let (invitation, number) = found.ok_or(PortalError::NotFound)?;
        Ok(Followed { invitation, number })
    }

    /// The asking partners: the provider of a partnership request, or each partner of the kind.
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

    /// The addressed organization, by name.
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
