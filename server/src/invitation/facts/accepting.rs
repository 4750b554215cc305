use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    invitation::{AcceptFacts, Pair},
    organization::{Organization, Party},
    partnership::Partnership,
    relationship::Relationship,
};

use super::Followed;
use crate::{
    organization::store as organization,
    partnership::store as partnership,
    pipeline::CommandResult,
    relationship::store::{self as relationship, with_partner},
    store::{Hold, Stored},
};

/// The owned data that [`AcceptFacts`] borrows, apart from the invitation.
#[derive(Debug)]
pub(crate) struct Accepting {
    pub organization: Organization,
    addressee: Option<Party>,
    pub partners: Vec<Tied>,
    /// Of the two partners of a joint invitation.
    partnership: Option<Partnership>,
    /// Every relationship written down as in force that the accepting organization has as a customer.
    pub relationships: Vec<Stored<Relationship>>,
    /// How many of them are in force at this moment.
    in_force: usize,
}

/// A partner that asks, and what already ties it to the accepting organization.
#[derive(Debug)]
pub(crate) struct Tied {
    pub partner: Organization,
    pub partnership: Option<Partnership>,
    pub relationship: Option<Relationship>,
}

impl Accepting {
    /// The facts about this organization's acceptance.
    pub(crate) async fn load(
        db: &mut PgConnection,
        followed: &Followed,
        own: OrganizationId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Accepting> {
        let asking = followed.partners();
        let others = asking
            .iter()
            .copied()
            .chain(followed.invitation.value.addressee);
        let organizations = match hold {
            // Two acceptances of one organization wait for each other: one may rule out the other.
            Hold::Locked => organization::lock(db, others, Some(own), now).await?,
            Hold::Free => organization::these(db, others.chain([own]), (now, hold)).await?,
        };
        let of_the_two = match asking.as_slice() {
            [reseller, provider] => {
                partnership::of_provider(db, *provider, *reseller, hold).await?
            }
            _ => None,
        };
        let mut partnerships = Vec::new();
        for partner in &asking {
            partnerships.push(partnership::between(db, *partner, own, hold).await?);
        }
        let relationships = relationship::all_of(db, own, hold).await?;
        let mut partners = Vec::new();
        for (id, partnership) in asking.into_iter().zip(partnerships) {
            let relationship = match with_partner(&relationships, id, now) {
                Some(relationship) => Some(relationship),
                None => relationship::in_force(db, own, id, (now, hold)).await?,
            };
            partners.push(Tied {
                partner: organizations.get(id)?.clone(),
                partnership,
                relationship,
            });
        }
        Ok(Accepting {
            organization: organizations.get(own)?.clone(),
            addressee: followed.addressee(&organizations)?,
            partners,
            partnership: of_the_two,
            in_force: (relationships.iter())
                .filter(|stored| stored.value.is_active_at(now))
                .count(),
            relationships,
        })
    }

    /// Asks core.
    pub(crate) fn ask<T>(
        &self,
        followed: &Followed,
        question: impl FnOnce(AcceptFacts<'_>) -> T,
    ) -> T {
        let pairs: Vec<Pair<'_>> = self
            .partners
            .iter()
            .map(|tied| Pair {
                partner: &tied.partner,
                partnership: tied.partnership.as_ref(),
                relationship: tied.relationship.as_ref(),
            })
            .collect();
        question(AcceptFacts {
            invitation: &followed.invitation.value,
            link: followed.number,
            organization: &self.organization,
            addressee: self.addressee.as_ref(),
            partners: &pairs,
            partnership: self.partnership.as_ref(),
            in_force: self.in_force,
        })
    }
}
