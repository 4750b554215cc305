//! Enrollments, members and agreements for examples and tests.

use super::{day, id, operator};
use crate::{
    Evolve as _, Timestamp,
    agreement::{self, Agreement, AgreementKind, Text},
    digest::Sha256,
    enrollment::{
        CheckKind, Enrollment, Event, LegalProfile, Path, PrimaryContact, ReasonCode,
        SupportContact,
    },
    market::Language,
    membership::{self, Location, Member, Profile},
    organization::Organization,
};

/// The legal business profile of the reseller.
#[must_use]
pub fn legal_profile() -> LegalProfile {
    LegalProfile {
        name: "Fabrikam Cloud".parse().unwrap(),
        address: vec![
            "1 Harbour Road".parse().unwrap(),
            "13002 Marseille".parse().unwrap(),
        ],
        website: Some("https://org2.example/".parse().unwrap()),
    }
}

/// Anna Berg, the reseller's primary contact.
#[must_use]
pub fn primary_contact() -> PrimaryContact {
    PrimaryContact {
        name: "Anna Berg".parse().unwrap(),
        email: "anna@org2.example".parse().unwrap(),
        phone: None,
        language: Language::English,
    }
}

/// Where the reseller's customers find support.
#[must_use]
pub fn support_contact() -> SupportContact {
    SupportContact {
        email: "support@org2.example".parse().unwrap(),
        phone: Some("+33 1 23 45 67 89".parse().unwrap()),
        website: None,
    }
}

/// The enrollment of this organization, with everything entered on day 1, and not submitted.
#[must_use]
pub fn draft_enrollment(organization: &Organization) -> Enrollment {
    let (at, by) = (day(1), id(7));
    let history = [
        Event::Begun {
            organization: organization.id,
            path: Path::New,
            at,
            by,
        },
        Event::ProfileEntered {
            profile: legal_profile(),
            affects: Vec::new(),
            at,
            by,
        },
        Event::ContactEntered {
            contact: primary_contact(),
            affects: Vec::new(),
            at,
            by,
        },
        Event::SupportEntered {
            support: support_contact(),
            at,
            by,
        },
    ];
    Enrollment::replay(id(10), &history).unwrap()
}

/// The same, submitted on day 1, and the primary contact asked by link number 1.
#[must_use]
pub fn asked_enrollment(organization: &Organization) -> Enrollment {
    let (at, by) = (day(1), id(7));
    let events = [
        Event::Submitted { at, by },
        Event::ConfirmationSent { link: 1, at },
    ];
    after(draft_enrollment(organization), &events)
}

/// The same, confirmed on day 1: the operator's turn.
#[must_use]
pub fn enrollment(organization: &Organization) -> Enrollment {
    let events = [Event::ContactConfirmed { at: day(1) }];
    after(asked_enrollment(organization), &events)
}

/// The same, with a check failed at this time, after having been active.
#[must_use]
pub fn rejected(organization: &Organization, at: Timestamp) -> Enrollment {
    let events = [
        Event::Activated { at: day(2) },
        Event::CheckFailed {
            check: CheckKind::Business,
            reason: ReasonCode::NameUnknown,
            note: None,
            until: None,
            at,
            by: id(9),
        },
    ];
    after(qualified_enrollment(organization), &events)
}

/// The enrollment of this organization, with every check passed on day 2.
#[must_use]
pub fn qualified_enrollment(organization: &Organization) -> Enrollment {
    let at = day(2);
    let passed = CheckKind::ALL.map(|check| Event::CheckPassed {
        check,
        at,
        by: id(9),
    });
    after(
        after(enrollment(organization), &passed),
        &[Event::Authorized { at }],
    )
}

fn after(mut enrollment: Enrollment, events: &[Event]) -> Enrollment {
    for event in events {
        enrollment.apply(event);
    }
    enrollment
}

/// A member with one profile, and a location in France and one in Germany.
#[must_use]
pub fn member() -> Member {
    let location = |mpn: &str, name: &str, country: &str| Location {
        mpn: mpn.parse().unwrap(),
        name: name.parse().unwrap(),
        country: country.parse().unwrap(),
        is_active: true,
    };
    let registered = membership::Event::Registered {
        operator: operator().id,
        account: "mpn@org2.example".parse().unwrap(),
        profiles: vec![Profile {
            mpn: "5000000".parse().unwrap(),
            name: "Fabrikam".parse().unwrap(),
            is_active: true,
            locations: vec![
                location("5000001", "Fabrikam Marseille", "FR"),
                location("5000002", "Fabrikam Berlin", "DE"),
            ],
        }],
        at: day(0),
        by: id(9),
    };
    Member::evolve(id(50), None, &registered).unwrap()
}

/// A version of the partner agreement, published on day 0 in English.
#[must_use]
pub fn agreement(
    number: u8,
    version: &str,
    effective: Timestamp,
    must_be_signed_by: Option<Timestamp>,
) -> Agreement {
    let published = agreement::Event::Published {
        operator: operator().id,
        kind: AgreementKind::PartnerAgreement,
        version: version.parse().unwrap(),
        texts: vec![Text {
            language: Language::English,
            digest: Sha256::from_bytes([number; 32]),
        }],
        effective,
        must_be_signed_by,
        at: day(0),
        by: id(9),
    };
    Agreement::evolve(id(6000 + u128::from(number)), None, &published).unwrap()
}
