//! Renewing temporary passwords: whose, and until when.

use tierline_core::{
    access::CustomerFacts,
    customer::{SetupAdmin, SetupFacts, may_renew_setup, renew_setup},
    relationship::{GrantSet, Side},
    role::Role,
};

use crate::common::*;

const WAITING: SetupAdmin = SetupAdmin {
    user: tierline_core::ids::UserId::from_uuid(uuid::Uuid::from_u128(81)),
    has_signed_in: false,
    has_own_password: false,
    is_blocked: false,
};

/// The answer to the reseller that manages the customer's users.
fn renewed(admins: &[SetupAdmin]) -> Result<u128, &'static str> {
    let (reseller, customer) = (reseller(), customer());
    let grants = Side::IndirectReseller.asks_for();
    let relationship = relationship(&reseller, &customer, Side::IndirectReseller, grants);
    let about = CustomerFacts {
        organization: &reseller,
        customer: &customer,
        relationship: Some(&relationship),
        providers: &[],
    };
    let actor = actor(&reseller, Role::HelpdeskAgent);
    let facts = SetupFacts { about, admins };
    let asked = may_renew_setup(facts, &actor);
    let done = renew_setup(facts, &actor, day(2)).map(|(user, _)| user);
    assert_eq!(asked, done);
    done.map(|user| user.into_uuid().as_u128())
        .map_err(|refusal| refusal.code())
}

#[test]
fn the_first_admin_who_was_never_here_gets_a_new_one() {
    let second = SetupAdmin {
        user: id(82),
        ..WAITING
    };
    assert_eq!(renewed(&[WAITING, second]), Ok(81));
    let blocked = SetupAdmin {
        is_blocked: true,
        ..WAITING
    };
    assert_eq!(renewed(&[blocked, second]), Ok(82));
    assert_eq!(renewed(&[blocked]), Err("setup_over"));
    assert_eq!(renewed(&[]), Err("setup_over"));
}

#[test]
fn nobody_renews_anything_once_an_admin_was_here() {
    let signed_in = SetupAdmin {
        has_signed_in: true,
        ..WAITING
    };
    let own_password = SetupAdmin {
        has_own_password: true,
        ..WAITING
    };
    for arrived in [signed_in, own_password] {
        assert_eq!(renewed(&[arrived]), Err("setup_over"));
        // Nor may a second admin's be renewed, even after the first was blocked.
        let second = SetupAdmin {
            user: id(82),
            ..WAITING
        };
        assert_eq!(renewed(&[arrived, second]), Err("setup_over"));
        let blocked = SetupAdmin {
            is_blocked: true,
            ..arrived
        };
        assert_eq!(renewed(&[blocked, second]), Err("setup_over"));
    }
}

#[test]
fn a_right_that_is_missing_is_named_before_the_end() {
    let (reseller, customer) = (reseller(), customer());
    let bare = relationship(
        &reseller,
        &customer,
        Side::IndirectReseller,
        GrantSet::EMPTY,
    );
    let about = CustomerFacts {
        organization: &reseller,
        customer: &customer,
        relationship: Some(&bare),
        providers: &[],
    };
    let facts = SetupFacts { about, admins: &[] };
    let refusal = may_renew_setup(facts, &actor(&reseller, Role::AdminAgent)).unwrap_err();
    assert_eq!(refusal.code(), "grant_missing");
}
