//! Events of enrollments, members and agreements.

use tierline_core::{
    agreement,
    digest::Sha256,
    enrollment::{
        self, CheckKind, Document, DocumentKind, Format, LegalProfile, Path, ReasonCode, Verdict,
    },
    event::Event,
    membership,
    organization::{AgreementKind, Capability},
    review,
    text::Reason,
};

use super::{check, reason};
use crate::common::*;

pub(crate) fn document() -> Document {
    Document {
        id: id(20),
        check: CheckKind::Business,
        kind: DocumentKind::TaxRecord,
        format: Format::Pdf,
        bytes: 81_920,
        digest: Sha256::from_bytes([0xcd; 32]),
        at: day(6),
    }
}

/// One of each event of an enrollment.
pub(crate) fn enrollment() -> Vec<enrollment::Event> {
    use enrollment::Event as E;
    let (at, by) = (day(1), id(7));
    let begun = |path| E::Begun {
        organization: id(2),
        path,
        at,
        by,
    };
    vec![
        begun(Path::New),
        begun(Path::Additional {
            capability: Capability::DirectBill,
        }),
        E::MpnPostponed { at, by },
        E::CountryChanged {
            affects: vec![CheckKind::Business],
            at: day(1),
        },
        E::ProfileEntered {
            profile: legal_profile(),
            affects: Vec::new(),
            at,
            by,
        },
        E::ProfileEntered {
            profile: LegalProfile {
                website: None,
                ..legal_profile()
            },
            affects: vec![CheckKind::EmailDomain],
            at,
            by,
        },
        E::ContactEntered {
            contact: primary_contact(),
            affects: CheckKind::ALL.to_vec(),
            at,
            by,
        },
        E::SupportEntered {
            support: support_contact(),
            at,
            by,
        },
        E::Submitted { at, by },
        E::ConfirmationSent { link: 1, at },
        E::ContactConfirmed { at },
        E::ContactDenied { at },
        E::CheckPassed {
            check: CheckKind::EmailOwnership,
            at,
            by,
        },
        E::CheckFailed {
            check: CheckKind::Business,
            reason: ReasonCode::NameUnknown,
            note: reason(),
            until: None,
            at,
            by,
        },
        E::CheckFailed {
            check: CheckKind::Business,
            reason: ReasonCode::NameUnknown,
            note: None,
            until: Some(at),
            at,
            by,
        },
        E::DocumentAdded {
            document: document(),
            at,
            by,
        },
        E::Appealed {
            check: CheckKind::Business,
            statement: None,
            at,
            by,
        },
        E::Authorized { at },
        E::Vouched { at },
        E::Activated { at },
        E::Suspended { at },
    ]
}

#[test]
fn enrollment_events() {
    let wrap = |event| Event::Enrollment { id: id(10), event };
    check("enrollment_events", enrollment().into_iter().map(wrap));
}

/// One of each event of a case.
pub(crate) fn case() -> Vec<review::Event> {
    use review::Event as E;
    let (at, by) = (day(2), id(9));
    let text: Reason = "the register is down".parse().unwrap();
    vec![
        E::Opened {
            operator: id(6),
            enrollment: id(10),
            organization: id(2),
            at,
            by,
        },
        E::Taken { at, by },
        E::GivenBack { at, by },
        E::Assigned {
            to: id(8),
            name: "Mia".parse().unwrap(),
            at,
            by,
        },
        E::Noted {
            text: text.clone(),
            at,
            by,
        },
        E::Proposed {
            verdicts: proposed(),
            at,
            by,
        },
        E::Agreed { at, by },
        E::Dismissed {
            reason: text,
            at,
            by,
        },
    ]
}

/// One decision of each kind.
pub(crate) fn proposed() -> Vec<review::Proposed> {
    let failed = Verdict::Fail {
        reason: ReasonCode::NameUnknown,
        note: reason(),
    };
    vec![
        review::Proposed {
            check: CheckKind::Employment,
            verdict: Verdict::Pass,
        },
        review::Proposed {
            check: CheckKind::Business,
            verdict: failed,
        },
    ]
}

#[test]
fn case_events() {
    let wrap = |event| Event::Case { id: id(11), event };
    check("case_events", case().into_iter().map(wrap));
}

/// One of each event of a member.
pub(crate) fn member() -> Vec<membership::Event> {
    use membership::Event as E;
    let (at, by) = (day(1), id(7));
    let member = tierline_core::testing::member();
    let profile = member.profiles.first().unwrap();
    let location = profile.locations.first().unwrap().clone();
    vec![
        E::Registered {
            operator: id(6),
            account: member.account.clone(),
            profiles: member.profiles.clone(),
            at,
            by,
        },
        E::Changed {
            account: member.account,
            profiles: Vec::new(),
            at,
            by,
        },
        E::PasswordSet {
            at: day(1),
            by: id(90),
        },
        E::LocationAdded {
            organization: id(2),
            profile: "5000000".parse().unwrap(),
            location,
            at,
            by,
        },
    ]
}

#[test]
fn member_events() {
    let wrap = |event| Event::Member { id: id(50), event };
    check("member_events", member().into_iter().map(wrap));
}

/// One of each event of an agreement.
pub(crate) fn agreement() -> Vec<agreement::Event> {
    let (at, by) = (day(1), id(7));
    let texts = tierline_core::testing::agreement(1, "2026-01", day(0), None).texts;
    vec![
        agreement::Event::Published {
            operator: id(6),
            kind: AgreementKind::PartnerAgreement,
            version: "2026-01".parse().unwrap(),
            texts,
            effective: day(10),
            must_be_signed_by: Some(day(40)),
            at,
            by,
        },
        agreement::Event::DeadlineMoved {
            must_be_signed_by: None,
            at,
            by,
        },
    ]
}

#[test]
fn agreement_events() {
    let wrap = |event| Event::Agreement {
        id: id(6001),
        event,
    };
    check("agreement_events", agreement().into_iter().map(wrap));
}
