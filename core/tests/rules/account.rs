//! The events of accounts.

use tierline_core::{
    Evolve as _,
    account::{Event, Factor, Origin, Password, SecondFactor, User},
    actor::Actor,
    organization::{Operating, reset_password},
    role::{Role, RoleSet},
};

use crate::common::*;

fn after(before: User, events: &[Event]) -> User {
    events.iter().fold(before, |user, event| {
        User::evolve(user.id, Some(user), event).unwrap()
    })
}

#[test]
fn a_password_that_somebody_else_has_seen_is_temporary_until_it_is_changed() {
    let at = day(2);
    let own = after(user(9), &[Event::PasswordChanged { at }]);
    assert_eq!(own.password, Password::Own);
    let blocked = User {
        is_blocked: true,
        ..own
    };
    let (operator, admin) = (operator(), actor(&operator(), Role::ProgramAdmin));
    let by = Some(Operating {
        operator: &operator,
        actor: &admin,
    });
    let reset = reset_password(by, Some(&blocked), &blocked.user_name, true, true, at).unwrap();
    let let_in = after(blocked, &[reset]);
    assert_eq!(let_in.password, Password::Temporary);
    assert!(!let_in.is_blocked);
}

#[test]
fn a_blocked_program_admin_lets_itself_in_only_when_there_is_no_other() {
    let (at, operator) = (day(2), operator());
    let admin = actor(&operator, Role::ProgramAdmin);
    // A blocked user's roles are not in force: the actor has none.
    let without_roles = Actor {
        roles: RoleSet::EMPTY,
        ..admin
    };
    let by = Some(Operating {
        operator: &operator,
        actor: &without_roles,
    });
    let account = |of, role| User {
        id: of,
        roles: [(operator.id, RoleSet::EMPTY.with(role))].into(),
        is_blocked: true,
        ..user(9)
    };
    let itself = account(admin.user, Role::ProgramAdmin);
    let asked = |user: &User, unblock, has_admin| {
        reset_password(by, Some(user), &user.user_name, unblock, has_admin, at)
            .map_err(|problem| problem.code())
    };
    assert!(asked(&itself, true, false).is_ok());
    assert_eq!(asked(&itself, true, true), Err("not_allowed"));
    assert_eq!(asked(&itself, false, false), Err("not_allowed"));
    let other = account(id(900), Role::ProgramAdmin);
    assert_eq!(asked(&other, true, false), Err("not_allowed"));
    let reviewer = account(admin.user, Role::Reviewer);
    assert_eq!(asked(&reviewer, true, false), Err("not_allowed"));
    let nobody = reset_password(None, Some(&itself), &itself.user_name, true, false, at);
    assert_eq!(nobody.unwrap_err().code(), "no_operator");
}

#[test]
fn a_second_factor_is_what_was_added_and_not_removed() {
    let at = day(2);
    let (app, passkey) = (Factor::App, Factor::Passkey);
    let set_up = Event::SecondFactorSetUp {
        factor: passkey,
        recovery_codes: 10,
        at,
    };
    let history = [
        set_up,
        Event::FactorAdded { factor: app, at },
        Event::FactorAdded {
            factor: passkey,
            at,
        },
        Event::RecoveryCodeUsed { left: 9, at },
        Event::FactorRemoved { factor: app, at },
    ];
    let second_factor = after(user(9), &history).second_factor;
    assert_eq!(
        second_factor,
        Some(SecondFactor {
            app: false,
            passkeys: 2,
            recovery_codes: 9
        })
    );
    let mut over = history.to_vec();
    over.push(Event::SecondFactorTurnedOff { at });
    assert_eq!(after(user(9), &over), user(9));
    // Without a second factor, nothing can be added to it.
    let added = Event::FactorAdded { factor: app, at };
    assert_eq!(after(user(9), &[added]), user(9));
}

#[test]
fn who_joins_another_organization_keeps_the_roles_in_the_first() {
    let joined = Event::Joined {
        organization: id(3),
        roles: RoleSet::EMPTY.with(Role::ReportViewer),
        at: day(2),
    };
    let user = after(user(9), &[joined]);
    assert!(user.roles_in(id(2)).contains(Role::AdminAgent));
    assert!(user.roles_in(id(3)).contains(Role::ReportViewer));
    assert_eq!(user.roles_in(id(4)), RoleSet::EMPTY);
}

#[test]
fn an_account_is_known_by_its_name_in_lower_case() {
    let added = Event::Added {
        organization: id(2),
        name: "Ben Lee".parse().unwrap(),
        user_name: "Ben.Lee@org2.example".parse().unwrap(),
        roles: RoleSet::EMPTY,
        password: Password::Own,
        origin: Origin::Operator,
        at: day(1),
    };
    let user = User::evolve(id(9), None, &added).unwrap();
    assert_eq!(user.user_name.as_str(), "ben.lee@org2.example");
}
