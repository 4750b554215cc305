//! The dates on which rights end, as the server renders them.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{
    Evolve as _,
    relationship::{DateCommand, Event, Grant, Relationship, Side},
    role::Role,
    testing::*,
};

use super::view;
use crate::{
    form::{Posting, mark::Mark},
    i18n::Lang,
    relationship::model::{DatesPage, EndDates},
    ui::tests::render,
};

/// A provider that may order until the end of day 30, and support without an end.
fn dated() -> Relationship {
    let side = Side::IndirectProvider;
    let granted = relationship(&provider(), &customer(), side, side.asks_for());
    let set = Event::EndDateSet {
        grant: Some(Grant::OrderOnBehalf),
        ends: Some(day(31)),
        at: day(1),
        by: id(7),
    };
    Relationship::evolve(granted.id, Some(granted), &set).unwrap()
}

fn rendered(role: Role) -> String {
    rendered_of(role, dated())
}

fn rendered_of(role: Role, relationship: Relationship) -> String {
    let page = DatesPage {
        actor: actor(&customer(), role),
        organization: customer(),
        relationship,
        partner: provider().party(),
        mark: Mark::new("as it was"),
    };
    render(move || view(Lang::En, day(2), &page, Posting::new()))
}

#[test]
fn each_right_in_force_has_its_day_and_so_has_the_whole() {
    let html = rendered(Role::GlobalAdmin);
    for name in ["whole", "order_on_behalf", "support"] {
        assert!(html.contains(&format!("name=\"{name}\"")), "{html}");
    }
    // Never granted.
    assert!(!html.contains("name=\"administer\""), "{html}");
    let last = day(30).date_naive().to_string();
    assert!(html.contains(&format!("value=\"{last}\"")), "{html}");
    let first = day(3).date_naive().to_string();
    assert!(html.contains(&format!("min=\"{first}\"")), "{html}");
}

#[test]
fn a_billing_admin_reads_who_may() {
    let html = rendered(Role::BillingAdmin);
    assert!(!html.contains("<form"), "{html}");
}

#[test]
fn only_what_differs_is_changed() {
    let stored = EndDates::of(&dated());
    assert_eq!(stored.changes(&stored), []);
    let wanted = EndDates {
        order_on_behalf: None,
        whole: Some(day(90).date_naive()),
        ..stored
    };
    let set = |grant, day| DateCommand::Set { grant, day };
    assert_eq!(
        wanted.changes(&stored),
        [
            set(None, wanted.whole),
            set(Some(Grant::OrderOnBehalf), None)
        ]
    );
    assert_eq!(wanted.fields().len(), 4);
}

#[test]
fn an_ended_relationship_has_no_dates_to_set() {
    let ended = Event::Ended {
        at: day(2),
        by: id(7),
    };
    let ended = Relationship::evolve(id(3000), Some(dated()), &ended).unwrap();
    let html = rendered_of(Role::GlobalAdmin, ended);
    assert!(!html.contains("<form"), "{html}");
    assert!(html.contains("This relationship has ended"), "{html}");
}
