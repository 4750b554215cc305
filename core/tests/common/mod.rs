// Organisations and people for tests, and (hidden) for the examples in the documentation, which include this file:
// hence no inner attributes here.

use chrono::{TimeDelta, TimeZone, Utc};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::*,
    invitation::{self, Delivery, Invitation, Kind, Language, Message},
    organisation::{Capabilities, Capability, CapabilityState, Organisation, SignedAgreement},
    partnership::{self, Partnership},
    relationship::{self, GrantSet, Origin, Relationship, Side},
    role::{Role, RoleSet},
};
use uuid::Uuid;

pub(crate) const INVITATION: u128 = 1000;

/// Midnight of the n-th day of the tests.
pub(crate) fn day(number: i64) -> Timestamp {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap() + TimeDelta::days(number)
}

pub(crate) fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// An organisation that has signed and associated an MPN ID.
pub(crate) fn organisation(
    number: u128,
    name: &str,
    country: &str,
    capability: Capability,
) -> Organisation {
    Organisation {
        id: id(number),
        name: name.parse().unwrap(),
        domain: format!("org{number}.example").parse().unwrap(),
        country: country.parse().unwrap(),
        capabilities: Capabilities::only(capability),
        agreement: Some(SignedAgreement {
            version: "1".to_owned(),
            at: day(0),
        }),
        mpn: Some(format!("{}", 4_000_000 + number).parse().unwrap()),
    }
}

pub(crate) fn provider() -> Organisation {
    organisation(
        1,
        "Contoso Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

pub(crate) fn reseller() -> Organisation {
    organisation(2, "Fabrikam Cloud", "FR", Capability::IndirectReseller)
}

pub(crate) fn direct_bill() -> Organisation {
    organisation(3, "Lucerne Direct", "CH", Capability::DirectBill)
}

pub(crate) fn customer() -> Organisation {
    organisation(4, "Woodgrove Bakery", "DE", Capability::Customer)
}

pub(crate) fn stranger() -> Organisation {
    organisation(
        5,
        "Tailspin Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

pub(crate) fn with(
    mut organisation: Organisation,
    capability: Capability,
    state: CapabilityState,
) -> Organisation {
    organisation.capabilities = organisation.capabilities.with(capability, state);
    organisation
}

pub(crate) fn actor(organisation: &Organisation, role: Role) -> Actor {
    Actor {
        user: id(organisation.id.as_uuid().as_u128() * 100 + role as u128),
        organisation: organisation.id,
        roles: RoleSet::EMPTY.with(role),
    }
}

pub(crate) fn partnership(provider: &Organisation, reseller: &Organisation) -> Partnership {
    let formed = partnership::Event::Formed {
        provider: provider.id,
        reseller: reseller.id,
        invitation: id(INVITATION),
        at: day(0),
        by: id(1),
    };
    Partnership::evolve(id(2000), None, &formed).unwrap()
}

pub(crate) fn relationship(
    partner: &Organisation,
    customer: &Organisation,
    side: Side,
    grants: GrantSet,
) -> Relationship {
    let established = relationship::Event::Established {
        partner: partner.id,
        customer: customer.id,
        side,
        together_with: None,
        origin: Origin::Invitation {
            invitation: id(INVITATION),
            accepted_by: id(1),
        },
        grants,
        at: day(0),
    };
    Relationship::evolve(id(3000), None, &established).unwrap()
}

pub(crate) fn message() -> Message {
    Message {
        recipient: "anna@org2.example".parse().unwrap(),
        language: Language::English,
        subject: "Work with us".parse().unwrap(),
        text: "Please open {link}".parse().unwrap(),
    }
}

/// Sent on day 1 with link number 1.
pub(crate) fn invitation(
    inviter: &Organisation,
    kind: Kind,
    addressee: Option<OrganisationId>,
) -> Invitation {
    let by = id(1);
    let drafted = invitation::Event::Drafted {
        inviter: inviter.id,
        kind,
        addressee,
        message: message(),
        at: day(1),
        by,
    };
    let expires = day(1) + invitation::VALIDITY;
    let sent = invitation::Event::Sent {
        link: 1,
        delivery: Delivery::Portal,
        expires,
        at: day(1),
        by,
    };
    let draft = Invitation::evolve(id(INVITATION), None, &drafted);
    Invitation::evolve(id(INVITATION), draft, &sent).unwrap()
}
