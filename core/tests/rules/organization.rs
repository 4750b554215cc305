//! Manual entry of organizations and users, and the problems reported.

use tierline_core::{
    Timestamp,
    access::{Action, may_transact},
    account,
    organization::{
        Capability, Event, NewUser, Operating, Organization, Problem, RegisterFacts, Registered,
        Registration, add_user, may_operate, register,
    },
    role::{Role, RoleSet},
};

use crate::common::*;

const FREE: RegisterFacts<'_> = RegisterFacts {
    operator: None,
    domain_taken: false,
    mpn_taken: false,
    user_name_taken: false,
};

fn new(capabilities: &[Capability]) -> Registration {
    Registration {
        id: id(80),
        name: "Proseware".parse().unwrap(),
        domain: "proseware.example".parse().unwrap(),
        country: "NL".parse().unwrap(),
        capabilities: capabilities.to_vec(),
        mpn: None,
        agreement: None,
        admin: id(81),
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user_name: "Admin@Proseware.example".parse().unwrap(),
    }
}

/// By a program admin of the operator.
fn registered(
    facts: RegisterFacts<'_>,
    new: &Registration,
    at: Timestamp,
) -> Result<Registered, Vec<Problem>> {
    let operator = operator();
    let actor = &actor(&operator, Role::ProgramAdmin);
    let operator = &operator;
    register(Some(Operating { operator, actor }), facts, new, at)
}

/// The same for a user.
fn added(
    organization: Option<&Organization>,
    taken: bool,
    new: &NewUser,
    at: Timestamp,
) -> Result<account::Event, Vec<Problem>> {
    let operator = operator();
    let actor = &actor(&operator, Role::ProgramAdmin);
    let operator = &operator;
    let by = Some(Operating { operator, actor });
    add_user(by, organization, taken, new, at)
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(Problem::code).collect()
}

#[test]
fn every_kind_of_organization_gets_a_first_user_who_can_begin() {
    for capability in Capability::ALL {
        let registered = registered(FREE, &new(&[capability]), day(1)).unwrap();
        let roles: Vec<Role> = registered.admin_roles.iter().collect();
        let [role] = roles[..] else {
            unreachable!("{roles:?}")
        };
        let organization = registered.organization;
        assert!(role.exists_in(&organization.capabilities), "{capability:?}");
        assert!(organization.capabilities.is_active(capability));
        assert_eq!(
            role == Role::ProgramAdmin,
            capability == Capability::Operator
        );
        assert!(matches!(registered.event, Event::Registered { admin, .. } if admin == id(81)));
    }
}

#[test]
fn a_partner_without_mpn_id_and_agreement_is_there_but_transacts_nothing() {
    let bare = registered(FREE, &new(&[Capability::IndirectReseller]), day(1)).unwrap();
    let refusal = may_transact(&bare.organization, Capability::IndirectReseller).unwrap_err();
    assert_eq!(refusal.code(), "mpn_id_missing");
}

#[test]
fn partners_can_be_several_things_at_once_others_cannot() {
    use Capability::{Customer, DirectBill, IndirectReseller, Operator};
    assert!(registered(FREE, &new(&[DirectBill, IndirectReseller]), day(1)).is_ok());
    for capabilities in [
        [Customer, IndirectReseller],
        [DirectBill, Customer],
        [Operator, DirectBill],
    ] {
        let problems = registered(FREE, &new(&capabilities), day(1)).unwrap_err();
        assert_eq!(codes(&problems), ["not_together"], "{capabilities:?}");
    }
    let problems = registered(FREE, &new(&[]), day(1)).unwrap_err();
    assert_eq!(codes(&problems), ["no_capability"]);
}

#[test]
fn there_is_one_operator() {
    let operator = organization(6, "Program", "US", Capability::Operator).party();
    let facts = RegisterFacts {
        operator: Some(&operator),
        ..FREE
    };
    let problems = registered(facts, &new(&[Capability::Operator]), day(1)).unwrap_err();
    assert_eq!(
        problems,
        [Problem::OperatorExists {
            operator: operator.clone()
        }]
    );
    assert!(registered(facts, &new(&[Capability::Customer]), day(1)).is_ok());
}

#[test]
fn taken_names_are_told_together() {
    let facts = RegisterFacts {
        domain_taken: true,
        mpn_taken: true,
        user_name_taken: true,
        ..FREE
    };
    let problems = registered(facts, &new(&[Capability::Customer]), day(1)).unwrap_err();
    assert_eq!(codes(&problems), ["domain_taken", "user_name_taken"]);
    let partner = Registration {
        mpn: Some("4586213".parse().unwrap()),
        ..new(&[Capability::DirectBill])
    };
    let problems = registered(facts, &partner, day(1)).unwrap_err();
    assert_eq!(
        codes(&problems),
        ["mpn_taken", "domain_taken", "user_name_taken"]
    );
}

#[test]
fn a_user_has_roles_of_the_own_kind_of_organization() {
    let user = |roles: &[Role]| NewUser {
        id: id(82),
        tenant: "org2.example".parse().unwrap(),
        name: "Ben Lee".parse().unwrap(),
        user_name: "ben@org2.example".parse().unwrap(),
        roles: roles.iter().copied().collect::<RoleSet>(),
    };
    let reseller = reseller();
    assert!(added(Some(&reseller), false, &user(&[Role::SalesAgent]), day(1)).is_ok());
    let problems = added(Some(&reseller), true, &user(&[]), day(1)).unwrap_err();
    assert_eq!(codes(&problems), ["no_role", "user_name_taken"]);
    let wrong = user(&[Role::Reviewer, Role::GlobalAdmin, Role::BillingAdmin]);
    let problems = added(Some(&reseller), false, &wrong, day(1)).unwrap_err();
    assert_eq!(codes(&problems), ["role_elsewhere", "role_elsewhere"]);
    let problems = added(None, true, &user(&[Role::User]), day(1)).unwrap_err();
    assert_eq!(
        codes(&problems),
        ["unknown_organization", "user_name_taken"]
    );
}

#[test]
fn the_operator_alone_comes_by_nobodys_hand() {
    let first = register(None, FREE, &new(&[Capability::Operator]), day(1)).unwrap();
    assert!(first.admin_roles.contains(Role::ProgramAdmin));
    for capability in Capability::ALL {
        if capability != Capability::Operator {
            let problems = register(None, FREE, &new(&[capability]), day(1)).unwrap_err();
            assert_eq!(codes(&problems), ["no_operator"], "{capability:?}");
        }
    }
    // When two enter it at the same time, the second is told about the first.
    let party = operator().party();
    let facts = RegisterFacts {
        operator: Some(&party),
        ..FREE
    };
    let problems = register(None, facts, &new(&[Capability::Operator]), day(1)).unwrap_err();
    assert_eq!(codes(&problems), ["operator_exists"]);
}

#[test]
fn program_admins_of_the_operator_do_what_is_its_own_and_nobody_else_does() {
    let (operator, provider) = (operator(), provider());
    for action in [
        Action::ManageOrganizations,
        Action::ManageAccounts,
        Action::ManageCatalog,
    ] {
        for (organization, role, expected) in [
            (&operator, Role::ProgramAdmin, None),
            (&operator, Role::Reviewer, Some("not_allowed")),
            (&provider, Role::GlobalAdmin, Some("not_allowed")),
            (&provider, Role::ProgramAdmin, Some("not_allowed")),
        ] {
            let by = Operating {
                operator: organization,
                actor: &actor(organization, role),
            };
            let refused = may_operate(Some(by), action).err();
            let code = refused.as_ref().map(Problem::code);
            assert_eq!(code, expected, "{action:?} by {role:?}");
        }
    }
}
