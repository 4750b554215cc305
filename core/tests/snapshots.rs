//! The serialised forms that are stored for ever or sent to browsers: a change here is a change for every database
//! in use.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

#[expect(dead_code, reason = "each test uses a part of it")]
mod common;

use common::*;
use insta::assert_json_snapshot;
use tierline_core::{
    Refusal,
    access::Action,
    customer,
    event::Event,
    invitation::{self, Delivery, Kind},
    market::{Country, Currency, Region},
    money::Money,
    order::{self, Line, SubscriptionEvent},
    organisation::{Capability, CapabilityState},
    partnership,
    relationship::{self, Grant, GrantSet, Origin, Side},
    role::Role,
    text::Reason,
};

fn reason() -> Option<Reason> {
    Some("we have a provider".parse().unwrap())
}

fn country(code: &str) -> Country {
    code.parse().unwrap()
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
            organisation: id(2),
            at,
            by,
        },
        E::Declined {
            organisation: id(2),
            reason: reason(),
            at,
            by,
        },
        E::Cancelled { at, by },
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
    let activated = SubscriptionEvent::Activated {
        order: id(5000),
        customer: id(4),
        partner: id(1),
        partner_of_record: None,
        sku: id(5),
        quantity: 25,
        price: Some(Money::new(5_60, Currency::Eur)),
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
fn organisation_events() {
    let details = customer::Details {
        name: "Woodgrove Bakery".parse().unwrap(),
        domain: "woodgrove.example".parse().unwrap(),
        country: country("DE"),
        address: vec![
            "1 Harbour Road".parse().unwrap(),
            "20457 Hamburg".parse().unwrap(),
        ],
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user_name: "admin@woodgrove.example".parse().unwrap(),
        contact: "anna@woodgrove.example".parse().unwrap(),
    };
    let events = [
        customer::Event::Created {
            partner: id(1),
            reseller: Some(id(2)),
            details,
            admin: id(8),
            at: day(1),
            by: id(7),
        },
        customer::Event::SetupRenewed {
            partner: id(1),
            admin: id(8),
            at: day(1),
            by: id(7),
        },
        customer::Event::SignedUp {
            name: "Woodgrove Bakery".parse().unwrap(),
            domain: "woodgrove.example".parse().unwrap(),
            country: country("DE"),
            admin: id(8),
            at: day(1),
        },
    ];
    check(
        events
            .into_iter()
            .map(|event| Event::Organisation { id: id(4), event }),
        "organisation_events",
    );
}

/// Stored, read and compared; then shown to whoever reviews the change.
fn check(events: impl IntoIterator<Item = Event>, name: &str) {
    let events: Vec<Event> = events.into_iter().collect();
    for event in &events {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
    }
    assert_json_snapshot!(name, events);
}

#[test]
fn refusals() {
    let (provider, reseller, customer) =
        (provider().party(), reseller().party(), customer().party());
    let product = "Business Basic".to_owned();
    let at = day(1);
    let refusals = [
        Refusal::RoleMissing {
            action: Action::AcceptPartnership,
            organisation: reseller.clone(),
            needs: vec![Role::GlobalAdmin],
        },
        Refusal::CapabilityInactive {
            organisation: provider.clone(),
            capability: Capability::IndirectProvider,
            state: Some(CapabilityState::Suspended),
        },
        Refusal::AgreementUnsigned {
            organisation: reseller.clone(),
        },
        Refusal::MpnIdMissing {
            organisation: reseller.clone(),
        },
        Refusal::RegionMismatch {
            first: provider.clone(),
            first_country: country("DE"),
            second: customer.clone(),
            second_country: country("TW"),
        },
        Refusal::NoCurrency {
            country: country("VA"),
            region: Region::Europe,
        },
        Refusal::NoPartnership {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::PartnershipExists {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::PartnershipEnded { ends: at },
        Refusal::TenantAdminMissing {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::NoRelationship {
            partner: provider.clone(),
            customer: customer.clone(),
        },
        Refusal::GrantMissing {
            partner: provider.clone(),
            customer: customer.clone(),
            grant: Grant::Administer,
        },
        Refusal::GrantEnded { at },
        Refusal::RelationshipExists {
            partner: reseller.clone(),
            customer: customer.clone(),
        },
        Refusal::ProviderOrders {
            provider: provider.clone(),
            customer: customer.clone(),
        },
        Refusal::ProviderWithoutRelationship {
            reseller: reseller.clone(),
            provider: Some(provider.clone()),
            customer: customer.clone(),
        },
        Refusal::ResellerCannotCreateCustomers {
            providers: vec![provider.clone()],
        },
        Refusal::ResellerCannotCreateCustomers {
            providers: Vec::new(),
        },
        Refusal::PartnerIsNoCustomer {
            organisation: reseller.clone(),
        },
        Refusal::PartnerAndCustomer {
            first: provider.clone(),
            second: reseller.clone(),
        },
        Refusal::Itself,
        Refusal::NoNewDirectCustomers {
            organisation: direct_bill().party(),
        },
        Refusal::DomainTaken {
            domain: "woodgrove.example".to_owned(),
        },
        Refusal::AlreadyInvited {
            invitation: id(INVITATION),
        },
        Refusal::LinkMissingInMessage,
        Refusal::InvitationNotSent,
        Refusal::InvitationAlreadySent,
        Refusal::LinkReplaced { at },
        Refusal::InvitationExpired { at },
        Refusal::InvitationAccepted { at },
        Refusal::InvitationDeclined { at },
        Refusal::InvitationCancelled { at },
        Refusal::AddressedToAnother {
            addressee: reseller.clone(),
            signed_in: customer,
        },
        Refusal::NotConfirmed,
        Refusal::NothingGranted { partner: reseller },
        Refusal::NoLines,
        Refusal::ProductTwice {
            product: product.clone(),
        },
        Refusal::ProductNotSold {
            product: product.clone(),
        },
        Refusal::QuantityOutside {
            product: product.clone(),
            asked: 301,
            minimum: 1,
            maximum: 300,
        },
        Refusal::CustomerMaximum {
            product: product.clone(),
            asked: 2,
            held: 299,
            maximum: 300,
        },
        Refusal::OnePerCustomer { product },
    ];
    let shown: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let json = serde_json::to_value(refusal).unwrap();
            assert_eq!(json["code"], refusal.code());
            assert_eq!(
                &serde_json::from_value::<Refusal>(json.clone()).unwrap(),
                refusal
            );
            serde_json::json!({
                "refusal": json,
                "text": refusal.to_string(),
                "fixer": refusal.fixer(),
                "next_step": refusal.next_step(),
            })
        })
        .collect();
    assert_json_snapshot!(shown);
}

#[test]
fn names_of_actions_roles_and_states() {
    assert_json_snapshot!(serde_json::json!({
        "roles": Role::ALL,
        "grants": Grant::ALL,
        "sides": [Side::IndirectProvider, Side::IndirectReseller, Side::DirectBill],
        "capabilities": Capability::ALL,
        "statuses": invitation::Status::ALL,
        "regions": Region::ALL,
        "currencies": Currency::ALL,
    }));
    for role in Role::ALL {
        assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    for status in invitation::Status::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.code());
        assert_eq!(invitation::Status::from_code(status.code()), Some(status));
    }
    for grant in Grant::ALL {
        assert_eq!(serde_json::to_value(grant).unwrap(), grant.code());
        assert_eq!(Grant::from_code(grant.code()), Some(grant));
    }
    for capability in Capability::ALL {
        assert_eq!(serde_json::to_value(capability).unwrap(), capability.code());
    }
}

/// The table of roles, as a table: who may do what at all.
#[test]
fn permissions() {
    use Action as A;
    let actions = [
        A::ViewOwn,
        A::ViewPartners,
        A::RequestPartnership,
        A::ManageInvitation,
        A::AcceptPartnership,
        A::EndPartnership,
        A::RevokeTenantAdmin,
        A::AdministerResellerTenant,
        A::ViewCustomers,
        A::RequestRelationship,
        A::InviteForBoth,
        A::CreateCustomer,
        A::PlaceOrder,
        A::ViewSubscriptions,
        A::ManageSubscriptions,
        A::ManageLicences,
        A::ManageUsers,
        A::DesignateSupport,
        A::AcceptRelationship,
        A::ViewGrants,
        A::EndGrant,
        A::EndRelationship,
    ];
    let table: Vec<_> = actions
        .iter()
        .map(|action| {
            let roles: Vec<_> = Role::that_permit(*action)
                .into_iter()
                .map(Role::code)
                .collect();
            format!(
                "{}: {}",
                serde_json::to_value(action).unwrap().as_str().unwrap(),
                roles.join(", ")
            )
        })
        .collect();
    assert_json_snapshot!(table);
}
