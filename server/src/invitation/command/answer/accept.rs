use serde::Serialize;
use tierline_app::route;
use tierline_core::{
    ids::OrganizationId,
    invitation::{self, AcceptFacts, Acceptance, Accepted, Kind, Pair, RelationshipIds},
    organization::{Organization, Party},
    partnership::Partnership,
    relationship::{GrantSet, Relationship},
};

use super::Followed;
use crate::{
    invitation::{follow, token::TokenHash},
    partnership::command as partnerships,
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::command as relationships,
    store::Stored,
};

/// Accepts: the only way for an organization to grant something by a link.
#[derive(Debug, Serialize)]
pub(crate) struct Accept {
    pub link: TokenHash,
    pub confirmed: bool,
    pub grants: Vec<(OrganizationId, GrantSet)>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    followed: Followed,
    organization: Organization,
    addressee: Option<Party>,
    partners: Vec<Tie>,
    /// The partnership of the two partners of a joint invitation.
    partnership: Option<Partnership>,
    /// All relationships that the accepting organization has as a customer.
    relationships: Vec<Stored<Relationship>>,
    ids: RelationshipIds,
}

/// An asking partner, and its existing ties to the accepting organization.
#[derive(Debug)]
struct Tie {
    partner: Organization,
    partnership: Option<Partnership>,
    relationship: Option<Relationship>,
}

impl Command for Accept {
    const NAME: &'static str = "accept_invitation";
    type Facts = Facts;
    type Decision = Accepted;
    type Outcome = Kind;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let followed = Followed::link(unit, &self.link).await?;
        let asking = followed.partners();
        let ids = asking
            .iter()
            .copied()
            .chain(followed.invitation.value.addressee);
        // Two acceptances by one organization wait for each other: one may rule out the other.
        let organizations = crate::organization::store::lock(unit.db, ids, Some(own)).await?;
        let partnership = match asking.as_slice() {
            [reseller, provider] => {
                crate::partnership::store::between(unit.db, *provider, *reseller).await?
            }
            _ => None,
        };
        let mut partnerships = Vec::new();
        for partner in &asking {
            partnerships.push(crate::partnership::store::between(unit.db, *partner, own).await?);
        }
        let relationships = crate::relationship::store::lock_all_of(unit.db, own).await?;
        let mut partners = Vec::new();
        for (id, partnership) in asking.into_iter().zip(partnerships) {
            let as_customer = relationships
                .iter()
                .find(|it| it.value.partner == id && it.value.is_active());
            let relationship = match as_customer {
                Some(stored) => Some(stored.value.clone()),
                None => crate::relationship::store::in_force(unit.db, own, id).await?,
            };
            partners.push(Tie {
                partner: organizations.get(id)?.clone(),
                partnership,
                relationship,
            });
        }
        Ok(Facts {
            organization: organizations.get(own)?.clone(),
            addressee: followed.addressee(&organizations)?,
            followed,
            partners,
            partnership,
            relationships,
            ids: RelationshipIds {
                partnership: unit.new_id(),
                first: unit.new_id(),
                second: unit.new_id(),
            },
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Accepted> {
        let pairs: Vec<Pair<'_>> = facts
            .partners
            .iter()
            .map(|tie| Pair {
                partner: &tie.partner,
                partnership: tie.partnership.as_ref(),
                relationship: tie.relationship.as_ref(),
            })
            .collect();
        let accept = AcceptFacts {
            invitation: &facts.followed.invitation.value,
            link: facts.followed.number,
            organization: &facts.organization,
            addressee: facts.addressee.as_ref(),
            partners: &pairs,
            partnership: facts.partnership.as_ref(),
        };
        let acceptance = Acceptance {
            confirmed: self.confirmed,
            grants: self.grants.clone(),
        };
        Ok(invitation::accept(
            accept,
            &acceptance,
            facts.ids,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        accepted: Accepted,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Kind> {
        let customer = &facts.organization;
        let answered = &mut facts.followed.invitation;
        unit.apply_events(answered, &accepted.invitation).await?;
        crate::activity::store::tell_of_opening(unit.db, customer.id, answered.value.id).await?;
        let formed = accepted
            .partnership
            .as_ref()
            .map(|(id, _)| route::partnership(id));
        if let Some((id, event)) = accepted.partnership {
            if let [tie] = facts.partners.as_slice() {
                write_down_end(unit, tie).await?;
            }
            partnerships::form(unit, id, event).await?;
        }
        if !accepted.relationships.is_empty() {
            let before = &facts.relationships;
            relationships::settle(unit, customer, before, accepted.relationships).await?;
        }
        let invitation = &answered.value;
        let about = follow::About {
            invitation,
            by: &customer.party(),
            was_mailed: false,
            link: None,
            partnership: formed.as_deref(),
            url: unit.public_url(),
        };
        let letters = follow::letters(&accepted.invitation, &about);
        unit.send(letters);
        Ok(invitation.kind)
    }
}

/// Records the end of an earlier partnership whose notice period is over, if no job has done so yet.
async fn write_down_end(unit: &mut Unit<'_>, tie: &Tie) -> CommandResult<()> {
    let Some(before) = &tie.partnership else {
        return Ok(());
    };
    let Some(mut stored) =
        crate::partnership::store::lock(unit.db, before.provider, before.id).await?
    else {
        return Ok(());
    };
    if let Some(ended) = stored.value.lapse(unit.now()) {
        partnerships::apply_events(unit, &mut stored, &[ended]).await?;
    }
    Ok(())
}
