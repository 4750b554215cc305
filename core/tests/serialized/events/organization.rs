//! Events of organizations.

use tierline_core::{
    account::Restoration,
    digest::Sha256,
    event::Event,
    market::Language,
    organization::{
        self, AgreementKind, Capabilities, Capability, CapabilityState, Entered, Profile,
        RequiredOf, Signature, SignedAgreement,
    },
};

use super::check;
use crate::{common::*, country};

pub(crate) fn signature() -> Signature {
    Signature {
        kind: AgreementKind::PartnerAgreement,
        version: "2026-01".parse().unwrap(),
        language: Language::TraditionalChinese,
        text: Sha256::from_bytes([0xab; 32]),
        address: [192, 0, 2, 1].into(),
        at: day(1),
        by: id(7),
    }
}

/// What the operator enters in the portal, with its reason.
pub(crate) fn entered() -> Entered {
    Entered {
        operator: id(9),
        reason: "signed on paper".parse().unwrap(),
        by: id(90),
    }
}

/// One of each event of an organization.
pub(crate) fn organization() -> Vec<organization::Event> {
    vec![
        organization::Event::Created {
            partner: id(1),
            reseller: Some(id(2)),
            name: "Woodgrove Bakery".parse().unwrap(),
            domain: "woodgrove.example".parse().unwrap(),
            country: country("DE"),
            address: vec![
                "1 Harbour Road".parse().unwrap(),
                "20457 Hamburg".parse().unwrap(),
            ],
            contact: "anna@woodgrove.example".parse().unwrap(),
            admin: id(8),
            at: day(1),
            by: id(7),
        },
        organization::Event::SignedUp {
            name: "Woodgrove Bakery".parse().unwrap(),
            domain: "woodgrove.example".parse().unwrap(),
            country: country("DE"),
            admin: id(8),
            at: day(1),
        },
        organization::Event::Registered {
            name: "Contoso Distribution".parse().unwrap(),
            domain: "contoso.example".parse().unwrap(),
            country: country("DE"),
            capabilities: Capabilities::only(Capability::IndirectProvider),
            mpn: Some("4586213".parse().unwrap()),
            agreement: Some(SignedAgreement {
                version: "2026-01".to_owned(),
                at: day(1),
            }),
            admin: id(8),
            at: day(1),
        },
        organization::Event::Completed {
            mpn: Some("4586213".parse().unwrap()),
            agreement: None,
            at: day(1),
            entered: None,
        },
        organization::Event::Completed {
            mpn: Some("4586213".parse().unwrap()),
            agreement: None,
            at: day(1),
            entered: Some(entered()),
        },
        organization::Event::AccessRestored {
            operator: id(9),
            user: id(8),
            name: "Ben Lee".parse().unwrap(),
            how: Restoration::PasswordLink { expires: day(2) },
            reason: "called, and named the last invoice".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::CapabilityChanged {
            capability: Capability::DirectBill,
            state: CapabilityState::Offboarding,
            at: day(1),
        },
        organization::Event::Suspended {
            operator: id(9),
            capabilities: vec![Capability::IndirectReseller],
            reason: "invoices are overdue".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::SuspensionLifted {
            operator: id(9),
            capabilities: vec![Capability::IndirectReseller],
            reason: "invoices are paid".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::CapabilityAdded {
            operator: id(9),
            capability: Capability::IndirectReseller,
            state: CapabilityState::Enrolling,
            reason: "it resells abroad".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::SuspendedByEnrollment { at: day(1) },
        organization::Event::EnrollmentPassed {
            state: CapabilityState::Active,
            at: day(1),
        },
        organization::Event::OffboardingMarked {
            operator: id(9),
            from: day(30),
            reason: "too few customers".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::OffboardingBegun { at: day(30) },
        organization::Event::OffboardingTakenBack {
            operator: id(9),
            reason: "many customers again".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::ReviewBegun {
            operator: id(9),
            reason: "the address does not exist".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::ReviewEnded {
            operator: id(9),
            reason: "the address was corrected".parse().unwrap(),
            at: day(2),
            by: id(90),
        },
        organization::Event::SignedUpToEnroll {
            name: "Adventure Cloud".parse().unwrap(),
            domain: "adventure.example".parse().unwrap(),
            country: country("TW"),
            admin: id(8),
            at: day(1),
        },
        organization::Event::ProfileChanged {
            name: "Adventure Cloud".parse().unwrap(),
            address: vec!["1 Harbour Road".parse().unwrap()],
            at: day(1),
            by: id(7),
        },
        organization::Event::CountryChanged {
            operator: id(9),
            from: country("TW"),
            to: country("DE"),
            reason: "it has moved".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::MpnDeactivated {
            mpn: "5000001".parse().unwrap(),
            elsewhere: None,
            at: day(1),
        },
        organization::Event::MpnDeactivated {
            mpn: "5000001".parse().unwrap(),
            elsewhere: Some(country("DE")),
            at: day(1),
        },
        organization::Event::MpnReactivated {
            mpn: "5000001".parse().unwrap(),
            at: day(2),
        },
        organization::Event::CountryCorrected {
            from: country("TW"),
            to: country("DE"),
            at: day(1),
            by: id(7),
        },
        organization::Event::ProfileCorrected {
            operator: id(9),
            from: Profile {
                name: "Adventure Cloud".parse().unwrap(),
                address: Vec::new(),
            },
            to: Profile {
                name: "Adventure Cloud Ltd".parse().unwrap(),
                address: vec!["1 Harbour Road".parse().unwrap()],
            },
            reason: "as in the register of companies".parse().unwrap(),
            at: day(1),
            by: id(90),
        },
        organization::Event::MpnAssociated {
            mpn: "4586213".parse().unwrap(),
            at: day(1),
            by: id(7),
        },
        organization::Event::AgreementSigned {
            signature: signature(),
        },
        organization::Event::SecondFactorRequired {
            of: RequiredOf::Admins,
            at: day(1),
            by: id(7),
        },
        organization::Event::AskedFirstSet {
            asked_first: true,
            at: day(1),
            by: id(7),
        },
    ]
}

#[test]
fn organization_events() {
    let wrap = |event| Event::Organization { id: id(4), event };
    check("organization_events", organization().into_iter().map(wrap));
}
