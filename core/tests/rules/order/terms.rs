//! The price of a line by term, plan, number and day, and the subscriptions that add-ons are for.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _, Refusal, Timestamp,
    catalog::{Held, Kind, Offer, Product, Rate},
    market::Currency,
    money::Money,
    order::{self, Cost, Line, OrderFacts, Ordered, Shown},
    organization::Organization,
    relationship::{Relationship, Side},
    role::Role,
    subscription::{self, Course, State, Subscription},
    term::{Billing, Plan, Term},
};

use crate::common::{self, *};

/// A provider that may order for its customer, by the offers of the market and the customer's subscriptions.
struct World {
    provider: Organization,
    customer: Organization,
    relationship: Relationship,
    offers: Vec<Offer>,
    bases: Vec<Subscription>,
    under_review: bool,
}

impl World {
    fn of(offers: Vec<Offer>) -> World {
        let (provider, customer) = (provider(), customer());
        let side = Side::IndirectProvider;
        World {
            relationship: relationship(&provider, &customer, side, side.asks_for()),
            provider,
            customer,
            offers,
            bases: Vec::new(),
            under_review: false,
        }
    }

    fn products(&self) -> Vec<(Product, Held)> {
        let product = |offer: &Offer| (offer.product.clone(), Held::default());
        self.offers.iter().map(product).collect()
    }

    fn order(&self, lines: &[Line], now: Timestamp) -> Result<Ordered, Refusal> {
        let products = self.products();
        let bases: Vec<&Subscription> = self.bases.iter().collect();
        let facts = OrderFacts {
            partner: &self.provider,
            customer: &self.customer,
            relationship: Some(&self.relationship),
            providers: &[],
            partner_of_record: None,
            products: &products,
            offers: &self.offers,
            bases: &bases,
            under_review: self.under_review,
        };
        let agent = actor(&self.provider, Role::SalesAgent);
        order::order(facts, id(70), lines, &agent, now)
    }

    fn bought(&self, lines: &[Line], now: Timestamp) -> Vec<Subscription> {
        let (_, events) = self.order(lines, now).unwrap();
        let evolve =
            |(id, event): &(_, subscription::Event)| Subscription::evolve(*id, None, event);
        events.iter().map(|event| evolve(event).unwrap()).collect()
    }

    fn refused(&self, line: Line) -> &'static str {
        self.order(&[line], day(2)).unwrap_err().code()
    }
}

const THREE_YEARS: Plan = Plan {
    term: Term::ThreeYears,
    billing: Billing::Annual,
};

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

/// A price of these days, from a number of licenses on.
fn rate(plan: Plan, from: u32, starts: i64, ends: i64, minor: i64) -> Rate {
    Rate {
        plan,
        from,
        to: None,
        starts: day(starts),
        ends: Some(day(ends)),
        partner: euro(minor),
        retail: None,
    }
}

fn by(plan: Plan, line: Line) -> Line {
    Line { plan, ..line }
}

#[test]
fn a_line_costs_what_its_term_and_plan_cost_on_the_day() {
    let world = World::of(vec![Offer {
        rates: vec![
            rate(THREE_YEARS, 1, 0, 2, 36_000),
            rate(THREE_YEARS, 1, 2, 9, 40_000),
        ],
        ..offer(50, "Business Basic")
    }]);
    let line = by(THREE_YEARS, Line::of(id(50), 10, id(60)));
    let bought = world.bought(&[line], day(2)).remove(0);
    assert_eq!(
        (bought.term_price(), bought.plan),
        (Some(euro(40_000)), THREE_YEARS)
    );
    assert_eq!(bought.price, Some(euro(1_111)));
    assert_eq!(bought.ends, THREE_YEARS.term.end(day(2)));
    // A third of it is charged now.
    let cost = order::cost(&world.order(&[line], day(2)).unwrap());
    let expected = Cost {
        now: euro(133_333),
        month: euro(11_111),
    };
    assert_eq!(cost, [expected]);
    assert_eq!(world.refused(Line::of(id(50), 10, id(60))), "plan_not_sold");
}

/// What is bought of a simple list is as it has always been.
#[test]
fn a_product_of_a_simple_list_has_a_price_for_a_month_alone() {
    let mut world = World::of(vec![offer(50, "Business Basic")]);
    world.offers[0].product.price = Some(euro(560));
    let line = Line::of(id(50), 10, id(60));
    let bought = world.bought(&[line], day(2)).remove(0);
    assert_eq!(
        (bought.price, bought.course.clone()),
        (Some(euro(560)), Course::default())
    );
    let longer = by(
        Plan {
            billing: Billing::Monthly,
            ..THREE_YEARS
        },
        line,
    );
    let bought = world.bought(&[longer], day(2)).remove(0);
    assert_eq!(bought.term_price(), Some(euro(36 * 560)));
    assert_eq!(world.refused(by(THREE_YEARS, line)), "plan_not_sold");
}

#[test]
fn the_same_product_is_ordered_by_two_plans_at_once() {
    let mut world = World::of(vec![offer(50, "Business Basic")]);
    let month = Plan {
        term: Term::Month,
        ..Plan::DEFAULT
    };
    let (year, more) = (
        Line::of(id(50), 200, id(60)),
        by(month, Line::of(id(50), 100, id(61))),
    );
    assert_eq!(world.bought(&[year, more], day(2)).len(), 2);
    // Together they count for the customer.
    let too_many = Line {
        quantity: 101,
        ..more
    };
    let refusal = world.order(&[year, too_many], day(2)).unwrap_err();
    assert_eq!(refusal.code(), "customer_maximum");
    world.offers[0].product.limits.one_per_customer = true;
    let refusal = world.order(&[year, more], day(2)).unwrap_err();
    assert_eq!(refusal.code(), "one_per_customer");
}

#[test]
fn a_customer_under_review_buys_nothing_new() {
    let mut world = World::of(vec![offer(50, "Business Basic")]);
    world.under_review = true;
    assert_eq!(
        world.refused(Line::of(id(50), 1, id(60))),
        "customer_under_review"
    );
}

#[test]
fn what_was_shown_is_ordered_or_nothing() {
    let mut world = World::of(vec![offer(50, "Business Basic"), offer(51, "Visio")]);
    world.offers[0].product.price = Some(euro(560));
    let lines = [Line::of(id(50), 10, id(60)), Line::of(id(51), 1, id(61))];
    let ordered = world.order(&lines, day(2)).unwrap();
    let seen = |price| Some(Shown { price });
    let check = |shown: &[Option<Shown>]| {
        order::check_shown(&ordered, shown, &world.products()).map_err(|refusal| refusal.code())
    };
    assert_eq!(check(&[seen(Some(euro(6_720))), seen(None)]), Ok(()));
    assert_eq!(check(&[None, None]), Ok(()));
    assert_eq!(
        check(&[seen(Some(euro(6_720))), seen(Some(euro(1)))]),
        Err("price_changed")
    );
    assert_eq!(check(&[seen(None), None]), Err("price_changed"));
    // The same amount of another currency is another price.
    let other = Money::new(6_720, Currency::Usd);
    assert_eq!(check(&[seen(Some(other)), None]), Err("price_changed"));
}

/// Audio Conferencing, an add-on to Business Basic, which the customer has.
fn with_add_on() -> World {
    let add_on = Offer {
        bases: vec![id(50)],
        ..offer(51, "Audio Conferencing")
    };
    let mut world = World::of(vec![
        offer(50, "Business Basic"),
        add_on,
        offer(52, "Visio"),
    ]);
    world.bases = vec![common::subscription(None)];
    world
}

fn for_base(line: Line) -> Line {
    Line {
        base: Some(id(60)),
        ..line
    }
}

#[test]
fn an_add_on_is_for_a_subscription_that_it_goes_with() {
    let world = with_add_on();
    let line = Line::of(id(51), 5, id(61));
    let bought = world.bought(&[for_base(line)], day(2)).remove(0);
    assert_eq!(bought.course.base, Some(id(60)));
    assert_eq!(world.refused(line), "base_missing");

    let with = |change: fn(&mut Subscription)| {
        let mut world = with_add_on();
        world.bases.iter_mut().for_each(change);
        world.refused(for_base(line))
    };
    assert_eq!(with(|base| base.id = id(9)), "base_missing");
    assert_eq!(with(|base| base.sku = id(52)), "base_missing");
    assert_eq!(with(|base| base.customer = id(9)), "base_missing");
    // A second partner's add-on would end with what the first one decides.
    assert_eq!(with(|base| base.partner = id(9)), "base_missing");
    assert_eq!(with(|base| base.course.base = Some(id(8))), "base_missing");
    let suspended = |base: &mut Subscription| {
        base.state = State::Suspended {
            at: day(1),
            by: id(7),
        };
    };
    assert_eq!(with(suspended), "base_not_active");
    // What is no add-on is for none.
    let visio = for_base(Line::of(id(52), 5, id(61)));
    assert_eq!(world.refused(visio), "base_missing");
}

/// Each line is told by itself what is wrong with it.
#[test]
fn each_line_has_its_own_price_or_refusal() {
    let mut world = with_add_on();
    world.offers[0].product.price = Some(euro(560));
    let products = world.products();
    let bases: Vec<&Subscription> = world.bases.iter().collect();
    let facts = OrderFacts {
        partner: &world.provider,
        customer: &world.customer,
        relationship: None,
        providers: &[],
        partner_of_record: None,
        products: &products,
        offers: &world.offers,
        bases: &bases,
        under_review: false,
    };
    let lines = [
        Line::of(id(50), 301, id(61)),
        for_base(by(THREE_YEARS, Line::of(id(51), 1, id(62)))),
        Line::of(id(52), 1, id(63)),
        Line::of(id(9), 1, id(64)),
    ];
    let quotes = order::quotes(facts, &lines, day(2));
    let told: Vec<_> = quotes
        .iter()
        .map(|quote| quote.as_ref().map_err(Refusal::code))
        .collect();
    assert_eq!(
        told,
        [
            Err("quantity_outside"),
            Err("plan_not_sold"),
            Ok(&None),
            Err("product_not_sold")
        ]
    );
    let one = order::quotes(facts, &[Line::of(id(50), 1, id(61))], day(2));
    assert_eq!(one, [Ok(Some(euro(6_720)))]);
}

#[test]
fn an_add_on_goes_with_its_base_in_the_same_order() {
    let mut world = with_add_on();
    world.bases.clear();
    let (base, add_on) = (Line::of(id(50), 5, id(62)), Line::of(id(51), 5, id(61)));
    let bought = world.bought(&[add_on, base], day(2));
    assert_eq!(bought[0].course.base, Some(id(62)));
    assert_eq!(bought[1].course.base, None);
    let (placed, _) = world.order(&[add_on, base], day(2)).unwrap();
    let order::Event::Placed { lines, .. } = placed;
    assert_eq!(lines[0].base, Some(id(62)));
    // An add-on is no base.
    let other = Offer {
        bases: vec![id(51)],
        ..offer(53, "Recording")
    };
    world.offers.push(other);
    let lines = [base, add_on, Line::of(id(53), 1, id(63))];
    let refusal = world.order(&lines, day(2)).unwrap_err();
    assert_eq!(refusal.code(), "base_missing");
}

/// Prices of random plans, numbers and days.
fn rates() -> impl Strategy<Value = Vec<Rate>> {
    let plans = prop::sample::select(Plan::all().collect::<Vec<Plan>>());
    let one = (plans, 1..20u32, 0..30i64, 1..30i64, 0..50_000i64).prop_map(
        |(plan, from, starts, long, minor)| rate(plan, from, starts, starts + long, minor),
    );
    prop::collection::vec(one, 1..12)
}

/// The price that a list of prices has, read line by line.
fn listed(rates: &[Rate], plan: Plan, quantity: u32, now: Timestamp) -> Option<Money> {
    let mut found: Option<&Rate> = None;
    for rate in rates {
        let is_for = rate.plan == plan && rate.from <= quantity;
        let is_now = rate.starts <= now && rate.ends.is_none_or(|ends| now < ends);
        let is_newer = found.is_none_or(|other| other.starts <= rate.starts);
        if is_for && is_now && is_newer {
            found = Some(rate);
        }
    }
    found.map(|rate| rate.partner)
}

proptest! {
    /// An order agrees on the price of its day, or is refused where there is none; and what was agreed on stays.
    #[test]
    fn an_order_keeps_the_price_of_its_day(
        rates in rates(),
        plan in prop::sample::select(Plan::all().collect::<Vec<Plan>>()),
        quantity in 1..25u32,
        ordered_on in 0..40i64,
    ) {
        let world = World::of(vec![Offer { rates: rates.clone(), ..offer(50, "Business Basic") }]);
        let line = by(plan, Line::of(id(50), quantity, id(60)));
        let answer = world.order(&[line], day(ordered_on));
        let price = listed(&rates, plan, quantity, day(ordered_on));
        match (answer, price) {
            (Ok((_, events)), Some(price)) => {
                let bought = Subscription::evolve(id(60), None, &events[0].1).unwrap();
                prop_assert_eq!(bought.term_price(), Some(price));
                prop_assert_eq!(bought.course.kind, Kind::License);
            }
            (Err(refusal), None) => prop_assert_eq!(refusal.code(), "plan_not_sold"),
            (answer, price) => {
                let told = format!("{answer:?} at {price:?}");
                return Err(TestCaseError::fail(told));
            }
        }
    }

    /// Whatever happened to a subscription before, an add-on is ordered for it while it is active, and for none at no
    /// time.
    #[test]
    fn an_add_on_needs_an_active_base_in_every_history(
        steps in prop::collection::vec((0..5u8, 0..40i64), 0..12),
        names_it in any::<bool>(),
    ) {
        use subscription::{Event, Family};
        let mut world = with_add_on();
        let mut family = Family::of(world.bases.remove(0));
        let mut now = day(0);
        let author = author(&world.provider);
        for (step, days) in steps {
            now += chrono::TimeDelta::days(days);
            for happened in family.catch_up(&world.offers, now) {
                family.apply(&happened);
            }
            let (at, base) = (now, &family.base);
            let event = match (step, base.state) {
                (0, State::Active) => Event::Suspended { with_base: false, at, author },
                (1, State::Suspended { .. }) => Event::Reactivated { at, author },
                (2, State::Active | State::Suspended { .. }) => Event::Canceled { at, author },
                (3, State::Active) => Event::AutoRenewSet {
                    auto_renew: subscription::AutoRenew::Off,
                    at,
                    author,
                },
                _ => continue,
            };
            family.apply(&(id(60), event));
        }
        for happened in family.catch_up(&world.offers, now) {
            family.apply(&happened);
        }
        let is_active = matches!(family.base.state, State::Active);
        world.bases = vec![family.base];
        let line = Line::of(id(51), 5, id(61));
        let line = if names_it { for_base(line) } else { line };
        let answer = world.order(&[line], now).map_err(|refusal| refusal.code());
        match answer {
            Ok((_, events)) => {
                prop_assert!(names_it && is_active);
                let bought = Subscription::evolve(id(61), None, &events[0].1).unwrap();
                prop_assert_eq!(bought.course.base, Some(id(60)));
            }
            Err(code) if names_it => {
                prop_assert!(!is_active);
                prop_assert_eq!(code, "base_not_active");
            }
            Err(code) => prop_assert_eq!(code, "base_missing"),
        }
    }
}
