//! The reseller relationship of a partner and a customer, with its separate grants.
//!
//! The grants of a customer depend on the partner's side: a reseller gets administrator permissions over subscriptions,
//! licenses and users; a provider may submit orders ("Partner with indirect providers in the CSP program", "Connect
//! with customers"); a direct-bill partner gets both. The customer can end each grant, or the whole relationship, at
//! once.
//!
//! # Rights by side
//!
//! | side | orders | administers | supports |
//! | --- | --- | --- | --- |
//! | indirect provider | yes | | yes |
//! | indirect reseller | | yes | yes |
//! | direct-bill partner | yes | yes | yes |
//!
//! A customer can grant less than the partner asks for, never more, and take each right away at any time. A right taken
//! away can be granted again by accepting another invitation. An ended relationship stays ended; a new one is a new
//! relationship.
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | acceptance of an invitation, or the tenant is created by the partner | active, with the rights granted |
//! | active | the customer takes one right away | active, without it; the last one may be among them |
//! | active | acceptance of another invitation | active, with the rights that were missing |
//! | active | the partner puts the customer into groups | active, with the same rights |
//! | active | the customer makes a reseller tenant owner on the cloud platform, or no longer | active, with the same rights |
//! | active | the customer gives a right an end date, moves it or takes it away | active, with the same rights until then |
//! | active | the end date of a right has come | active, without it, whether or not a job has written it down |
//! | active | the partner asks to renew, the customer renews or declines | active, with later dates or the same |
//! | active | the customer ends it, or its own end date has come | ended |
//!
//! The customer can give each right, or the whole relationship, an [end date](EndDate): it ends then as if it were
//! taken away. Decisions look at the time ([`Relationship::as_of`]) and not at what was written down.
//!
//! The end of a partnership ends no relationship, and the end of one partner's relationship leaves the other's.

mod co_serving;
mod decide;
mod end_date;
mod grants;
pub(crate) mod permission;
mod refusal;
mod reminder;
mod renewal;
mod tenant_owner;

pub use co_serving::{CoServing, co_serving};
pub use decide::{Command, RelationshipFacts, decide};
pub use end_date::{EndDate, MOST_DAYS, end_days, ends_with, last_day};
pub use grants::{Grant, GrantSet, GrantState, Grants};
pub use refusal::Refusal;
pub use reminder::{REMINDERS, Reminded, Reminder, Reminding};
pub use renewal::{
    Answer, AskToRenew, DateCommand, PAUSE, Renewal, RenewalState, ask_to_renew, decide_date,
    may_set_dates,
};
pub use tenant_owner::{TenantOwner, TenantOwnerChange, TenantOwnerFacts, change_tenant_owner};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{CustomerGroupId, InvitationId, OrganizationId, RelationshipId, UserId},
    organization::{Capabilities, Capability},
    reach::GroupSet,
    read::Read,
    text::{GroupName, MessageText, Reason},
};

/// The number of partners that a customer may have at a time. Far more than it needs, and few enough to be read whole
/// wherever something is decided for it.
pub const MOST_PARTNERS: u32 = 200;

/// The side on which a partner serves a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Orders and bills; a reseller administers.
    IndirectProvider,
    /// Administers; a provider orders.
    IndirectReseller,
    /// Orders, bills and administers.
    DirectBill,
}

impl Side {
    /// Every side.
    pub const ALL: [Side; 3] = [
        Side::IndirectProvider,
        Side::IndirectReseller,
        Side::DirectBill,
    ];

    /// The capability that a partner needs for this side.
    ///
    /// ```
    /// use tierline_core::{organization::Capability, relationship::Side};
    /// assert_eq!(Side::DirectBill.capability(), Capability::DirectBill);
    /// ```
    #[must_use]
    pub const fn capability(self) -> Capability {
        match self {
            Side::IndirectProvider => Capability::IndirectProvider,
            Side::IndirectReseller => Capability::IndirectReseller,
            Side::DirectBill => Capability::DirectBill,
        }
    }

    /// The side on which an organization with these capabilities asks a customer for a relationship with itself alone.
    /// A direct-bill partner that is also a reseller asks as a reseller: no new direct customers ("From direct bill to
    /// indirect reseller").
    ///
    /// ```
    /// use tierline_core::{organization::{Capabilities, Capability, CapabilityState}, relationship::Side};
    /// let both = Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, CapabilityState::Active);
    /// assert_eq!(Side::asked_by(&both), Side::IndirectReseller);
    /// ```
    #[must_use]
    pub const fn asked_by(capabilities: &Capabilities) -> Side {
        if capabilities.is_active(Capability::IndirectProvider) {
            Side::IndirectProvider
        } else if capabilities.is_active(Capability::IndirectReseller)
            || capabilities.direct_bill.is_none()
        {
            Side::IndirectReseller
        } else {
            Side::DirectBill
        }
    }

    /// The rights that a partner of this side asks for.
    ///
    /// "You'll have administrator permissions to manage their subscriptions, licenses, and users on their behalf, and
    /// your indirect provider will be able to submit orders on their behalf" ("Partner with indirect providers in the
    /// CSP program"). Support may be [designated](crate::access::Action::DesignateSupport) to either.
    ///
    /// ```
    /// use tierline_core::relationship::{Grant, Side};
    /// assert!(!Side::IndirectReseller.asks_for().contains(Grant::OrderOnBehalf));
    /// assert!(!Side::IndirectProvider.asks_for().contains(Grant::Administer));
    /// ```
    #[must_use]
    pub const fn asks_for(self) -> GrantSet {
        match self {
            Side::IndirectProvider => GrantSet::EMPTY
                .with(Grant::OrderOnBehalf)
                .with(Grant::Support),
            Side::IndirectReseller => GrantSet::EMPTY.with(Grant::Administer).with(Grant::Support),
            Side::DirectBill => GrantSet::EMPTY
                .with(Grant::OrderOnBehalf)
                .with(Grant::Administer)
                .with(Grant::Support),
        }
    }
}

/// The basis of a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// A global admin of the customer accepted an invitation.
    Invitation {
        /// The invitation.
        invitation: InvitationId,
        /// The customer's global admin who accepted.
        accepted_by: UserId,
    },
    /// The customer's tenant was created by this partner, which set the relationship up with it
    /// ("Add new customers and associate them with indirect resellers").
    Created {
        /// The partner that created the tenant.
        by: OrganizationId,
        /// Its user.
        user: UserId,
    },
}

/// A reseller relationship with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// The partner.
    pub partner: OrganizationId,
    /// The customer.
    pub customer: OrganizationId,
    /// The side on which the partner serves the customer.
    pub side: Side,
    /// The other partner whose relationship was set up together with it, if any.
    pub together_with: Option<OrganizationId>,
    /// Its basis.
    pub origin: Origin,
    /// When it was established.
    pub since: Timestamp,
    /// The rights granted.
    pub grants: Grants,
    /// When the whole ends by itself, if the customer gave it a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<EndDate>,
    /// The partner's last request to renew what ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<Renewal>,
    /// The partner's [groups](crate::group) in which the customer is: the partner's own affair, of which the customer
    /// learns nothing. Removed groups may be among them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<CustomerGroupId>,
    /// Since when the partner is tenant owner on the cloud platform, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_owner: Option<TenantOwner>,
    /// Its state.
    pub state: State,
}

/// Whether a relationship is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// In force.
    Active,
    /// Over.
    Ended {
        /// When it ended.
        at: Timestamp,
        /// The user who ended it; nobody when its end date had come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<UserId>,
    },
}

/// Events of a relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It came into force.
    Established {
        /// The partner.
        partner: OrganizationId,
        /// The customer.
        customer: OrganizationId,
        /// The side on which the partner serves the customer.
        side: Side,
        /// The other partner whose relationship was set up together with it, if any.
        together_with: Option<OrganizationId>,
        /// Its basis.
        origin: Origin,
        /// The rights granted with it.
        grants: GrantSet,
        /// The partner's groups in which the customer is from the beginning: those of a narrowed user who brought it
        /// along.
        #[serde(default, skip_serializing_if = "GroupSet::is_empty")]
        groups: GroupSet,
        /// When it happened.
        at: Timestamp,
    },
    /// The customer granted more in a relationship that was in force.
    Granted {
        /// The rights added.
        grants: GrantSet,
        /// The invitation that asked for them.
        invitation: InvitationId,
        /// When it happened.
        at: Timestamp,
        /// The customer's global admin.
        by: UserId,
    },
    /// The customer took one right away.
    GrantEnded {
        /// The right.
        grant: Grant,
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The partner put the customer into other groups of its own.
    Grouped {
        /// The groups from now on.
        groups: BTreeSet<CustomerGroupId>,
        /// The names of the groups before.
        from: Vec<GroupName>,
        /// The names of the groups from now on.
        to: Vec<GroupName>,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// The customer made the reseller owner of its tenant on the cloud platform.
    TenantOwnerGiven {
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The customer took that away.
    TenantOwnerTaken {
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The customer ended the whole relationship.
    Ended {
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The customer gave a right, or the whole relationship, an end date, moved it, or took it away.
    EndDateSet {
        /// The right; none for the whole relationship.
        grant: Option<Grant>,
        /// The first moment at which it is over; none for no end.
        ends: Option<Timestamp>,
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The end date of a right came.
    GrantExpired {
        /// The right.
        grant: Grant,
        /// When it ended.
        at: Timestamp,
    },
    /// The end date of the whole relationship came.
    Expired {
        /// When it ended.
        at: Timestamp,
    },
    /// The partner asked the customer to renew the rights that end.
    RenewalAsked {
        /// What it wrote.
        text: MessageText,
        /// The end that it proposes.
        until: Timestamp,
        /// When the first of the rights ends.
        ends: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// The customer renewed: every earlier date is this one from now on.
    Renewed {
        /// The first moment at which the rights are over.
        ends: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
    /// The partner and this other one, which serves the customer too, are in partnership no more. The rights of both
    /// stay as they are.
    PartnersParted {
        /// The other partner.
        with: OrganizationId,
        /// When it was written down for this customer: the partnership itself was over before.
        at: Timestamp,
    },
    /// The customer declined to renew.
    RenewalDeclined {
        /// The reason, if given.
        reason: Option<Reason>,
        /// When it happened.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Established {
                partner,
                customer,
                together_with,
                origin,
                ..
            } => {
                let created_by = match origin {
                    Origin::Created { by, .. } => Some(*by),
                    Origin::Invitation { .. } => None,
                };
                [*partner, *customer]
                    .into_iter()
                    .chain(*together_with)
                    .chain(created_by)
                    .collect()
            }
            Event::PartnersParted { with, .. } => vec![*with],
            Event::Granted { .. }
            | Event::GrantEnded { .. }
            | Event::Grouped { .. }
            | Event::TenantOwnerGiven { .. }
            | Event::TenantOwnerTaken { .. }
            | Event::Ended { .. }
            | Event::EndDateSet { .. }
            | Event::GrantExpired { .. }
            | Event::Expired { .. }
            | Event::RenewalAsked { .. }
            | Event::Renewed { .. }
            | Event::RenewalDeclined { .. } => Vec::new(),
        }
    }
}

impl Relationship {
    /// Whether it is in force. A relationship in which every right was taken away still is: the partner sees the
    /// customer.
    ///
    /// ```
    /// use tierline_core::{relationship::{GrantSet, Side}, testing::*};
    /// let bare = relationship(&reseller(), &customer(), Side::IndirectReseller, GrantSet::EMPTY);
    /// assert!(bare.is_active());
    /// ```
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self.state, State::Active)
    }

    /// Whether this right is in force, as far as ends are written down: it is asked of a relationship
    /// [as of](Relationship::as_of) a moment. In an ended relationship none is.
    ///
    /// ```
    /// use tierline_core::{relationship::{Grant, Side}, testing::*};
    /// let only_support = [Grant::Support].into_iter().collect();
    /// let granted = relationship(&provider(), &customer(), Side::IndirectProvider, only_support);
    /// assert!(granted.is_active() && granted.grants(Grant::Support) && !granted.grants(Grant::OrderOnBehalf));
    /// ```
    #[must_use]
    pub const fn grants(&self, grant: Grant) -> bool {
        self.is_active() && self.grants.in_force(grant)
    }

    /// The rights that a partner of this side asks for and that are not in force: never granted, or taken away.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{Evolve, relationship::{Event, Grant, GrantSet, Relationship, Side}};
    /// let whole = relationship(&provider(), &customer(), Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// assert!(whole.missing().is_empty());
    /// let ended = Event::GrantEnded { grant: Grant::OrderOnBehalf, at: day(3), by: id(7) };
    /// let less = Relationship::evolve(whole.id, Some(whole), &ended).unwrap();
    /// assert_eq!(less.missing(), GrantSet::EMPTY.with(Grant::OrderOnBehalf));
    /// ```
    #[must_use]
    pub fn missing(&self) -> GrantSet {
        self.side.asks_for().without(self.grants.set())
    }

    /// Whether every right that a partner of this side asks for is in force. If not, the partner can ask again.
    ///
    /// ```
    /// use tierline_core::{relationship::{GrantSet, Side}, testing::*};
    /// let with = |grants| relationship(&provider(), &customer(), Side::IndirectProvider, grants);
    /// assert!(with(Side::IndirectProvider.asks_for()).is_complete());
    /// assert!(!with(GrantSet::EMPTY).is_complete());
    /// ```
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_active() && self.missing().is_empty()
    }
}

/// A relationship begins when it is established. A right that was taken away is in force again from the moment it is
/// granted again; events after the end of the relationship change nothing.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, relationship::{Event, Grant, Relationship, Side}};
/// let before = relationship(&direct_bill(), &customer(), Side::DirectBill, Side::DirectBill.asks_for());
/// let ended = Relationship::evolve(before.id, Some(before), &Event::Ended { at: day(3), by: id(7) }).unwrap();
/// assert!(!ended.is_active() && !ended.grants(Grant::Support));
/// ```
impl Evolve for Relationship {
    type Id = RelationshipId;
    type Event = Event;

    fn begin(id: RelationshipId, event: &Event) -> Option<Relationship> {
        let Event::Established {
            partner,
            customer,
            side,
            together_with,
            origin,
            grants,
            groups,
            at,
        } = event
        else {
            return None;
        };
        Some(Relationship {
            id,
            partner: *partner,
            customer: *customer,
            side: *side,
            together_with: *together_with,
            origin: *origin,
            since: *at,
            grants: Grants::granted(*grants, *at),
            until: None,
            renewal: None,
            groups: groups.iter().collect(),
            tenant_owner: None,
            state: State::Active,
        })
    }

    fn apply(&mut self, event: &Event) {
        if !self.is_active() {
            return;
        }
        match event {
            Event::Established { .. } | Event::PartnersParted { .. } => {}
            Event::Granted { grants, at, .. } => self.grants.add(*grants, *at),
            Event::GrantEnded { grant, at, by } => self.grants.end(*grant, *at, Some(*by)),
            Event::Grouped { groups, .. } => self.groups.clone_from(groups),
            Event::TenantOwnerGiven { at, by } => {
                self.tenant_owner = Some(TenantOwner {
                    since: *at,
                    by: *by,
                });
            }
            Event::TenantOwnerTaken { .. } => self.tenant_owner = None,
            Event::Ended { at, by } => {
                let (at, by) = (*at, Some(*by));
                self.state = State::Ended { at, by };
            }
            Event::EndDateSet {
                grant, ends, at, ..
            } => self.set_end(*grant, *ends, *at),
            Event::GrantExpired { grant, at } => self.grants.end(*grant, *at, None),
            Event::Expired { at } => self.state = State::Ended { at: *at, by: None },
            Event::RenewalAsked {
                text,
                until,
                ends,
                at,
                by,
            } => {
                self.renewal = Some(Renewal {
                    text: text.clone(),
                    until: *until,
                    ends: *ends,
                    asked: *at,
                    by: *by,
                    answer: None,
                });
            }
            Event::Renewed { ends, at, .. } => self.renew(*ends, *at),
            Event::RenewalDeclined { reason, at, .. } => {
                let (at, reason) = (*at, reason.clone());
                self.answer(Answer::Declined { at, reason });
            }
        }
    }
}
