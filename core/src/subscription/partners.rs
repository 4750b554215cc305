//! The partners of a subscription beside the one that ordered it: whom the customer turns to, and who earns incentives.
//!
//! "Give the reseller credit for incentives: associate the reseller to the subscription (new or existing)"; "Delegate
//! customer support for specific subscriptions to the reseller: select the reseller from the **Designated support
//! contact** list" ("Partner with indirect resellers in the CSP program"). Both are done by the partner that ordered.
//!
//! | what | who can be named | what ends it |
//! | --- | --- | --- |
//! | support contact | the partner that ordered; a reseller with a relationship and the right to support | the end of that right: then it is the partner that ordered again |
//! | partner of record | a reseller in business, in partnership with that partner, with a relationship | another choice alone; what it lacks later is told |

use serde::Serialize;

use super::{Author, Event, Facts, Happened, Refusal as R, State, Subscription};
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts, authorize_on_customer, could_on_customer},
    actor::Actor,
    ids::OrganizationId,
    organization::{Capability, Organization},
    partnership::{self, Partnership},
    refusal::Refusal,
    relationship::{self, Relationship, Side},
};

/// What is decided about the partners of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Associate {
    /// From now on the customer turns to this partner.
    DesignateSupport {
        /// The partner.
        to: OrganizationId,
    },
    /// From now on this reseller earns incentives, or nobody does.
    SetPartnerOfRecord {
        /// The reseller.
        to: Option<OrganizationId>,
    },
}

impl Associate {
    /// The action that it is: whoever may not take it is refused before anything is looked at.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Associate::DesignateSupport { .. } => Action::DesignateSupport,
            Associate::SetPartnerOfRecord { .. } => Action::ChangeOrders,
        }
    }

    /// The partner that it names.
    ///
    /// ```
    /// use tierline_core::{subscription::Associate, testing::id};
    /// assert_eq!(Associate::DesignateSupport { to: id(2) }.names(), Some(id(2)));
    /// assert_eq!(Associate::SetPartnerOfRecord { to: None }.names(), None);
    /// ```
    #[must_use]
    pub const fn names(self) -> Option<OrganizationId> {
        match self {
            Associate::DesignateSupport { to } => Some(to),
            Associate::SetPartnerOfRecord { to } => to,
        }
    }
}

/// A partner that may be named, as the one that ordered it and the customer know it.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The partner.
    pub partner: &'a Organization,
    /// Its partnership with the partner that ordered, if there ever was one.
    pub partnership: Option<&'a Partnership>,
    /// Its relationship with the customer, if there ever was one.
    pub relationship: Option<&'a Relationship>,
}

/// Checks what a partner of record needs (rule 4): it is in business as an indirect reseller, in partnership with the
/// partner that ordered, serves the customer, and is in the same region.
///
/// # Errors
/// Whatever the reseller lacks for [new business](access::may_transact), [`partnership::Refusal::NoPartnership`],
/// [`relationship::Refusal::NoRelationship`], or a different [region](access::same_region).
///
/// ```
/// use tierline_core::{relationship::Side, subscription::{Candidate, check_of_record}, testing::*};
/// let (provider, mut reseller, customer) = (provider(), reseller(), customer());
/// let together = partnership(&provider, &reseller);
/// let side = Side::IndirectReseller;
/// let serves = relationship(&reseller, &customer, side, side.asks_for());
/// let code = |reseller: &_, partnership, relationship| {
///     let candidate = Candidate { partner: reseller, partnership, relationship };
///     check_of_record(&provider, &customer, candidate, day(2)).map_err(|refusal| refusal.code())
/// };
/// assert_eq!(code(&reseller, Some(&together), Some(&serves)), Ok(()));
/// assert_eq!(code(&reseller, None, Some(&serves)), Err("no_partnership"));
/// assert_eq!(code(&reseller, Some(&together), None), Err("no_relationship"));
/// reseller.agreement = None;
/// assert_eq!(code(&reseller, Some(&together), Some(&serves)), Err("agreement_unsigned"));
/// ```
pub fn check_of_record(
    orderer: &Organization,
    customer: &Organization,
    candidate: Candidate<'_>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let reseller = candidate.partner;
    access::may_transact(reseller, Capability::IndirectReseller)?;
    let partnership = candidate.partnership;
    if !partnership.is_some_and(|it| it.is_active(now)) {
        return Err(partnership::Refusal::NoPartnership {
            provider: orderer.party(),
            reseller: reseller.party(),
        }
        .into());
    }
    if !candidate.relationship.is_some_and(Relationship::is_active) {
        return Err(relationship::Refusal::NoRelationship {
            partner: reseller.party(),
            customer: customer.party(),
        }
        .into());
    }
    Ok(access::same_region(orderer, reseller)?)
}

/// Checks what a support contact needs that did not order the subscription: it serves the customer as a reseller, with
/// the right to support.
///
/// # Errors
/// [`relationship::Refusal::NoRelationship`], [`R::NotAReseller`], or [`relationship::Refusal::GrantMissing`].
///
/// ```
/// use tierline_core::{relationship::{GrantSet, Side}, subscription::{Candidate, check_support}, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let code = |side: Side, grants| {
///     let serves = relationship(&reseller, &customer, side, grants);
///     let candidate = Candidate { partner: &reseller, partnership: None, relationship: Some(&serves) };
///     check_support(&customer, candidate).map_err(|refusal| refusal.code())
/// };
/// let side = Side::IndirectReseller;
/// assert_eq!(code(side, side.asks_for()), Ok(()));
/// assert_eq!(code(side, GrantSet::EMPTY), Err("grant_missing"));
/// assert_eq!(code(Side::IndirectProvider, side.asks_for()), Err("not_a_reseller"));
/// ```
pub fn check_support(customer: &Organization, candidate: Candidate<'_>) -> Result<(), Refusal> {
    let serves = candidate.relationship.filter(|it| it.is_active());
    if serves.is_some_and(|it| it.side != Side::IndirectReseller) {
        return Err(R::NotAReseller {
            partner: candidate.partner.party(),
        }
        .into());
    }
    let facts = CustomerFacts {
        organization: candidate.partner,
        customer,
        relationship: candidate.relationship,
        providers: &[],
    };
    could_on_customer(facts, Action::DesignateSupport)
}

/// Decides who supports the customer, or who earns incentives. As [`decide`](super::decide()) does, it writes first
/// what has happened by itself until now.
///
/// # Errors
/// First whatever the actor lacks for [the action](Associate::action), or [`R::AnotherPartner`]; [`R::WrongState`] of
/// one that was canceled or deleted; [`R::Unchanged`]; then what the partner that is named lacks, by [`check_support`]
/// or [`check_of_record`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, relationship::Side, role::Role, testing::*};
/// use tierline_core::subscription::{Associate, Candidate, Event, Facts, Family, associate};
/// let (provider, reseller, customer) = (provider(), reseller(), customer());
/// let serves = |partner, side: Side| relationship(partner, &customer, side, side.asks_for());
/// let (orders, supports) = (serves(&provider, Side::IndirectProvider), serves(&reseller, Side::IndirectReseller));
/// let access = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&orders), providers: &[] };
/// let family = Family::of(subscription(None));
/// let (offers, orderer) = ([offer(50, "Business Basic")], provider.party());
/// let facts = Facts {
///     family: &family, subscription: family.base.id, access, orderer: &orderer, of_record: None,
///     under_review: false, offers: &offers, held: Held::default(),
/// };
/// let named = Candidate { partner: &reseller, partnership: None, relationship: Some(&supports) };
/// let agent = actor(&provider, Role::AdminAgent);
///
/// let asked = Associate::DesignateSupport { to: reseller.id };
/// let happened = associate(facts, Some(named), asked, &agent, day(2))?;
/// assert!(matches!(happened[..], [(_, Event::SupportDesignated { to, .. })] if to == reseller.id));
/// let ended = Candidate { relationship: None, ..named };
/// let refusal = associate(facts, Some(ended), asked, &agent, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "no_relationship");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn associate(
    facts: Facts<'_>,
    named: Option<Candidate<'_>>,
    asked: Associate,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Happened>, Refusal> {
    let (mut happened, subscription) = today(facts, now);
    let Some(subscription) = subscription else {
        // Whoever has the facts has the subscription.
        return Ok(happened);
    };
    let subscription = &subscription;
    let author = author(facts, subscription, asked.action(), actor)?;
    let event = match asked {
        Associate::DesignateSupport { to } => {
            designated(facts, subscription, named, to).map(|from| Event::SupportDesignated {
                from,
                to,
                at: now,
                author,
            })?
        }
        Associate::SetPartnerOfRecord { to } => {
            set(facts, subscription, named, to, now).map(|from| Event::PartnerOfRecordSet {
                from,
                to,
                at: now,
                author,
            })?
        }
    };
    happened.push((subscription.id, event));
    Ok(happened)
}

/// Decides that the customer turns to a partner for all that the actor's organization has ordered for it: by the facts
/// of one of these subscriptions, and over all of them as they are stored. What time has brought to them changes
/// nothing here, and is written when it is looked at. Those that have the contact already, that are canceled or
/// deleted, or that another partner ordered stay as they are.
///
/// # Errors
/// Those of [`associate`], but [`R::Unchanged`] only when it is to be of none of them.
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, relationship::Side, role::Role, testing::*};
/// use tierline_core::subscription::{Candidate, Facts, Family, Subscription, designate_all};
/// let (provider, reseller, customer) = (provider(), reseller(), customer());
/// let serves = |partner, side: Side| relationship(partner, &customer, side, side.asks_for());
/// let (orders, supports) = (serves(&provider, Side::IndirectProvider), serves(&reseller, Side::IndirectReseller));
/// let access = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&orders), providers: &[] };
/// let family = Family::of(subscription(None));
/// let (offers, orderer) = ([offer(50, "Business Basic")], provider.party());
/// let facts = Facts {
///     family: &family, subscription: family.base.id, access, orderer: &orderer, of_record: None,
///     under_review: false, offers: &offers, held: Held::default(),
/// };
/// let named = Some(Candidate { partner: &reseller, partnership: None, relationship: Some(&supports) });
/// let agent = actor(&provider, Role::AdminAgent);
/// let another = Subscription { id: id(61), ..subscription(None) };
/// let has_it = Subscription { id: id(62), support_contact: reseller.id, ..subscription(None) };
/// let others_order = Subscription { id: id(63), partner: id(5), ..subscription(None) };
/// let all = [family.base.clone(), another, has_it.clone(), others_order];
///
/// let happened = designate_all(facts, named, &all, reseller.id, &agent, day(2))?;
/// let changed: Vec<_> = happened.iter().map(|(id, _)| *id).collect();
/// assert_eq!(changed, [family.base.id, id(61)]);
/// let again = designate_all(facts, named, &[has_it], reseller.id, &agent, day(2)).unwrap_err();
/// assert_eq!(again.code(), "unchanged");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn designate_all(
    facts: Facts<'_>,
    named: Option<Candidate<'_>>,
    all: &[Subscription],
    to: OrganizationId,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Happened>, Refusal> {
    let (_, subscription) = today(facts, now);
    let Some(one) = subscription else {
        return Err(R::Unchanged.into());
    };
    let author = author(facts, &one, Action::DesignateSupport, actor)?;
    let customer = facts.access.customer;
    if to != one.partner {
        check_support(customer, the(named, to)?)?;
    }
    let is_changed = |it: &&Subscription| {
        it.partner == one.partner
            && it.customer == customer.id
            && changes(it, it.support_contact != to).is_ok()
    };
    let happened: Vec<Happened> = all
        .iter()
        .filter(is_changed)
        .map(|it| {
            let from = it.support_contact;
            let event = Event::SupportDesignated {
                from,
                to,
                at: now,
                author,
            };
            (it.id, event)
        })
        .collect();
    if happened.is_empty() {
        return Err(R::Unchanged.into());
    }
    Ok(happened)
}

/// Whether the actor may name anybody: as [`associate`], before it is said whom.
///
/// # Errors
/// Those of [`associate`] that come before what was asked for.
pub fn may_associate(
    facts: Facts<'_>,
    asked: Associate,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let (_, subscription) = today(facts, now);
    let Some(subscription) = subscription else {
        return Ok(());
    };
    author(facts, &subscription, asked.action(), actor)?;
    changes(&subscription, true)
}

/// What has happened by itself until now, and the subscription with it.
fn today(facts: Facts<'_>, now: Timestamp) -> (Vec<Happened>, Option<Subscription>) {
    let happened = facts.family.catch_up(facts.offers, now);
    let mut family = facts.family.clone();
    for event in &happened {
        family.apply(event);
    }
    let subscription = family.get(facts.subscription).cloned();
    (happened, subscription)
}

/// The partner that ordered alone; whoever else knows of the subscription is told whom to ask, and a customer that its
/// partners do it.
fn author(
    facts: Facts<'_>,
    subscription: &Subscription,
    action: Action,
    actor: &Actor,
) -> Result<Author, Refusal> {
    let organization = facts.access.organization.id;
    if subscription.partner != organization {
        let is_itself = organization == facts.access.customer.id;
        let seen = if is_itself {
            action
        } else {
            Action::ViewSubscriptions
        };
        authorize_on_customer(facts.access, actor, seen)?;
        return Err(R::AnotherPartner {
            partner: facts.orderer.clone(),
        }
        .into());
    }
    Ok(Author {
        user: actor.user,
        organization,
        basis: authorize_on_customer(facts.access, actor, action)?,
    })
}

/// The support contact before.
fn designated(
    facts: Facts<'_>,
    subscription: &Subscription,
    named: Option<Candidate<'_>>,
    to: OrganizationId,
) -> Result<OrganizationId, Refusal> {
    let from = subscription.support_contact;
    changes(subscription, from != to)?;
    // The partner that ordered it is the contact unless another one is: it needs no more for that.
    if to != subscription.partner {
        check_support(facts.access.customer, the(named, to)?)?;
    }
    Ok(from)
}

/// The partner of record before.
fn set(
    facts: Facts<'_>,
    subscription: &Subscription,
    named: Option<Candidate<'_>>,
    to: Option<OrganizationId>,
    now: Timestamp,
) -> Result<Option<OrganizationId>, Refusal> {
    let from = subscription.partner_of_record;
    changes(subscription, from != to)?;
    if let Some(to) = to {
        let CustomerFacts {
            organization,
            customer,
            ..
        } = facts.access;
        check_of_record(organization, customer, the(named, to)?, now)?;
    }
    Ok(from)
}

fn changes(subscription: &Subscription, changes: bool) -> Result<(), Refusal> {
    match subscription.state {
        State::Canceled { .. } | State::Deleted { .. } => {
            let status = subscription.state.status();
            Err(R::WrongState { status }.into())
        }
        _ if changes => Ok(()),
        _ => Err(R::Unchanged.into()),
    }
}

/// The partner that was named, if its facts are here.
fn the(named: Option<Candidate<'_>>, to: OrganizationId) -> Result<Candidate<'_>, Refusal> {
    let named = named.filter(|it| it.partner.id == to);
    named.ok_or_else(|| R::UnknownPartner.into())
}

impl Subscription {
    /// What follows when this partner can support the customer no more: the one that ordered it does, by default.
    ///
    /// ```
    /// use tierline_core::{subscription::{Event, Subscription}, testing::*};
    /// let designated = Subscription { support_contact: id(2), ..subscription(None) };
    /// let returned = designated.without_support_of(id(2), day(3)).unwrap();
    /// assert_eq!(returned, Event::SupportReturned { from: id(2), to: id(1), at: day(3) });
    /// // It is the contact by default, and nobody else is there.
    /// assert_eq!(subscription(None).without_support_of(id(1), day(3)), None);
    /// ```
    #[must_use]
    pub fn without_support_of(&self, partner: OrganizationId, at: Timestamp) -> Option<Event> {
        let is_designated = self.support_contact == partner && partner != self.partner;
        is_designated.then_some(Event::SupportReturned {
            from: partner,
            to: self.partner,
            at,
        })
    }

    /// Whom the customer turns to at this moment, with the relationship of the [contact](Subscription::support_contact)
    /// as of now: the one that ordered it where the contact's right has ended, whether or not that was written down.
    ///
    /// ```
    /// use tierline_core::{relationship::{Grant, GrantSet, Side}, subscription::Subscription, testing::*};
    /// let (reseller, customer) = (reseller(), customer());
    /// let designated = Subscription { support_contact: reseller.id, ..subscription(None) };
    /// let serves = |grants| relationship(&reseller, &customer, Side::IndirectReseller, grants);
    /// let supports = serves(GrantSet::EMPTY.with(Grant::Support));
    /// assert_eq!(designated.supported_by(Some(&supports)), reseller.id);
    /// assert_eq!(designated.supported_by(Some(&serves(GrantSet::EMPTY))), designated.partner);
    /// assert_eq!(designated.supported_by(None), designated.partner);
    /// ```
    #[must_use]
    pub fn supported_by(&self, contact: Option<&Relationship>) -> OrganizationId {
        let supports = contact.is_some_and(|tie| {
            tie.partner == self.support_contact
                && tie.customer == self.customer
                && tie.grants(relationship::Grant::Support)
        });
        if supports {
            self.support_contact
        } else {
            self.partner
        }
    }

    /// What is wrong with who earns incentives on it, if anything is: it was ordered by a provider, and there is no
    /// partner of record, or that one lacks what it [needs](check_of_record). A direct-bill partner's has none. The
    /// partner of record is given with what is known of it.
    ///
    /// "A subscription sold through a reseller without a partner of record is shown as a warning."
    ///
    /// ```
    /// use tierline_core::{subscription::Subscription, testing::*};
    /// let none = Subscription { partner_of_record: None, ..subscription(None) };
    /// let warning = |subscription: &Subscription, orderer| {
    ///     subscription.of_record_warning(orderer, &customer(), None, day(2)).map(|refusal| refusal.code())
    /// };
    /// let (provider, direct_bill) = (provider(), direct_bill());
    /// assert_eq!(warning(&none, &provider), Some("no_partner_of_record"));
    /// assert_eq!(warning(&none, &direct_bill), None);
    /// ```
    #[must_use]
    pub fn of_record_warning(
        &self,
        orderer: &Organization,
        customer: &Organization,
        of_record: Option<Candidate<'_>>,
        now: Timestamp,
    ) -> Option<Refusal> {
        if !self.is_running() {
            return None;
        }
        match self.partner_of_record {
            Some(to) => {
                let named = the(of_record, to).ok()?;
                check_of_record(orderer, customer, named, now).err()
            }
            None => {
                let provider = orderer.capabilities.state(Capability::IndirectProvider);
                provider.map(|_| {
                    R::NoPartnerOfRecord {
                        partner: orderer.party(),
                    }
                    .into()
                })
            }
        }
    }
}
