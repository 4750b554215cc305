//! What the operator and an enrollment make of a partner's place in the program, each for itself.

use tierline_core::{
    Evolve as _,
    access::{may_gain_direct_customer, may_transact},
    enrollment::{CheckKind, ReviewFacts, Verdict, review},
    organization::{
        Capability::{DirectBill, IndirectReseller},
        CapabilityState, Event, Offboard, Organization, StandingFacts, SuspendedBy, lift, offboard,
        suspend,
    },
    program::Settings,
    role::Role,
};

use crate::common::*;

fn suspended_by_operator(partner: &mut Organization) {
    let operator = operator();
    let facts = StandingFacts {
        operator: &operator,
        organization: partner,
    };
    let reason = "invoices are overdue".parse().unwrap();
    let admin = actor(&operator, Role::ProgramAdmin);
    let event = suspend(facts, &reason, &admin, day(10)).unwrap();
    partner.apply(&event);
}

fn lifted(partner: &mut Organization) {
    let operator = operator();
    let facts = StandingFacts {
        operator: &operator,
        organization: partner,
    };
    let reason = "invoices are paid".parse().unwrap();
    let admin = actor(&operator, Role::ProgramAdmin);
    let event = lift(facts, &reason, &admin, day(60)).unwrap();
    partner.apply(&event);
}

/// The last check of a partner that has been rejected since day 5 is passed on day 50, whether or not a job has
/// recorded before that it is suspended.
fn passed(partner: &mut Organization) {
    let operator = operator();
    let enrollment = rejected(partner, day(5));
    let facts = ReviewFacts {
        operator: &operator,
        enrollment: &enrollment,
        organization: partner,
        belongs_to_it: false,
        settings: &Settings::default(),
    };
    let reviewer = actor(&operator, Role::Reviewer);
    let decided = review(
        facts,
        CheckKind::Business,
        &Verdict::Pass,
        &reviewer,
        day(50),
    )
    .unwrap();
    for event in &decided.organization {
        partner.apply(event);
    }
}

#[test]
fn passing_every_check_does_not_lift_what_the_operator_has_suspended() {
    let mut partner = reseller();
    suspended_by_operator(&mut partner);
    assert_eq!(
        partner.suspended_by(IndirectReseller),
        [SuspendedBy::Operator]
    );
    // While it is suspended, its enrollment lapses as well.
    let lapsed = rejected(&partner, day(5)).lapse(&partner, day(40)).unwrap();
    assert_eq!(
        lapsed.organization.as_slice(),
        [Event::SuspendedByEnrollment { at: day(35) }]
    );
    passed(&mut partner);
    assert_eq!(
        partner.suspended_by(IndirectReseller),
        [SuspendedBy::Operator]
    );
    assert!(may_transact(&partner, IndirectReseller).is_err());
    lifted(&mut partner);
    assert!(may_transact(&partner, IndirectReseller).is_ok());
    assert!(partner.suspensions.is_empty());
}

#[test]
fn lifting_does_not_end_what_the_enrollment_has_suspended() {
    let mut partner = reseller();
    suspended_by_operator(&mut partner);
    partner.apply(&Event::SuspendedByEnrollment { at: day(35) });
    assert_eq!(
        partner.suspended_by(IndirectReseller),
        [SuspendedBy::Operator, SuspendedBy::Enrollment]
    );
    lifted(&mut partner);
    assert_eq!(
        partner.suspended_by(IndirectReseller),
        [SuspendedBy::Enrollment]
    );
    // It can be suspended by the operator once more, and is what it is otherwise once both are over.
    suspended_by_operator(&mut partner);
    partner.apply(&Event::EnrollmentPassed {
        state: CapabilityState::Qualified,
        at: day(50),
    });
    assert!(!partner.capabilities.is_active(IndirectReseller));
    lifted(&mut partner);
    let state = partner.capabilities.state(IndirectReseller);
    assert_eq!(state, Some(CapabilityState::Qualified));
}

/// Logs from before the reasons were kept.
#[test]
fn what_an_enrollment_suspended_before_is_read_as_that() {
    let mut partner = reseller();
    partner.apply(&Event::CapabilityChanged {
        capability: IndirectReseller,
        state: CapabilityState::Suspended,
        at: day(1),
    });
    assert_eq!(
        partner.suspended_by(IndirectReseller),
        [SuspendedBy::Enrollment]
    );
    partner.apply(&Event::CapabilityChanged {
        capability: IndirectReseller,
        state: CapabilityState::Active,
        at: day(2),
    });
    assert_eq!(partner, reseller());
    // Of a row without a reason, it was the operator.
    let mut bare = with(reseller(), IndirectReseller, CapabilityState::Suspended);
    assert_eq!(bare.suspended_by(IndirectReseller), [SuspendedBy::Operator]);
    passed(&mut bare);
    lifted(&mut bare);
    assert!(bare.capabilities.is_active(IndirectReseller));
}

#[test]
fn a_mark_waits_for_its_day_and_for_the_end_of_a_suspension() {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "too few customers".parse().unwrap();
    let decide = |partner: &Organization, change, now| {
        let facts = StandingFacts {
            operator: &operator,
            organization: partner,
        };
        offboard(facts, change, &reason, &admin, now)
    };
    let mut partner = direct_bill();
    suspended_by_operator(&mut partner);
    let mark = Offboard::Mark {
        from: Some(day(30)),
    };
    for event in decide(&partner, mark, day(20)).unwrap() {
        partner.apply(&event);
    }
    assert_eq!(partner.offboards_at(), Some(day(30)));
    assert_eq!(partner.begins_offboarding(day(29)), None);
    let mut partner = partner.offboarded(day(30));
    assert_eq!(partner.offboards_at(), None);
    // Suspended still, and offboarding after that.
    assert_eq!(partner.suspended_by(DirectBill), [SuspendedBy::Operator]);
    lifted(&mut partner);
    let state = partner.capabilities.state(DirectBill);
    assert_eq!(state, Some(CapabilityState::Offboarding));
    assert_eq!(
        may_gain_direct_customer(&partner).unwrap_err().code(),
        "no_new_direct_customers"
    );
    for event in decide(&partner, Offboard::TakeBack, day(70)).unwrap() {
        partner.apply(&event);
    }
    assert!(may_gain_direct_customer(&partner).is_ok());
    let again = decide(&partner, Offboard::TakeBack, day(71)).unwrap_err();
    assert_eq!(again.code(), "offboarding_unmarked");

    // At once, if no day is said; nobody else is marked, and no other role marks.
    let now = Offboard::Mark { from: None };
    let events = decide(&partner, now, day(71)).unwrap();
    assert!(matches!(events[1], Event::OffboardingBegun { .. }));
    for other in [reseller(), customer()] {
        let refused = decide(&other, now, day(71)).unwrap_err();
        assert_eq!(refused.code(), "not_direct_bill");
    }
    let facts = StandingFacts {
        operator: &operator,
        organization: &partner,
    };
    let reviewer = actor(&operator, Role::Reviewer);
    let refused = offboard(facts, now, &reason, &reviewer, day(71)).unwrap_err();
    assert_eq!(refused.code(), "role_missing");
}
