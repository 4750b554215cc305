//! Users of a customer: whoever helps never takes the customer over, and the customer stays led.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    access::CustomerFacts,
    account::{self, Password, User},
    actor::Actor,
    event::Event,
    member::{
        Help, HelpFacts, NewUser, RESTORE_WITHIN, Removed, Taken, add_user, help, restore_user,
    },
    organization::Organization,
    refusal::NextStep,
    relationship::{Grant, Relationship, Side},
    role::{Role, RoleSet},
    text::PersonName,
};

use crate::common::*;

fn some_roles() -> impl Strategy<Value = RoleSet> {
    let of_customer = vec![Role::GlobalAdmin, Role::BillingAdmin, Role::User];
    proptest::sample::subsequence(of_customer, 0..=3).prop_map(|roles| roles.into_iter().collect())
}

fn some_help() -> impl Strategy<Value = Help> {
    prop_oneof![
        some_roles().prop_map(|roles| Help::Roles { roles }),
        Just(Help::Block),
        Just(Help::Unblock),
        Just(Help::Remove),
        Just(Help::ResetPassword),
        Just(Help::Rename {
            name: "Another Name".parse().unwrap()
        }),
    ]
}

/// The customer's users, with these roles.
fn team(roles: Vec<RoleSet>) -> Vec<User> {
    let numbered = (401..).zip(roles);
    numbered
        .map(|(number, roles)| {
            let mut user = customers_user(number);
            user.roles.insert(customer().id, roles);
            user
        })
        .collect()
}

/// The roles of everybody who may act for the customer, without this one.
fn others(team: &[User], but: usize) -> RoleSet {
    let customer = customer().id;
    let acting = team
        .iter()
        .enumerate()
        .filter(|(place, user)| *place != but && user.may_act_in(customer));
    acting
        .map(|(_, user)| user.roles_in(customer))
        .fold(RoleSet::EMPTY, RoleSet::union)
}

fn served() -> (Organization, Organization, Relationship) {
    let (reseller, customer) = (reseller(), customer());
    let side = Side::IndirectReseller;
    let granted = relationship(&reseller, &customer, side, side.asks_for());
    (reseller, customer, granted)
}

proptest! {
    #[test]
    fn who_helps_a_customer_neither_makes_nor_touches_its_global_admins(
        roles in proptest::collection::vec(some_roles(), 1..5),
        helps in proptest::collection::vec((0_usize..5, some_help(), 0..Role::ALL.len()), 0..40),
    ) {
        let (reseller, customer, granted) = served();
        let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
        let mut team = team(roles);
        for (of, what, role) in helps {
            let (of, agent) = (of % team.len(), actor(&reseller, Role::ALL[role]));
            let before = team[of].clone();
            let facts = HelpFacts { about, user: &before, others: others(&team, of) };
            let decided = help(facts, &what, &agent, day(2));
            if let Ok(Some(event)) = decided {
                team[of].apply(&event);
                prop_assert!(!before.roles_in(customer.id).contains(Role::GlobalAdmin));
                prop_assert!(!team[of].roles_in(customer.id).contains(Role::GlobalAdmin));
                let helping = [Role::GlobalAdmin, Role::AdminAgent, Role::HelpdeskAgent];
                prop_assert!(helping.contains(&Role::ALL[role]));
                let event = Event::User { id: before.id, event };
                prop_assert_eq!(event.organizations(), [reseller.id, customer.id]);
            }
        }
    }

    #[test]
    fn a_customer_that_helps_itself_stays_led(
        roles in proptest::collection::vec(some_roles(), 1..5),
        helps in proptest::collection::vec((0_usize..5, 0_usize..5, some_help()), 0..40),
    ) {
        let customer = customer();
        let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
        let mut team = team(roles);
        for (by, of, what) in helps {
            let (by, of) = (by % team.len(), of % team.len());
            let acting = &team[by];
            let roles = if acting.may_act_in(customer.id) { acting.roles_in(customer.id) } else { RoleSet::EMPTY };
            let admin = Actor { user: acting.id, organization: customer.id, roles, customers: Default::default() };
            let led = others(&team, usize::MAX).contains(Role::GlobalAdmin);
            let user = team[of].clone();
            let facts = HelpFacts { about, user: &user, others: others(&team, of) };
            if let Ok(Some(event)) = help(facts, &what, &admin, day(2)) {
                prop_assert!(roles.contains(Role::GlobalAdmin));
                team[of].apply(&event);
            }
            prop_assert!(!led || others(&team, usize::MAX).contains(Role::GlobalAdmin), "{:?}", what);
        }
    }

    #[test]
    fn a_restored_user_is_as_it_was(roles in some_roles(), blocked: bool, days in 0..60i64) {
        let customer = customer();
        let about = CustomerFacts { organization: &customer, customer: &customer, relationship: None, providers: &[] };
        let admin = actor(&customer, Role::GlobalAdmin);
        let mut mia = customers_user(401);
        mia.roles.insert(customer.id, roles);
        if blocked {
            mia.blocked_in.insert(customer.id);
        }
        let before = mia.clone();
        let removed = Removed { at: day(2), roles, blocked };
        let facts = HelpFacts { about, user: &mia, others: RoleSet::of(&[Role::GlobalAdmin]) };
        let event = help(facts, &Help::Remove, &admin, day(2)).unwrap().unwrap();
        mia.apply(&event);
        prop_assert!(!mia.may_act_in(customer.id));
        match restore_user(about, &mia, removed, &admin, day(2 + days)) {
            Ok(Some(event)) => {
                mia.apply(&event);
                prop_assert!(days < RESTORE_WITHIN.num_days());
                prop_assert_eq!(mia, before);
            }
            Ok(None) => prop_assert!(false, "it was removed"),
            Err(refusal) => {
                prop_assert_eq!(refusal.code(), "restore_over");
                prop_assert!(days >= RESTORE_WITHIN.num_days());
            }
        }
    }
}

/// What may happen to a user, here or elsewhere.
fn some_event() -> impl Strategy<Value = account::Event> {
    use account::Event as E;
    let anywhere = proptest::sample::select(vec![customer().id, provider().id]);
    let name = || -> PersonName { "Mia Kern".parse().unwrap() };
    (anywhere, some_roles(), any::<bool>(), 0..7, 1..28_i64).prop_map(
        move |(organization, roles, blocked, which, days)| {
            let (partner, name, at, by) = (None, name(), day(days), id(7));
            match which {
                0 => E::JoinedByInvitation {
                    organization,
                    roles,
                    at,
                },
                1 => E::RolesChanged {
                    organization,
                    partner,
                    name,
                    roles,
                    at,
                    by,
                },
                2 => E::MemberBlocked {
                    organization,
                    partner,
                    name,
                    at,
                    by,
                },
                3 => E::MemberUnblocked {
                    organization,
                    partner,
                    name,
                    at,
                    by,
                },
                4 => E::MemberRestored {
                    organization,
                    partner,
                    name,
                    roles,
                    blocked,
                    at,
                    by,
                },
                _ => E::MemberRemoved {
                    organization,
                    partner,
                    name,
                    at,
                    by,
                },
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_kept_of_a_removed_user_is_what_it_was(
        events in proptest::collection::vec(some_event(), 0..40),
    ) {
        let customer = customer().id;
        let mut history = vec![account::Event::Added {
            organization: customer,
            name: "Mia Kern".parse().unwrap(),
            user_name: "mia@org4.example".parse().unwrap(),
            roles: RoleSet::of(&[Role::User]),
            password: Password::Own,
            origin: account::Origin::Operator,
            at: day(1),
        }];
        let mut kept = None;
        for event in events {
            let before = User::replay(id(401), &history).unwrap();
            history.push(event.clone());
            let after = User::replay(id(401), &history).unwrap();
            match (before.roles.get(&customer), after.roles.contains_key(&customer)) {
                (_, true) => kept = None,
                (Some(roles), false) => {
                    let account::Event::MemberRemoved { at, .. } = event else { unreachable!() };
                    let blocked = before.blocked_in.contains(&customer);
                    kept = Some(Removed { at, roles: *roles, blocked });
                }
                // Not one of the customer's, and removed once more: of that nothing is kept.
                (None, false) => {
                    if matches!(&event, account::Event::MemberRemoved { organization, .. } if *organization == customer) {
                        kept = None;
                    }
                }
            }
            prop_assert_eq!(Removed::of(customer, &history), kept);
        }
    }
}

#[test]
fn a_new_user_is_one_of_the_customers_domain_with_a_role_of_a_customer() {
    let (reseller, customer, granted) = served();
    let about = CustomerFacts {
        organization: &reseller,
        customer: &customer,
        relationship: Some(&granted),
        providers: &[],
    };
    let helpdesk = actor(&reseller, Role::HelpdeskAgent);
    let new = |user_name: &str, roles: &[Role]| NewUser {
        name: "Tom Berg".parse().unwrap(),
        user_name: user_name.parse().unwrap(),
        roles: RoleSet::of(roles),
    };
    let code = |new: &NewUser, taken| {
        add_user(about, new, taken, &helpdesk, day(2))
            .map(drop)
            .map_err(|refusal| refusal.code())
    };
    let (own, elsewhere) = ("tom@org4.example", "tom@org2.example");
    assert_eq!(code(&new(own, &[Role::User]), Taken::No), Ok(()));
    assert_eq!(
        code(&new(own, &[Role::User]), Taken::Yes),
        Err("address_taken")
    );
    assert_eq!(code(&new(own, &[]), Taken::No), Err("no_role"));
    let agent = new(own, &[Role::AdminAgent]);
    assert_eq!(code(&agent, Taken::No), Err("role_elsewhere"));
    let refused = code(&new(elsewhere, &[Role::User]), Taken::No);
    assert_eq!(refused, Err("address_elsewhere"));
    // A global admin of the customer is made by the customer alone.
    let admin = new(own, &[Role::GlobalAdmin]);
    assert_eq!(code(&admin, Taken::No), Err("role_missing"));
    let itself = CustomerFacts {
        organization: &customer,
        relationship: None,
        ..about
    };
    let own_admin = actor(&customer, Role::GlobalAdmin);
    let added = add_user(itself, &admin, Taken::No, &own_admin, day(2)).unwrap();
    let tom = User::evolve(id(402), None, &added).unwrap();
    assert_eq!(tom.password, Password::Temporary);
    assert!(tom.roles_in(customer.id).contains(Role::GlobalAdmin));
}

#[test]
fn who_can_restore_the_owner_of_an_address_is_told_so() {
    let (reseller, customer, granted) = served();
    let about = CustomerFacts {
        organization: &reseller,
        customer: &customer,
        relationship: Some(&granted),
        providers: &[],
    };
    let helpdesk = actor(&reseller, Role::HelpdeskAgent);
    let new = NewUser {
        name: "Tom Berg".parse().unwrap(),
        user_name: "tom@org4.example".parse().unwrap(),
        roles: RoleSet::of(&[Role::User]),
    };
    let refusal = |roles: &[Role], days: i64| {
        let removed = Removed {
            at: day(2),
            roles: RoleSet::of(roles),
            blocked: false,
        };
        let user = id(402);
        let taken = Taken::ByRemoved { user, removed };
        add_user(about, &new, taken, &helpdesk, day(days)).unwrap_err()
    };
    let told = refusal(&[Role::User], 31);
    assert_eq!(told.code(), "address_of_removed");
    let step = NextStep::RestoreUser {
        customer: customer.id,
        user: id(402),
    };
    assert_eq!(told.next_step(), step);
    // It is over, or not theirs to restore.
    assert_eq!(refusal(&[Role::User], 32).code(), "address_taken");
    assert_eq!(refusal(&[Role::GlobalAdmin], 3).code(), "address_taken");
}

#[test]
fn a_password_is_reset_for_another_person_at_home() {
    let (reseller, customer, mut granted) = served();
    let mia = customers_user(401);
    let helpdesk = actor(&reseller, Role::HelpdeskAgent);
    let try_it = |granted: &Relationship, user: &User| {
        let about = CustomerFacts {
            organization: &reseller,
            customer: &customer,
            relationship: Some(granted),
            providers: &[],
        };
        let facts = HelpFacts {
            about,
            user,
            others: RoleSet::EMPTY,
        };
        help(facts, &Help::ResetPassword, &helpdesk, day(2)).map_err(|refusal| refusal.code())
    };
    let event = try_it(&granted, &mia).unwrap().unwrap();
    let mut after = mia.clone();
    after.apply(&event);
    assert_eq!(after.password, Password::Temporary);

    let mut blocked = mia.clone();
    blocked.blocked_in.insert(customer.id);
    assert_eq!(try_it(&granted, &blocked), Err("member_blocked"));
    // A guest's password is no affair of the customer that it visits.
    let mut guest = user(81);
    guest.apply(&account::Event::JoinedByInvitation {
        organization: customer.id,
        roles: RoleSet::of(&[Role::User]),
        at: day(1),
    });
    assert_eq!(try_it(&granted, &guest), Err("account_elsewhere"));
    assert_eq!(try_it(&granted, &user(82)), Err("role_missing"));
    // With a new password a partner could act for the other organization. At home, the customer's own admin gives it.
    let mut both = mia.clone();
    let elsewhere = RoleSet::of(&[Role::GlobalAdmin]);
    both.roles.insert(provider().id, elsewhere);
    assert_eq!(try_it(&granted, &both), Err("account_elsewhere"));
    let itself = CustomerFacts {
        organization: &customer,
        customer: &customer,
        relationship: None,
        providers: &[],
    };
    let facts = HelpFacts {
        about: itself,
        user: &both,
        others: RoleSet::EMPTY,
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    assert!(help(facts, &Help::ResetPassword, &admin, day(2)).is_ok());
    granted.apply(&tierline_core::relationship::Event::GrantEnded {
        grant: Grant::Administer,
        at: day(1),
        by: id(1),
    });
    assert_eq!(try_it(&granted, &mia), Err("grant_missing"));
}
