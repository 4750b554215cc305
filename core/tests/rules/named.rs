//! The organizations that an event names: a reader of the log needs the names of all of them.

use tierline_core::{
    account,
    catalog::{Effect, PriceListEvent},
    event::Event,
    ids::OrganizationId,
    invitation::{self, Kind},
    order,
    organization::{self, Capability, CapabilityState},
    partnership,
    relationship::{self, Grant, GrantSet, Origin, Side},
    role::RoleSet,
};

use crate::common::*;

fn ids(numbers: &[u128]) -> Vec<OrganizationId> {
    numbers.iter().map(|number| id(*number)).collect()
}

fn of_invitation(event: invitation::Event) -> Vec<OrganizationId> {
    let event = Event::Invitation {
        id: id(1000),
        event,
    };
    event.organizations()
}

fn of_partnership(event: partnership::Event) -> Vec<OrganizationId> {
    let event = Event::Partnership {
        id: id(2000),
        event,
    };
    event.organizations()
}

fn of_relationship(event: relationship::Event) -> Vec<OrganizationId> {
    let event = Event::Relationship {
        id: id(3000),
        event,
    };
    event.organizations()
}

fn of_user(event: account::Event) -> Vec<OrganizationId> {
    Event::User { id: id(81), event }.organizations()
}

#[test]
fn an_organization_is_named_by_its_own_events() {
    let at = day(1);
    let of = |event| Event::Organization { id: id(4), event }.organizations();
    let created = |reseller| organization::Event::Created {
        partner: id(2),
        reseller,
        name: "Wingtip".parse().unwrap(),
        domain: "wingtip.example".parse().unwrap(),
        country: "AT".parse().unwrap(),
        address: Vec::new(),
        contact: "ann@wingtip.example".parse().unwrap(),
        admin: id(8),
        at,
        by: id(7),
    };
    assert_eq!(of(created(None)), ids(&[2, 4]));
    assert_eq!(of(created(Some(id(3)))), ids(&[2, 3, 4]));
    let changed = organization::Event::CapabilityChanged {
        capability: Capability::Customer,
        state: CapabilityState::Suspended,
        at,
    };
    assert_eq!(of(changed), ids(&[4]));
}

#[test]
fn a_draft_names_inviter_addressee_and_the_other_partner_once_each() {
    let drafted = |kind, addressee| invitation::Event::Drafted {
        inviter: id(2),
        kind,
        addressee,
        message: message(),
        groups: Default::default(),
        at: day(1),
        by: id(7),
    };
    let joint = Kind::JointRelationship {
        reseller: id(2),
        provider: id(1),
    };
    assert_eq!(of_invitation(drafted(joint, Some(id(4)))), ids(&[1, 2, 4]));
    let alone = Kind::Partnership { provider: id(2) };
    assert_eq!(of_invitation(drafted(alone, None)), ids(&[2]));
    let edited = invitation::Event::Edited {
        addressee: Some(id(5)),
        message: message(),
        at: day(1),
        by: id(7),
    };
    assert_eq!(of_invitation(edited), ids(&[5]));
}

#[test]
fn an_answer_names_who_answered() {
    let (organization, at, by) = (id(4), day(1), id(7));
    let accepted = invitation::Event::Accepted {
        organization,
        at,
        by,
    };
    let declined = invitation::Event::Declined {
        organization,
        reason: None,
        at,
        by,
    };
    assert_eq!(of_invitation(accepted), ids(&[4]));
    assert_eq!(of_invitation(declined), ids(&[4]));
    assert_eq!(of_invitation(invitation::Event::Expired { at }), Vec::new());
}

#[test]
fn a_partnership_names_its_sides_and_who_ends_it() {
    let (at, by) = (day(1), id(7));
    let formed = partnership::Event::Formed {
        provider: id(2),
        reseller: id(1),
        invitation: id(1000),
        at,
        by,
    };
    assert_eq!(of_partnership(formed), ids(&[1, 2]));
    let given = partnership::Event::NoticeGiven {
        at,
        by: id(1),
        user: by,
        ends: day(31),
        reason: None,
    };
    assert_eq!(of_partnership(given), ids(&[1]));
    let ended = partnership::Event::Ended {
        at,
        by: id(2),
        reason: None,
    };
    assert_eq!(of_partnership(ended), ids(&[2]));
    let granted = partnership::Event::TenantAdminGranted { at, by };
    assert_eq!(of_partnership(granted), Vec::new());
}

#[test]
fn a_relationship_names_everyone_by_whom_it_came_into_force() {
    let (at, by) = (day(1), id(7));
    let established = |together_with, origin| relationship::Event::Established {
        partner: id(1),
        customer: id(4),
        side: Side::IndirectProvider,
        together_with,
        origin,
        grants: GrantSet::EMPTY,
        groups: Default::default(),
        at,
    };
    let invited = Origin::Invitation {
        invitation: id(1000),
        accepted_by: by,
    };
    let created = Origin::Created {
        by: id(5),
        user: by,
    };
    assert_eq!(of_relationship(established(None, invited)), ids(&[1, 4]));
    assert_eq!(
        of_relationship(established(Some(id(2)), created)),
        ids(&[1, 2, 4, 5])
    );
    let ended = relationship::Event::GrantEnded {
        grant: Grant::Support,
        at,
        by,
    };
    assert_eq!(of_relationship(ended), Vec::new());
    let parted = relationship::Event::PartnersParted { with: id(2), at };
    assert_eq!(of_relationship(parted), ids(&[2]));
}

#[test]
fn an_account_names_its_organization_when_it_gets_one_and_who_set_it_up_again() {
    let at = day(1);
    let renewed = account::Event::SetupRenewed {
        customer: id(4),
        partner: id(1),
        at,
        by: id(7),
    };
    assert_eq!(of_user(renewed), ids(&[1, 4]));
    let joined = account::Event::Joined {
        organization: id(4),
        roles: RoleSet::EMPTY,
        at,
    };
    assert_eq!(of_user(joined), ids(&[4]));
    let changed = account::Event::PasswordChanged { at };
    assert_eq!(of_user(changed), Vec::new());
}

#[test]
fn an_order_names_the_partner_of_record_too_and_a_price_list_the_operator() {
    let (at, by) = (day(1), id(7));
    let placed = order::Event::Placed {
        customer: id(4),
        partner: id(1),
        partner_of_record: Some(id(2)),
        lines: Vec::new(),
        at,
        by,
        basis: None,
    };
    let placed = Event::Order {
        id: id(70),
        event: placed,
    };
    assert_eq!(placed.organizations(), ids(&[1, 2, 4]));
    let effect = Effect {
        added: 2,
        changed: 1,
        unchanged: 0,
        prices: 6,
    };
    let imported = PriceListEvent::Imported {
        operator: id(9),
        effect,
        at,
        by,
    };
    let imported = Event::PriceList {
        id: id(80),
        event: imported,
    };
    assert_eq!(imported.organizations(), ids(&[9]));
}
