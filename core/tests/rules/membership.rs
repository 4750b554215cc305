//! MPN IDs: which one fits, and whose it is.

use tierline_core::{
    membership::{
        AddLocationFacts, AssociateFacts, KeepFacts, NewLocation, NewMember, add_location,
        associate, register,
    },
    organization::Organization,
    role::Role,
};

use crate::common::*;

fn bare() -> Organization {
    Organization {
        mpn: None,
        ..reseller()
    }
}

#[test]
fn only_an_active_location_of_the_tenants_country_is_associated() {
    let organization = bare();
    let with = |organization: &Organization, change: fn(&mut tierline_core::membership::Member)| {
        let mut member = member();
        change(&mut member);
        let facts = AssociateFacts {
            organization,
            member: &member,
            mpn_taken: false,
        };
        let admin = actor(organization, Role::AdminAgent);
        let mpn = "5000001".parse().unwrap();
        associate(facts, &mpn, &admin, day(1))
            .map(drop)
            .map_err(|it| it.code())
    };
    assert_eq!(with(&organization, |_| {}), Ok(()));
    assert_eq!(
        with(&organization, |it| it.profiles[0].is_active = false),
        Err("mpn_inactive")
    );
    assert_eq!(
        with(&organization, |it| it.profiles[0].locations[0].is_active =
            false),
        Err("mpn_inactive")
    );
    // The same region is not enough.
    let german = Organization {
        country: "DE".parse().unwrap(),
        ..organization
    };
    assert_eq!(with(&german, |_| {}), Err("mpn_elsewhere"));
    assert_eq!(with(&reseller(), |_| {}), Err("mpn_associated"));
}

#[test]
fn a_location_is_added_once_to_an_active_profile() {
    let organization = bare();
    let code = |profile: &str, mpn: &str, role, mpn_taken| {
        let facts = AddLocationFacts {
            organization: &organization,
            member: &member(),
            mpn_taken,
        };
        let new = NewLocation {
            profile: profile.parse().unwrap(),
            mpn: mpn.parse().unwrap(),
            name: "Fabrikam Lyon".parse().unwrap(),
        };
        let added = add_location(facts, &new, &actor(&organization, role), day(1));
        added.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(code("5000000", "5000009", Role::GlobalAdmin, false), Ok(()));
    assert_eq!(
        code("5000000", "5000009", Role::GlobalAdmin, true),
        Err("mpn_twice")
    );
    assert_eq!(
        code("5000000", "5000002", Role::GlobalAdmin, false),
        Err("mpn_twice")
    );
    assert_eq!(
        code("5000001", "5000009", Role::GlobalAdmin, false),
        Err("mpn_unknown")
    );
    assert_eq!(
        code("5000000", "5000009", Role::SalesAgent, false),
        Err("role_missing")
    );
}

#[test]
fn the_registry_has_each_account_and_each_mpn_id_once() {
    let (operator, member) = (operator(), member());
    let new = NewMember {
        account: member.account,
        profiles: member.profiles,
    };
    let taken = ["5000002".parse().unwrap()];
    let code = |account_taken, mpns_taken, role| {
        let facts = KeepFacts {
            operator: &operator,
            account_taken,
            mpns_taken,
            in_use: &[],
        };
        let registered = register(facts, &new, &actor(&operator, role), day(1));
        registered.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(code(false, &[], Role::ProgramAdmin), Ok(()));
    assert_eq!(
        code(true, &[], Role::ProgramAdmin),
        Err("member_account_taken")
    );
    assert_eq!(code(false, &taken, Role::ProgramAdmin), Err("mpn_twice"));
    assert_eq!(code(false, &[], Role::Reviewer), Err("role_missing"));
}
