//! Who asks whom, and what already ties them: the facts of every command of an inviter.

use tierline_app::error::PortalError;
use tierline_core::{
    ids::{InvitationId, OrganizationId},
    invitation::{DraftFacts, Kind, PartnerOf},
    organization::Organization,
    partnership::Partnership,
    text::EmailAddress,
};

use crate::pipeline::{CommandResult, Unit};

/// What [`DraftFacts`] borrows from.
#[derive(Debug)]
pub(crate) struct Asking {
    pub inviter: Organization,
    provider: Option<(Organization, Option<Partnership>)>,
    pub addressee: Option<Organization>,
    partnership_with_addressee: Option<Partnership>,
    open_duplicate: Option<InvitationId>,
}

impl Asking {
    /// The facts about asking this recipient. `itself` is the invitation, when there is one already.
    pub(super) async fn load(
        unit: &mut Unit<'_>,
        inviter: OrganizationId,
        kind: impl FnOnce(&Organization) -> Kind,
        recipient: &EmailAddress,
        itself: Option<InvitationId>,
        joint: Option<OrganizationId>,
    ) -> CommandResult<(Asking, Kind)> {
        let now = unit.now();
        let addressee = crate::organization::store::of_address(unit.db, recipient).await?;
        let ids = [inviter].into_iter().chain(joint).chain(addressee);
        let organizations = crate::organization::store::lock(unit.db, ids, None).await?;
        let inviter = organizations.get(inviter)?.clone();
        let kind = kind(&inviter);
        let open_duplicate = crate::invitation::store::open_duplicate(
            unit.db, inviter.id, kind, recipient, itself, now,
        )
        .await?;
        let addressee = addressee
            .map(|id| organizations.get(id).cloned())
            .transpose()?;
        let provider = match joint {
            Some(id) => {
                // Partners that never were in partnership know nothing of each other.
                let partnership =
                    crate::partnership::store::between(unit.db, id, inviter.id).await?;
                let partnership = partnership
                    .filter(|it| it.provider == id)
                    .ok_or(PortalError::NotFound)?;
                Some((organizations.get(id)?.clone(), Some(partnership)))
            }
            None => None,
        };
        let partnership_with_addressee = match (kind, &addressee) {
            (Kind::Partnership { .. }, Some(addressee)) => {
                crate::partnership::store::between(unit.db, inviter.id, addressee.id).await?
            }
            _ => None,
        };
        Ok((
            Asking {
                inviter,
                provider,
                addressee,
                partnership_with_addressee,
                open_duplicate,
            },
            kind,
        ))
    }

    /// As core takes them.
    pub(super) fn facts(&self) -> DraftFacts<'_> {
        DraftFacts {
            inviter: &self.inviter,
            provider: self
                .provider
                .as_ref()
                .map(|(organization, partnership)| PartnerOf {
                    organization,
                    partnership: partnership.as_ref(),
                }),
            addressee: self.addressee.as_ref(),
            partnership_with_addressee: self.partnership_with_addressee.as_ref(),
            open_duplicate: self.open_duplicate,
        }
    }

    /// The organization to which the recipient belongs, if known.
    pub(super) fn addressee_id(&self) -> Option<OrganizationId> {
        self.addressee.as_ref().map(|organization| organization.id)
    }
}

/// The other partner of a joint invitation.
pub(super) fn joint_provider(kind: Kind) -> Option<OrganizationId> {
    match kind {
        Kind::JointRelationship { provider, .. } => Some(provider),
        Kind::Partnership { .. } | Kind::Relationship { .. } => None,
    }
}
