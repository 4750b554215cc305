//! Rights with an end date: what holds when, whoever looks, whenever it was written down.

mod history;

use chrono::{NaiveDate, TimeDelta};
use tierline_core::{
    Evolve as _, Timestamp,
    access::CustomerFacts,
    invitation::{self, AcceptFacts, Acceptance, Kind, Pair, RelationshipIds},
    organization::Organization,
    relationship::{
        AskToRenew, Command, DateCommand, Event, Grant, GrantSet, MOST_DAYS, Relationship,
        RelationshipFacts, RenewalState, Side, ask_to_renew, co_serving, decide, decide_date,
    },
    role::Role,
};

use crate::common::*;

fn date(number: i64) -> NaiveDate {
    day(number).date_naive()
}

fn served() -> Relationship {
    let side = Side::DirectBill;
    relationship(&direct_bill(), &customer(), side, side.asks_for())
}

fn after(before: &Relationship, events: &[Event]) -> Relationship {
    let mut it = before.clone();
    events.iter().for_each(|event| it.apply(event));
    it
}

/// What the customer's global admin does about dates.
fn by_customer(
    before: &Relationship,
    command: &DateCommand,
    now: Timestamp,
) -> Result<Relationship, &'static str> {
    let (customer, partner) = (customer(), direct_bill().party());
    let facts = RelationshipFacts {
        relationship: before,
        customer: &customer,
        partner: &partner,
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    match decide_date(facts, command, &admin, now) {
        Ok(events) => Ok(after(before, &events)),
        Err(refusal) => Err(refusal.code()),
    }
}

fn set(grant: Option<Grant>, day: Option<NaiveDate>) -> DateCommand {
    DateCommand::Set { grant, day }
}

fn asked(
    before: &Relationship,
    partner: &Organization,
    role: Role,
    until: NaiveDate,
    now: Timestamp,
) -> Result<Relationship, &'static str> {
    let customer = customer();
    let facts = CustomerFacts {
        organization: partner,
        customer: &customer,
        relationship: Some(before),
        providers: &[],
    };
    let asking = AskToRenew {
        text: "Please renew".parse().unwrap(),
        day: until,
    };
    match ask_to_renew(facts, &asking, &actor(partner, role), now) {
        Ok(events) => Ok(after(before, &events)),
        Err(refusal) => Err(refusal.code()),
    }
}

#[test]
fn a_right_ends_at_the_midnight_after_its_last_day() {
    let dated = by_customer(
        &served(),
        &set(Some(Grant::Administer), Some(date(10))),
        day(2),
    )
    .unwrap();
    let last = day(11) - TimeDelta::seconds(1);
    assert!(dated.grants_at(Grant::Administer, last));
    assert!(!dated.grants_at(Grant::Administer, day(11)));
    assert!(dated.grants_at(Grant::Support, day(11)));
    // The job is late: what it writes has the time at which the right ended, and changes no answer.
    let events = dated.lapse(day(40));
    assert_eq!(
        events,
        [Event::GrantExpired {
            grant: Grant::Administer,
            at: day(11)
        }]
    );
    assert_eq!(after(&dated, &events), dated.clone().as_of(day(40)));
    assert_eq!(after(&dated, &events).lapse(day(400)), []);
}

#[test]
fn a_date_is_in_the_future_and_not_too_far() {
    let now = day(2) + TimeDelta::hours(13);
    let to = |number| by_customer(&served(), &set(None, Some(date(number))), now).map(drop);
    let most = i64::try_from(MOST_DAYS).unwrap();
    assert_eq!(to(3), Ok(()));
    assert_eq!(to(2 + most), Ok(()));
    for out in [-400, 0, 1, 2, 3 + most] {
        assert_eq!(to(out), Err("end_date_out_of_range"), "{out}");
    }
    let far = by_customer(&served(), &set(None, Some(NaiveDate::MAX)), now);
    assert_eq!(far.unwrap_err(), "end_date_out_of_range");
}

#[test]
fn what_is_over_gets_no_other_date() {
    let dated = by_customer(&served(), &set(Some(Grant::Support), Some(date(5))), day(2)).unwrap();
    let later = set(Some(Grant::Support), Some(date(50)));
    assert_eq!(
        by_customer(&dated, &later, day(6)).unwrap_err(),
        "grant_ended"
    );
    let whole = by_customer(&dated, &set(None, Some(date(20))), day(6)).unwrap();
    for command in [
        set(Some(Grant::Administer), None),
        set(None, None),
        DateCommand::Decline { reason: None },
    ] {
        let refused = by_customer(&whole, &command, day(21)).unwrap_err();
        assert_eq!(refused, "grant_ended", "{command:?}");
    }
    // Nor is it taken away once more.
    let (customer, partner) = (customer(), direct_bill().party());
    let facts = RelationshipFacts {
        relationship: &dated,
        customer: &customer,
        partner: &partner,
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    let again = decide(facts, Command::EndGrant(Grant::Support), &admin, day(6));
    assert_eq!(again.unwrap_err().code(), "grant_ended");
}

#[test]
fn the_same_date_once_more_is_no_change() {
    let command = set(Some(Grant::Support), Some(date(5)));
    let dated = by_customer(&served(), &command, day(2)).unwrap();
    assert_eq!(by_customer(&dated, &command, day(3)).unwrap(), dated);
    let without = by_customer(&dated, &set(Some(Grant::Support), None), day(3)).unwrap();
    assert_eq!(without.next_end(), None);
}

#[test]
fn dates_are_the_customers_alone() {
    let served = served();
    let (customer, other, partner) = (customer(), direct_bill(), direct_bill().party());
    let facts = |customer| RelationshipFacts {
        relationship: &served,
        customer,
        partner: &partner,
    };
    let command = set(None, Some(date(30)));
    for role in Role::ALL {
        let outcome = decide_date(facts(&customer), &command, &actor(&customer, role), day(2));
        assert_eq!(outcome.is_ok(), role == Role::GlobalAdmin, "{role:?}");
        assert!(decide_date(facts(&other), &command, &actor(&other, role), day(2)).is_err());
    }
}

#[test]
fn a_renewal_moves_what_ends_before_it_and_nothing_else() {
    let mut it = served();
    for (grant, last) in [(Grant::Administer, 10), (Grant::Support, 500)] {
        it = by_customer(&it, &set(Some(grant), Some(date(last))), day(2)).unwrap();
    }
    let it = asked(&it, &direct_bill(), Role::SalesAgent, date(200), day(3)).unwrap();
    let renewed = by_customer(&it, &DateCommand::Renew { day: None }, day(4)).unwrap();
    assert_eq!(renewed.right_ends(Grant::Administer), Some(day(201)));
    assert_eq!(renewed.right_ends(Grant::Support), Some(day(501)));
    assert_eq!(renewed.right_ends(Grant::OrderOnBehalf), None);
    // Another date than the proposed one, but a later one than before.
    let own = |number| DateCommand::Renew {
        day: Some(date(number)),
    };
    let sooner = by_customer(&it, &own(11), day(4)).unwrap();
    assert_eq!(sooner.right_ends(Grant::Administer), Some(day(12)));
    assert_eq!(
        by_customer(&it, &own(10), day(4)).unwrap_err(),
        "end_date_out_of_range"
    );
}

#[test]
fn a_request_to_renew_is_answered_once_and_ends_with_the_rights() {
    let dated = by_customer(&served(), &set(None, Some(date(30))), day(2)).unwrap();
    let ask = |it: &Relationship, now| asked(it, &direct_bill(), Role::AdminAgent, date(300), now);
    let waits = ask(&dated, day(3)).unwrap();
    assert_eq!(ask(&waits, day(3)).unwrap_err(), "renewal_asked");
    assert!(ask(&waits, day(4)).is_ok());
    let state = |it: &Relationship, now| it.renewal_state(now);
    assert_eq!(state(&waits, day(30)), Some(RenewalState::Waiting));
    assert_eq!(state(&waits, day(31)), Some(RenewalState::Expired));
    assert_eq!(ask(&waits, day(31)).unwrap_err(), "no_relationship");

    let decline = DateCommand::Decline {
        reason: Some("we move on".parse().unwrap()),
    };
    let declined = by_customer(&waits, &decline, day(5)).unwrap();
    assert_eq!(state(&declined, day(5)), Some(RenewalState::Declined));
    for command in [&decline, &DateCommand::Renew { day: None }] {
        let refused = by_customer(&declined, command, day(5)).unwrap_err();
        assert_eq!(refused, "nothing_to_renew");
    }
    // It may be asked once more, and a date given without the request answers it too.
    let again = ask(&declined, day(6)).unwrap();
    let moved = by_customer(&again, &set(None, Some(date(31))), day(6)).unwrap();
    assert_eq!(state(&moved, day(6)), Some(RenewalState::Renewed));
    let earlier = by_customer(&again, &set(None, Some(date(20))), day(6)).unwrap();
    assert_eq!(state(&earlier, day(6)), Some(RenewalState::Waiting));
    assert_eq!(ask(&served(), day(3)).unwrap_err(), "nothing_to_renew");
    let report = asked(
        &dated,
        &direct_bill(),
        Role::ReportViewer,
        date(300),
        day(3),
    );
    assert_eq!(report.unwrap_err(), "role_missing");
    let stranger = asked(&dated, &provider(), Role::GlobalAdmin, date(300), day(3));
    assert_eq!(stranger.unwrap_err(), "no_relationship");
}

/// An acceptance of a direct-bill partner's invitation, with these dates.
fn accepted(
    ends: Vec<(Option<Grant>, NaiveDate)>,
    before: Option<&Relationship>,
    grants: GrantSet,
) -> Result<Vec<Event>, &'static str> {
    let (partner, customer) = (direct_bill(), customer());
    let kind = Kind::Relationship {
        partner: partner.id,
        side: Side::DirectBill,
    };
    let sent = invitation(&partner, kind, None);
    let partners = [Pair {
        partner: &partner,
        partnership: None,
        relationship: before,
    }];
    let facts = AcceptFacts {
        invitation: &sent,
        link: 1,
        organization: &customer,
        addressee: None,
        partners: &partners,
        partnership: None,
        in_force: 0,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: vec![(partner.id, grants)],
        ends: ends
            .into_iter()
            .map(|(grant, day)| (partner.id, grant, day))
            .collect(),
    };
    let ids = RelationshipIds {
        partnership: id(21),
        first: id(22),
        second: id(23),
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    match invitation::accept(facts, &acceptance, ids, &admin, day(12)) {
        Ok(accepted) => Ok(accepted
            .relationships
            .into_iter()
            .map(|(_, event)| event)
            .collect()),
        Err(refusal) => Err(refusal.code()),
    }
}

#[test]
fn dates_can_be_given_when_an_invitation_is_accepted() {
    let grants = GrantSet::EMPTY.with(Grant::Administer).with(Grant::Support);
    let dates = vec![
        (Some(Grant::Support), date(40)),
        // Not granted.
        (Some(Grant::OrderOnBehalf), date(50)),
        (None, date(60)),
    ];
    let events = accepted(dates, None, grants).unwrap();
    let it = Relationship::replay(id(22), &events).unwrap();
    assert_eq!(it.right_ends(Grant::Support), Some(day(41)));
    assert_eq!(it.right_ends(Grant::Administer), Some(day(61)));
    assert_eq!(it.ends(), Some(day(61)));
    let past = vec![(Some(Grant::Support), date(12))];
    assert_eq!(
        accepted(past, None, grants).unwrap_err(),
        "end_date_out_of_range"
    );
}

#[test]
fn a_right_whose_date_has_come_can_be_granted_again_at_once() {
    let all: GrantSet = Grant::ALL.into_iter().collect();
    let dated = by_customer(
        &served(),
        &set(Some(Grant::Support), Some(date(10))),
        day(2),
    )
    .unwrap();
    let dates = vec![
        (Some(Grant::Support), date(40)),
        // In force already: not for this acceptance to change.
        (Some(Grant::Administer), date(50)),
        (None, date(60)),
    ];
    let events = accepted(dates, Some(&dated), all).unwrap();
    // Whether or not the job has been there before.
    let recorded = after(&dated, &dated.lapse(day(12)));
    for before in [dated, recorded] {
        let it = after(&before, &events);
        assert_eq!(it.right_ends(Grant::Support), Some(day(41)));
        assert_eq!(it.right_ends(Grant::Administer), None);
        assert_eq!(it.ends(), None);
    }
    // A whole relationship that is over is followed by a new one.
    let over = by_customer(&served(), &set(None, Some(date(10))), day(2)).unwrap();
    let events = accepted(Vec::new(), Some(&over), all).unwrap();
    assert!(matches!(events[..], [Event::Established { .. }]));
}

#[test]
fn partners_serve_a_customer_together_until_the_date() {
    let (provider, reseller, customer) = (provider(), reseller(), customer());
    let serves = |partner, side: Side| relationship(partner, &customer, side, side.asks_for());
    let mine = serves(&reseller, Side::IndirectReseller);
    let dated = Event::EndDateSet {
        grant: Some(Grant::OrderOnBehalf),
        ends: Some(day(30)),
        at: day(1),
        by: id(7),
    };
    let theirs = after(&serves(&provider, Side::IndirectProvider), &[dated]);
    let ties = [partnership(&provider, &reseller)];
    let all = [mine.clone(), theirs.clone()];
    let together = co_serving(&mine, &all, &ties, day(29));
    assert_eq!(together[0].until, Some(day(30)));
    assert!(co_serving(&mine, &all, &ties, day(30)).is_empty());
    // The provider goes on with the reseller without the right to order.
    assert_eq!(co_serving(&theirs, &all, &ties, day(30))[0].until, None);
}
