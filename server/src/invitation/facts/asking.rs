use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{InvitationId, OrganizationId},
    invitation::{DraftFacts, Invitation, Kind, ManageFacts, PaceFacts, PartnerOf},
    organization::Organization,
    partnership::Partnership,
    text::EmailAddress,
};

use crate::{
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// The inviter, the addressee and their existing ties: the owned data that [`DraftFacts`] borrows.
#[derive(Debug)]
pub(crate) struct Asking {
    pub inviter: Organization,
    pub provider: Option<(Organization, Option<Partnership>)>,
    pub addressee: Option<Organization>,
    partnership_with_addressee: Option<Partnership>,
    open_duplicate: Option<InvitationId>,
}

impl Asking {
    /// The facts about asking this recipient. `itself` is the invitation, when there is one already.
    pub(crate) async fn load(
        db: &mut PgConnection,
        inviter: OrganizationId,
        kind: impl FnOnce(&Organization) -> Kind,
        recipient: &EmailAddress,
        itself: Option<InvitationId>,
        joint: Option<OrganizationId>,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<(Asking, Kind)> {
        let addressee = crate::organization::store::of_address(db, recipient).await?;
        let ids = [inviter].into_iter().chain(joint).chain(addressee);
        let organizations = crate::organization::store::these(db, ids, (now, hold)).await?;
        let inviter = organizations.get(inviter)?.clone();
        let kind = kind(&inviter);
        let open_duplicate = crate::invitation::store::open_duplicate(
            db, inviter.id, kind, recipient, itself, now, hold,
        )
        .await?;
        let addressee = addressee
            .map(|id| organizations.get(id).cloned())
            .transpose()?;
        let provider = match joint {
            Some(id) => {
                // Partners that were never in partnership know nothing of each other.
                let partnership =
                    crate::partnership::store::of_provider(db, id, inviter.id, hold).await?;
                let partnership = partnership.ok_or(CommandError::NotFound)?;
                Some((organizations.get(id)?.clone(), Some(partnership)))
            }
            None => None,
        };
        let partnership_with_addressee = match (kind, &addressee) {
            (Kind::Partnership { .. }, Some(addressee)) => {
                crate::partnership::store::between(db, inviter.id, addressee.id, hold).await?
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
    pub(crate) fn facts(&self) -> DraftFacts<'_> {
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
    pub(crate) fn addressee_id(&self) -> Option<OrganizationId> {
        self.addressee.as_ref().map(|organization| organization.id)
    }
}

/// An invitation of the inviter's own, with what is asked about it.
#[derive(Debug)]
pub(crate) struct Managing {
    pub invitation: Stored<Invitation>,
    pub asking: Asking,
}

impl Managing {
    /// The facts about going on with this invitation of the inviter's; `recipient` when it shall be another one.
    pub(crate) async fn load(
        db: &mut PgConnection,
        inviter: OrganizationId,
        id: InvitationId,
        recipient: Option<&EmailAddress>,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Managing> {
        let invitation = crate::invitation::store::own(db, inviter, id, hold)
            .await?
            .ok_or(CommandError::NotFound)?;
        let kind = invitation.value.kind;
        let recipient = recipient.unwrap_or(&invitation.value.message.recipient);
        let joint = kind.joint_provider();
        let known = (now, hold);
        let (asking, _) =
            Asking::load(db, inviter, |_| kind, recipient, Some(id), joint, known).await?;
        Ok(Managing { invitation, asking })
    }

    /// As core takes them.
    pub(crate) fn facts(&self, pace: PaceFacts) -> ManageFacts<'_> {
        ManageFacts {
            invitation: &self.invitation.value,
            draft: self.asking.facts(),
            pace,
        }
    }
}
