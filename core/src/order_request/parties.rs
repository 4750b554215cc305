//! Who takes part in a request, and what it is about.

use serde::{Deserialize, Serialize};

use crate::{
    access::CustomerFacts,
    catalog::Offer,
    ids::OrganizationId,
    order::OrderFacts,
    organization::{Organization, Party},
    partnership::Partnership,
    read::Read,
    relationship::Relationship,
    subscription::{self, Charge, Subscription},
};

use super::OrderRequest;

/// The part that an organization has in a request.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It asks.
    Reseller,
    /// It orders.
    Provider,
    /// It is ordered for.
    Customer,
}

impl Side {
    /// Every side.
    pub const ALL: [Side; 3] = [Side::Reseller, Side::Provider, Side::Customer];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Side::Reseller => "reseller",
            Side::Provider => "provider",
            Side::Customer => "customer",
        }
    }
}

crate::code::coded!(Side, "side of a request");

/// The organizations of a request, with what ties them together, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct Parties<'a> {
    /// The reseller.
    pub reseller: &'a Organization,
    /// The provider.
    pub provider: &'a Organization,
    /// The customer.
    pub customer: &'a Organization,
    /// The partnership of reseller and provider, if there ever was one.
    pub partnership: Option<&'a Partnership>,
    /// The reseller's relationship with the customer, if there ever was one.
    pub serves: Option<&'a Relationship>,
    /// The provider's relationship with the customer, if there ever was one.
    pub orders: Option<&'a Relationship>,
}

impl<'a> Parties<'a> {
    /// The side of this organization; none if it has no part in it.
    #[must_use]
    pub fn side_of(&self, organization: OrganizationId) -> Option<Side> {
        if organization == self.reseller.id {
            Some(Side::Reseller)
        } else if organization == self.provider.id {
            Some(Side::Provider)
        } else if organization == self.customer.id {
            Some(Side::Customer)
        } else {
            None
        }
    }

    /// The organization on this side, as it is shown to the others.
    #[must_use]
    pub fn party(&self, side: Side) -> Party {
        self.organization(side).party()
    }

    /// The facts for what a user of that side may do about the customer.
    #[must_use]
    pub const fn access(&self, side: Side) -> CustomerFacts<'a> {
        CustomerFacts {
            organization: self.organization(side),
            customer: self.customer,
            relationship: match side {
                Side::Reseller => self.serves,
                Side::Provider => self.orders,
                Side::Customer => None,
            },
            providers: &[],
        }
    }

    const fn organization(&self, side: Side) -> &'a Organization {
        match side {
            Side::Reseller => self.reseller,
            Side::Provider => self.provider,
            Side::Customer => self.customer,
        }
    }

    /// Whether these are the organizations of this request.
    #[must_use]
    pub fn are_of(&self, request: &OrderRequest) -> bool {
        self.reseller.id == request.reseller
            && self.provider.id == request.provider
            && self.customer.id == request.customer
    }
}

/// What is ordered or changed, with the facts of a provider that does it without being asked.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// New subscriptions.
    New {
        /// The facts of the order. Whom it names as partner of record is not looked at: that is the reseller who asks.
        order: OrderFacts<'a>,
        /// The products, with their prices in the customer's market.
        offers: &'a [Offer],
    },
    /// A subscription.
    Change {
        /// The facts of the change.
        facts: subscription::Facts<'a>,
        /// What was charged for it in the billing periods concerned.
        ledger: &'a [Charge],
    },
}

impl<'a> Subject<'a> {
    /// The subscription, if it is about one.
    #[must_use]
    pub fn subscription(&self) -> Option<&'a Subscription> {
        match self {
            Subject::New { .. } => None,
            Subject::Change { facts, .. } => facts.family.get(facts.subscription),
        }
    }

    /// The same, with these subscriptions for the add-ons in it.
    pub(super) const fn with_bases<'b>(self, bases: &'b [&'b Subscription]) -> Subject<'b>
    where
        'a: 'b,
    {
        match self {
            Subject::New { order, offers } => Subject::New {
                order: OrderFacts { bases, ..order },
                offers,
            },
            Subject::Change { facts, ledger } => Subject::Change { facts, ledger },
        }
    }

    pub(super) const fn offers(&self) -> &'a [Offer] {
        match self {
            Subject::New { offers, .. } => offers,
            Subject::Change { facts, .. } => facts.offers,
        }
    }
}
