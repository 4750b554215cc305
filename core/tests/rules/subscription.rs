//! Subscriptions for their whole life.

mod add_ons;
mod bulk;
mod catch_up;
mod ending;
mod history;
mod kinds;
mod money;
mod partners;
mod review;
mod who;

use tierline_core::{
    Refusal, Timestamp,
    access::CustomerFacts,
    catalog::{Held, Offer},
    organization::{Organization, Party, Reviewed},
    relationship::{Relationship, Side},
    role::Role,
    subscription::{
        Charge, Command, Facts, Family, Happened, Subscription, decide, preview, settle,
    },
};

use crate::common::{self, *};

/// A provider that ordered for a customer, what it ordered, and the ledger of that.
struct World {
    provider: Organization,
    customer: Organization,
    relationship: Relationship,
    offers: Vec<Offer>,
    family: Family,
    ledger: Vec<Charge>,
    under_review: bool,
    held: Held,
}

impl World {
    fn of(subscription: Subscription) -> World {
        let (provider, customer) = (provider(), customer());
        let side = Side::IndirectProvider;
        World {
            relationship: relationship(&provider, &customer, side, side.asks_for()),
            provider,
            customer,
            offers: vec![offer(50, "Business Basic")],
            family: Family::of(subscription),
            ledger: Vec::new(),
            under_review: false,
            held: Held::default(),
        }
    }

    fn base(&self) -> &Subscription {
        &self.family.base
    }

    fn orderer(&self) -> Party {
        self.provider.party()
    }

    fn facts<'a>(&'a self, orderer: &'a Party) -> Facts<'a> {
        Facts {
            family: &self.family,
            subscription: self.family.base.id,
            access: CustomerFacts {
                organization: &self.provider,
                customer: &self.customer,
                relationship: Some(&self.relationship),
                providers: &[],
            },
            orderer,
            of_record: None,
            under_review: self.under_review,
            offers: &self.offers,
            held: self.held,
        }
    }

    fn try_at(&self, command: Command, now: Timestamp) -> Result<Vec<Happened>, Refusal> {
        let orderer = self.orderer();
        let agent = actor(&self.provider, Role::AdminAgent);
        decide(self.facts(&orderer), command, &agent, now)
    }

    fn refused(&self, command: Command, now: Timestamp) -> &'static str {
        self.try_at(command, now).unwrap_err().code()
    }

    /// Decides it, compares what was written with what had been shown, and applies it.
    fn run(&mut self, command: Command, now: Timestamp) -> Vec<Charge> {
        let events = self.try_at(command, now).unwrap();
        let shown = {
            let orderer = self.orderer();
            let agent = actor(&self.provider, Role::AdminAgent);
            preview(self.facts(&orderer), command, &self.ledger, &agent, now).unwrap()
        };
        let lines = self.record(&events);
        assert_eq!((&shown.now, &shown.after), (&lines, self.base()));
        lines
    }

    /// The operator begins a review of the customer's account, or ends it.
    fn reviewed(&mut self, begins: bool, now: Timestamp) {
        self.under_review = begins;
        let reviews = &mut self.family.reviews;
        if begins {
            reviews.push(Reviewed {
                since: now,
                until: None,
            });
        } else if let Some(review) = reviews.last_mut() {
            review.until = Some(now);
        }
    }

    fn catch_up(&mut self, now: Timestamp) -> Vec<Happened> {
        let events = self.family.catch_up(&self.offers, now);
        self.record(&events);
        events
    }

    fn record(&mut self, events: &[Happened]) -> Vec<Charge> {
        let before: Vec<Subscription> = self.family.members().cloned().collect();
        let lines = settle(&before, events, &self.ledger);
        for event in events {
            self.family.apply(event);
        }
        self.ledger.extend(&lines);
        lines
    }
}
