// Organizations and people for tests, and (hidden) for the examples in the documentation, which include this file:
// hence no inner attributes here.

use chrono::{TimeDelta, TimeZone, Utc};
use tierline_core::{
    Evolve as _, Timestamp,
    account::{self, User},
    actor::Actor,
    ids::*,
    invitation::{self, Delivery, Invitation, Kind, Language, Message},
    organization::{Capabilities, Capability, CapabilityState, Organization, SignedAgreement},
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

/// An organization that has signed and associated an MPN ID.
pub(crate) fn organization(
    number: u128,
    name: &str,
    country: &str,
    capability: Capability,
) -> Organization {
    Organization {
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

pub(crate) fn provider() -> Organization {
    organization(
        1,
        "Contoso Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

pub(crate) fn reseller() -> Organization {
    organization(2, "Fabrikam Cloud", "FR", Capability::IndirectReseller)
}

pub(crate) fn direct_bill() -> Organization {
    organization(3, "Lucerne Direct", "CH", Capability::DirectBill)
}

pub(crate) fn customer() -> Organization {
    organization(4, "Woodgrove Bakery", "DE", Capability::Customer)
}

pub(crate) fn stranger() -> Organization {
    organization(
        5,
        "Tailspin Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

pub(crate) fn with(
    mut organization: Organization,
    capability: Capability,
    state: CapabilityState,
) -> Organization {
    organization.capabilities = organization.capabilities.with(capability, state);
    organization
}

/// Ben Lee, an admin agent of the reseller.
pub(crate) fn user(number: u128) -> User {
    let added = account::Event::Added {
        organization: id(2),
        name: "Ben Lee".parse().unwrap(),
        user_name: "ben.lee@org2.example".parse().unwrap(),
        roles: RoleSet::EMPTY.with(Role::AdminAgent),
        password: account::Password::Temporary,
        origin: account::Origin::Operator,
        at: day(1),
    };
    User::evolve(id(number), None, &added).unwrap()
}

pub(crate) fn actor(organization: &Organization, role: Role) -> Actor {
    Actor {
        user: id(organization.id.as_uuid().as_u128() * 100 + role as u128),
        organization: organization.id,
        roles: RoleSet::EMPTY.with(role),
    }
}

pub(crate) fn partnership(provider: &Organization, reseller: &Organization) -> Partnership {
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
    partner: &Organization,
    customer: &Organization,
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
    inviter: &Organization,
    kind: Kind,
    addressee: Option<OrganizationId>,
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
