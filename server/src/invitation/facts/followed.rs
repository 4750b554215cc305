use sqlx::PgConnection;
use tierline_core::{
    ids::OrganizationId,
    invitation::{Invitation, Kind},
    organization::Party,
};

use crate::{
    invitation::{store, token::TokenHash},
    organization::store::Organizations,
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// The invitation that a link leads to, with the link's number.
#[derive(Debug)]
pub(crate) struct Followed {
    pub invitation: Stored<Invitation>,
    pub number: u32,
}

impl Followed {
    /// The invitation's row is locked before any other, so that of many who answer at once the first one does, and the
    /// others see what came of it.
    pub(crate) async fn link(
        db: &mut PgConnection,
        link: &TokenHash,
        hold: Hold,
    ) -> CommandResult<Followed> {
        let found = store::by_link(db, link.as_bytes(), hold).await?;
        let (invitation, number) = found.ok_or(CommandError::NotFound)?;
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
