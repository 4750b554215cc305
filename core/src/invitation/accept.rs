//! Accepting an invitation: the only way in which a link leads to grants.

use chrono::NaiveDate;

use super::{Event, Invitation, Kind, answer};
use crate::{
    Timestamp, access,
    actor::Actor,
    ids::{OrganizationId, PartnershipId, RelationshipId},
    invitation,
    organization::{Capability, Organization, Party},
    partnership::{self, Partnership},
    reach::GroupSet,
    refusal::Refusal,
    relationship::{self, Grant, GrantSet, Origin, Relationship, Side, ends_with},
};

/// Facts for accepting an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AcceptFacts<'a> {
    /// The invitation.
    pub invitation: &'a Invitation,
    /// The number of the link that was presented.
    pub link: u32,
    /// The organization that would accept; the actor's.
    pub organization: &'a Organization,
    /// The organization the invitation is addressed to, for naming it in a refusal.
    pub addressee: Option<&'a Party>,
    /// The partner that asks: the provider of a partnership request, or each partner in the order of
    /// [`Kind::partners`].
    pub partners: &'a [Pair<'a>],
    /// For a joint invitation: the partnership between the two.
    pub partnership: Option<&'a Partnership>,
    /// The number of relationships in force that the organization has as a customer.
    pub in_force: usize,
}

/// A partner that asks, with its existing ties to the accepting organization.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The partner.
    pub partner: &'a Organization,
    /// The partnership between the two, if there ever was one.
    pub partnership: Option<&'a Partnership>,
    /// The relationship in force, in either direction.
    pub relationship: Option<&'a Relationship>,
}

/// The choices of the user who accepts, on the page that shows the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The box that confirms the grants.
    pub confirmed: bool,
    /// The rights that were left checked, by partner; a partner that is not named gets all the rights it asks for.
    pub grants: Vec<(OrganizationId, GrantSet)>,
    /// The last days that were chosen for rights, by partner; for the whole relationship where no right is named. Those
    /// for rights that are not granted by this acceptance count for nothing.
    pub ends: Vec<(OrganizationId, Option<Grant>, NaiveDate)>,
}

/// Ids for the objects that an acceptance may create; those not needed stay unused.
#[derive(Clone, Copy, Debug)]
pub struct RelationshipIds {
    /// For a partnership.
    pub partnership: PartnershipId,
    /// For the first partner's relationship.
    pub first: RelationshipId,
    /// For the second partner's.
    pub second: RelationshipId,
}

/// The events of an acceptance. A joint invitation establishes both relationships or neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Accepted {
    /// The events of the invitation.
    pub invitation: Vec<Event>,
    /// A partnership that was formed.
    pub partnership: Option<(PartnershipId, partnership::Event)>,
    /// Relationships that were established or widened.
    pub relationships: Vec<(RelationshipId, relationship::Event)>,
}

/// Accepts an invitation. Rule 2: no grant without the acceptance of a global admin of the organization that
/// grants.
///
/// "Be sure your global admin signs in" ("From direct bill to indirect reseller"), and "to confirm the partnership with
/// the provider, check the box and then select **Authorize indirect provider**" ("Partner with indirect providers in
/// the CSP program"). A customer may leave rights out, but not all of one partner's: it should decline instead.
///
/// # Order of the checks
///
/// 1. the link ([`check_link`](crate::invitation::check_link)), then the addressee;
/// 2. the organizations: both can do this business, they are in one region, and no tie between the two excludes it;
/// 3. the person's role;
/// 4. the box, then the rights that were left checked, and the dates on which they end.
///
/// # Errors
/// A [`Refusal`]: the link is used, expired, canceled or replaced; the role is missing; the invitation was addressed to
/// another organization; the box is not checked; an end date can't be; or capability, agreement, MPN ID, region or an
/// existing tie prevents it.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::{AcceptFacts, Acceptance, Kind, Pair, RelationshipIds, accept}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, Some(reseller.id));
/// let facts = AcceptFacts {
///     invitation: &sent,
///     link: 1,
///     organization: &reseller,
///     addressee: Some(&reseller.party()),
///     partners: &[Pair { partner: &provider, partnership: None, relationship: None }],
///     partnership: None,
///     in_force: 0,
/// };
/// let ids = RelationshipIds { partnership: id(21), first: id(22), second: id(23) };
/// let ticked = Acceptance { confirmed: true, grants: Vec::new(), ends: Vec::new() };
///
/// // "Partner with indirect providers in the CSP program": a global admin authorizes the provider.
/// let accepted = accept(facts, &ticked, ids, &actor(&reseller, Role::GlobalAdmin), day(2))?;
/// assert!(accepted.partnership.is_some());
///
/// // Nobody else can, and nothing is granted without the tick.
/// assert_eq!(accept(facts, &ticked, ids, &actor(&reseller, Role::AdminAgent), day(2)).unwrap_err().code(), "role_missing");
/// let unticked = Acceptance { confirmed: false, ..ticked };
/// assert_eq!(accept(facts, &unticked, ids, &actor(&reseller, Role::GlobalAdmin), day(2)).unwrap_err().code(), "not_confirmed");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn accept(
    facts: AcceptFacts<'_>,
    acceptance: &Acceptance,
    ids: RelationshipIds,
    actor: &Actor,
    now: Timestamp,
) -> Result<Accepted, Refusal> {
    as_of(facts, now, |facts| {
        accepted(facts, acceptance, ids, actor, now)
    })
}

/// With every relationship as of this moment: a right whose end date has come is over, whether or not that was written
/// down.
fn as_of<T>(
    facts: AcceptFacts<'_>,
    now: Timestamp,
    decide: impl FnOnce(AcceptFacts<'_>) -> T,
) -> T {
    let of = |pair: &Pair<'_>| pair.relationship.map(|it| it.clone().as_of(now));
    let current: Vec<Option<Relationship>> = facts.partners.iter().map(of).collect();
    let partners: Vec<Pair<'_>> = facts
        .partners
        .iter()
        .zip(&current)
        .map(|(pair, current)| Pair {
            partner: pair.partner,
            partnership: pair.partnership,
            relationship: current.as_ref(),
        })
        .collect();
    decide(AcceptFacts {
        invitation: facts.invitation,
        link: facts.link,
        organization: facts.organization,
        addressee: facts.addressee,
        partners: &partners,
        partnership: facts.partnership,
        in_force: facts.in_force,
    })
}

fn accepted(
    facts: AcceptFacts<'_>,
    acceptance: &Acceptance,
    ids: RelationshipIds,
    actor: &Actor,
    now: Timestamp,
) -> Result<Accepted, Refusal> {
    authorize(&facts, actor, now)?;
    if !acceptance.confirmed {
        return Err(invitation::Refusal::NotConfirmed.into());
    }
    let mut accepted = Accepted {
        invitation: vec![Event::Accepted {
            organization: facts.organization.id,
            at: now,
            by: actor.user,
        }],
        ..Accepted::default()
    };
    if let Kind::Partnership { provider } = facts.invitation.kind {
        let formed = partnership::Event::Formed {
            provider,
            reseller: facts.organization.id,
            invitation: facts.invitation.id,
            at: now,
            by: actor.user,
        };
        accepted.partnership = Some((ids.partnership, formed));
    } else {
        accepted.relationships = relationships(&facts, acceptance, ids, actor, now)?;
    }
    Ok(accepted)
}

/// Decides whether the actor could accept this invitation with every box checked. Shows in advance what would be
/// refused, before any box is checked.
///
/// # Errors
/// As [`accept`]; [`relationship::Refusal::RelationshipExists`] when every right that is asked for is already granted.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::{AcceptFacts, Kind, Pair, may_accept}, relationship::{MOST_PARTNERS, Side}, role::Role};
/// let (reseller, customer) = (reseller(), customer());
/// let kind = Kind::Relationship { partner: reseller.id, side: Side::IndirectReseller };
/// let sent = invitation(&reseller, kind, None);
/// let asking = [Pair { partner: &reseller, partnership: None, relationship: None }];
/// let facts = AcceptFacts { invitation: &sent, link: 1, organization: &customer, addressee: None, partners: &asking, partnership: None, in_force: 0 };
/// assert!(may_accept(facts, &actor(&customer, Role::GlobalAdmin), day(2)).is_ok());
/// assert_eq!(may_accept(facts, &actor(&customer, Role::User), day(2)).unwrap_err().code(), "role_missing");
///
/// // Whoever has as many partners as a customer may have ends one first.
/// let full = AcceptFacts { in_force: MOST_PARTNERS as usize, ..facts };
/// assert_eq!(may_accept(full, &actor(&customer, Role::GlobalAdmin), day(2)).unwrap_err().code(), "too_many_partners");
///
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let again = [Pair { relationship: Some(&granted), ..asking[0] }];
/// let facts = AcceptFacts { partners: &again, ..facts };
/// let refusal = may_accept(facts, &actor(&customer, Role::GlobalAdmin), day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "relationship_exists");
/// ```
pub fn may_accept(facts: AcceptFacts<'_>, actor: &Actor, now: Timestamp) -> Result<(), Refusal> {
    as_of(facts, now, |facts| would_be_accepted(facts, actor, now))
}

fn would_be_accepted(facts: AcceptFacts<'_>, actor: &Actor, now: Timestamp) -> Result<(), Refusal> {
    authorize(&facts, actor, now)?;
    let asked = facts.invitation.kind.partners();
    let has_everything = |(pair, (_, side)): (&Pair<'_>, &(OrganizationId, Side))| {
        let granted = |grant| pair.relationship.is_some_and(|it| it.grants(grant));
        side.asks_for().iter().all(granted)
    };
    match (facts.invitation.kind, facts.partners) {
        (Kind::Relationship { .. } | Kind::JointRelationship { .. }, [first, ..])
            if facts.partners.iter().zip(&asked).all(has_everything) =>
        {
            Err(relationship::Refusal::RelationshipExists {
                partner: first.partner.party(),
                customer: facts.organization.party(),
            }
            .into())
        }
        _ => Ok(()),
    }
}

/// Checks link, addressee, organization and role, in the order in which a person can do something about them.
fn authorize(facts: &AcceptFacts<'_>, actor: &Actor, now: Timestamp) -> Result<(), Refusal> {
    answer::check_link(facts.invitation, facts.link, now)?;
    answer::addressed(facts.invitation, facts.organization, facts.addressee)?;
    organization_may_accept(facts, now)?;
    let action = answer::answering(facts.invitation.kind);
    access::authorize_own(facts.organization, actor, action).map(drop)
}

/// Decides whether this organization may accept at all, regardless of the user who asks.
fn organization_may_accept(facts: &AcceptFacts<'_>, now: Timestamp) -> Result<(), Refusal> {
    let organization = facts.organization;
    match facts.invitation.kind {
        Kind::Partnership { provider } => {
            let Some(pair) = facts
                .partners
                .first()
                .filter(|pair| pair.partner.id == provider)
            else {
                return Err(invitation::Refusal::InvitationNotSent.into());
            };
            let provider = pair.partner;
            if provider.id == organization.id {
                return Err(access::Refusal::Itself.into());
            }
            access::may_transact(organization, Capability::IndirectReseller)?;
            access::may_transact(provider, Capability::IndirectProvider)?;
            access::same_region(provider, organization)?;
            if pair
                .partnership
                .is_some_and(|partnership| partnership.is_active(now))
            {
                return Err(partnership::Refusal::PartnershipExists {
                    provider: provider.party(),
                    reseller: organization.party(),
                }
                .into());
            }
            if pair.relationship.is_some_and(Relationship::is_active) {
                return Err(relationship::Refusal::PartnerAndCustomer {
                    first: provider.party(),
                    second: organization.party(),
                }
                .into());
            }
        }
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => {
            let asked = facts.invitation.kind.partners();
            if !facts
                .partners
                .iter()
                .map(|pair| pair.partner.id)
                .eq(asked.iter().map(|(partner, _)| *partner))
            {
                return Err(invitation::Refusal::InvitationNotSent.into());
            }
            if facts
                .partners
                .iter()
                .any(|pair| pair.partner.id == organization.id)
            {
                return Err(access::Refusal::Itself.into());
            }
            for pair in facts.partners {
                if pair
                    .partnership
                    .is_some_and(|partnership| partnership.is_active(now))
                {
                    return Err(relationship::Refusal::PartnerAndCustomer {
                        first: pair.partner.party(),
                        second: organization.party(),
                    }
                    .into());
                }
            }
            if organization.capabilities.is_partner() {
                return Err(relationship::Refusal::PartnerIsNoCustomer {
                    organization: organization.party(),
                }
                .into());
            }
            for (pair, (_, side)) in facts.partners.iter().zip(asked) {
                if side == Side::DirectBill {
                    access::may_gain_direct_customer(pair.partner)?;
                }
                access::may_transact(pair.partner, side.capability())?;
                access::same_region(pair.partner, organization)?;
            }
            joint_partnership(facts, now)?;
            room_for_partners(facts)?;
        }
    }
    Ok(())
}

/// Whether the customer may have the new partners beside those that it has: what is decided for it reads all of them.
fn room_for_partners(facts: &AcceptFacts<'_>) -> Result<(), Refusal> {
    let is_new = |pair: &&Pair<'_>| !pair.relationship.is_some_and(Relationship::is_active);
    let new = facts.partners.iter().filter(is_new).count();
    let most = usize::try_from(relationship::MOST_PARTNERS).unwrap_or(usize::MAX);
    if new > 0 && facts.in_force.saturating_add(new) > most {
        return Err(relationship::Refusal::TooManyPartners {
            customer: facts.organization.party(),
            most: relationship::MOST_PARTNERS,
        }
        .into());
    }
    Ok(())
}

/// A joint invitation rests on the partnership between the two, which must not have ended since.
fn joint_partnership(facts: &AcceptFacts<'_>, now: Timestamp) -> Result<(), Refusal> {
    let Kind::JointRelationship { .. } = facts.invitation.kind else {
        return Ok(());
    };
    if facts
        .partnership
        .is_some_and(|partnership| partnership.is_active(now))
    {
        return Ok(());
    }
    match facts.partners {
        [reseller, provider, ..] => Err(partnership::Refusal::NoPartnership {
            provider: provider.partner.party(),
            reseller: reseller.partner.party(),
        }
        .into()),
        _ => Err(invitation::Refusal::InvitationNotSent.into()),
    }
}

fn relationships(
    facts: &AcceptFacts<'_>,
    acceptance: &Acceptance,
    ids: RelationshipIds,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<(RelationshipId, relationship::Event)>, Refusal> {
    let asked = facts.invitation.kind.partners();
    let mut events = Vec::new();
    for ((pair, (partner, side)), new_id) in facts
        .partners
        .iter()
        .zip(&asked)
        .zip([ids.first, ids.second])
    {
        let grants = chosen(acceptance, *partner, *side);
        if grants.is_empty() {
            return Err(invitation::Refusal::NothingGranted {
                partner: pair.partner.party(),
            }
            .into());
        }
        let invitation = facts.invitation.id;
        match pair
            .relationship
            .filter(|relationship| relationship.is_active())
        {
            Some(relationship)
                if grants
                    .iter()
                    .all(|grant| relationship.grants.in_force(grant)) => {}
            Some(relationship) => {
                let granted = relationship::Event::Granted {
                    grants,
                    invitation,
                    at: now,
                    by: actor.user,
                };
                events.push((relationship.id, granted));
                let new = grants.without(relationship.grants.set());
                let dated = end_dates(acceptance, *partner, new, false, actor, now)?;
                events.extend(dated.into_iter().map(|event| (relationship.id, event)));
            }
            None => {
                events.push((
                    new_id,
                    relationship::Event::Established {
                        partner: *partner,
                        customer: facts.organization.id,
                        side: *side,
                        together_with: asked
                            .iter()
                            .map(|(other, _)| *other)
                            .find(|other| other != partner),
                        origin: Origin::Invitation {
                            invitation,
                            accepted_by: actor.user,
                        },
                        grants,
                        groups: if *partner == facts.invitation.inviter {
                            facts.invitation.groups
                        } else {
                            GroupSet::EMPTY
                        },
                        at: now,
                    },
                ));
                let dated = end_dates(acceptance, *partner, grants, true, actor, now)?;
                events.extend(dated.into_iter().map(|event| (new_id, event)));
            }
        }
    }
    match (events.is_empty(), facts.partners.first()) {
        (true, Some(pair)) => Err(relationship::Refusal::RelationshipExists {
            partner: pair.partner.party(),
            customer: facts.organization.party(),
        }
        .into()),
        _ => Ok(events),
    }
}

/// The rights granted: never more than the side asks for, whatever was posted.
fn chosen(acceptance: &Acceptance, partner: OrganizationId, side: Side) -> GrantSet {
    let asked = side.asks_for();
    match acceptance.grants.iter().find(|(id, _)| *id == partner) {
        Some((_, grants)) => grants.intersection(asked),
        None => asked,
    }
}

/// The dates that were chosen for these new rights, and for the whole of a new relationship.
fn end_dates(
    acceptance: &Acceptance,
    partner: OrganizationId,
    new: GrantSet,
    is_new: bool,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<relationship::Event>, Refusal> {
    let counts = |grant: Option<Grant>| grant.map_or(is_new, |grant| new.contains(grant));
    let chosen = acceptance.ends.iter();
    chosen
        .filter(|(id, grant, _)| *id == partner && counts(*grant))
        .map(|(_, grant, day)| {
            Ok(relationship::Event::EndDateSet {
                grant: *grant,
                ends: Some(ends_with(*day, None, now)?),
                at: now,
                by: actor.user,
            })
        })
        .collect()
}
