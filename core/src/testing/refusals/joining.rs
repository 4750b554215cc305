//! Samples of the refusals of enrollments, members and agreements.

use crate::{
    Refusal,
    agreement::{self, AgreementKind},
    enrollment::{
        self, CheckKind, MOST_BYTES, MOST_DOCUMENTS, MailDomain, ReasonCode, Status, Step, Unfit,
    },
    membership,
    program::{self, LineProblem, MOST_HOLIDAYS, Setting, WrongLine},
    review,
    testing::{day, direct_bill, reseller},
};

pub(super) fn refusals() -> Vec<Refusal> {
    let of_enrollments = of_enrollments().into_iter().map(Refusal::from);
    let of_members = of_members().into_iter().map(Refusal::from);
    let of_agreements = of_agreements().into_iter().map(Refusal::from);
    let of_settings = of_settings().into_iter().map(Refusal::from);
    of_enrollments
        .chain(of_cases())
        .chain(of_members)
        .chain(of_agreements)
        .chain(of_settings)
        .collect()
}

fn of_settings() -> [program::Refusal; 5] {
    use program::Refusal as R;
    let lines = (1..).zip(LineProblem::ALL);
    [
        R::MoreThan {
            lower: Setting::ReviewFrom,
            upper: Setting::ReviewTo,
        },
        R::NotLessThan {
            lower: Setting::ReminderDays,
            upper: Setting::InvitationDays,
        },
        R::HolidayLines {
            lines: lines
                .map(|(line, problem)| WrongLine { line, problem })
                .collect(),
            more: 3,
        },
        R::NoHolidays,
        R::TooManyHolidays {
            most: MOST_HOLIDAYS,
        },
    ]
}

fn of_cases() -> impl Iterator<Item = Refusal> {
    use review::Refusal as R;
    [
        R::CaseTaken,
        R::CaseNotYours,
        R::NoReviewer,
        R::ReviewsOwn,
        R::NothingProposed,
        R::ProposalWaits,
        R::ProposalOutdated,
        R::OwnProposal,
        R::EverythingPassed,
    ]
    .into_iter()
    .map(Refusal::from)
}

fn of_enrollments() -> Vec<enrollment::Refusal> {
    use enrollment::Refusal as R;
    let (at, check) = (day(1), CheckKind::Business);
    let mut all = vec![
        R::EnrollmentExists {
            organization: reseller().party(),
        },
        R::NotOffboarding {
            organization: direct_bill().party(),
        },
        R::AlreadySubmitted {
            status: Status::PendingQualification,
        },
        R::CountrySettled,
        R::CountryOfMpn {
            mpn: "5000001".parse().unwrap(),
        },
        R::NotSubmitted,
        R::StepsOpen {
            steps: vec![Step::LegalProfile, Step::SupportContact],
        },
        R::StepNotNeeded {
            step: Step::LegalProfile,
        },
        R::ContactUnconfirmed {
            organization: reseller().party(),
        },
        R::StatementsUnconfirmed,
        R::ConfirmationReplaced,
        R::ConfirmationExpired { at },
        R::ContactAnswered { at },
        R::ResendTooEarly { again: at },
        R::CheckDecided { check },
        R::ReasonElsewhere {
            check,
            reason: ReasonCode::ContactSilent,
        },
        R::OwnReview,
        R::CheckNotFailed { check },
        R::AppealEmpty { check },
        R::DocumentElsewhere { check },
        R::DocumentTooLarge { most: MOST_BYTES },
        R::TooManyDocuments {
            most: MOST_DOCUMENTS,
        },
    ];
    for domain in [MailDomain::WebMail, MailDomain::Disposable] {
        let email = "anna@mail.example".parse().unwrap();
        all.push(R::MailDomainRefused { email, domain });
    }
    all.extend(Unfit::ALL.map(|what| R::DocumentUnfit { what }));
    all
}

fn of_members() -> Vec<membership::Refusal> {
    use membership::Refusal as R;
    let mpn = || "5000001".parse().unwrap();
    vec![
        R::Unproved,
        R::MpnUnknown { mpn: mpn() },
        R::MpnOfProfile { mpn: mpn() },
        R::MpnInactive { mpn: mpn() },
        R::MpnElsewhere {
            mpn: mpn(),
            mpn_country: "DE".parse().unwrap(),
            organization: reseller().party(),
            country: "FR".parse().unwrap(),
        },
        R::MpnTaken { mpn: mpn() },
        R::MpnAssociated {
            organization: reseller().party(),
            mpn: mpn(),
        },
        R::MpnInUse {
            mpn: mpn(),
            organization: reseller().party(),
        },
        R::MpnTwice { mpn: mpn() },
        R::AccountTaken {
            account: "mpn@org2.example".parse().unwrap(),
        },
    ]
}

fn of_agreements() -> Vec<agreement::Refusal> {
    use agreement::Refusal as R;
    let version = || "2026-01".parse().unwrap();
    vec![
        R::VersionNotInForce {
            version: version(),
            in_force: Some("2026-02".parse().unwrap()),
        },
        R::VersionNotInForce {
            version: version(),
            in_force: None,
        },
        R::TextDiffers { version: version() },
        R::AlreadySigned {
            version: version(),
            at: day(1),
        },
        R::NotOffered {
            kind: AgreementKind::IndirectResellerAgreement,
            organization: reseller().party(),
        },
        R::VersionTaken { version: version() },
        R::TextsIncomplete,
        R::DatesUnordered,
        R::DeadlinePast { by: day(1) },
    ]
}
