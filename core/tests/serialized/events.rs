//! Events: what the activity log is made of.

use insta::assert_json_snapshot;
use tierline_core::{
    account::{self, Factor, Origin as AccountOrigin, Password},
    event::Event,
    invitation::{self, Delivery, Kind},
    market::Currency,
    money::{Money, Quantity},
    order::{self, Line},
    organization::{self, Capabilities, Capability, CapabilityState, SignedAgreement},
    partnership, read,
    relationship::{self, Grant, GrantSet, Origin, Side},
    role::{Role, RoleSet},
    subscription::{self, Plan},
    text::Reason,
};

use crate::{common::*, country};

fn reason() -> Option<Reason> {
    Some("we have a provider".parse().unwrap())
}

#[test]
fn invitation_events() {
    use invitation::Event as E;
    let (at, by) = (day(1), id(7));
    let drafted = |kind| E::Drafted {
        inviter: id(1),
        kind,
        addressee: Some(id(2)),
        message: message(),
        at,
        by,
    };
    let events = [
        drafted(Kind::Partnership { provider: id(1) }),
        drafted(Kind::Relationship {
            partner: id(1),
            side: Side::DirectBill,
        }),
        drafted(Kind::JointRelationship {
            reseller: id(2),
            provider: id(1),
        }),
        E::Edited {
            addressee: None,
            message: message(),
            at,
            by,
        },
        E::Sent {
            link: 1,
            delivery: Delivery::Portal,
            expires: day(91),
            at,
            by,
        },
        E::Sent {
            link: 2,
            delivery: Delivery::OwnMail,
            expires: day(91),
            at,
            by,
        },
        E::Opened { at },
        E::Accepted {
            organization: id(2),
            at,
            by,
        },
        E::Declined {
            organization: id(2),
            reason: reason(),
            at,
            by,
        },
        E::Canceled { at, by },
        E::Expired { at },
    ];
    check(
        events.into_iter().map(|event| Event::Invitation {
            id: id(1000),
            event,
        }),
        "invitation_events",
    );
}

#[test]
fn partnership_events() {
    use partnership::Event as E;
    let (at, by) = (day(1), id(2));
    let events = [
        E::Formed {
            provider: id(1),
            reseller: id(2),
            invitation: id(1000),
            at,
            by: id(7),
        },
        E::TenantAdminRevoked { at, by: id(7) },
        E::NoticeGiven {
            at,
            by,
            user: id(7),
            ends: day(31),
            reason: reason(),
        },
        E::Ended {
            at,
            by,
            reason: None,
        },
    ];
    check(
        events.into_iter().map(|event| Event::Partnership {
            id: id(2000),
            event,
        }),
        "partnership_events",
    );
}

#[test]
fn relationship_events() {
    use relationship::Event as E;
    let (at, by) = (day(1), id(7));
    let all: GrantSet = Grant::ALL.into_iter().collect();
    let established = |side, origin| E::Established {
        partner: id(1),
        customer: id(4),
        side,
        together_with: Some(id(2)),
        origin,
        grants: all,
        at,
    };
    let events = [
        established(
            Side::IndirectProvider,
            Origin::Created {
                by: id(1),
                user: id(7),
            },
        ),
        established(
            Side::IndirectReseller,
            Origin::Invitation {
                invitation: id(1000),
                accepted_by: id(7),
            },
        ),
        E::Granted {
            grants: GrantSet::EMPTY.with(Grant::Administer),
            invitation: id(1000),
            at,
            by,
        },
        E::GrantEnded {
            grant: Grant::OrderOnBehalf,
            at,
            by,
        },
        E::Ended { at, by },
    ];
    check(
        events.into_iter().map(|event| Event::Relationship {
            id: id(3000),
            event,
        }),
        "relationship_events",
    );
}

#[test]
fn order_events() {
    let at = day(1);
    let placed = order::Event::Placed {
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        lines: vec![Line {
            sku: id(5),
            quantity: 25,
            subscription: id(6000),
        }],
        at,
        by: id(7),
    };
    let activated = subscription::Event::Activated {
        order: id(5000),
        customer: id(4),
        partner: id(1),
        partner_of_record: None,
        sku: id(5),
        quantity: Quantity::new(25).unwrap(),
        price: Some(Money::new(5_60, Currency::Eur)),
        plan: Plan::DEFAULT,
        ends: day(366),
        at,
    };
    let events = [
        Event::Order {
            id: id(5000),
            event: placed,
        },
        Event::Subscription {
            id: id(6000),
            event: activated,
        },
    ];
    check(events, "order_events");
}

#[test]
fn organization_events() {
    let events = [
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
        },
        organization::Event::CapabilityChanged {
            capability: Capability::DirectBill,
            state: CapabilityState::Offboarding,
            at: day(1),
        },
    ];
    check(
        events
            .into_iter()
            .map(|event| Event::Organization { id: id(4), event }),
        "organization_events",
    );
}

#[test]
fn account_events() {
    use account::Event as E;
    let at = day(1);
    let added = |password, origin| E::Added {
        organization: id(4),
        name: "Ben Lee".parse().unwrap(),
        user_name: "ben@contoso.example".parse().unwrap(),
        roles: RoleSet::EMPTY
            .with(Role::AdminAgent)
            .with(Role::ReportViewer),
        password,
        origin,
        at,
    };
    let events = [
        added(Password::Temporary, AccountOrigin::Operator),
        added(Password::Own, AccountOrigin::WithOrganization),
        E::Joined {
            organization: id(5),
            roles: RoleSet::EMPTY.with(Role::SalesAgent),
            at,
        },
        E::PasswordChanged { at },
        E::PasswordReset {
            unblocked: true,
            at,
        },
        E::SetupRenewed {
            customer: id(4),
            partner: id(1),
            at,
            by: id(7),
        },
        E::SecondFactorSetUp {
            factor: Factor::App,
            recovery_codes: 10,
            at,
        },
        E::RecoveryCodeUsed { left: 7, at },
        E::RecoveryCodesRenewed {
            recovery_codes: 10,
            at,
        },
        E::FactorAdded {
            factor: Factor::Passkey,
            at,
        },
        E::FactorRemoved {
            factor: Factor::App,
            at,
        },
        E::SecondFactorTurnedOff { at },
        E::SecondFactorReset { at },
    ];
    check(
        events
            .into_iter()
            .map(|event| Event::User { id: id(9), event }),
        "account_events",
    );
}

/// Stored, read and compared; then shown to whoever reviews the change.
fn check(events: impl IntoIterator<Item = Event>, name: &str) {
    let events: Vec<Event> = events.into_iter().collect();
    for event in &events {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
        assert_eq!(read::json(&stored).as_ref(), Ok(event));
    }
    assert_json_snapshot!(name, events);
}
