//! A request to renew, as the server renders it.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{
    Evolve as _, Timestamp,
    relationship::{Event, Relationship, Side},
    role::Role,
    testing::*,
};

use super::{Actions, view};
use crate::{
    form::{Posting, mark::Mark},
    i18n::Lang,
    relationship::model::DatesPage,
    ui::tests::render,
};

fn rendered(role: Role, now: Timestamp) -> String {
    let side = Side::IndirectReseller;
    let granted = relationship(&reseller(), &customer(), side, side.asks_for());
    let events = [
        Event::EndDateSet {
            grant: None,
            ends: Some(day(31)),
            at: day(1),
            by: id(7),
        },
        Event::RenewalAsked {
            text: "Please renew <soon>".parse().unwrap(),
            until: day(366),
            ends: day(31),
            at: day(2),
            by: id(8),
        },
    ];
    let asked = events.iter().try_fold(granted, |it, event| {
        Relationship::evolve(id(3000), Some(it), event)
    });
    let page = DatesPage {
        actor: actor(&customer(), role),
        organization: customer(),
        relationship: asked.unwrap(),
        partner: reseller().party(),
        mark: Mark::new("as it was"),
    };
    render(move || {
        let actions = Actions {
            renew: Posting::new(),
            decline: Posting::new(),
        };
        view(Lang::En, now, &page, actions)
    })
}

#[test]
fn the_proposed_day_can_be_taken_by_a_click() {
    let html = rendered(Role::GlobalAdmin, day(3));
    let proposed = day(365).date_naive().to_string();
    assert!(html.contains(&format!("value=\"{proposed}\"")), "{html}");
    assert!(html.contains("Please renew &lt;soon&gt;"), "{html}");
    assert!(html.contains("/api/renew-rights"), "{html}");
    assert!(html.contains("/api/decline-renewal"), "{html}");
}

#[test]
fn others_read_it_and_nobody_answers_too_late() {
    let of_clerk = rendered(Role::BillingAdmin, day(3));
    assert!(of_clerk.contains("Please renew"), "{of_clerk}");
    assert!(!of_clerk.contains("<form"), "{of_clerk}");
    let late = rendered(Role::GlobalAdmin, day(31));
    assert!(!late.contains("<form"), "{late}");
}
