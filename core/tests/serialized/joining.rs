//! Enrollments, members and agreements as they are stored, in each of their states.

use insta::assert_json_snapshot;
use tierline_core::{
    Evolve as _,
    agreement::{AgreementKind, Ask},
    digest::Sha256,
    enrollment::{
        Calendar, CheckKind, CheckState, Confirmation, DocumentKind, DomainMatch, Enrollment,
        Format, MailDomain, PROMISE, Path, Progress, ReasonCode, Remedy, State, Status, Step, Turn,
        Unfit, Verdict, VettingStatus, VettingStep,
    },
    organization::Capability,
    review::{Case, Command, Ruling},
};

use crate::{
    common::{self, *},
    events::{case, document, entered, proposed, signature},
    every::{Sample, by_name, each, plain, written},
};

pub(crate) fn samples() -> Vec<Sample> {
    [enrollments(), cases(), members(), agreements(), names()].concat()
}

fn enrollments() -> Vec<Sample> {
    let at = day(2);
    let states = [
        State::Draft,
        State::Submitted { at },
        State::Qualified { at },
        State::Active { at },
    ];
    let paths = [
        Path::New,
        Path::Additional {
            capability: Capability::DirectBill,
        },
    ];
    let confirmations = [
        Confirmation::NotAsked,
        Confirmation::Asked { at },
        Confirmation::Confirmed { at },
        Confirmation::Denied { at },
    ];
    let (reason, by) = (ReasonCode::NameUnknown, id(9));
    let checks = [
        CheckState::Pending { since: at },
        CheckState::Passed { at, by: Some(by) },
        CheckState::Passed { at, by: None },
        CheckState::Failed {
            at,
            by,
            reason,
            note: Some("no such name".parse().unwrap()),
            until: None,
        },
        CheckState::Failed {
            at,
            by,
            reason,
            note: None,
            until: Some(at),
        },
        CheckState::Appealed {
            at,
            reason,
            statement: Some("it is".parse().unwrap()),
        },
    ];
    let reseller = reseller();
    let draft = draft_enrollment(&reseller);
    let suspended = Enrollment {
        documents: vec![document()],
        suspended: Some(day(36)),
        ..rejected(&reseller, day(5))
    };
    let submitted = common::enrollment(&reseller);
    let calendar = Calendar::default();
    let tracker = |now| submitted.tracker(&calendar, PROMISE, now);
    vec![
        each(Some("state"), states),
        each(Some("path"), paths),
        each(Some("confirmation"), confirmations),
        each(Some("state"), checks),
        plain([document()]),
        plain([legal_profile()]),
        plain([primary_contact()]),
        plain([support_contact()]),
        plain([draft.draft.clone()]),
        plain([suspended.checks.clone()]),
        plain([tracker(day(2)), draft.tracker(&calendar, PROMISE, day(2))]),
        plain([tracker(day(2)).spent.unwrap()]),
        plain([PROMISE]),
        plain([draft, suspended]),
    ]
}

fn cases() -> Vec<Sample> {
    let case = Case::replay(id(11), case().iter().take(6)).unwrap();
    let verdicts = proposed().into_iter().map(|it| it.verdict);
    let text = case.notes.first().unwrap().text.clone();
    let rulings = [
        Ruling::Approve,
        Ruling::Check {
            check: CheckKind::Business,
            verdict: Verdict::Pass,
        },
    ];
    let commands = [
        Command::Take,
        Command::GiveBack,
        Command::Assign(id(8)),
        Command::Note(text.clone()),
        Command::Rule(Ruling::Approve),
        Command::Agree,
        Command::Dismiss(text),
    ];
    vec![
        each(Some("verdict"), verdicts.collect::<Vec<_>>()),
        plain(proposed()),
        plain(case.notes.clone()),
        plain([case.proposal.clone().unwrap()]),
        written(&commands),
        written(&rulings),
        plain([case]),
    ]
}

fn members() -> Vec<Sample> {
    let member = member();
    let profile = member.profiles.first().unwrap().clone();
    vec![
        plain([profile.locations.first().unwrap().clone()]),
        plain([profile]),
        plain([member]),
    ]
}

fn agreements() -> Vec<Sample> {
    let agreement = agreement(1, "2026-01", day(0), Some(day(30)));
    let ask = Ask {
        kind: AgreementKind::PartnerAgreement,
        version: "2026-01".parse().unwrap(),
        must_be_signed_by: None,
    };
    vec![
        plain([*agreement.texts.first().unwrap()]),
        plain([agreement]),
        plain([ask]),
        plain([signature()]),
        plain([entered()]),
        plain([Sha256::from_bytes([0xab; 32])]),
    ]
}

fn names() -> Vec<Sample> {
    vec![
        each(None, AgreementKind::ALL),
        each(None, CheckKind::ALL),
        each(None, ReasonCode::ALL),
        each(None, Remedy::ALL),
        each(None, DocumentKind::ALL),
        each(None, Format::ALL),
        each(None, Unfit::ALL),
        each(None, Step::ALL),
        each(None, Progress::ALL),
        each(None, Status::ALL),
        each(None, VettingStatus::ALL),
        each(None, VettingStep::ALL),
        each(None, Turn::ALL),
        each(None, MailDomain::ALL),
        each(
            None,
            [DomainMatch::Same, DomainMatch::Part, DomainMatch::Other],
        ),
    ]
}

#[test]
fn stored_enrollments() {
    assert_json_snapshot!(by_name(enrollments()));
}

#[test]
fn stored_cases() {
    assert_json_snapshot!(by_name(cases()));
}

#[test]
fn stored_members() {
    assert_json_snapshot!(by_name(members()));
}

#[test]
fn stored_agreements() {
    assert_json_snapshot!(by_name(agreements()));
}

#[test]
fn names_of_what_joining_has() {
    assert_json_snapshot!(by_name(names()));
}

/// What is shown as a code is what is written.
#[test]
fn codes_are_what_is_written() {
    macro_rules! same {
        ($($kind:ident)+) => {$(
            for it in $kind::ALL {
                assert_eq!(serde_json::to_value(it).unwrap(), it.code());
            }
        )+};
    }
    same!(AgreementKind CheckKind ReasonCode Remedy DocumentKind Format Unfit Step Progress Status);
    same!(VettingStatus VettingStep Turn MailDomain);
}
