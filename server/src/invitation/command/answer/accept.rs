use serde::Serialize;
use tierline_app::route;
use tierline_core::{
    event,
    ids::OrganizationId,
    invitation::{
        self, AcceptFacts, Acceptance, Accepted, Invitation, Kind, Pair, RelationshipIds,
    },
    organization::{Organization, Party},
    partnership::{self, Partnership},
    relationship::{self, GrantSet, Relationship},
};

use super::{Followed, apply_events, mail_kind};
use crate::{
    audience,
    invitation::{command::expiry, token::TokenHash},
    mail::MailTemplate,
    partnership::command as partnerships,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::command as relationships,
    store::Stored,
};

/// Accepts: the only way in which an organization grants something by a link.
#[derive(Debug, Serialize)]
pub(crate) struct Accept {
    pub link: TokenHash,
    pub confirmed: bool,
    pub grants: Vec<(OrganizationId, GrantSet)>,
}

/// What the decision rests on.
#[derive(Debug)]
pub(crate) struct Facts {
    followed: Followed,
    organization: Organization,
    addressee: Option<Party>,
    partners: Vec<Tie>,
    /// Of the two partners of a joint invitation.
    partnership: Option<Partnership>,
    /// Every relationship that the accepting organization has as a customer.
    relationships: Vec<Stored<Relationship>>,
    ids: RelationshipIds,
}

/// A partner that asks, and what already ties it to the accepting organization.
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
        // Two acceptances of one organization wait for each other: one may rule out the other.
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
        facts: Facts,
        accepted: Accepted,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Kind> {
        let customer = facts.organization.clone();
        let invitation = apply_events(unit, facts.followed.invitation, accepted.invitation).await?;
        crate::activity::store::tell_of_opening(unit.db, customer.id, invitation.id).await?;
        let mut link = route::customer(customer.id);
        if let Some((id, event)) = accepted.partnership {
            let formed = Partnership::evolve(id, None, &event).ok_or(
                CommandError::Inconsistent("a partnership was decided that is none"),
            )?;
            if let [tie] = facts.partners.as_slice() {
                write_down_end(unit, tie).await?;
            }
            form(unit, formed, event).await?;
            link = route::partnership(id);
        }
        if !accepted.relationships.is_empty() {
            for (id, event) in accepted.relationships {
                let before = facts
                    .relationships
                    .iter()
                    .find(|stored| stored.value.id == id);
                settle(unit, &customer, before.cloned(), id, event).await?;
            }
            let now = unit.now();
            crate::relationship::refresh_customer(unit.db, customer.id, now).await?;
        }
        let template = MailTemplate::InvitationAccepted {
            kind: mail_kind(invitation.kind),
            accepter: customer.name.to_string(),
            link: unit.url(&link),
        };
        tell_inviter(unit, &invitation, template).await?;
        Ok(invitation.kind)
    }
}

/// A partnership before this one whose notice period is over, but of which no job has written that down yet.
async fn write_down_end(unit: &mut Unit<'_>, tie: &Tie) -> CommandResult<()> {
    let Some(before) = &tie.partnership else {
        return Ok(());
    };
    let Some(stored) = crate::partnership::store::lock(unit.db, before.provider, before.id).await?
    else {
        return Ok(());
    };
    if matches!(stored.value.state, partnership::State::Ending { .. }) {
        let events = expiry::lapsed(&stored.value, &tie.partner, unit.now())?;
        partnerships::apply_events(unit, stored, events).await?;
    }
    Ok(())
}

async fn form(
    unit: &mut Unit<'_>,
    formed: Partnership,
    event: partnership::Event,
) -> CommandResult<()> {
    crate::partnership::store::insert(unit.db, &formed).await?;
    let now = unit.now();
    crate::relationship::refresh_shared(unit.db, formed.provider, formed.reseller, now).await?;
    let concerned = audience::of_partnership(&formed);
    unit.record(
        [event::Event::Partnership {
            id: formed.id,
            event,
        }],
        concerned,
    )
    .await
}

/// A relationship comes into being, or is widened.
async fn settle(
    unit: &mut Unit<'_>,
    customer: &Organization,
    before: Option<Stored<Relationship>>,
    id: tierline_core::ids::RelationshipId,
    event: relationship::Event,
) -> CommandResult<()> {
    match before {
        Some(stored) => relationships::apply_events(unit, stored, vec![event])
            .await
            .map(drop),
        None => relationships::established(unit, id, event, customer)
            .await
            .map(drop),
    }
}

/// Tells whoever sent the invitation, and for a joint one the other partner's admins.
pub(super) async fn tell_inviter(
    unit: &mut Unit<'_>,
    invitation: &Invitation,
    template: MailTemplate,
) -> CommandResult<()> {
    for sender in
        crate::account::store::member_or_admins(unit.db, invitation.created_by, invitation.inviter)
            .await?
    {
        unit.mail(invitation.inviter, &sender, template.clone())
            .await?;
    }
    if let Kind::JointRelationship { provider, .. } = invitation.kind {
        unit.mail_admins(provider, |_| template.clone()).await?;
    }
    Ok(())
}
