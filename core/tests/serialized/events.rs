//! Events: the entries of the activity log.

mod catalog;
mod joining;
mod order;
mod organization;

pub(crate) use catalog::{price_list, sale};
pub(crate) use joining::{agreement, case, document, enrollment, member, proposed};
pub(crate) use order::{order, orders, subscription};
pub(crate) use organization::{entered, organization, signature};

use insta::assert_json_snapshot;
use tierline_core::{
    account,
    event::Event,
    group,
    invitation::{self, Delivery, Kind},
    partnership,
    reach::GroupSet,
    relationship::{self, Grant, GrantSet, Origin, Side},
    text::Reason,
};

use crate::{accounts, common::*};

fn reason() -> Option<Reason> {
    Some("we have a provider".parse().unwrap())
}

/// One of each event of an invitation.
pub(crate) fn invitation() -> Vec<invitation::Event> {
    use invitation::Event as E;
    let (at, by) = (day(1), id(7));
    let drafted = |kind| E::Drafted {
        inviter: id(1),
        kind,
        addressee: Some(id(2)),
        message: message(),
        groups: Default::default(),
        at,
        by,
    };
    let of_narrowed = E::Drafted {
        inviter: id(1),
        kind: Kind::Relationship {
            partner: id(1),
            side: Side::DirectBill,
        },
        addressee: None,
        message: message(),
        groups: GroupSet::of([id(80)]).unwrap(),
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
        of_narrowed,
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
    events.into()
}

#[test]
fn invitation_events() {
    let wrap = |event| Event::Invitation {
        id: id(1000),
        event,
    };
    check("invitation_events", invitation().into_iter().map(wrap));
}

/// One of each event of a partnership.
pub(crate) fn partnership() -> Vec<partnership::Event> {
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
        E::TenantAdminGranted { at, by: id(7) },
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
    events.into()
}

#[test]
fn partnership_events() {
    let wrap = |event| Event::Partnership {
        id: id(2000),
        event,
    };
    check("partnership_events", partnership().into_iter().map(wrap));
}

/// One of each event of a relationship.
pub(crate) fn relationship() -> Vec<relationship::Event> {
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
        groups: Default::default(),
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
        E::Grouped {
            groups: [id(80)].into(),
            from: Vec::new(),
            to: vec!["North".parse().unwrap()],
            at,
            by,
        },
        E::TenantOwnerGiven { at, by },
        E::TenantOwnerTaken { at, by },
        E::EndDateSet {
            grant: Some(Grant::Support),
            ends: Some(day(31)),
            at,
            by,
        },
        E::EndDateSet {
            grant: None,
            ends: None,
            at,
            by,
        },
        E::GrantExpired {
            grant: Grant::Support,
            at: day(31),
        },
        E::Expired { at: day(31) },
        E::RenewalAsked {
            text: "Please renew".parse().unwrap(),
            until: day(366),
            ends: day(31),
            at,
            by,
        },
        E::Renewed {
            ends: day(366),
            at,
            by,
        },
        E::PartnersParted { with: id(1), at },
        E::RenewalDeclined {
            reason: reason(),
            at,
            by,
        },
        E::Ended { at, by },
    ];
    events.into()
}

#[test]
fn relationship_events() {
    let wrap = |event| Event::Relationship {
        id: id(3000),
        event,
    };
    check("relationship_events", relationship().into_iter().map(wrap));
}

/// One of each event of a group of customers.
pub(crate) fn customer_group() -> Vec<group::Event> {
    use group::Event as E;
    let (at, by) = (day(1), id(7));
    let name = |name: &str| name.parse().unwrap();
    vec![
        E::Added {
            partner: id(1),
            name: name("North"),
            at,
            by,
        },
        E::Renamed {
            from: name("North"),
            name: name("North and west"),
            at,
            by,
        },
        E::Removed {
            name: name("North and west"),
            at,
            by,
        },
    ]
}

#[test]
fn customer_group_events() {
    let wrap = |event| Event::CustomerGroup { id: id(80), event };
    check(
        "customer_group_events",
        customer_group().into_iter().map(wrap),
    );
}

/// One event of each kind of object.
pub(crate) fn objects() -> Vec<Event> {
    let at = day(1);
    vec![
        Event::Organization {
            id: id(4),
            event: organization().remove(0),
        },
        Event::User {
            id: id(9),
            event: account::Event::PasswordChanged { at },
        },
        Event::MemberInvitation {
            id: id(9000),
            event: accounts::member_invitation().remove(0),
        },
        Event::Invitation {
            id: id(1000),
            event: invitation::Event::Opened { at },
        },
        Event::Partnership {
            id: id(2000),
            event: partnership().remove(0),
        },
        Event::Relationship {
            id: id(3000),
            event: relationship().remove(0),
        },
        Event::Order {
            id: id(5000),
            event: order(None),
        },
        Event::Subscription {
            id: id(6000),
            event: subscription(),
        },
        Event::PriceList {
            id: id(8000),
            event: price_list().remove(0),
        },
        Event::Sale {
            id: id(50),
            event: sale().remove(0),
        },
        Event::Enrollment {
            id: id(10),
            event: enrollment().remove(0),
        },
        Event::Member {
            id: id(50),
            event: member().remove(0),
        },
        Event::Agreement {
            id: id(6001),
            event: agreement().remove(0),
        },
        Event::Case {
            id: id(11),
            event: case().remove(0),
        },
        Event::Listing {
            id: id(70),
            event: crate::directory::listing_events().remove(0),
        },
        Event::Ask {
            id: id(71),
            event: crate::directory::ask_events().remove(0),
        },
        Event::Program {
            id: id(90),
            event: crate::program::events().remove(0),
        },
        Event::CustomerGroup {
            id: id(80),
            event: customer_group().remove(0),
        },
        Event::Assignment {
            id: id(900),
            event: crate::licenses::events().remove(0),
        },
        Event::OrderRequest {
            id: id(950),
            event: crate::order_requests::events().remove(0),
        },
    ]
}

/// Shown to the reviewer of a change. `every` checks that they can be read again and that none is missing.
pub(crate) fn check(name: &str, events: impl IntoIterator<Item = Event>) {
    assert_json_snapshot!(name, events.into_iter().collect::<Vec<_>>());
}
