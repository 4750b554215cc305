//! Licenses in users' hands: who assigns them, what an event says, and what a removed user gets back.

mod follow;
mod history;

use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    actor::Actor,
    event::{Event, ObjectKind},
    ids::AssignmentId,
    license::{
        self, AssignFacts, Candidate, MOST_AT_ONCE, Pool, Released, Why, WhyLost, assign,
        could_assign, give_back,
    },
    organization::Organization,
    refusal::NextStep,
    relationship::{self, Grant, Relationship, Side},
    role::Role,
    subscription::Status,
};

use crate::common::*;

fn granted(partner: &Organization, side: Side) -> Relationship {
    relationship(partner, &customer(), side, side.asks_for())
}

fn assign_one(
    partner: &Organization,
    relationship: Option<&Relationship>,
    by: &Actor,
) -> Result<Vec<(AssignmentId, license::Event)>, Refusal> {
    let customer = customer();
    let about = CustomerFacts {
        organization: partner,
        customer: &customer,
        relationship,
        providers: &[],
    };
    let user = customers_user(401);
    let candidate = Candidate {
        user: &user,
        holds_one: false,
        assignment: id(900),
    };
    let facts = AssignFacts {
        about,
        pool: pool(2, 0),
    };
    assign(facts, &[candidate], by, day(2))
}

#[test]
fn who_assigns_has_the_right_to_administer() {
    let (reseller, provider) = (reseller(), provider());
    let of_reseller = granted(&reseller, Side::IndirectReseller);
    let code = |partner, relationship, role| {
        let by = actor(partner, role);
        assign_one(partner, relationship, &by).map_err(|refusal| refusal.code())
    };
    for role in [Role::GlobalAdmin, Role::AdminAgent, Role::HelpdeskAgent] {
        assert!(code(&reseller, Some(&of_reseller), role).is_ok());
    }
    for role in [Role::SalesAgent, Role::ReportViewer] {
        let refused = code(&reseller, Some(&of_reseller), role);
        assert_eq!(refused, Err("role_missing"));
    }
    let mut narrowed = of_reseller.clone();
    narrowed.apply(&relationship::Event::GrantEnded {
        grant: Grant::Administer,
        at: day(1),
        by: id(1),
    });
    let refused = code(&reseller, Some(&narrowed), Role::AdminAgent);
    assert_eq!(refused, Err("grant_missing"));
    // A provider that only orders has no hand in who uses what was ordered.
    let of_provider = granted(&provider, Side::IndirectProvider);
    let refused = code(&provider, Some(&of_provider), Role::AdminAgent);
    assert_eq!(refused, Err("grant_missing"));
    let (stranger, customer) = (stranger(), customer());
    let refused = code(&stranger, None, Role::AdminAgent);
    assert_eq!(refused, Err("no_relationship"));
    assert!(code(&customer, None, Role::GlobalAdmin).is_ok());
    assert_eq!(code(&customer, None, Role::User), Err("role_missing"));
}

#[test]
fn an_event_says_on_whose_behalf() {
    let reseller = reseller();
    let of_reseller = granted(&reseller, Side::IndirectReseller);
    let agent = actor(&reseller, Role::HelpdeskAgent);
    let [(assigned, event)] = assign_one(&reseller, Some(&of_reseller), &agent)
        .unwrap()
        .try_into()
        .unwrap();
    let event = Event::Assignment {
        id: assigned,
        event,
    };
    assert_eq!(event.organizations(), [reseller.id, customer().id]);
    assert_eq!(event.kind(), ObjectKind::Assignment);
    // Sales agents have nothing to do with users, and do not read of them either.
    for (role, reads) in [(Role::HelpdeskAgent, true), (Role::SalesAgent, false)] {
        let by = actor(&reseller, role);
        assert_eq!(ObjectKind::Assignment.is_read_by(&reseller, &by), reads);
    }
    let by = actor(&customer(), Role::GlobalAdmin);
    assert!(ObjectKind::Assignment.is_read_by(&customer(), &by));
    assert!(!ObjectKind::Assignment.is_read_by(&reseller, &by));
}

#[test]
fn a_refusal_says_how_many_and_where_to_look() {
    let (customer, mia) = (customer(), customers_user(401));
    let refusal = could_assign(&customer, &pool(25, 25), &mia).unwrap_err();
    let subscription = id(60);
    assert_eq!(
        refusal.next_step(),
        NextStep::OpenSubscription { subscription }
    );
    let elsewhere = user(81);
    let refusal = could_assign(&customer, &pool(25, 0), &elsewhere).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "`Ben Lee` is no user of `Woodgrove Bakery`"
    );
}

#[test]
fn many_at_once_are_all_or_none() {
    let reseller = reseller();
    let of_reseller = granted(&reseller, Side::IndirectReseller);
    let customer = customer();
    let about = CustomerFacts {
        organization: &reseller,
        customer: &customer,
        relationship: Some(&of_reseller),
        providers: &[],
    };
    let users: Vec<_> = (0..=u128::from(MOST_AT_ONCE))
        .map(|number| customers_user(1_000 + number))
        .collect();
    let all: Vec<_> = users
        .iter()
        .map(|user| Candidate {
            user,
            holds_one: false,
            assignment: id(1),
        })
        .collect();
    let agent = actor(&reseller, Role::AdminAgent);
    let try_it = |bought, users: &[Candidate<'_>]| {
        let pool = pool(bought, 0);
        assign(AssignFacts { about, pool }, users, &agent, day(2))
            .map(|events| events.len())
            .map_err(|refusal| refusal.code())
    };
    assert_eq!(try_it(2_000, &all), Err("too_many_selected"));
    assert_eq!(try_it(2_000, &all[1..]), Ok(1_000));
    assert_eq!(try_it(999, &all[1..]), Err("no_license_left"));
    // Somebody who is selected twice, or holds one, needs no other.
    let holds_one = Candidate {
        holds_one: true,
        ..all[1]
    };
    assert_eq!(try_it(1, &[all[0], all[0], holds_one]), Ok(1));
}

#[test]
fn only_what_the_removal_took_comes_back() {
    let (customer, mia) = (customer(), customers_user(401));
    let admin = actor(&customer, Role::GlobalAdmin);
    let ended = |number, why, at| {
        let mut it = assignment(id(60 + number), number, mia.id);
        it.withdrawn = Some(license::Withdrawn { why, at });
        it
    };
    let of_removal = ended(1, Why::UserRemoved, day(5));
    let asked = ended(2, Why::Asked, day(5));
    let earlier = ended(3, Why::UserRemoved, day(2));
    let suspended = ended(4, Why::UserRemoved, day(5));
    let released = |it: &'static str, assignment, status| Released {
        assignment,
        pool: Pool {
            subscription: assignment.subscription,
            product: it,
            status,
            ..pool(1, 0)
        },
        new: id(900),
    };
    let all = [
        released("Basic", &of_removal, Status::Active),
        released("Basic", &of_removal, Status::Active),
        released("Asked", &asked, Status::Active),
        released("Earlier", &earlier, Status::Active),
        released("Suite", &suspended, Status::Suspended),
    ];
    let back = give_back(customer.id, &mia, day(5), &all, &admin, day(9));
    assert_eq!(back.given.len(), 1);
    let lost: Vec<_> = back
        .lost
        .iter()
        .map(|it| (it.product.as_str(), it.why))
        .collect();
    assert_eq!(lost, [("Suite", WhyLost::OutOfUse)]);
}
