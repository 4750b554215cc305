//! Objects as they are stored, in each of their states.

use insta::assert_json_snapshot;
use tierline_core::{
    account::{Factor, Origin as AccountOrigin, Password, Restoration, SecondFactor, User},
    customer::Details,
    invitation::{self, Delivery, Invitation, Kind},
    market::Currency,
    member::{self, MemberInvitation},
    money::{Money, Quantity},
    order::{self, Line, Order},
    organization::{
        AccountReview, Capabilities, Capability, CapabilityState, Offboard, Offboarding,
        Organization, Profile, RequiredBy, ReviewAccount, SignedAgreement, SuspendedBy, Suspension,
    },
    partnership::{self, Partnership, TenantAdmin},
    reach::{GroupSet, Reach},
    relationship::Side,
    role::{Role, RoleSet},
    subscription::{self, Billing, Plan, Subscription, Term},
};

use crate::{
    common::{self, *},
    country,
    every::{Sample, by_name, each, plain, written},
    relationships,
};

pub(crate) fn samples() -> Vec<Sample> {
    [
        organizations(),
        accounts(),
        invitations(),
        member_invitations(),
        partnerships(),
        relationships::samples(),
        orders(),
    ]
    .concat()
}

fn organizations() -> Vec<Sample> {
    let states = [
        CapabilityState::Enrolling,
        CapabilityState::Qualified,
        CapabilityState::Active,
        CapabilityState::Offboarding,
        CapabilityState::Suspended,
        CapabilityState::Ended,
    ];
    let all = Capability::ALL
        .into_iter()
        .zip(states)
        .fold(Capabilities::default(), |all, (capability, state)| {
            all.with(capability, state)
        });
    let bare = Organization {
        agreement: None,
        mpn: None,
        asked_first: true,
        ..customer()
    };
    let details = Details {
        name: "Adventure Works".parse().unwrap(),
        domain: "adventure.example".parse().unwrap(),
        country: country("AT"),
        address: vec!["1 Harbour Road".parse().unwrap()],
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user_name: "admin@adventure.example".parse().unwrap(),
        contact: "anna@adventure.example".parse().unwrap(),
    };
    let agreement = SignedAgreement {
        version: "2026-01".to_owned(),
        at: day(1),
    };
    let suspension = Suspension {
        capability: Capability::DirectBill,
        by: vec![SuspendedBy::Operator],
        otherwise: CapabilityState::Offboarding,
    };
    let mark = Offboarding {
        from: day(30),
        reason: "too few customers".parse().unwrap(),
        at: day(1),
        begun: true,
    };
    let marked = Organization {
        suspensions: vec![suspension.clone()],
        offboarding: Some(mark.clone()),
        ..direct_bill()
    };
    vec![
        each(None, states),
        plain([Capabilities::default(), all]),
        plain([agreement]),
        plain([provider(), bare, marked]),
        each(None, [SuspendedBy::Operator, SuspendedBy::Enrollment]),
        plain([suspension]),
        plain([mark]),
        plain([AccountReview {
            since: day(1),
            reason: "the address does not exist".parse().unwrap(),
            by: id(90),
        }]),
        written(&[ReviewAccount::Begin, ReviewAccount::End]),
        written(&[
            Offboard::Mark {
                from: Some(day(30)),
            },
            Offboard::Mark { from: None },
            Offboard::TakeBack,
        ]),
        plain([Profile {
            name: "Contoso Distribution".parse().unwrap(),
            address: vec!["1 Harbour Road".parse().unwrap()],
        }]),
        plain([provider().party()]),
        each(
            Some("by"),
            [
                RequiredBy::Program,
                RequiredBy::Organization {
                    organization: provider().party(),
                },
            ],
        ),
        plain([details]),
    ]
}

fn accounts() -> Vec<Sample> {
    let second_factor = SecondFactor::only(Factor::App, 10);
    let with_more = User {
        password: Password::Own,
        is_blocked: true,
        blocked_in: [id(2)].into(),
        narrowed_in: [(id(2), GroupSet::of([id(80)]).unwrap())].into(),
        second_factor: Some(second_factor),
        ..user(81)
    };
    vec![
        plain([user(81), with_more]),
        each(None, [Password::Temporary, Password::Own]),
        plain([second_factor]),
        each(
            Some("type"),
            [
                Restoration::PasswordLink { expires: day(2) },
                Restoration::SecondFactor,
                Restoration::Unblocked,
            ],
        ),
        each(
            None,
            [
                AccountOrigin::WithOrganization,
                AccountOrigin::Operator,
                AccountOrigin::Invited,
            ],
        ),
        plain([
            RoleSet::EMPTY,
            RoleSet::of(&[Role::ReportViewer, Role::AdminAgent]),
        ]),
    ]
}

fn member_invitations() -> Vec<Sample> {
    use member::State;
    let states = [
        State::Pending { expires: day(15) },
        State::Accepted {
            user: id(9),
            at: day(2),
        },
        State::Canceled { at: day(2) },
    ];
    vec![
        plain([
            common::member_invitation(&reseller()),
            MemberInvitation {
                customers: Reach::Groups(GroupSet::of([id(80)]).unwrap()),
                ..common::member_invitation(&reseller())
            },
        ]),
        each(Some("state"), states),
    ]
}

fn invitations() -> Vec<Sample> {
    use invitation::State;
    let delivery = Delivery::Portal;
    let (organization, by) = (id(2), id(7));
    let states = [
        State::Draft,
        State::Sent {
            at: day(1),
            delivery,
            expires: day(91),
        },
        State::Opened {
            sent: day(1),
            delivery,
            at: day(2),
            expires: day(91),
        },
        State::Accepted {
            at: day(3),
            organization,
            by,
        },
        State::Declined {
            at: day(3),
            organization,
            by,
            reason: Some("we have a provider".parse().unwrap()),
        },
        State::Canceled { at: day(3), by },
        State::Expired { at: day(91) },
    ];
    let kinds = [
        Kind::Partnership { provider: id(1) },
        Kind::Relationship {
            partner: id(1),
            side: Side::DirectBill,
        },
        Kind::JointRelationship {
            reseller: id(2),
            provider: id(1),
        },
    ];
    let sent = common::invitation(&provider(), kinds[0], Some(organization));
    let draft = Invitation {
        addressee: None,
        link: 0,
        link_made: None,
        groups: GroupSet::of([id(80)]).unwrap(),
        state: State::Draft,
        ..sent.clone()
    };
    vec![
        each(Some("state"), states),
        each(Some("kind"), kinds),
        plain([message()]),
        plain([draft, sent]),
    ]
}

fn partnerships() -> Vec<Sample> {
    use partnership::State;
    let reason = Some("we have a provider".parse().unwrap());
    let states = [
        State::Active,
        State::Ending {
            ends: day(31),
            by: id(2),
            user: id(7),
            announced: day(1),
            reason,
        },
        State::Ended {
            at: day(31),
            by: id(2),
            reason: None,
        },
    ];
    let access = [
        TenantAdmin::Granted { at: day(0) },
        TenantAdmin::Revoked {
            at: day(1),
            by: id(7),
        },
    ];
    let all: [Partnership; 1] = [common::partnership(&provider(), &reseller())];
    vec![
        plain(all),
        each(Some("state"), states),
        each(Some("state"), access),
    ]
}

fn orders() -> Vec<Sample> {
    use subscription::State;
    let line = Line::of(id(50), 25, id(60));
    let add_on = Line {
        plan: Plan {
            term: Term::Month,
            ..Plan::DEFAULT
        },
        base: Some(id(60)),
        ..Line::of(id(51), 5, id(61))
    };
    let euro = Money::new(5_60, Currency::Eur);
    let (cost, shown) = (
        order::Cost {
            now: euro,
            month: euro,
        },
        order::Shown { price: Some(euro) },
    );
    let order = Order {
        id: id(70),
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        lines: vec![line],
        at: day(1),
        by: id(7),
        basis: None,
    };
    let (at, by) = (day(2), id(7));
    let states = [
        State::Active,
        State::Suspended { at, by },
        State::Expired { at },
        State::Canceled { at, by },
        State::Deleted { at },
    ];
    let subscription = Subscription {
        id: id(60),
        order: id(70),
        customer: id(4),
        partner: id(1),
        partner_of_record: None,
        support_contact: id(1),
        sku: id(50),
        quantity: Quantity::new(25).unwrap(),
        price: Some(Money::new(5_60, Currency::Eur)),
        plan: Plan::DEFAULT,
        since: day(1),
        starts: day(1),
        ends: day(366),
        state: State::Active,
        course: subscription::Course::default(),
    };
    vec![
        plain([order]),
        plain([line, add_on]),
        plain([cost]),
        written(&[shown]),
        plain([subscription]),
        each(Some("state"), states),
        plain([Plan::DEFAULT]),
        each(None, Term::ALL),
        each(None, Billing::ALL),
        plain([Money::new(5_60, Currency::Eur)]),
        plain([Quantity::new(25).unwrap()]),
    ]
}

#[test]
fn stored_organizations() {
    assert_json_snapshot!(by_name(organizations()));
}

#[test]
fn stored_accounts() {
    assert_json_snapshot!(by_name(accounts()));
}

#[test]
fn stored_invitations() {
    assert_json_snapshot!(by_name(invitations()));
}

#[test]
fn stored_partnerships() {
    assert_json_snapshot!(by_name(partnerships()));
}

#[test]
fn stored_orders() {
    assert_json_snapshot!(by_name(orders()));
}
