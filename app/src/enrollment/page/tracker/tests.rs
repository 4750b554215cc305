//! The tracker as the server renders it.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::{Evolve as _, Timestamp};
use tierline_core::{
    enrollment::{BeginFacts, Calendar, CheckKind, Enrollment, Event, PROMISE, ReasonCode, begin},
    role::Role,
    testing::{enrollment, *},
};

use super::*;
use crate::{
    enrollment::model::{Marks, MayAdd, StepProgress},
    form::mark::Mark,
    timeline::{History, Scope},
    ui::tests::render,
};

/// The page about this enrollment at this time.
pub(in crate::enrollment::page) fn page(enrollment: Enrollment, now: Timestamp) -> EnrollmentPage {
    let organization = reseller();
    let actor = actor(&organization, Role::GlobalAdmin);
    let facts = BeginFacts {
        organization: &organization,
        enrollment: Some(&enrollment),
    };
    let may_begin = begin(facts, &actor, now).map(drop);
    let steps = enrollment.draft.steps(enrollment.path, &organization);
    let mark = || Mark::new("of a test");
    let begun = Begun {
        tracker: enrollment.tracker(&Calendar::default(), PROMISE, now),
        steps: steps
            .into_iter()
            .map(|(step, progress)| StepProgress { step, progress })
            .collect(),
        now,
        documents: Vec::new(),
        may_add: MayAdd {
            checks: vec![CheckKind::Business],
            most: 20,
        },
        may_resend: Ok(()),
        marks: Marks {
            profile: mark(),
            contact: mark(),
            support: mark(),
        },
        timeline: History {
            scope: Scope::Objects(Vec::new()),
            entries: Vec::new(),
            earlier: None,
        },
        enrollment,
    };
    EnrollmentPage {
        organization,
        actor,
        begun: Some(begun),
        may_begin,
        promise: PROMISE,
        contact: Some("support@program.example".to_owned()),
    }
}

/// The markup of the tracker.
fn tracker(enrollment: Enrollment, now: Timestamp) -> String {
    render(move || {
        let actions = Actions {
            begin: Posting::new(),
            resend: Posting::new(),
            appeal: Posting::new(),
        };
        let page = page(enrollment, now);
        let begun = page.begun.clone().unwrap();
        view(Lang::En, page, begun, actions)
    })
}

#[test]
fn whoever_joined_in_another_way_has_nothing_to_enroll() {
    let html = render(|| {
        let actions = Actions {
            begin: Posting::new(),
            resend: Posting::new(),
            appeal: Posting::new(),
        };
        let page = EnrollmentPage {
            begun: None,
            ..page(enrollment(&reseller()), day(2))
        };
        not_begun(Lang::En, page, actions)
    });
    assert!(html.contains("already an indirect reseller"), "{html}");
    assert!(!html.contains("/api/begin-enrollment"), "{html}");
}

#[test]
fn a_draft_leads_to_its_first_open_step() {
    let mut draft = draft_enrollment(&reseller());
    draft.draft.contact = None;
    let html = tracker(draft, day(2));
    assert!(html.contains("href=\"/enroll/primary-contact\""), "{html}");
    assert!(html.contains("Not entered yet"), "{html}");
    // There are no checks yet.
    assert!(!html.contains("Email ownership"), "{html}");
}

#[test]
fn whoever_waits_for_the_contact_can_send_the_mail_again() {
    let html = tracker(asked_enrollment(&reseller()), day(5));
    assert!(html.contains("anna@org2.example"), "{html}");
    assert!(html.contains("/api/resend-confirmation"), "{html}");
    assert!(html.contains("The primary contact's turn"), "{html}");
}

#[test]
fn a_review_says_what_is_left_of_the_promise_and_when_it_is_late() {
    let html = tracker(enrollment(&reseller()), day(7));
    assert!(html.contains("3 to 5 business days"), "{html}");
    assert!(html.contains("4 of 5 business days"), "{html}");
    assert!(!html.contains("longer than promised"), "{html}");
    assert!(!html.contains("mailto:"), "{html}");
    let html = tracker(enrollment(&reseller()), day(15));
    for expected in [
        "longer than promised",
        "5 business days late",
        "href=\"mailto:support@program.example\"",
        "org2.example",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    assert!(!html.contains("of 5 business days"), "{html}");
}

#[test]
fn an_approved_enrollment_leads_to_where_the_agreement_is_signed() {
    let html = tracker(qualified_enrollment(&reseller()), day(3));
    assert!(html.contains("Go to Overview"), "{html}");
}

#[test]
fn a_document_is_sent_by_a_form_that_needs_no_script() {
    let html = tracker(enrollment(&reseller()), day(2));
    assert!(html.contains("action=\"/documents\""), "{html}");
    assert!(html.contains("enctype=\"multipart/form-data\""), "{html}");
    // A draft has none yet.
    let html = tracker(draft_enrollment(&reseller()), day(2));
    assert!(!html.contains("/documents"), "{html}");
}

#[test]
fn a_failed_check_has_its_reason_its_remedies_and_the_way_to_object() {
    let mut failed = enrollment(&reseller());
    failed.apply(&Event::CheckFailed {
        check: CheckKind::Business,
        reason: ReasonCode::AddressDiffers,
        note: Some("it is number 3".parse().unwrap()),
        until: None,
        at: day(3),
        by: id(9),
    });
    let html = tracker(failed.clone(), day(4));
    for expected in [
        "The company is registered at another address",
        "it is number 3",
        "href=\"/enroll/legal-profile\"",
        "Bill or statement with the company",
        "/api/appeal",
        "Suspended on",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    failed.apply(&Event::Appealed {
        check: CheckKind::Business,
        statement: Some("we have moved".parse().unwrap()),
        at: day(4),
        by: id(7),
    });
    let html = tracker(failed, day(5));
    assert!(html.contains("we have moved"), "{html}");
    assert!(!html.contains("/api/appeal"), "{html}");
}
