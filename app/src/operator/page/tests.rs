//! An organization's page as the server renders it for the operator.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{
    Evolve as _,
    organization::{
        Capability, CapabilityState, Event, Offboard, Organization, StandingFacts, lift, offboard,
        suspend,
    },
    role::Role,
    testing::*,
};

use super::detail::{Actions, view};
use crate::{
    i18n::Lang,
    operator::model::OrganizationDetail,
    timeline::{History, Scope},
    ui::tests::render,
};

/// The page of this organization, with what core says of each action.
fn page(organization: Organization) -> OrganizationDetail {
    let operator = operator();
    let facts = StandingFacts {
        operator: &operator,
        organization: &organization,
    };
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "asked in advance".parse().unwrap();
    let mark = |change| offboard(facts, change, &reason, &admin, day(9)).map(drop);
    OrganizationDetail {
        may_suspend: suspend(facts, &reason, &admin, day(9)).map(drop),
        may_lift: lift(facts, &reason, &admin, day(9)).map(drop),
        may_mark: mark(Offboard::Mark { from: None }),
        may_take_back: mark(Offboard::TakeBack),
        contact: None,
        since: day(0),
        last_activity: None,
        users: 1,
        customers: 12,
        partnerships: 0,
        awaited: None,
        timeline: History {
            scope: Scope::Objects(Vec::new()),
            entries: Vec::new(),
            earlier: None,
        },
        organization,
    }
}

fn rendered(organization: Organization) -> String {
    let page = page(organization);
    render(move || view(Lang::En, page, Actions::new()))
}

const MARK: &str = "/api/mark-for-offboarding";
const TAKE_BACK: &str = "/api/take-back-mark";

#[test]
fn a_direct_bill_partner_is_marked_after_its_effect_was_told() {
    let html = rendered(direct_bill());
    assert!(html.contains(MARK) && !html.contains(TAKE_BACK), "{html}");
    assert!(html.contains("New direct customers") && html.contains("(12)"));
    assert!(html.contains("global admins get an email"));
    // Nobody else is.
    assert!(!rendered(reseller()).contains(MARK));
}

#[test]
fn a_mark_is_shown_with_its_day_and_reason_and_taken_back_until_the_partner_moves() {
    let mut partner = direct_bill();
    partner.apply(&Event::OffboardingMarked {
        operator: operator().id,
        from: day(30),
        reason: "too few customers".parse().unwrap(),
        at: day(1),
        by: id(1),
    });
    let html = rendered(partner.clone());
    assert!(html.contains(TAKE_BACK) && !html.contains(MARK), "{html}");
    assert!(html.contains("January 31, 2026") && html.contains("too few customers"));
    let moving = with(
        partner,
        Capability::IndirectReseller,
        CapabilityState::Qualified,
    );
    let html = rendered(moving);
    assert!(!html.contains(TAKE_BACK), "{html}");
    assert!(html.contains("has begun to become an indirect reseller"));
}

#[test]
fn each_reason_of_a_suspension_is_named_and_only_the_operators_is_lifted() {
    let mut partner = reseller();
    partner.apply(&Event::SuspendedByEnrollment { at: day(1) });
    let html = rendered(partner.clone());
    assert!(html.contains("by its enrollment"), "{html}");
    assert!(html.contains("/api/suspend-organization"));
    partner.apply(&Event::Suspended {
        operator: operator().id,
        capabilities: vec![Capability::IndirectReseller],
        reason: "invoices are overdue".parse().unwrap(),
        at: day(2),
        by: id(1),
    });
    let html = rendered(partner);
    assert!(
        html.contains("by its enrollment and by the program operator"),
        "{html}"
    );
    assert!(html.contains("/api/lift-suspension"));
    assert!(
        html.contains("lifting doesn't end it") || html.contains("lifting doesn&#x27;t end it")
    );
}
