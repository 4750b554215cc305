//! Random ways of joining the program: whoever tries what, nobody becomes active but by the review and a signature.

mod history;

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use tierline_core::{
    Evolve as _, Refusal, Timestamp,
    access::may_transact,
    actor::Actor,
    agreement::{self, Agreement, AgreementKind, SignFacts, Signing, in_force},
    enrollment::{
        self, ApplicantFacts, CheckKind, Command, Decided, Document, DocumentKind, Enrollment,
        Event, Format, MailDomain, ReasonCode, ResendFacts, ReviewFacts, State, Statements, Status,
        Verdict, confirm, deny, review,
    },
    market::Language,
    membership::{AssociateFacts, associate},
    organization::{self, Capability, CapabilityState, Organization},
    program::Settings,
    role::Role,
};

use crate::common::*;

/// Who tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Admin,
    SalesAgent,
    Reviewer,
    OwnReviewer,
    Stranger,
}

#[derive(Clone, Copy, Debug)]
enum Try {
    Wait(i64),
    Postpone,
    Profile(bool),
    Contact(bool, MailDomain),
    Support,
    EnrollNow,
    Document(usize),
    Appeal(usize, bool),
    Resend,
    Confirm(u32, bool),
    Deny(u32),
    Pass(usize),
    Fail(usize, usize),
    Associate(bool),
    Sign(bool),
    Lapse,
}

/// Attempts, most of them by whoever may: those of others go nowhere.
fn tries() -> impl Strategy<Value = Vec<(Option<Who>, Try)>> {
    let who = prop_oneof![
        12 => Just(None),
        1 => Just(Some(Who::Admin)),
        1 => Just(Some(Who::SalesAgent)),
        1 => Just(Some(Who::OwnReviewer)),
        1 => Just(Some(Who::Stranger)),
    ];
    let what = prop_oneof![
        2 => (0..50_i64).prop_map(Try::Wait),
        1 => Just(Try::Postpone),
        1 => any::<bool>().prop_map(Try::Profile),
        1 => (any::<bool>(), 0..3_usize).prop_map(|(new, mail)| Try::Contact(new, MailDomain::ALL[mail])),
        1 => Just(Try::Support),
        4 => Just(Try::EnrollNow),
        1 => (0..4_usize).prop_map(Try::Document),
        2 => (0..4_usize, any::<bool>()).prop_map(|(check, says)| Try::Appeal(check, says)),
        1 => Just(Try::Resend),
        5 => (0..4_u32, prop::bool::weighted(0.9)).prop_map(|(link, both)| Try::Confirm(link, both)),
        1 => (0..4_u32).prop_map(Try::Deny),
        20 => (0..4_usize).prop_map(Try::Pass),
        3 => (0..4_usize, 0..10_usize).prop_map(|(check, reason)| Try::Fail(check, reason)),
        3 => any::<bool>().prop_map(Try::Associate),
        6 => prop::bool::weighted(0.8).prop_map(Try::Sign),
        1 => Just(Try::Lapse),
    ];
    prop::collection::vec((who, what), 0..60)
}

struct Run {
    organization: Organization,
    enrollment: Enrollment,
    agreements: Vec<Agreement>,
}

impl Run {
    fn actor(&self, who: Who) -> Actor {
        match who {
            Who::Admin => actor(&self.organization, Role::GlobalAdmin),
            Who::SalesAgent => actor(&self.organization, Role::SalesAgent),
            Who::Reviewer | Who::OwnReviewer => actor(&operator(), Role::Reviewer),
            Who::Stranger => actor(&stranger(), Role::GlobalAdmin),
        }
    }

    fn attempt(&self, who: Who, attempt: Try, now: Timestamp) -> Result<Decided, Refusal> {
        let (enrollment, organization) = (&self.enrollment, &self.organization);
        let actor = self.actor(who);
        let apply = |command, contact_mail| {
            let facts = ApplicantFacts {
                enrollment,
                organization,
                contact_mail,
                most_documents: enrollment::MOST_DOCUMENTS,
            };
            enrollment::decide(facts, &command, &actor, now)
        };
        let by_link = |events| {
            let mut decided = Decided::default();
            decided.enrollment = events;
            decided
        };
        let verdict = |check: usize, verdict| {
            let facts = ReviewFacts {
                operator: &operator(),
                enrollment,
                organization,
                belongs_to_it: who == Who::OwnReviewer,
                settings: &Settings::default(),
            };
            review(facts, CheckKind::ALL[check], &verdict, &actor, now)
        };
        match attempt {
            Try::Wait(_) => Ok(Decided::default()),
            Try::Postpone => apply(Command::PostponeMpn, MailDomain::Own),
            Try::Profile(new) => {
                let mut profile = legal_profile();
                if new {
                    profile.name = "Fabrikam Holding".parse().unwrap();
                }
                apply(Command::EnterProfile(profile), MailDomain::Own)
            }
            Try::Contact(new, mail) => {
                let mut contact = primary_contact();
                if new {
                    contact.email = "bert@org2.example".parse().unwrap();
                }
                apply(Command::EnterContact(contact), mail)
            }
            Try::Support => apply(Command::EnterSupport(support_contact()), MailDomain::Own),
            Try::EnrollNow => apply(Command::EnrollNow, MailDomain::Own),
            Try::Document(check) => {
                let document = document(CheckKind::ALL[check], now);
                apply(Command::AddDocument(document), MailDomain::Own)
            }
            Try::Appeal(check, says) => {
                let statement = says.then(|| "it is so".parse().unwrap());
                let check = CheckKind::ALL[check];
                apply(Command::Appeal { check, statement }, MailDomain::Own)
            }
            Try::Resend => {
                let facts = ResendFacts {
                    enrollment,
                    organization,
                    settings: &Settings::default(),
                };
                enrollment::resend_confirmation(facts, &actor, now)
            }
            Try::Confirm(link, both) => {
                let statements = Statements {
                    signed_up: true,
                    address_is_the_companys: both,
                };
                confirm(enrollment, link, statements, now).map(by_link)
            }
            Try::Deny(link) => deny(enrollment, link, now).map(by_link),
            Try::Pass(check) => verdict(check, Verdict::Pass),
            Try::Fail(check, reason) => verdict(
                check,
                Verdict::Fail {
                    reason: ReasonCode::ALL[reason],
                    note: None,
                },
            ),
            Try::Associate(there) => {
                let facts = AssociateFacts {
                    organization,
                    member: &member(),
                    mpn_taken: false,
                };
                let mpn = if there { "5000001" } else { "5000002" };
                let mut decided = Decided::default();
                decided.organization = vec![associate(facts, &mpn.parse().unwrap(), &actor, now)?];
                Ok(decided)
            }
            Try::Sign(newest) => self.sign(newest, &actor, now),
            Try::Lapse => Ok(enrollment.lapse(organization, now).unwrap_or_default()),
        }
    }

    fn sign(&self, newest: bool, actor: &Actor, now: Timestamp) -> Result<Decided, Refusal> {
        let agreements = &self.agreements;
        let in_force = agreement::in_force_now(agreements, AgreementKind::PartnerAgreement, now);
        let which = if newest {
            in_force.unwrap()
        } else {
            &agreements[0]
        };
        let signing = Signing {
            kind: which.kind,
            version: which.version.clone(),
            language: Language::English,
            text: which.texts[0].digest,
            address: [192, 0, 2, 1].into(),
        };
        let facts = SignFacts {
            organization: &self.organization,
            enrollment: Some(&self.enrollment),
            reseller_agreement: None,
            agreements,
        };
        let signed = agreement::sign(facts, &signing, actor, now)?;
        let mut decided = Decided::default();
        decided.organization = signed.organization;
        decided.enrollment.extend(signed.enrollment);
        Ok(decided)
    }

    /// The organization as decisions see it.
    fn stands(&self, now: Timestamp) -> Organization {
        let organization = in_force(self.organization.clone(), None, &self.agreements, now);
        self.enrollment.stands(organization, now)
    }
}

fn document(check: CheckKind, at: Timestamp) -> Document {
    let kinds = check.documents();
    Document {
        id: id(20),
        check,
        kind: kinds.first().copied().unwrap_or(DocumentKind::TaxRecord),
        format: Format::Pdf,
        bytes: 1000,
        digest: [0; 32].map(|_| "00").concat().parse().unwrap(),
        at,
    }
}

/// A company in France that has entered everything but the MPN ID, or one that waits for its review.
fn start(waits_for_review: bool) -> Run {
    let mut organization = with(
        reseller(),
        Capability::IndirectReseller,
        CapabilityState::Enrolling,
    );
    organization.agreement = None;
    if !waits_for_review {
        organization.mpn = None;
    }
    let enrollment = if waits_for_review {
        enrollment(&organization)
    } else {
        draft_enrollment(&organization)
    };
    Run {
        enrollment,
        organization,
        agreements: vec![
            agreement(1, "2026-01", day(0), None),
            agreement(2, "2026-02", day(60), Some(day(90))),
        ],
    }
}

/// How many of the random ways ended as what: a way that nobody goes would prove nothing.
static ACTIVE: AtomicU32 = AtomicU32::new(0);
static SUSPENDED: AtomicU32 = AtomicU32::new(0);

#[test]
fn nobody_becomes_active_but_by_review_and_signature() {
    // The same ways each time: how many of them end as what must not depend on chance.
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::with_cases(600), chance);
    let ways = (any::<bool>(), tries());
    runner
        .run(&ways, |(waits, tries)| go(waits, tries))
        .unwrap();
    assert!(ACTIVE.load(Ordering::Relaxed) > 10, "{ACTIVE:?}");
    assert!(SUSPENDED.load(Ordering::Relaxed) > 0, "{SUSPENDED:?}");
}

fn go(waits: bool, tries: Vec<(Option<Who>, Try)>) -> Result<(), TestCaseError> {
    let mut run = start(waits);
    let begun = run.enrollment.clone();
    let mut now = day(1);
    let mut history = Vec::new();
    for (who, attempt) in tries {
        let who = who.unwrap_or(match attempt {
            Try::Pass(_) | Try::Fail(..) => Who::Reviewer,
            _ => Who::Admin,
        });
        if let Try::Wait(days) = attempt {
            now += TimeDelta::days(days);
        }
        let was_suspended = run.enrollment.status(now) == Status::Suspended;
        let Ok(decided) = run.attempt(who, attempt, now) else {
            continue;
        };
        for event in &decided.enrollment {
            // No check is decided by the applicant, and none before the contact has confirmed.
            match event {
                Event::CheckPassed { check, .. } => {
                    prop_assert_eq!(who, Who::Reviewer);
                    let confirmed = run.enrollment.confirmation.confirmed_at().is_some();
                    prop_assert!(confirmed, "{:?}", check);
                }
                Event::CheckFailed { check, .. } => {
                    prop_assert_eq!(who, Who::Reviewer);
                    let confirmed = run.enrollment.confirmation.confirmed_at().is_some();
                    prop_assert!(confirmed || *check == CheckKind::EmailOwnership);
                }
                Event::Activated { .. } => {
                    prop_assert_eq!(who, Who::Admin);
                    prop_assert!(run.enrollment.checks.are_passed());
                    prop_assert!(run.organization.mpn.is_some());
                    prop_assert!(!was_suspended);
                    let signs = |event: &organization::Event| {
                        matches!(event, organization::Event::AgreementSigned { .. })
                    };
                    prop_assert!(decided.organization.iter().any(signs));
                }
                _ => {}
            }
            run.enrollment.apply(event);
            history.push(event.clone());
        }
        for event in &decided.organization {
            run.organization.apply(event);
        }
        check_state(&run, now)?;
        if let (true, Status::Suspended) = (was_suspended, run.enrollment.status(now)) {
            let stands = run.stands(now);
            prop_assert!(
                !stands.capabilities.is_active(Capability::IndirectReseller),
                "a suspended partner gains nothing new"
            );
        }
    }
    let replayed = history.iter().fold(begun, |mut state, event| {
        state.apply(event);
        state
    });
    prop_assert_eq!(&replayed, &run.enrollment, "the history is the state");
    match run.enrollment.status(now) {
        Status::Active => ACTIVE.fetch_add(1, Ordering::Relaxed),
        Status::Suspended => SUSPENDED.fetch_add(1, Ordering::Relaxed),
        _ => 0,
    };
    Ok(())
}

/// What holds in every state.
fn check_state(run: &Run, now: Timestamp) -> Result<(), TestCaseError> {
    let (organization, enrollment) = (&run.organization, &run.enrollment);
    let state = organization.capabilities.indirect_reseller;
    let expected = match enrollment.state {
        _ if enrollment.suspended.is_some() => CapabilityState::Suspended,
        State::Draft | State::Submitted { .. } => CapabilityState::Enrolling,
        State::Qualified { .. } => CapabilityState::Qualified,
        State::Active { .. } => CapabilityState::Active,
    };
    prop_assert_eq!(state, Some(expected), "{:?}", enrollment.state);
    let stands = run.stands(now);
    let transacts = may_transact(&stands, Capability::IndirectReseller);
    let has_all = enrollment.status(now) == Status::Active
        && stands.mpn.is_some()
        && stands.agreement.is_some();
    prop_assert_eq!(transacts.is_ok(), has_all, "{:?}", transacts);
    if organization.mpn.is_none() && enrollment.status(now) != Status::Suspended {
        prop_assert_eq!(transacts.unwrap_err().code(), "mpn_id_missing");
    }
    if let State::Qualified { .. } = enrollment.state {
        prop_assert!(enrollment.checks.are_passed());
    }
    Ok(())
}
