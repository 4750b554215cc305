//! Users of an organization: whatever admins do to each other, it stays led, and nobody rises by being an admin agent.

use proptest::prelude::*;
use tierline_core::{
    Evolve as _,
    account::{self, Factor, Origin, Password, SecondFactor, User},
    actor::Actor,
    group::{CustomerGroup, Narrowing},
    ids::UserId,
    invitation::PaceFacts,
    member::{
        Change, INVITATION_VALIDITY, InviteFacts, JoinFacts, MemberFacts, MemberInvitation,
        NewMember, change, invite, is_at_home, join, join_as_new,
    },
    organization::Organization,
    role::{Role, RoleSet},
};

use crate::common::*;

const ADMINS: [Role; 2] = [Role::GlobalAdmin, Role::AdminAgent];

fn member(organization: &Organization, number: u128, roles: RoleSet) -> User {
    let added = account::Event::Added {
        organization: organization.id,
        name: "Ben Lee".parse().unwrap(),
        user_name: format!("user{number}@{}", organization.domain)
            .parse()
            .unwrap(),
        roles,
        password: Password::Own,
        origin: Origin::Invited,
        at: day(1),
    };
    User::evolve(id(number), None, &added).unwrap()
}

fn acting(user: &User, organization: &Organization) -> Actor {
    let roles = if user.may_act_in(organization.id) {
        user.roles_in(organization.id)
    } else {
        RoleSet::EMPTY
    };
    Actor {
        user: user.id,
        organization: organization.id,
        roles,
        customers: Default::default(),
    }
}

/// The roles of everybody who may act, without this user.
fn others(team: &[User], organization: &Organization, but: UserId) -> RoleSet {
    team.iter()
        .filter(|user| user.id != but)
        .map(|user| acting(user, organization).roles)
        .fold(RoleSet::EMPTY, RoleSet::union)
}

fn facts<'a>(organization: &'a Organization, team: &[User], user: &'a User) -> MemberFacts<'a> {
    MemberFacts {
        organization,
        user,
        others: others(team, organization, user.id),
        pace: PaceFacts::default(),
    }
}

fn some_roles() -> impl Strategy<Value = RoleSet> {
    let of_partner: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| role.exists_in(&reseller().capabilities))
        .collect();
    proptest::sample::subsequence(of_partner, 0..=3).prop_map(|roles| roles.into_iter().collect())
}

fn some_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        some_roles().prop_map(|roles| Change::Roles { roles }),
        Just(Change::Block),
        Just(Change::Unblock),
        Just(Change::Remove),
        Just(Change::SendPasswordLink),
        Just(Change::ResetSecondFactor),
        Just(Change::Rename {
            name: "Another Name".parse().unwrap()
        }),
    ]
}

proptest! {
    #[test]
    fn an_organization_stays_led(
        roles in proptest::collection::vec(some_roles(), 1..5),
        changes in proptest::collection::vec((0_usize..5, 0_usize..5, some_change()), 0..40),
    ) {
        let own = reseller();
        let mut team: Vec<User> = (0_u128..)
            .zip(roles)
            .map(|(number, roles)| member(&own, 100 + number, roles))
            .collect();
        for (by, of, what) in changes {
            let (by, of) = (by % team.len(), of % team.len());
            let actor = acting(&team[by], &own);
            let before = others(&team, &own, id(0));
            let user = team[of].clone();
            let decided = change(facts(&own, &team, &user), &what, &actor, day(2));
            let touches_admin = user.roles_in(own.id).contains(Role::GlobalAdmin)
                || matches!(what, Change::Roles { roles } if roles.contains(Role::GlobalAdmin));
            if let Ok(event) = decided {
                prop_assert!(actor.roles.contains(Role::GlobalAdmin)
                    || (actor.roles.contains(Role::AdminAgent) && !touches_admin));
                if let Some(event) = event {
                    team[of].apply(&event);
                }
            }
            let after = others(&team, &own, id(0));
            for role in ADMINS {
                prop_assert!(!before.contains(role) || after.contains(role), "{what:?} took the last {role}");
            }
        }
    }

    #[test]
    fn without_a_role_for_it_nothing_is_changed(what in some_change(), role in proptest::sample::select(&Role::ALL[..])) {
        prop_assume!(!ADMINS.contains(&role));
        let own = reseller();
        let ben = member(&own, 100, RoleSet::of(&[Role::HelpdeskAgent]));
        let refused = change(facts(&own, &[], &ben), &what, &actor(&own, role), day(2));
        prop_assert_eq!(refused.unwrap_err().code(), "role_missing");
    }

    #[test]
    fn a_guest_is_changed_in_this_organization_alone(what in some_change()) {
        let (own, home) = (reseller(), provider());
        let mut guest = member(&home, 100, RoleSet::of(&[Role::GlobalAdmin]));
        guest.apply(&account::Event::JoinedByInvitation {
            organization: own.id,
            roles: RoleSet::of(&[Role::SalesAgent]),
            at: day(1),
        });
        guest.second_factor = Some(SecondFactor::only(Factor::App, 10));
        prop_assert!(!is_at_home(&own, &guest));
        let admin = actor(&own, Role::GlobalAdmin);
        let mut after = guest.clone();
        if let Ok(Some(event)) = change(facts(&own, &[], &guest), &what, &admin, day(2)) {
            after.apply(&event);
        }
        prop_assert_eq!(after.may_act_in(home.id), true);
        prop_assert_eq!(after.roles_in(home.id), guest.roles_in(home.id));
        prop_assert_eq!((after.name, after.password, after.second_factor), (guest.name, guest.password, guest.second_factor));
    }
}

#[test]
fn what_an_account_owner_does_under_settings_is_not_done_here() {
    let own = reseller();
    let team = [101, 102].map(|number| member(&own, number, RoleSet::of(&ADMINS)));
    let actor = acting(&team[0], &own);
    let code = |what| {
        change(facts(&own, &team, &team[0]), &what, &actor, day(2)).map_err(|error| error.code())
    };
    for what in [
        Change::Block,
        Change::SendPasswordLink,
        Change::ResetSecondFactor,
    ] {
        assert_eq!(code(what), Err("own_account"));
    }
    // Whoever is not the last one may go.
    assert!(code(Change::Remove).is_ok());
}

#[test]
fn a_blocked_admin_is_no_admin_to_count() {
    let own = customer();
    let mut team = [101, 102].map(|number| {
        let roles = RoleSet::of(&[Role::GlobalAdmin]);
        member(&own, number, roles)
    });
    let actor = acting(&team[0], &own);
    let block = change(facts(&own, &team, &team[1]), &Change::Block, &actor, day(2));
    team[1].apply(&block.unwrap().unwrap());
    let leave = change(
        facts(&own, &team, &team[0]),
        &Change::Remove,
        &actor,
        day(2),
    );
    assert_eq!(leave.unwrap_err().code(), "last_in_role");
    // The blocked one can go: nobody loses by that.
    let remove = change(
        facts(&own, &team, &team[1]),
        &Change::Remove,
        &actor,
        day(2),
    );
    assert!(remove.is_ok());
}

#[test]
fn a_mail_about_a_password_is_no_way_around_a_block() {
    let own = reseller();
    let mut ben = member(&own, 101, RoleSet::of(&[Role::SalesAgent]));
    let admin = actor(&own, Role::GlobalAdmin);
    let code = |ben: &User| {
        let what = Change::SendPasswordLink;
        change(facts(&own, &[], ben), &what, &admin, day(2)).map_err(|error| error.code())
    };
    assert!(code(&ben).is_ok());
    ben.blocked_in.insert(own.id);
    assert_eq!(code(&ben), Err("member_blocked"));
    let lately = MemberFacts {
        pace: PaceFacts {
            recipient_since: Some(day(2)),
            ..PaceFacts::default()
        },
        user: &member(&own, 101, RoleSet::of(&[Role::SalesAgent])),
        ..facts(&own, &[], &ben)
    };
    let again = change(lately, &Change::SendPasswordLink, &admin, day(2));
    assert_eq!(again.unwrap_err().code(), "sent_recently");
}

#[test]
fn nobody_is_invited_twice_or_joins_twice() {
    let own = reseller();
    let admin = actor(&own, Role::GlobalAdmin);
    let new = NewMember {
        address: "mia@org2.example".parse().unwrap(),
        name: "Mia Kern".parse().unwrap(),
        roles: RoleSet::of(&[Role::SalesAgent]),
        customers: Narrowing::All,
    };
    let facts = InviteFacts {
        organization: &own,
        is_member: false,
        open: None,
        pace: PaceFacts::default(),
        valid: INVITATION_VALIDITY,
        groups: &[],
    };
    let code = |facts| invite(facts, &new, &admin, day(2)).map_err(|error| error.code());
    let is_member = true;
    assert_eq!(
        code(InviteFacts { is_member, ..facts }),
        Err("already_member")
    );
    let open = Some(id(9000));
    assert_eq!(
        code(InviteFacts { open, ..facts }),
        Err("user_already_invited")
    );
    let invited = code(facts).unwrap();
    let mut invitation = MemberInvitation::evolve(id(9000), None, &invited).unwrap();
    let first = JoinFacts {
        invitation: &invitation,
        link: 1,
        account: None,
        groups: &[],
    };
    let (events, accepted) = join_as_new(first, id(90), day(3)).unwrap();
    let mia = User::replay(id(90), &events).unwrap();
    // Somebody made the account meanwhile.
    let exists = JoinFacts {
        account: Some(&mia),
        ..first
    };
    let refused = join_as_new(exists, id(91), day(3)).unwrap_err();
    assert_eq!(refused.code(), "account_exists");
    assert_eq!(
        join(exists, mia.id, day(3)).unwrap_err().code(),
        "already_member"
    );
    invitation.apply(&accepted);
    let again = JoinFacts {
        invitation: &invitation,
        link: 1,
        account: None,
        groups: &[],
    };
    let refused = join_as_new(again, id(92), day(3)).unwrap_err();
    assert_eq!(refused.code(), "invitation_accepted");
}

/// An invitation by the admin, narrowed to these of the groups.
fn narrowed_to(
    own: &Organization,
    groups: &[CustomerGroup],
    to: &[u128],
) -> Result<MemberInvitation, &'static str> {
    let new = NewMember {
        address: "mia@org2.example".parse().unwrap(),
        name: "Mia Kern".parse().unwrap(),
        roles: RoleSet::of(&[Role::SalesAgent]),
        customers: Narrowing::Only(to.iter().copied().map(id).collect()),
    };
    let facts = InviteFacts {
        organization: own,
        is_member: false,
        open: None,
        pace: PaceFacts::default(),
        valid: INVITATION_VALIDITY,
        groups,
    };
    let invited = invite(facts, &new, &actor(own, Role::GlobalAdmin), day(2));
    let invited = invited.map_err(|refusal| refusal.code())?;
    Ok(MemberInvitation::evolve(id(9000), None, &invited).unwrap())
}

#[test]
fn an_invited_user_is_narrowed_to_the_groups_that_are_left() {
    let own = reseller();
    let groups = [
        customer_group(&own, 1, "North"),
        customer_group(&own, 2, "South"),
    ];
    assert_eq!(narrowed_to(&own, &groups, &[]), Err("no_group_chosen"));
    assert_eq!(narrowed_to(&own, &groups, &[3]), Err("no_such_group"));
    let invitation = narrowed_to(&own, &groups, &[1, 2]).unwrap();
    let reach = |removed: &[u128]| {
        let mut groups = groups.clone();
        for group in &mut groups {
            let is_removed = removed.iter().any(|it| group.id == id(*it));
            group.removed = is_removed.then(|| day(3));
        }
        let facts = JoinFacts {
            invitation: &invitation,
            link: 1,
            account: None,
            groups: &groups,
        };
        let joined = join_as_new(facts, id(90), day(4));
        let (events, _) = joined.map_err(|refusal| refusal.code())?;
        let mia = User::replay(id(90), &events).unwrap();
        let ben = member(&provider(), 91, RoleSet::of(&[Role::SalesAgent]));
        let by = MemberInvitation {
            address: ben.user_name.clone(),
            ..invitation.clone()
        };
        let facts = JoinFacts {
            invitation: &by,
            account: Some(&ben),
            ..facts
        };
        let (events, _) = join(facts, ben.id, day(4)).unwrap();
        let mut joined = ben.clone();
        events.iter().for_each(|event| joined.apply(event));
        assert_eq!(joined.reach_in(own.id), mia.reach_in(own.id));
        let left = mia.reach_in(own.id).groups();
        Ok::<_, &str>(left.map(|groups| groups.iter().collect::<Vec<_>>()))
    };
    assert_eq!(reach(&[]), Ok(Some(vec![id(1), id(2)])));
    assert_eq!(reach(&[1]), Ok(Some(vec![id(2)])));
    // In none of them: neither nobody nor everybody.
    assert_eq!(reach(&[1, 2]), Err("invited_groups_removed"));
}

#[test]
fn the_operator_keeps_a_program_admin() {
    let own = operator();
    let of = |role| RoleSet::of(&[role]);
    let mut team = vec![
        member(&own, 100, of(Role::ProgramAdmin)),
        member(&own, 101, of(Role::Reviewer)),
    ];
    let less = Change::Roles {
        roles: of(Role::Reviewer),
    };
    let decide = |team: &[User], by: usize, on: usize, what: &Change| {
        let actor = acting(&team[by], &own);
        change(facts(&own, team, &team[on]), what, &actor, day(2))
    };
    for what in [&less, &Change::Remove] {
        let refusal = decide(&team, 0, 0, what).unwrap_err();
        assert_eq!(refusal.code(), "last_in_role");
    }
    // A reviewer decides about nobody, and a program admin about everybody else.
    let refusal = decide(&team, 1, 0, &Change::Block).unwrap_err();
    assert_eq!(refusal.code(), "role_missing");
    assert!(decide(&team, 0, 1, &Change::Remove).unwrap().is_some());
    team.push(member(&own, 102, of(Role::ProgramAdmin)));
    assert!(decide(&team, 2, 0, &less).unwrap().is_some());
}
