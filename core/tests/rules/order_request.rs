//! Requests for orders: who answers, what an approval makes, and what ends a request.

mod asking;
mod history;
mod writing;

use tierline_core::{
    Evolve as _, Refusal, Timestamp,
    actor::Actor,
    catalog::{Held, Product},
    market::Currency,
    money::Money,
    order_request::set_asked_first,
    order_request::{
        Approval, AskFacts, Command, Event, Facts, Lapse, Made, NewIds, NewRequest, OrderRequest,
        Side, State, Status, Subject, WAITS, Wanted, When, approve, ask, change, decide, estimate,
        lapse,
    },
    organization::Organization,
    relationship,
    role::Role,
    subscription::{self, preview},
};

use crate::common::*;

fn facts<'a>(world: &'a RequestWorld, request: &'a OrderRequest) -> Facts<'a> {
    Facts {
        request,
        parties: world.parties(),
        subscription: world.subject().subscription(),
    }
}

fn run(
    world: &RequestWorld,
    request: &OrderRequest,
    command: &Command,
    by: &Actor,
) -> Result<Event, &'static str> {
    decide(facts(world, request), command, by, day(2)).map_err(|refusal| refusal.code())
}

fn asking(
    world: &RequestWorld,
    subject: Subject<'_>,
    wanted: Wanted,
    by: &Actor,
) -> Result<Event, &'static str> {
    let asking = AskFacts {
        parties: world.parties(),
        subject,
        open: None,
        waiting: 0,
        held: &[],
    };
    let new = NewRequest::of(wanted);
    ask(asking, &new, by, day(2)).map_err(|refusal| refusal.code())
}

fn more(to: u32) -> Wanted {
    Wanted::Quantity {
        subscription: id(60),
        from: 25,
        to,
        when: When::Now,
    }
}

fn products(world: &RequestWorld) -> Vec<(Product, Held)> {
    let of = |offer: &tierline_core::catalog::Offer| (offer.product.clone(), Held::default());
    world.offers.iter().map(of).collect()
}

fn shown(world: &RequestWorld, subject: Subject<'_>, request: &OrderRequest) -> Approval {
    let estimate = estimate(world.parties(), subject, request.wanted(), day(2)).unwrap();
    Approval {
        revision: request.revision,
        cost: estimate.cost(),
        confirmed: false,
    }
}

fn approving(
    world: &RequestWorld,
    subject: Subject<'_>,
    request: &OrderRequest,
    shown: &Approval,
    by: &Actor,
) -> Result<(Event, Made), Refusal> {
    let subscriptions = [id(61)];
    let ids = NewIds {
        order: id(71),
        subscriptions: match request.wanted() {
            Wanted::New { .. } => &subscriptions,
            _ => &[],
        },
    };
    approve(facts(world, request), Some(subject), shown, ids, by, day(2))
}

fn after(request: &OrderRequest, event: &Event) -> OrderRequest {
    let mut after = request.clone();
    after.apply(event);
    after
}

fn agent(organization: &Organization) -> Actor {
    actor(organization, Role::SalesAgent)
}

fn admin(organization: &Organization) -> Actor {
    actor(organization, Role::GlobalAdmin)
}

#[test]
fn an_approval_is_the_order_of_the_provider_with_the_reseller_of_record() {
    let world = RequestWorld::new();
    let request = request_for_new();
    let products = products(&world);
    let subject = world.order(&products);
    let shown = shown(&world, subject, &request);
    let by = agent(&world.provider);
    let (event, made) = approving(&world, subject, &request, &shown, &by).unwrap();
    let Made::Order((placed, activated)) = made else {
        panic!("new subscriptions are ordered");
    };
    let tierline_core::order::Event::Placed {
        partner,
        partner_of_record,
        lines,
        by: placed_by,
        ..
    } = placed;
    assert_eq!((partner, partner_of_record), (id(1), Some(id(2))));
    assert_eq!((lines.len(), activated.len(), placed_by), (1, 1, by.user));
    let after = after(&request, &event);
    assert!(matches!(after.state, State::Approved { order: Some(order), .. } if order == id(71)));
    // The second of two who approve at the same time.
    let refused = approving(&world, subject, &after, &shown, &admin(&world.provider));
    assert_eq!(refused.unwrap_err().code(), "request_closed");
}

#[test]
fn an_approval_is_the_change_that_the_provider_would_make() {
    let world = RequestWorld::new();
    let request = order_request();
    let subject = world.subject();
    let Subject::Change { facts, ledger } = subject else {
        panic!("it is about a subscription");
    };
    let by = agent(&world.provider);
    let command = subscription::Command::SetQuantity { to: 30 };
    let directly = subscription::decide(facts, command, &by, day(2)).unwrap();
    let shown = shown(&world, subject, &request);
    let (_, made) = approving(&world, subject, &request, &shown, &by).unwrap();
    assert_eq!(made, Made::Change(directly));
    let costs = estimate(world.parties(), subject, request.wanted(), day(2)).unwrap();
    let directly = preview(facts, command, ledger, &by, day(2)).unwrap();
    assert_eq!((costs.now, costs.later), (directly.now, directly.later));
}

#[test]
fn who_approves_needs_what_the_order_needs() {
    let mut world = RequestWorld::new();
    let request = order_request();
    let shown = shown(&world, world.subject(), &request);
    let code = |world: &RequestWorld, by: &Actor| {
        let approved = approving(world, world.subject(), &request, &shown, by);
        approved.map(drop).map_err(|refusal| refusal.code())
    };
    let provider = provider();
    assert_eq!(code(&world, &agent(&provider)), Ok(()));
    for role in [Role::HelpdeskAgent, Role::ReportViewer] {
        assert_eq!(code(&world, &actor(&provider, role)), Err("role_missing"));
    }
    assert_eq!(code(&world, &admin(&reseller())), Err("another_side"));
    // The customer is not asked, and nobody else has any part in it.
    assert_eq!(code(&world, &admin(&customer())), Err("role_missing"));
    assert_eq!(code(&world, &admin(&stranger())), Err("role_missing"));
    world.orders.apply(&relationship::Event::GrantEnded {
        grant: relationship::Grant::OrderOnBehalf,
        at: day(1),
        by: id(1),
    });
    assert_eq!(code(&world, &agent(&provider)), Err("grant_missing"));
    world = RequestWorld::new();
    world.provider.agreement = None;
    assert_eq!(code(&world, &agent(&provider)), Err("agreement_unsigned"));
}

#[test]
fn a_price_that_has_changed_is_confirmed_and_another_cost_is_refused() {
    let mut world = RequestWorld::new();
    let request = request_for_new();
    for offer in &mut world.offers {
        offer.product.price = Some(Money::new(310, Currency::Eur));
    }
    let products = products(&world);
    let subject = world.order(&products);
    let by = agent(&world.provider);
    let shown = shown(&world, subject, &request);
    let code = |shown: &Approval| {
        let approved = approving(&world, subject, &request, shown, &by);
        approved.map(drop).map_err(|refusal| refusal.code())
    };
    let today = estimate(world.parties(), subject, request.wanted(), day(2)).unwrap();
    assert!(request.has_other_prices(&today));
    assert_eq!(code(&shown), Err("prices_changed"));
    let confirmed = Approval {
        confirmed: true,
        ..shown
    };
    assert_eq!(code(&confirmed), Ok(()));
    let stale = Approval {
        cost: "something else".to_owned(),
        ..confirmed.clone()
    };
    assert_eq!(code(&stale), Err("cost_changed"));
    let of_another = Approval {
        revision: 1,
        ..confirmed
    };
    assert_eq!(code(&of_another), Err("request_changed"));
}

#[test]
fn the_provider_changes_numbers_and_both_see_what_was_asked() {
    let world = RequestWorld::new();
    let request = order_request();
    let by = agent(&world.provider);
    let reason = "Ten are left".parse().unwrap();
    let changed = change(
        facts(&world, &request),
        Some(world.subject()),
        &more(28),
        Some(&reason),
        0,
        &by,
        day(2),
    );
    let after = after(&request, &changed.unwrap());
    assert_eq!((&after.asked, after.wanted()), (&more(30), &more(28)));
    assert_eq!(
        (after.revision, after.state.status()),
        (1, Status::WaitingForProvider)
    );
    let code = |to, revision, by: &Actor| {
        let changed = change(
            facts(&world, &after),
            Some(world.subject()),
            &to,
            None,
            revision,
            by,
            day(2),
        );
        changed.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(code(more(29), 0, &by), Err("request_changed"));
    assert_eq!(code(more(28), 1, &by), Err("request_unchanged"));
    assert_eq!(code(more(20), 1, &by), Err("not_what_was_asked"));
    assert_eq!(code(more(301), 1, &by), Err("quantity_outside"));
    assert_eq!(
        code(more(29), 1, &agent(&world.reseller)),
        Err("another_side")
    );
    // What it was at first is no change any more.
    assert_eq!(code(more(30), 1, &by), Ok(()));
}

#[test]
fn a_customer_that_wants_to_be_asked_first_is() {
    let mut world = RequestWorld::new();
    world.customer.asked_first = true;
    let asked = asking(&world, world.subject(), more(30), &agent(&world.reseller)).unwrap();
    let request = OrderRequest::evolve(id(950), None, &asked).unwrap();
    assert_eq!(request.state.status(), Status::WaitingForCustomer);
    assert_eq!(request.side_of(id(4)), Some(Side::Customer));
    let approve = |request: &OrderRequest| {
        let shown = shown(&world, world.subject(), request);
        let by = agent(&world.provider);
        let approved = approving(&world, world.subject(), request, &shown, &by);
        approved.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(approve(&request), Err("request_waits"));
    let agree = Command::Agree { revision: 0 };
    let billing = actor(&world.customer, Role::BillingAdmin);
    assert_eq!(run(&world, &request, &agree, &billing), Err("role_missing"));
    for other in [&world.provider, &world.reseller] {
        let refused = run(&world, &request, &agree, &admin(other));
        assert_eq!(refused, Err("role_missing"));
    }
    let agreed = run(&world, &request, &agree, &admin(&world.customer)).unwrap();
    let request = after(&request, &agreed);
    assert_eq!(approve(&request), Ok(()));
    let again = run(&world, &request, &agree, &admin(&world.customer));
    assert_eq!(again, Err("request_waits"));
    // It is asked about what the provider makes of it as well.
    let by = agent(&world.provider);
    let facts = facts(&world, &request);
    let changed = change(
        facts,
        Some(world.subject()),
        &more(28),
        None,
        0,
        &by,
        day(2),
    )
    .unwrap();
    let request = after(&request, &changed);
    assert_eq!(
        (request.state.status(), request.agreed),
        (Status::WaitingForCustomer, None)
    );
    let stale = run(&world, &request, &agree, &admin(&world.customer));
    assert_eq!(stale, Err("request_changed"));
    let reason = "We close that shop".parse().unwrap();
    let no = Command::Disagree { reason };
    let declined = run(&world, &request, &no, &admin(&world.customer)).unwrap();
    assert!(matches!(
        declined,
        Event::Declined {
            side: Side::Customer,
            ..
        }
    ));
}

/// Whatever the store has forgotten, nothing is ordered that the customer wants to be asked about.
#[test]
fn nothing_is_approved_that_the_customer_wants_to_be_asked_about() {
    let mut world = RequestWorld::new();
    let request = order_request();
    let shown = shown(&world, world.subject(), &request);
    let set = set_asked_first(&world.customer, &admin(&world.customer), true, day(2)).unwrap();
    world.customer.apply(&set.unwrap());
    let by = agent(&world.provider);
    let refused = approving(&world, world.subject(), &request, &shown, &by).unwrap_err();
    assert_eq!(refused.code(), "request_waits");
}

#[test]
fn a_request_lapses_with_what_it_rests_on() {
    let world = RequestWorld::new();
    let request = order_request();
    let why = |world: &RequestWorld, now: Timestamp| match lapse(facts(world, &request), now) {
        Some(Event::Lapsed { why, .. }) => Some(why),
        _ => None,
    };
    assert_eq!(why(&world, day(2)), None);
    assert_eq!(why(&world, request.at + WAITS), Some(Lapse::Time));
    let ended = relationship::Event::Ended {
        at: day(1),
        by: id(1),
    };
    for of_reseller in [true, false] {
        let mut world = world.clone();
        let tie = if of_reseller {
            &mut world.serves
        } else {
            &mut world.orders
        };
        tie.apply(&ended);
        assert_eq!(why(&world, day(2)), Some(Lapse::Relationship));
    }
    let mut apart = world.clone();
    apart
        .partnership
        .apply(&tierline_core::partnership::Event::Ended {
            at: day(1),
            by: id(1),
            reason: None,
        });
    assert_eq!(why(&apart, day(2)), Some(Lapse::Partnership));
    let mut over = world.clone();
    over.family.base.state = subscription::State::Canceled {
        at: day(1),
        by: id(1),
    };
    assert_eq!(why(&over, day(2)), Some(Lapse::Subscription));
    // Nobody answers what has lapsed, whether or not it was written down.
    let reason = "Too late".parse().unwrap();
    let decline = Command::Decline { reason };
    let refused = run(&over, &request, &decline, &agent(&world.provider));
    assert_eq!(refused, Err("request_closed"));
}
