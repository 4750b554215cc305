//! Who asks for an order, and for what.

use tierline_core::{
    Evolve as _,
    actor::Actor,
    order_request::{
        AskFacts, MOST_LINES, MOST_WAITING, NewLine, NewRequest, Wanted, When, ask, estimate,
    },
    partnership, relationship,
    role::Role,
    subscription,
};

use super::{admin, agent, asking, more, products};
use crate::common::*;

#[test]
fn a_reseller_asks_for_what_its_provider_could_do() {
    let world = RequestWorld::new();
    let by = agent(&world.reseller);
    assert!(asking(&world, world.subject(), more(30), &by).is_ok());
    let refused = |wanted| asking(&world, world.subject(), wanted, &by).unwrap_err();
    assert_eq!(refused(more(301)), "quantity_outside");
    assert_eq!(refused(more(25)), "unchanged");
    let target = Wanted::Upgrade {
        subscription: id(60),
        to: id(51),
        when: When::Now,
    };
    assert_eq!(refused(target), "no_upgrade");
    let another = Wanted::Cancel {
        subscription: id(61),
    };
    assert_eq!(refused(another), "not_what_was_asked");
    let none = Wanted::New { lines: Vec::new() };
    let products = products(&world);
    let order = world.order(&products);
    assert_eq!(asking(&world, order, none, &by), Err("no_lines"));
    let many = Wanted::New {
        lines: vec![NewLine::of(id(50), 1); MOST_LINES + 1],
    };
    assert_eq!(asking(&world, order, many, &by), Err("too_many_lines"));
}

#[test]
fn fewer_licenses_are_asked_for_within_the_window_or_at_the_renewal() {
    let world = RequestWorld::new();
    let fewer = |when| Wanted::Quantity {
        subscription: id(60),
        from: 25,
        to: 20,
        when,
    };
    let on = |when, number| {
        estimate(world.parties(), world.subject(), &fewer(when), day(number))
            .map_err(|refusal| refusal.code())
    };
    assert!(on(When::Now, 2).is_ok());
    assert_eq!(on(When::Now, 20), Err("window_closed"));
    assert!(on(When::AtRenewal, 20).is_ok());
}

#[test]
fn asking_takes_a_seller_of_a_reseller_in_business_with_a_relationship() {
    let mut world = RequestWorld::new();
    let code =
        |world: &RequestWorld, by: &Actor| asking(world, world.subject(), more(30), by).map(drop);
    for role in [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent] {
        assert_eq!(code(&world, &actor(&world.reseller, role)), Ok(()));
    }
    for role in [
        Role::HelpdeskAgent,
        Role::ReportViewer,
        Role::IncentivesAdmin,
    ] {
        let by = actor(&world.reseller, role);
        assert_eq!(code(&world, &by), Err("role_missing"));
    }
    for other in [&world.provider, &world.customer, &stranger()] {
        assert_eq!(code(&world, &admin(other)), Err("role_missing"));
    }
    let by = agent(&world.reseller);
    world.reseller.agreement = None;
    assert_eq!(code(&world, &by), Err("agreement_unsigned"));
    world = RequestWorld::new();
    world.serves.apply(&relationship::Event::Ended {
        at: day(1),
        by: id(1),
    });
    assert_eq!(code(&world, &by), Err("no_relationship"));
    world = RequestWorld::new();
    let end = partnership::Event::Ended {
        at: day(1),
        by: id(1),
        reason: None,
    };
    world.partnership.apply(&end);
    assert_eq!(code(&world, &by), Err("no_partnership"));
}

#[test]
fn nobody_asks_about_a_subscription_that_is_not_shown() {
    let mut world = RequestWorld::new();
    world.family.base.partner_of_record = None;
    let by = agent(&world.reseller);
    let code = |world: &RequestWorld| asking(world, world.subject(), more(30), &by).map(drop);
    assert_eq!(code(&world), Ok(()));
    world.serves.apply(&relationship::Event::GrantEnded {
        grant: relationship::Grant::Administer,
        at: day(1),
        by: id(1),
    });
    assert_eq!(code(&world), Err("grant_missing"));
}

#[test]
fn one_request_for_a_subscription_waits_and_a_number_for_a_customer() {
    let world = RequestWorld::new();
    let asking = |open, waiting| {
        let asking = AskFacts {
            parties: world.parties(),
            subject: world.subject(),
            open,
            waiting,
            held: &[],
        };
        let new = NewRequest::of(more(30));
        let asked = ask(asking, &new, &agent(&world.reseller), day(2));
        asked.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(asking(None, MOST_WAITING - 1), Ok(()));
    assert_eq!(asking(None, MOST_WAITING), Err("too_many_requests"));
    assert_eq!(asking(Some(id(9)), 1), Err("order_already_asked"));
}

#[test]
fn an_expired_subscription_is_brought_back_on_request() {
    let mut world = RequestWorld::new();
    world.family.base.state = subscription::State::Expired { at: day(1) };
    let renew = |plan| Wanted::Renew {
        subscription: id(60),
        plan,
    };
    let by = agent(&world.reseller);
    assert!(asking(&world, world.subject(), renew(None), &by).is_ok());
    let refused = asking(&world, world.subject(), more(30), &by);
    assert_eq!(refused, Err("wrong_state"));
}
