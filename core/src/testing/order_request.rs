//! A reseller, a provider and a customer who have to do with each other, and a request between them.

use super::{
    actor, customer, day, id, offer, partnership, provider, relationship, reseller, subscription,
};
use crate::{
    Evolve as _, Timestamp,
    catalog::{Held, Offer},
    market::Currency,
    money::Money,
    order::OrderFacts,
    order_request::{Event, NewLine, OrderRequest, Parties, Price, Subject, WAITS, Wanted, When},
    organization::{Organization, Party},
    partnership::Partnership,
    relationship::{Relationship, Side},
    role::Role,
    subscription::{Candidate, Facts, Family},
};

/// The provider, the reseller and the customer with everything in force between them, and the customer's subscription
/// number 60, of 25 licenses at 3.10 euro a month.
#[derive(Clone, Debug)]
pub struct RequestWorld {
    /// The reseller.
    pub reseller: Organization,
    /// The provider.
    pub provider: Organization,
    /// The customer.
    pub customer: Organization,
    /// Their partnership.
    pub partnership: Partnership,
    /// The reseller's relationship with the customer.
    pub serves: Relationship,
    /// The provider's relationship with the customer.
    pub orders: Relationship,
    /// The subscription.
    pub family: Family,
    /// The products, numbers 50 and 51.
    pub offers: Vec<Offer>,
    /// Who ordered the subscription.
    orderer: Party,
}

impl RequestWorld {
    /// As it is at the beginning.
    #[must_use]
    pub fn new() -> RequestWorld {
        let (reseller, provider, customer) = (reseller(), provider(), customer());
        let tied = |partner: &Organization, side: Side| {
            relationship(partner, &customer, side, side.asks_for())
        };
        RequestWorld {
            partnership: partnership(&provider, &reseller),
            serves: tied(&reseller, Side::IndirectReseller),
            orders: tied(&provider, Side::IndirectProvider),
            family: Family::of(subscription(Some(Money::new(310, Currency::Eur)))),
            offers: vec![offer(50, "Business Basic"), offer(51, "Business Standard")],
            orderer: provider.party(),
            reseller,
            provider,
            customer,
        }
    }

    /// The organizations.
    #[must_use]
    pub const fn parties(&self) -> Parties<'_> {
        Parties {
            reseller: &self.reseller,
            provider: &self.provider,
            customer: &self.customer,
            partnership: Some(&self.partnership),
            serves: Some(&self.serves),
            orders: Some(&self.orders),
        }
    }

    /// The subscription, as the subject of a request.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        let access = self.parties().access(crate::order_request::Side::Provider);
        Subject::Change {
            facts: Facts {
                family: &self.family,
                subscription: self.family.base.id,
                access,
                orderer: &self.orderer,
                of_record: Some(Candidate {
                    partner: &self.reseller,
                    partnership: Some(&self.partnership),
                    relationship: Some(&self.serves),
                }),
                under_review: false,
                offers: &self.offers,
                held: Held::default(),
            },
            ledger: &[],
        }
    }

    /// An order of these products.
    #[must_use]
    pub fn order<'a>(&'a self, products: &'a [(crate::catalog::Product, Held)]) -> Subject<'a> {
        Subject::New {
            order: OrderFacts {
                partner: &self.provider,
                customer: &self.customer,
                relationship: Some(&self.orders),
                providers: &[],
                partner_of_record: None,
                products,
                offers: &self.offers,
                bases: &[],
                under_review: false,
            },
            offers: &self.offers,
        }
    }
}

impl Default for RequestWorld {
    fn default() -> RequestWorld {
        RequestWorld::new()
    }
}

/// The reseller's request for five licenses more, number 950, asked by a sales agent on day 1.
#[must_use]
pub fn order_request() -> OrderRequest {
    let wanted = Wanted::Quantity {
        subscription: id(60),
        from: 25,
        to: 30,
        when: When::Now,
    };
    let price = Price {
        sku: id(50),
        quantity: 30,
        each: Some(Money::new(3720, Currency::Eur)),
    };
    asked(wanted, vec![price], day(1))
}

/// The reseller's request for 25 new licenses without a price, number 950, asked by a sales agent on day 1.
#[must_use]
pub fn request_for_new() -> OrderRequest {
    let wanted = Wanted::New {
        lines: vec![NewLine::of(id(50), 25)],
    };
    let price = Price {
        sku: id(50),
        quantity: 25,
        each: None,
    };
    asked(wanted, vec![price], day(1))
}

fn asked(wanted: Wanted, prices: Vec<Price>, at: Timestamp) -> OrderRequest {
    let event = Event::Asked {
        reseller: id(2),
        provider: id(1),
        customer: id(4),
        wanted,
        prices,
        note: None,
        losing: std::collections::BTreeSet::new(),
        asks_customer: false,
        lapses: at + WAITS,
        at,
        by: actor(&reseller(), Role::SalesAgent).user,
    };
    OrderRequest::evolve(id(950), None, &event).unwrap()
}
