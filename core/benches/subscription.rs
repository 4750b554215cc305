//! Changing a subscription that has a long ledger: deciding it, and saying in advance what it costs, beside the same
//! with a short one. More licenses cost what they cost whatever was charged before; fewer are credited with no more
//! than is left of the billing period, so its lines are added up.

#![expect(
    clippy::expect_used,
    reason = "a benchmark stops when its world is wrong"
)]

mod pairs;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tierline_core::{
    access::CustomerFacts,
    catalog::{Held, Offer},
    market::Currency,
    money::{Money, Quantity},
    organization::{Organization, Party},
    relationship::{Relationship, Side},
    role::Role,
    subscription::{
        Charge, Command, Event, Facts, Family, Happened, Preview, Subscription, decide, preview,
        settle,
    },
    testing::*,
};

const SHORT: usize = 10;
const LONG: usize = 10_000;

/// A provider with a customer's subscription, on its third day.
struct World {
    provider: Organization,
    customer: Organization,
    relationship: Relationship,
    orderer: Party,
    offers: [Offer; 1],
    family: Family,
}

impl World {
    fn new() -> World {
        let (provider, customer) = (provider(), customer());
        let side = Side::IndirectProvider;
        World {
            relationship: relationship(&provider, &customer, side, side.asks_for()),
            orderer: provider.party(),
            provider,
            customer,
            offers: [offer(50, "Business Basic")],
            family: Family::of(subscription(Some(Money::new(3_10, Currency::Eur)))),
        }
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            family: &self.family,
            subscription: self.family.base.id,
            access: CustomerFacts {
                organization: &self.provider,
                customer: &self.customer,
                relationship: Some(&self.relationship),
                providers: &[],
            },
            orderer: &self.orderer,
            of_record: None,
            under_review: false,
            offers: &self.offers,
            held: Held::default(),
        }
    }

    fn decide(&self, command: Command) -> Vec<Happened> {
        let agent = actor(&self.provider, Role::AdminAgent);
        decide(self.facts(), black_box(command), &agent, day(3)).expect("a change in its window")
    }

    fn preview(&self, command: Command, ledger: &[Charge]) -> Preview {
        let agent = actor(&self.provider, Role::AdminAgent);
        let (command, ledger) = (black_box(command), black_box(ledger));
        preview(self.facts(), command, ledger, &agent, day(3)).expect("a change in its window")
    }

    /// So many lines of one billing period: licenses added and taken back, again and again.
    fn ledger(&self, lines: usize) -> Vec<Charge> {
        let base = &self.family.base;
        let bought = settle(&[], &[(base.id, activated(base))], &[]);
        let more = Event::Increased {
            from: base.quantity,
            to: Quantity::new(base.quantity.get() + 1).expect("a quantity"),
            at: day(2),
            author: author(&self.provider),
        };
        let added = settle(std::slice::from_ref(base), &[(base.id, more)], &[]);
        let taken_back = added.iter().map(|line| Charge {
            amount: line.amount.reversed(),
            ..*line
        });
        let both: Vec<Charge> = added.iter().copied().chain(taken_back).collect();
        let again = both.into_iter().cycle();
        bought.into_iter().chain(again).take(lines).collect()
    }
}

fn activated(of: &Subscription) -> Event {
    Event::Activated {
        order: of.order,
        customer: of.customer,
        partner: of.partner,
        partner_of_record: of.partner_of_record,
        sku: of.sku,
        quantity: of.quantity,
        price: of.price,
        plan: of.plan,
        ends: of.ends,
        terms: None,
        basis: None,
        at: of.since,
    }
}

fn changes(criterion: &mut Criterion) {
    let world = World::new();
    let ledgers = [SHORT, LONG].map(|lines| world.ledger(lines));
    let [short, long] = &ledgers;
    let mut group = criterion.benchmark_group("subscription");
    for (name, to) in [("more licenses", 35), ("fewer licenses", 20)] {
        let command = Command::SetQuantity { to };
        let times = pairs::ratio(
            501,
            || world.preview(command, long),
            || world.preview(command, short),
        );
        println!(
            "with {LONG} lines of ledger, a preview of {name} takes {times:.2} times as long as with {SHORT}"
        );
        group.throughput(Throughput::Elements(1));
        group.bench_function(format!("{name}, decided"), |bencher| {
            bencher.iter(|| world.decide(command));
        });
        for ledger in &ledgers {
            let name = format!("{name}, previewed with {} lines", ledger.len());
            group.bench_function(name, |bencher| {
                bencher.iter(|| world.preview(command, ledger));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, changes);
criterion_main!(benches);
