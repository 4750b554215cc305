//! A small world for examples and tests: two partners, a customer and the ties between them, with numbers as ids and
//! days counted from January 1, 2026. Semantic versioning does not cover it.
//!
//! ```
//! use tierline_core::{relationship::{Grant, Side}, testing::*};
//! let (provider, customer) = (provider(), customer());
//! let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
//! assert!(granted.grants(Grant::OrderOnBehalf) && granted.since == day(0));
//! ```

#![expect(
    clippy::unwrap_used,
    reason = "what is written here parses, and a test stops where something is wrong"
)]

mod directory;
mod enrolling;
mod order_request;
mod program;
mod refusals;

pub use directory::*;
pub use enrolling::*;
pub use order_request::*;
pub use program::*;
pub use refusals::refusals;

use chrono::{TimeDelta, TimeZone, Utc};
use uuid::Uuid;

use crate::{
    Evolve as _, Timestamp,
    access::Basis,
    account::{self, User},
    actor::Actor,
    catalog::{Limits, Offer, Product},
    group::{self, CustomerGroup},
    ids::*,
    invitation::{self, Delivery, Invitation, Kind, Language, Message},
    license::{self, Assignment, Pool},
    member::{self, MemberInvitation},
    money::{Money, Quantity},
    organization::{
        Capabilities, Capability, CapabilityState, Organization, RequiredOf, SignedAgreement,
    },
    partnership::{self, Partnership},
    reach::Reach,
    relationship::{self, Grant, GrantSet, Origin, Relationship, Side},
    role::{Role, RoleSet},
    subscription::{self, Author, Plan, Status, Subscription},
};

/// The number of the invitation of [`invitation()`].
pub const INVITATION: u128 = 1000;

/// The number of the invitation of [`member_invitation()`].
pub const MEMBER_INVITATION: u128 = 9000;

/// Midnight of the n-th day of the tests.
#[must_use]
pub fn day(number: i64) -> Timestamp {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap() + TimeDelta::days(number)
}

/// The id with this number, of any type.
///
/// ```
/// use tierline_core::{ids::{OrderId, UserId}, testing::id};
/// let (order, user): (OrderId, UserId) = (id(7), id(7));
/// assert_eq!(order.into_uuid(), user.into_uuid());
/// ```
#[must_use]
pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// An organization in this country that has signed the agreement and associated an MPN ID.
#[must_use]
pub fn organization(
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
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    }
}

/// An indirect provider in Germany, number 1.
#[must_use]
pub fn provider() -> Organization {
    organization(
        1,
        "Contoso Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

/// An indirect reseller in France, number 2.
#[must_use]
pub fn reseller() -> Organization {
    organization(2, "Fabrikam Cloud", "FR", Capability::IndirectReseller)
}

/// A direct-bill partner in Switzerland, number 3.
#[must_use]
pub fn direct_bill() -> Organization {
    organization(3, "Lucerne Direct", "CH", Capability::DirectBill)
}

/// A customer in Germany, number 4.
#[must_use]
pub fn customer() -> Organization {
    organization(4, "Woodgrove Bakery", "DE", Capability::Customer)
}

/// Another indirect provider in Germany, number 5, with no ties to the others.
#[must_use]
pub fn stranger() -> Organization {
    organization(
        5,
        "Tailspin Distribution",
        "DE",
        Capability::IndirectProvider,
    )
}

/// The operator of the program, in the United States, number 6.
#[must_use]
pub fn operator() -> Organization {
    organization(6, "Lamna Cloud Program", "US", Capability::Operator)
}

/// The organization with this capability added, in this state.
#[must_use]
pub fn with(
    mut organization: Organization,
    capability: Capability,
    state: CapabilityState,
) -> Organization {
    organization.capabilities = organization.capabilities.with(capability, state);
    organization
}

/// Ben Lee, an admin agent of the reseller, with a temporary password and without a second factor.
#[must_use]
pub fn user(number: u128) -> User {
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

/// Mia Kern, a user of the customer with this number, who has chosen her password.
#[must_use]
pub fn customers_user(number: u128) -> User {
    let added = account::Event::Added {
        organization: id(4),
        name: "Mia Kern".parse().unwrap(),
        user_name: format!("user{number}@org4.example").parse().unwrap(),
        roles: RoleSet::EMPTY.with(Role::User),
        password: account::Password::Own,
        origin: account::Origin::Operator,
        at: day(1),
    };
    User::evolve(id(number), None, &added).unwrap()
}

/// The licenses of the customer's subscription number 60, to product number 50, which is active.
#[must_use]
pub fn pool(bought: u32, assigned: u32) -> Pool<'static> {
    Pool {
        subscription: id(60),
        sku: id(50),
        product: "Business Basic",
        bought,
        assigned,
        status: Status::Active,
    }
}

/// A license of this subscription in the hands of the customer's user, assigned on day 1 by the reseller.
#[must_use]
pub fn assignment(subscription: SubscriptionId, number: u128, user: UserId) -> Assignment {
    let assigned = license::Event::Assigned {
        customer: id(4),
        partner: Some(id(2)),
        subscription,
        sku: id(50),
        user,
        name: "Mia Kern".parse().unwrap(),
        restored: false,
        at: day(1),
        by: id(7),
    };
    Assignment::evolve(id(number), None, &assigned).unwrap()
}

/// A user of this organization who has this one role there.
#[must_use]
pub fn actor(organization: &Organization, role: Role) -> Actor {
    Actor {
        user: id(organization.id.as_uuid().as_u128() * 100 + role as u128),
        organization: organization.id,
        roles: RoleSet::EMPTY.with(role),
        customers: Default::default(),
    }
}

/// A group of this partner's customers, added on day 0.
#[must_use]
pub fn customer_group(partner: &Organization, number: u128, name: &str) -> CustomerGroup {
    let added = group::Event::Added {
        partner: partner.id,
        name: name.parse().unwrap(),
        at: day(0),
        by: id(1),
    };
    CustomerGroup::evolve(id(number), None, &added).unwrap()
}

/// A product of a simple list, of which a customer can have 300 licenses, without a price.
#[must_use]
pub fn offer(number: u128, name: &str) -> Offer {
    Offer::of(Product {
        sku: id(number),
        name: name.to_owned(),
        sold: true,
        limits: Limits {
            minimum: 1,
            maximum: 300,
            per_customer: Some(300),
            one_per_customer: false,
        },
        price: None,
    })
}

/// A subscription of 25 licenses for a year that is billed monthly, number 60, ordered on day 0 by the provider with
/// the reseller as partner of record, at this price for a month.
#[must_use]
pub fn subscription(price: Option<Money>) -> Subscription {
    let plan = Plan::DEFAULT;
    let activated = subscription::Event::Activated {
        order: id(70),
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        sku: id(50),
        quantity: Quantity::new(25).unwrap(),
        price,
        plan,
        ends: plan.term.end(day(0)),
        terms: None,
        basis: None,
        at: day(0),
    };
    Subscription::evolve(id(60), None, &activated).unwrap()
}

/// An admin agent of this partner, by the customer's right to order.
#[must_use]
pub fn author(partner: &Organization) -> Author {
    Author {
        user: actor(partner, Role::AdminAgent).user,
        organization: partner.id,
        basis: Basis::Grant {
            role: Role::AdminAgent,
            relationship: id(3000),
            grant: Grant::OrderOnBehalf,
        },
    }
}

/// A partnership in force since day 0.
#[must_use]
pub fn partnership(provider: &Organization, reseller: &Organization) -> Partnership {
    let formed = partnership::Event::Formed {
        provider: provider.id,
        reseller: reseller.id,
        invitation: id(INVITATION),
        at: day(0),
        by: id(1),
    };
    Partnership::evolve(id(2000), None, &formed).unwrap()
}

/// A relationship in force since day 0, in which these rights were granted.
#[must_use]
pub fn relationship(
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
        groups: Default::default(),
        at: day(0),
    };
    Relationship::evolve(id(3000), None, &established).unwrap()
}

/// A message in English with its link.
#[must_use]
pub fn message() -> Message {
    Message {
        recipient: "anna@org2.example".parse().unwrap(),
        language: Language::English,
        subject: "Work with us".parse().unwrap(),
        text: "Please open {link}".parse().unwrap(),
    }
}

/// An invitation, sent on day 1 with link number 1.
#[must_use]
pub fn invitation(
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
        groups: Default::default(),
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

/// An invitation to become a sales agent of this organization, mailed on day 1.
#[must_use]
pub fn member_invitation(organization: &Organization) -> MemberInvitation {
    let invited = member::Event::Invited {
        organization: organization.id,
        address: "mia.kern@org2.example".parse().unwrap(),
        name: "Mia Kern".parse().unwrap(),
        roles: RoleSet::EMPTY.with(Role::SalesAgent),
        customers: Reach::All,
        groups: Vec::new(),
        expires: day(1) + member::INVITATION_VALIDITY,
        at: day(1),
        by: id(1),
    };
    MemberInvitation::evolve(id(MEMBER_INVITATION), None, &invited).unwrap()
}
