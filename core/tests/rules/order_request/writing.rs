//! What is written about a request, and who reads of it.

use tierline_core::{
    Evolve as _,
    event::{self, ObjectKind},
    order_request::{Command, Event, MOST_MESSAGES, Side},
    role::Role,
};

use super::{admin, agent, run};
use crate::common::*;

#[test]
fn all_who_take_part_write_and_nobody_else() {
    let world = RequestWorld::new();
    let mut request = order_request();
    let say = Command::Say {
        text: "When do you need them?".parse().unwrap(),
    };
    for (organization, side) in [
        (&world.reseller, Side::Reseller),
        (&world.provider, Side::Provider),
    ] {
        let said = run(&world, &request, &say, &agent(organization)).unwrap();
        assert!(matches!(said, Event::Said { side: by, .. } if by == side));
        request.apply(&said);
    }
    assert_eq!(request.messages, 2);
    let customer = admin(&world.customer);
    assert_eq!(run(&world, &request, &say, &customer), Err("role_missing"));
    request.asks_customer = true;
    assert!(run(&world, &request, &say, &customer).is_ok());
    let viewer = actor(&world.provider, Role::ReportViewer);
    assert_eq!(run(&world, &request, &say, &viewer), Err("role_missing"));
    let nobody = admin(&stranger());
    assert_eq!(run(&world, &request, &say, &nobody), Err("role_missing"));
    // Also when it is over: there may be something to explain. But not without end.
    request.apply(&Event::Withdrawn {
        at: day(2),
        by: id(7),
    });
    assert!(run(&world, &request, &say, &agent(&world.reseller)).is_ok());
    request.messages = MOST_MESSAGES;
    let refused = run(&world, &request, &say, &agent(&world.reseller));
    assert_eq!(refused, Err("too_many_messages"));
}

#[test]
fn the_log_shows_requests_to_whoever_may_read_them() {
    let event = event::Event::OrderRequest {
        id: id(950),
        event: Event::CustomerAsked { at: day(2) },
    };
    assert_eq!(event.kind(), ObjectKind::OrderRequest);
    let (reseller, customer) = (reseller(), customer());
    let reads = |organization, role| {
        ObjectKind::OrderRequest.is_read_by(organization, &actor(organization, role))
    };
    assert!(reads(&reseller, Role::ReportViewer) && !reads(&reseller, Role::HelpdeskAgent));
    assert!(reads(&customer, Role::BillingAdmin) && !reads(&customer, Role::User));
}
