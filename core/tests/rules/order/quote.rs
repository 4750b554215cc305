//! What each line of a cart costs, or what stands in its way: the others are an order.

use proptest::prelude::*;
use tierline_core::{
    Refusal,
    catalog::{Held, Limits, Offer, Product, Rate},
    market::Currency,
    money::Money,
    order::{self, Line, OrderFacts, Ordered},
    organization::Organization,
    relationship::{Relationship, Side},
    role::Role,
    term::{Billing, Plan, Term},
};

use crate::common::*;

const THREE_YEARS: Plan = Plan {
    term: Term::ThreeYears,
    billing: Billing::Monthly,
};

type Quotes = Vec<Result<Option<Money>, Refusal>>;

struct World {
    provider: Organization,
    customer: Organization,
    relationship: Relationship,
    offers: Vec<Offer>,
    products: Vec<(Product, Held)>,
}

impl World {
    /// Business Basic and Visio, of which a customer may have ten; an add-on to each, and one to the first add-on.
    fn new() -> World {
        let few = |number, name| {
            let offer = offer(number, name);
            let limits = Limits {
                maximum: 10,
                per_customer: Some(10),
                ..offer.product.limits
            };
            let product = Product {
                limits,
                price: Some(euro(560)),
                ..offer.product.clone()
            };
            Offer { product, ..offer }
        };
        let rate = Rate {
            plan: THREE_YEARS,
            from: 1,
            to: None,
            starts: day(0),
            ends: None,
            partner: euro(36_000),
            retail: None,
        };
        let to = |bases: &[u128], offer: Offer| Offer {
            bases: bases.iter().map(|base| id(*base)).collect(),
            ..offer
        };
        let visio = few(52, "Visio");
        let offers = vec![
            few(50, "Business Basic"),
            to(&[50, 52], few(51, "Audio Conferencing")),
            Offer {
                product: Product {
                    price: None,
                    ..visio.product.clone()
                },
                rates: vec![rate],
                ..visio
            },
            to(&[51], few(53, "Recording")),
        ];
        let (provider, customer) = (provider(), customer());
        let side = Side::IndirectProvider;
        World {
            relationship: relationship(&provider, &customer, side, side.asks_for()),
            provider,
            customer,
            products: offers
                .iter()
                .map(|offer| (offer.product.clone(), Held::default()))
                .collect(),
            offers,
        }
    }

    fn facts(&self) -> OrderFacts<'_> {
        OrderFacts {
            partner: &self.provider,
            customer: &self.customer,
            relationship: Some(&self.relationship),
            providers: &[],
            partner_of_record: None,
            products: &self.products,
            offers: &self.offers,
            bases: &[],
            under_review: false,
        }
    }

    fn order(&self, lines: &[Line]) -> Result<Ordered, Refusal> {
        let agent = actor(&self.provider, Role::SalesAgent);
        order::order(self.facts(), id(70), lines, &agent, day(2))
    }

    fn quotes(&self, lines: &[Line]) -> Quotes {
        order::quotes(self.facts(), lines, day(2))
    }

    fn told(&self, lines: &[Line]) -> Vec<&'static str> {
        let code = |quote: Result<Option<Money>, Refusal>| match quote {
            Ok(_) => "ok",
            Err(refusal) => refusal.code(),
        };
        self.quotes(lines).into_iter().map(code).collect()
    }
}

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn line(sku: u128, quantity: u32, subscription: u128) -> Line {
    Line::of(id(sku), quantity, id(subscription))
}

#[test]
fn a_line_that_fails_leaves_the_others_as_if_it_were_not_there() {
    let world = World::new();
    let longer = Line {
        plan: THREE_YEARS,
        ..line(50, 9, 62)
    };
    // The one that is too large counts for nobody.
    assert_eq!(
        world.told(&[line(50, 11, 61), line(52, 1, 63)]),
        ["quantity_outside", "plan_not_sold"]
    );
    assert_eq!(
        world.told(&[longer, line(50, 9, 61)]),
        ["ok", "customer_maximum"]
    );
    assert_eq!(
        world.told(&[line(50, 11, 61), longer]),
        ["quantity_outside", "ok"]
    );
}

#[test]
fn an_add_on_fails_with_the_base_that_it_was_to_go_with() {
    let world = World::new();
    let add_on = line(51, 1, 61);
    assert_eq!(world.told(&[add_on, line(50, 1, 62)]), ["ok", "ok"]);
    assert_eq!(
        world.told(&[add_on, line(50, 11, 62)]),
        ["base_missing", "quantity_outside"]
    );
    // Another one that it goes with is in the order.
    let visio = Line {
        plan: THREE_YEARS,
        ..line(52, 1, 63)
    };
    assert_eq!(
        world.told(&[add_on, line(50, 11, 62), visio]),
        ["ok", "quantity_outside", "ok"]
    );
}

#[test]
fn no_lines_have_no_quotes() {
    assert!(World::new().quotes(&[]).is_empty());
}

proptest! {
    /// Nothing fails exactly if the order is placed; and those that do not fail are an order, which costs what was
    /// quoted.
    #[test]
    fn what_does_not_fail_is_an_order(
        cart in prop::collection::vec((50..55u128, 1..13u32, any::<bool>()), 1..7),
    ) {
        let world = World::new();
        let lines: Vec<Line> = (100..)
            .zip(cart)
            .map(|(number, (sku, quantity, longer))| Line {
                plan: if longer { THREE_YEARS } else { Plan::DEFAULT },
                ..line(sku, quantity, number)
            })
            .collect();
        let quotes = world.quotes(&lines);
        prop_assert_eq!(quotes.len(), lines.len());
        prop_assert_eq!(quotes.iter().all(Result::is_ok), world.order(&lines).is_ok());
        let others: Vec<Line> = lines
            .iter()
            .zip(&quotes)
            .filter(|(_, quote)| quote.is_ok())
            .map(|(line, _)| *line)
            .collect();
        if !others.is_empty() {
            let (_, events) = world.order(&others).unwrap();
            let prices: Vec<Option<Money>> = quotes.into_iter().flatten().collect();
            let agreed = events.iter().map(|(id, event)| {
                use tierline_core::{Evolve as _, subscription::Subscription};
                Subscription::evolve(*id, None, event).unwrap().term_price()
            });
            prop_assert_eq!(agreed.collect::<Vec<_>>(), prices);
        }
    }
}
