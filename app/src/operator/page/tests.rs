//! An organization's page as the server renders it for the operator.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{
    Evolve as _,
    enrollment::{AddFacts, add_capability},
    organization::{
        AccountReview, Capability, CapabilityState, Event, Offboard, Organization, ReviewAccount,
        ReviewFacts, StandingFacts, lift, offboard, review_account, suspend,
    },
    role::Role,
    testing::*,
};

use super::detail::{Actions, view};
use crate::{
    form::mark::Mark,
    i18n::Lang,
    operator::model::{
        AccountReviewing, Addable, AwaitedAdmin, FoundUsers, OrganizationDetail, Related,
    },
    organization::model::UnderReview,
    timeline::{History, Scope},
    ui::tests::render,
};

/// What it doesn't have, with what core says of each.
fn addable(organization: &Organization) -> Vec<Addable> {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "asked in advance".parse().unwrap();
    let partner = Capability::ALL.into_iter().filter(|it| it.is_partner());
    partner
        .filter(|it| organization.capabilities.state(*it).is_none())
        .map(|capability| {
            let standing = StandingFacts {
                operator: &operator,
                organization,
            };
            let facts = AddFacts {
                standing,
                enrollment: None,
            };
            let may = add_capability(facts, capability, &reason, &admin, day(9)).map(drop);
            Addable { capability, may }
        })
        .collect()
}

/// The review of its account, with what core says of it; nothing for a partner.
fn reviewing(customer: &Organization, review: Option<&AccountReview>) -> Option<AccountReviewing> {
    customer.capabilities.customer?;
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let facts = ReviewFacts {
        operator: &operator,
        customer,
        review,
    };
    let reason = "asked in advance".parse().unwrap();
    let may = |change| review_account(facts, change, &reason, &admin, day(9)).map(drop);
    Some(AccountReviewing {
        goes_on: review.map(|it| UnderReview {
            since: it.since,
            reason: it.reason.to_string(),
        }),
        by: review.map(|_| "Robin Counts".to_owned()),
        may_begin: may(ReviewAccount::Begin),
        may_end: may(ReviewAccount::End),
    })
}

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
        may_add: addable(&organization),
        may_suspend: suspend(facts, &reason, &admin, day(9)).map(drop),
        may_lift: lift(facts, &reason, &admin, day(9)).map(drop),
        may_mark: mark(Offboard::Mark { from: None }),
        may_take_back: mark(Offboard::TakeBack),
        contact: None,
        related: Related::default(),
        since: day(0),
        last_activity: None,
        users: 1,
        customers: 12,
        partnerships: 0,
        address: Vec::new(),
        profile_mark: Mark::new("0"),
        may_correct: Ok(()),
        may_change_country: Ok(()),
        awaited: None,
        people: FoundUsers {
            find: String::new(),
            users: Vec::new(),
            goes_on: false,
        },
        may_help: Ok(()),
        entry_mark: Default::default(),
        review: reviewing(&organization, None),
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

#[test]
fn the_address_on_record_is_shown_and_changed_with_a_reason() {
    let mut page = page(provider());
    page.address = vec!["1 Harbour Road".to_owned(), "13002 Marseille".to_owned()];
    let html = render(move || view(Lang::En, page, Actions::new()));
    assert!(html.contains("/api/correct-profile"), "{html}");
    assert!(html.contains("1 Harbour Road\n13002 Marseille"), "{html}");
    assert!(html.contains("filled_with"), "{html}");
}

#[test]
fn a_partner_that_enrolled_changes_its_profile_itself() {
    let mut page = page(reseller());
    let organization = reseller().party();
    let refusal = tierline_core::organization::Refusal::ProfileOfEnrollment { organization };
    page.may_correct = Err(refusal.into());
    let html = render(move || view(Lang::En, page, Actions::new()));
    assert!(!html.contains("/api/correct-profile"), "{html}");
    assert!(
        html.contains("changes the legal profile in Settings"),
        "{html}"
    );
    assert!(html.contains("Not on record"), "{html}");
}

#[test]
fn an_awaited_admin_is_invited_again_or_corrected() {
    let mut page = page(provider());
    page.awaited = Some(AwaitedAdmin {
        name: "Mia Kern".to_owned(),
        user_name: "mia@contoso.example".to_owned(),
        language: Lang::ZhHant,
        mark: Mark::new("0"),
    });
    let html = render(move || view(Lang::En, page, Actions::new()));
    assert!(html.contains("/api/invite-admin-again"), "{html}");
    assert!(html.contains("/api/correct-first-admin"), "{html}");
    assert!(html.contains("Mia Kern (mia@contoso.example)"), "{html}");
    assert!(html.contains("value=\"mia@contoso.example\""), "{html}");
}

#[test]
fn a_capability_is_added_after_its_effect_was_told_or_its_refusal_is() {
    let html = rendered(provider());
    assert!(html.contains("/api/add-capability"), "{html}");
    assert!(html.contains("value=\"direct_bill\""), "{html}");
    assert!(html.contains("accepted the indirect reseller agreement"));
    assert!(html.contains("be undone"), "{html}");
    // Not marked for offboarding: refused, and said so.
    let html = rendered(direct_bill());
    assert!(html.contains("why-add-indirect_reseller"), "{html}");
    assert!(!html.contains("value=\"indirect_reseller\""), "{html}");
    assert!(html.contains("value=\"indirect_provider\""), "{html}");
    let both = with(
        provider(),
        Capability::IndirectReseller,
        CapabilityState::Active,
    );
    let all = with(both, Capability::DirectBill, CapabilityState::Offboarding);
    assert!(!rendered(all).contains("More capabilities"));
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
    assert!(html.contains("Lifting the operator"), "{html}");
    // Only what takes something away is red.
    let opens = |tag: &&str| tag.contains("commandfor=\"lift\"") && tag.contains("show-modal");
    let opener = html.split('<').find(opens).unwrap();
    assert!(opener.contains("button-quiet"), "{opener}");
}

#[test]
fn the_page_leads_to_what_else_there_is_of_the_organization() {
    let with = |related, lines: &[&str]| {
        let page = OrganizationDetail {
            related,
            address: lines.iter().map(|line| (*line).to_owned()).collect(),
            ..page(reseller())
        };
        render(move || view(Lang::En, page, Actions::new()))
    };
    let all = Related {
        case: Some(id(10)),
        change: Some(id(80)),
        listing: Some(id(80)),
        member: Some(id(60)),
    };
    let html = with(all, &["1 Main Street", "Taipei"]);
    for href in [
        format!("/cases/{}", id::<tierline_core::ids::EnrollmentId>(10)),
        format!(
            "/listing-changes/{}",
            id::<tierline_core::ids::ListingId>(80)
        ),
        format!("/registry/{}", id::<tierline_core::ids::MemberId>(60)),
    ] {
        assert!(html.contains(&href), "{href}: {html}");
    }
    assert!(html.contains("1 Main Street"), "{html}");
    let html = with(Related::default(), &[]);
    assert!(!html.contains("In the program"), "{html}");
}

#[test]
fn a_customer_is_put_under_review_after_its_effect_was_told_and_the_review_is_ended() {
    let html = rendered(customer());
    assert!(html.contains("/api/review-customer"), "{html}");
    assert!(html.contains("More licenses and upgrades") && html.contains("Renewals"));
    assert!(!html.contains("Under review"), "{html}");
    // Partners are suspended instead.
    assert!(!rendered(reseller()).contains("/api/review-customer"));
    let review = AccountReview {
        since: day(1),
        reason: "the address does not exist".parse().unwrap(),
        by: id(7),
    };
    let page = OrganizationDetail {
        review: reviewing(&customer(), Some(&review)),
        ..page(customer())
    };
    let html = render(move || view(Lang::En, page, Actions::new()));
    assert!(html.contains("/api/end-customer-review"), "{html}");
    assert!(!html.contains("/api/review-customer"), "{html}");
    assert!(html.contains("January 2, 2026, by Robin Counts"), "{html}");
    assert!(html.contains("the address does not exist"), "{html}");
}
