//! Enrollments: whose turn it is, what begins again, and what is refused.

mod remedy;

use chrono::TimeDelta;
use tierline_core::{
    Evolve as _, Timestamp,
    enrollment::{
        self, ApplicantFacts, Calendar, CheckKind, Command, Confirmation, Decided, Enrollment,
        Event, LegalProfile, MOST_DOCUMENTS, MailDomain, PROMISE, Path, PrimaryContact, ReasonCode,
        ReviewFacts, Statements, Status, Turn, Verdict, VettingStatus, VettingStep, confirm, deny,
        review,
    },
    organization::{self, Capability, Capability::IndirectReseller, CapabilityState, Organization},
    program::Settings,
    role::Role,
};

use crate::common::{self, *};

fn apply(
    enrollment: &Enrollment,
    command: Command,
    now: Timestamp,
) -> Result<Decided, &'static str> {
    apply_for(&reseller(), enrollment, command, now)
}

fn apply_for(
    organization: &Organization,
    enrollment: &Enrollment,
    command: Command,
    now: Timestamp,
) -> Result<Decided, &'static str> {
    let facts = ApplicantFacts {
        enrollment,
        organization,
        contact_mail: MailDomain::Own,
        most_documents: MOST_DOCUMENTS,
    };
    let admin = actor(organization, Role::GlobalAdmin);
    enrollment::decide(facts, &command, &admin, now).map_err(|refusal| refusal.code())
}

fn decide(
    enrollment: &Enrollment,
    check: CheckKind,
    verdict: Verdict,
    now: Timestamp,
) -> Result<Decided, &'static str> {
    let (operator, organization) = (operator(), reseller());
    let facts = ReviewFacts {
        operator: &operator,
        enrollment,
        organization: &organization,
        belongs_to_it: false,
        settings: &Settings::default(),
    };
    let reviewer = actor(&operator, Role::Reviewer);
    review(facts, check, &verdict, &reviewer, now).map_err(|refusal| refusal.code())
}

fn fail(reason: ReasonCode) -> Verdict {
    Verdict::Fail { reason, note: None }
}

fn after(mut enrollment: Enrollment, decided: &Decided) -> Enrollment {
    for event in &decided.enrollment {
        enrollment.apply(event);
    }
    enrollment
}

const BOTH: Statements = Statements {
    signed_up: true,
    address_is_the_companys: true,
};

#[test]
fn a_wrong_country_is_corrected_in_a_draft_without_an_mpn_id() {
    let mut enrolling = with(reseller(), IndirectReseller, CapabilityState::Enrolling);
    let mut draft = draft_enrollment(&enrolling);
    let country = "DE".parse().unwrap();
    let correct = || Command::CorrectCountry { country };
    assert_eq!(
        apply_for(&enrolling, &draft, correct(), day(1)),
        Err("country_of_mpn")
    );
    enrolling.mpn = None;
    let corrected = apply_for(&enrolling, &draft, correct(), day(1)).unwrap();
    for event in &corrected.organization {
        enrolling.apply(event);
    }
    assert_eq!(enrolling.country, country);
    let again = apply_for(&enrolling, &draft, correct(), day(1)).unwrap();
    assert_eq!(again.organization, []);
    for command in [Command::PostponeMpn, Command::EnrollNow] {
        let decided = apply_for(&enrolling, &draft, command, day(1)).unwrap();
        draft = after(draft, &decided);
    }
    assert_eq!(
        apply_for(&enrolling, &draft, correct(), day(1)),
        Err("country_settled")
    );
}

#[test]
fn the_way_of_a_new_partner() {
    let enrolling = with(reseller(), IndirectReseller, CapabilityState::Enrolling);
    let draft = draft_enrollment(&enrolling);
    assert_eq!(draft.status(day(1)), Status::Initialized);
    assert_eq!(draft.vetting_step(), VettingStep::Entry);
    assert_eq!(draft.turn(), Turn::Applicant);

    let submitted = apply_for(&enrolling, &draft, Command::EnrollNow, day(1)).unwrap();
    assert!(matches!(
        submitted.organization[..],
        [organization::Event::ProfileChanged { .. }]
    ));
    let asked = after(draft, &submitted);
    assert_eq!(asked.turn(), Turn::Contact);
    assert_eq!(
        apply_for(&enrolling, &asked, Command::EnrollNow, day(1)),
        Err("already_submitted")
    );
    assert_eq!(
        decide(&asked, CheckKind::Business, Verdict::Pass, day(2)),
        Err("contact_unconfirmed")
    );

    let mut enrollment = asked;
    for event in confirm(&enrollment, 1, BOTH, day(2)).unwrap() {
        enrollment.apply(&event);
    }
    assert_eq!(enrollment.turn(), Turn::Operator);
    for check in CheckKind::ALL {
        assert_eq!(enrollment.vetting(), VettingStatus::Pending);
        assert_eq!(enrollment.vetting_step(), check.into());
        let passed = decide(&enrollment, check, Verdict::Pass, day(3)).unwrap();
        enrollment = after(enrollment, &passed);
    }
    assert_eq!(enrollment.status(day(3)), Status::Qualified);
    assert_eq!(enrollment.vetting(), VettingStatus::Authorized);
    assert_eq!(enrollment.turn(), Turn::Applicant);
    assert_eq!(
        decide(
            &enrollment,
            CheckKind::Business,
            fail(ReasonCode::NameUnknown),
            day(4)
        ),
        Err("check_decided")
    );
}

#[test]
fn nothing_is_submitted_with_open_steps() {
    let organization = Organization {
        mpn: None,
        ..reseller()
    };
    let draft = draft_enrollment(&organization);
    let enroll = |draft: &Enrollment| apply_for(&organization, draft, Command::EnrollNow, day(2));
    assert_eq!(enroll(&draft), Err("steps_open"));
    let postponed = apply_for(&organization, &draft, Command::PostponeMpn, day(2)).unwrap();
    assert!(enroll(&after(draft, &postponed)).is_ok());
}

/// "If you are already enrolled in CSP, you may need to provide only customer support contact information."
#[test]
fn a_known_partner_gives_its_support_contact_only() {
    let leaves = with(
        direct_bill(),
        Capability::DirectBill,
        CapabilityState::Offboarding,
    );
    let begun = Event::Begun {
        organization: leaves.id,
        path: Path::Additional {
            capability: Capability::DirectBill,
        },
        at: day(1),
        by: id(7),
    };
    let enrollment = Enrollment::evolve(id(10), None, &begun).unwrap();
    let command =
        |enrollment: &Enrollment, command| apply_for(&leaves, enrollment, command, day(2));
    assert_eq!(
        command(&enrollment, Command::EnterProfile(legal_profile())),
        Err("step_not_needed")
    );
    assert_eq!(command(&enrollment, Command::EnrollNow), Err("steps_open"));
    let support = command(&enrollment, Command::EnterSupport(support_contact())).unwrap();
    let enrollment = after(enrollment, &support);
    let submitted = command(&enrollment, Command::EnrollNow).unwrap();
    assert!(matches!(
        submitted.organization[..],
        [organization::Event::CapabilityChanged {
            capability: IndirectReseller,
            state: CapabilityState::Qualified,
            ..
        }]
    ));
    let enrollment = after(enrollment, &submitted);
    assert_eq!(enrollment.status(day(2)), Status::Qualified);
    // Unmarked in the meantime, it is refused at the last step too.
    let stays = direct_bill();
    let support = after(Enrollment::evolve(id(10), None, &begun).unwrap(), &support);
    assert_eq!(
        apply_for(&stays, &support, Command::EnrollNow, day(2)),
        Err("not_offboarding")
    );
}

#[test]
fn what_rests_on_a_changed_profile_begins_again() {
    let qualified = with(reseller(), IndirectReseller, CapabilityState::Qualified);
    let enrollment = qualified_enrollment(&qualified);
    let moved = LegalProfile {
        address: vec!["2 Harbour Road".parse().unwrap()],
        ..legal_profile()
    };
    let command = Command::EnterProfile(moved.clone());
    let changed = apply_for(&qualified, &enrollment, command, day(10)).unwrap();
    assert!(matches!(
        changed.organization[..],
        [
            organization::Event::ProfileChanged { .. },
            organization::Event::CapabilityChanged {
                state: CapabilityState::Enrolling,
                ..
            }
        ]
    ));
    let enrollment = after(enrollment, &changed);
    assert_eq!(enrollment.status(day(10)), Status::PendingQualification);
    assert_eq!(enrollment.vetting_step(), VettingStep::BusinessVerification);
    assert!(enrollment.checks.email_ownership.is_passed());
    // Entered again as it is, nothing happens.
    let command = Command::EnterProfile(moved);
    assert_eq!(apply(&enrollment, command, day(10)), Ok(Decided::default()));
    let nowhere = LegalProfile {
        address: Vec::new(),
        ..legal_profile()
    };
    let command = Command::EnterProfile(nowhere);
    assert_eq!(apply(&enrollment, command, day(10)), Err("steps_open"));
}

#[test]
fn an_active_partner_stays_active_while_a_change_is_reviewed() {
    let mut enrollment = qualified_enrollment(&reseller());
    enrollment.apply(&Event::Activated { at: day(3) });
    let contact = PrimaryContact {
        email: "bert@org2.example".parse().unwrap(),
        ..primary_contact()
    };
    let changed = apply(&enrollment, Command::EnterContact(contact), day(10)).unwrap();
    assert!(changed.organization.is_empty());
    let enrollment = after(enrollment, &changed);
    assert_eq!(enrollment.status(day(10)), Status::Active);
    assert_eq!(enrollment.vetting(), VettingStatus::Pending);
    // The new address is asked at once, and the old link is none of its.
    assert_eq!(enrollment.confirmation, Confirmation::Asked { at: day(10) });
    assert!(confirm(&enrollment, 1, BOTH, day(11)).is_err());
    assert!(confirm(&enrollment, 2, BOTH, day(11)).is_ok());
}

#[test]
fn other_addresses_are_mailed_an_hour_apart_after_a_few() {
    let mut enrollment = asked_enrollment(&reseller());
    let to = |name: u32| {
        Command::EnterContact(PrimaryContact {
            email: format!("bert{name}@org2.example").parse().unwrap(),
            ..primary_contact()
        })
    };
    for name in 1..enrollment::ADDRESSES_AT_ONCE {
        let changed = apply(&enrollment, to(name), day(10)).unwrap();
        enrollment = after(enrollment, &changed);
    }
    assert_eq!(apply(&enrollment, to(9), day(10)), Err("resend_too_early"));
    let later = day(10) + enrollment::BETWEEN_ADDRESSES;
    assert!(apply(&enrollment, to(9), later).is_ok());
}

#[test]
fn the_contacts_answer_counts_once() {
    let asked = asked_enrollment(&reseller());
    let code = |enrollment: &Enrollment, now| {
        let answer = confirm(enrollment, 1, BOTH, now);
        answer.map_err(|refusal| refusal.code())
    };
    assert_eq!(code(&asked, day(31)), Err("confirmation_expired"));
    assert_eq!(
        code(&draft_enrollment(&reseller()), day(2)),
        Err("confirmation_replaced")
    );
    let confirmed = common::enrollment(&reseller());
    assert_eq!(code(&confirmed, day(2)), Err("contact_answered"));
    let mut denied = asked;
    for event in deny(&denied, 1, day(2)).unwrap() {
        denied.apply(&event);
    }
    assert_eq!(code(&denied, day(2)), Err("contact_answered"));
    assert_eq!(denied.turn(), Turn::Applicant);
    assert_eq!(
        decide(
            &denied,
            CheckKind::EmailDomain,
            fail(ReasonCode::DomainDiffers),
            day(3)
        ),
        Err("contact_unconfirmed")
    );
    let failed = fail(ReasonCode::ContactDenied);
    assert!(decide(&denied, CheckKind::EmailOwnership, failed, day(3)).is_ok());
}

#[test]
fn a_late_confirmation_reopens_what_failed_for_its_absence() {
    let asked = asked_enrollment(&reseller());
    let silent = fail(ReasonCode::ContactSilent);
    let failed = decide(&asked, CheckKind::EmailOwnership, silent, day(9)).unwrap();
    let mut enrollment = after(asked, &failed);
    assert_eq!(enrollment.status(day(9)), Status::Denied);
    assert_eq!(enrollment.turn(), Turn::Applicant);
    for event in confirm(&enrollment, 1, BOTH, day(10)).unwrap() {
        enrollment.apply(&event);
    }
    assert_eq!(enrollment.status(day(10)), Status::PendingQualification);
    assert_eq!(enrollment.with_operator_since(), Some(day(10)));
}

#[test]
fn the_promise_is_counted_from_when_the_operator_can_go_on() {
    let calendar = Calendar {
        holidays: [day(5).date_naive()].into(),
        ..Calendar::default()
    };
    let asked = asked_enrollment(&reseller());
    assert_eq!(asked.tracker(&calendar, PROMISE, day(2)).spent, None);
    let mut enrollment = asked;
    enrollment.apply(&Event::ContactConfirmed { at: day(2) });
    // Day 2 is a Saturday, day 5 a holiday: five business days are over on Tuesday, day 13 being the next after.
    let spent = |now| enrollment.tracker(&calendar, PROMISE, now).spent.unwrap();
    assert_eq!(spent(day(4)).used, 0);
    assert_eq!(spent(day(6)).used, 1);
    let due = spent(day(6)).due;
    assert_eq!(due, day(12));
    assert!(!spent(due).is_late);
    let late = spent(due + TimeDelta::minutes(1));
    assert_eq!((late.is_late, late.left), (true, 0));
}

/// The program's interface has these terms for an enrollment. A state here is called by one of them, or its absence is
/// told where the states are.
#[test]
fn states_are_called_as_in_the_program() {
    let of_enrollment = [
        "none",
        "not_registered",
        "initialized",
        "pending_qualification",
        "qualified",
        "denied",
        "active",
        "disabled",
        "suspended",
        "evicted",
        "closed",
        "expired",
        "offboarding",
    ];
    for status in Status::ALL {
        assert!(of_enrollment.contains(&status.code()), "{status:?}");
    }
    let of_vetting = ["none", "pending", "authorized", "rejected"];
    assert_eq!(VettingStatus::ALL.map(VettingStatus::code), of_vetting);
    let stages = [
        "none",
        "entry",
        "email_ownership",
        "email_domain",
        "employment_verification",
        "business_verification",
    ];
    assert_eq!(VettingStep::ALL.map(VettingStep::code), stages);
}
