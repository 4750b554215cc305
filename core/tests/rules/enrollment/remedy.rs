//! What an applicant can do about a failed check, and what happens if nothing is done.

use tierline_core::{
    Evolve as _, Timestamp,
    enrollment::{
        CheckKind, Command, Document, DocumentKind, Enrollment, Event, Format, MOST_BYTES,
        MOST_DOCUMENTS, REJECTED_FOR, ReasonCode, ReviewFacts, State, Status, Turn, Verdict,
        VettingStatus, VettingStep, review,
    },
    organization::{self, Capability::IndirectReseller, CapabilityState},
    program::{Setting, Settings},
    role::Role,
};

use super::{after, apply, decide, fail};
use crate::common::{self, *};

#[test]
fn a_rejection_keeps_the_day_that_it_was_told() {
    let (operator, reseller) = (operator(), reseller());
    let mut enrollment = common::enrollment(&reseller);
    let reviewer = actor(&operator, Role::Reviewer);
    // The number that is set when a check fails, and not the one that is set later.
    for (check, reason, days) in [
        (CheckKind::Business, ReasonCode::NameUnknown, 60),
        (CheckKind::Employment, ReasonCode::EmploymentUnproven, 10),
    ] {
        let facts = ReviewFacts {
            operator: &operator,
            enrollment: &enrollment,
            organization: &reseller,
            belongs_to_it: false,
            settings: &Settings::default().with(Setting::RejectedDays, days),
        };
        let failed = review(facts, check, &fail(reason), &reviewer, day(2)).unwrap();
        enrollment = after(enrollment, &failed);
    }
    // Of two, the earlier one counts.
    assert_eq!(enrollment.suspends_at(), Some(day(12)));
    let status = |at| enrollment.status(at);
    assert_eq!(
        (status(day(11)), status(day(12))),
        (Status::Denied, Status::Suspended)
    );
}

#[test]
fn an_appeal_needs_something_new_and_is_decided_anew() {
    let check = CheckKind::Business;
    let appeal = |statement: Option<&str>| Command::Appeal {
        check,
        statement: statement.map(|text| text.parse().unwrap()),
    };
    let enrollment = common::enrollment(&reseller());
    assert_eq!(
        apply(&enrollment, appeal(Some("why")), day(2)),
        Err("check_not_failed")
    );
    assert_eq!(
        decide(&enrollment, check, fail(ReasonCode::DomainDiffers), day(2)),
        Err("reason_elsewhere")
    );
    let failed = decide(&enrollment, check, fail(ReasonCode::NameUnknown), day(5)).unwrap();
    let failed = after(enrollment, &failed);
    assert_eq!(failed.vetting(), VettingStatus::Rejected);
    assert_eq!(failed.vetting_step(), VettingStep::BusinessVerification);
    assert_eq!(apply(&failed, appeal(None), day(6)), Err("appeal_empty"));

    let added = apply(&failed, Command::AddDocument(document(day(6))), day(6)).unwrap();
    let with_document = after(failed, &added);
    let appealed = apply(&with_document, appeal(None), day(6)).unwrap();
    let appealed = after(with_document, &appealed);
    assert_eq!(appealed.vetting(), VettingStatus::Pending);
    assert_eq!(appealed.suspends_at(), None);
    assert!(decide(&appealed, check, Verdict::Pass, day(7)).is_ok());
    let again = decide(&appealed, check, fail(ReasonCode::DocumentUnusable), day(7)).unwrap();
    let again = after(appealed, &again);
    assert_eq!(again.suspends_at(), Some(day(7) + REJECTED_FOR));
    // The document was added before the decision: it says nothing new.
    assert_eq!(apply(&again, appeal(None), day(8)), Err("appeal_empty"));
}

fn document(at: Timestamp) -> Document {
    Document {
        id: id(20),
        check: CheckKind::Business,
        kind: DocumentKind::TaxRecord,
        format: Format::Png,
        bytes: 1000,
        digest: "00".repeat(32).parse().unwrap(),
        at,
    }
}

#[test]
fn documents_are_few_and_fit() {
    let mut enrollment = common::enrollment(&reseller());
    let add = |enrollment: &Enrollment, document| {
        apply(enrollment, Command::AddDocument(document), day(2)).map(drop)
    };
    let of = |check| Document {
        check,
        ..document(day(2))
    };
    assert_eq!(add(&enrollment, document(day(2))), Ok(()));
    assert_eq!(
        add(&enrollment, of(CheckKind::Employment)),
        Err("document_elsewhere")
    );
    let large = Document {
        bytes: MOST_BYTES + 1,
        ..document(day(2))
    };
    assert_eq!(add(&enrollment, large), Err("document_too_large"));
    let draft = draft_enrollment(&reseller());
    assert_eq!(
        add(&draft, document(day(2))),
        Err("enrollment_not_submitted")
    );
    let passed = decide(&enrollment, CheckKind::Business, Verdict::Pass, day(2)).unwrap();
    let passed = after(enrollment.clone(), &passed);
    assert_eq!(add(&passed, document(day(2))), Err("check_decided"));
    enrollment.documents = vec![document(day(2)); MOST_DOCUMENTS];
    assert_eq!(
        add(&enrollment, document(day(2))),
        Err("too_many_documents")
    );
}

#[test]
fn a_suspension_ends_when_every_check_is_passed() {
    let rejected = rejected(&reseller(), day(5));
    assert_eq!(rejected.status(day(34)), Status::Active);
    assert_eq!(rejected.status(day(35)), Status::Suspended);
    // An appeal after that does not undo it, whether or not a job has recorded it.
    let appeal = Command::Appeal {
        check: CheckKind::Business,
        statement: Some("we are registered".parse().unwrap()),
    };
    let appealed = apply(&rejected, appeal, day(40)).unwrap();
    assert!(matches!(
        appealed.enrollment[..],
        [Event::Suspended { .. }, Event::Appealed { .. }]
    ));
    let appealed = after(rejected, &appealed);
    assert_eq!(appealed.status(day(40)), Status::Suspended);
    assert_eq!(appealed.turn(), Turn::Operator);

    let mut suspended = reseller();
    suspended.apply(&organization::Event::SuspendedByEnrollment { at: day(35) });
    let operator = operator();
    let facts = ReviewFacts {
        operator: &operator,
        enrollment: &appealed,
        organization: &suspended,
        belongs_to_it: false,
        settings: &Settings::default(),
    };
    let admin = actor(&operator, Role::ProgramAdmin);
    let passed = review(facts, CheckKind::Business, &Verdict::Pass, &admin, day(41)).unwrap();
    assert!(matches!(
        passed.organization[..],
        [organization::Event::EnrollmentPassed {
            state: CapabilityState::Active,
            ..
        }]
    ));
    suspended.apply(&passed.organization[0]);
    assert!(suspended.capabilities.is_active(IndirectReseller));
    assert_eq!(after(appealed, &passed).status(day(41)), Status::Active);
}

/// A partner that the operator has suspended for another reason is not freed by passing a check.
#[test]
fn a_suspension_for_another_reason_stays() {
    let suspended = with(reseller(), IndirectReseller, CapabilityState::Suspended);
    let mut enrollment = rejected(&suspended, day(5));
    enrollment.state = State::Active { at: day(2) };
    let operator = operator();
    let facts = ReviewFacts {
        operator: &operator,
        enrollment: &enrollment,
        organization: &suspended,
        belongs_to_it: false,
        settings: &Settings::default(),
    };
    let admin = actor(&operator, Role::ProgramAdmin);
    let passed = review(facts, CheckKind::Business, &Verdict::Pass, &admin, day(6)).unwrap();
    assert!(passed.organization.is_empty());
}
