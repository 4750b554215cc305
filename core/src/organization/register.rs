//! Organizations and users that are entered by hand at the program's server: the first ones of all, and those that
//! nobody else may create.
//!
//! "As of October 2020, all Microsoft partners new to CSP are enrolled in the CSP program as indirect resellers"
//! ("Partner with indirect providers in the CSP program"): providers and direct-bill partners enter the program only in
//! this way.
//!
//! All problems are reported at once, as a list of [`Problem`]s.

use super::{
    Capabilities, Capability, CapabilityState, Event, Operating, Organization, Party, Problem,
    RequiredOf, SignedAgreement, may_operate,
};
use crate::{
    Timestamp,
    access::Action,
    account::{self, User},
    ids::{OrganizationId, UserId},
    market::Country,
    role::{Role, RoleSet},
    text::{AgreementVersion, CompanyName, Domain, EmailAddress, MpnId, PersonName},
};

/// Facts for registering an organization, read under a lock. Each answer covers the whole program, not just the part
/// that the person who enters it may see.
#[derive(Clone, Copy, Debug)]
pub struct RegisterFacts<'a> {
    /// The program's operator, if there is one.
    pub operator: Option<&'a Party>,
    /// Whether the domain already belongs to an organization.
    pub domain_taken: bool,
    /// Whether the MPN ID is already associated with an organization.
    pub mpn_taken: bool,
    /// Whether a work account already has the first user's name.
    pub user_name_taken: bool,
}

/// The organization to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The id of the new organization.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// Its capabilities in the program; active at once.
    pub capabilities: Vec<Capability>,
    /// The location MPN ID, if it has one.
    pub mpn: Option<MpnId>,
    /// The partner agreement that it has signed outside the portal, if it has.
    pub agreement: Option<AgreementVersion>,
    /// The id of its first user.
    pub admin: UserId,
    /// The name of its first user.
    pub admin_name: PersonName,
    /// The work account of its first user.
    pub admin_user_name: EmailAddress,
}

/// The result of a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Registered {
    /// The organization.
    pub organization: Organization,
    /// The roles of its first user.
    pub admin_roles: RoleSet,
    /// The event of the organization.
    pub event: Event,
    /// The event of its first user's account.
    pub admin: account::Event,
}

/// Decides the registration of an organization with its first user: a program admin of the operator, a global admin of
/// any other.
///
/// An MPN ID is associated with one tenant ("Partner with indirect providers in the CSP program").
///
/// A program admin of the operator enters it. The operator itself comes first, entered without a user: with `by` as
/// `None`, only the operator can be entered.
///
/// # Errors
/// As [`may_operate`]; otherwise every [`Problem`] found.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     access::may_transact,
///     organization::{Capability, Operating, RegisterFacts, Registration, register},
///     role::Role,
/// };
/// let operator = operator();
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let by = Some(Operating { operator: &operator, actor: &admin });
/// let facts = RegisterFacts { operator: Some(&operator.party()), domain_taken: false, mpn_taken: false, user_name_taken: false };
/// let new = Registration {
///     id: id(80),
///     name: "Contoso Distribution".parse().unwrap(),
///     domain: "contoso.example".parse().unwrap(),
///     country: "TW".parse().unwrap(),
///     capabilities: vec![Capability::IndirectProvider],
///     mpn: Some("4586213".parse().unwrap()),
///     agreement: Some("2026-01".parse().unwrap()),
///     admin: id(81),
///     admin_name: "Grace Lin".parse().unwrap(),
///     admin_user_name: "grace.lin@contoso.example".parse().unwrap(),
/// };
/// let registered = register(by, facts, &new, day(2)).unwrap();
/// assert!(registered.admin_roles.contains(Role::GlobalAdmin));
/// assert!(may_transact(&registered.organization, Capability::IndirectProvider).is_ok());
///
/// // All that is wrong is said at once.
/// let wrong = Registration {
///     capabilities: vec![Capability::Customer],
///     admin_user_name: "grace.lin@elsewhere.example".parse().unwrap(),
///     ..new
/// };
/// let problems = register(by, RegisterFacts { domain_taken: true, ..facts }, &wrong, day(2)).unwrap_err();
/// let codes: Vec<&str> = problems.iter().map(|problem| problem.code()).collect();
/// assert_eq!(codes, ["mpn_of_no_partner", "agreement_of_no_partner", "domain_taken", "user_name_elsewhere"]);
///
/// // Nobody enters anything but the operator.
/// assert_eq!(register(None, facts, &wrong, day(2)).unwrap_err()[0].code(), "no_operator");
/// ```
pub fn register(
    by: Option<Operating<'_>>,
    facts: RegisterFacts<'_>,
    new: &Registration,
    now: Timestamp,
) -> Result<Registered, Vec<Problem>> {
    if by.is_some() || !new.capabilities.contains(&Capability::Operator) {
        may_operate(by, Action::ManageOrganizations).map_err(|problem| vec![problem])?;
    }
    let mut problems = together(&new.capabilities);
    let capabilities = new
        .capabilities
        .iter()
        .fold(Capabilities::default(), |all, capability| {
            all.with(*capability, CapabilityState::Active)
        });
    if let Some(operator) = facts.operator.filter(|_| capabilities.operator.is_some()) {
        problems.push(Problem::OperatorExists {
            operator: operator.clone(),
        });
    }
    // Without any capability, its requirements are unknown.
    if !capabilities.is_partner() && !new.capabilities.is_empty() {
        problems.extend(new.mpn.as_ref().map(|_| Problem::MpnOfNoPartner));
        problems.extend(
            new.agreement
                .as_ref()
                .map(|_| Problem::AgreementOfNoPartner),
        );
    }
    if let Some(mpn) = new.mpn.as_ref().filter(|_| facts.mpn_taken) {
        problems.push(Problem::MpnTaken { mpn: mpn.clone() });
    }
    if facts.domain_taken {
        problems.push(Problem::DomainTaken {
            domain: new.domain.clone(),
        });
    }
    problems.extend(user_name(
        &new.admin_user_name,
        &new.domain,
        facts.user_name_taken,
    ));
    if !problems.is_empty() {
        return Err(problems);
    }
    let agreement = new.agreement.as_ref().map(|version| SignedAgreement {
        version: version.to_string(),
        at: now,
    });
    let organization = Organization {
        id: new.id,
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        capabilities,
        agreement: agreement.clone(),
        mpn: new.mpn.clone(),
        second_factor: RequiredOf::Nobody,
        suspensions: Vec::new(),
        offboarding: None,
        mpn_inactive: None,
        asked_first: false,
    };
    let event = Event::Registered {
        name: new.name.clone(),
        domain: new.domain.clone(),
        country: new.country,
        capabilities,
        mpn: new.mpn.clone(),
        agreement,
        admin: new.admin,
        at: now,
    };
    let first = if capabilities.operator.is_some() {
        Role::ProgramAdmin
    } else {
        Role::GlobalAdmin
    };
    let admin_roles = RoleSet::EMPTY.with(first);
    let admin = account::Event::Added {
        organization: new.id,
        name: new.admin_name.clone(),
        user_name: new.admin_user_name.clone(),
        roles: admin_roles,
        password: account::Password::Temporary,
        origin: account::Origin::WithOrganization,
        at: now,
    };
    Ok(Registered {
        organization,
        admin_roles,
        event,
        admin,
    })
}

/// A user to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// The id of the new user.
    pub id: UserId,
    /// The domain of the organization.
    pub tenant: Domain,
    /// The user's name.
    pub name: PersonName,
    /// The work account.
    pub user_name: EmailAddress,
    /// The roles.
    pub roles: RoleSet,
}

/// Decides whether the operator may add a user to the organization of [`NewUser::tenant`], if there is one.
///
/// # Errors
/// As [`may_operate`]; otherwise every [`Problem`] found.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{organization::{NewUser, Operating, add_user}, role::{Role, RoleSet}};
/// let operator = operator();
/// let by = Some(Operating { operator: &operator, actor: &actor(&operator, Role::ProgramAdmin) });
/// let (reseller, customer) = (reseller(), customer());
/// let new = NewUser {
///     id: id(81),
///     tenant: reseller.domain.clone(),
///     name: "Ben Lee".parse().unwrap(),
///     user_name: "ben.lee@org2.example".parse().unwrap(),
///     roles: RoleSet::EMPTY.with(Role::AdminAgent),
/// };
/// assert!(add_user(by, Some(&reseller), false, &new, day(2)).is_ok());
///
/// let wrong = NewUser { tenant: customer.domain.clone(), ..new };
/// let problems = add_user(by, Some(&customer), false, &wrong, day(2)).unwrap_err();
/// assert_eq!(problems[0].to_string(),
///     "there is no role `admin_agent` in this kind of organization, only global_admin, billing_admin, user");
/// assert_eq!(problems[1].code(), "user_name_elsewhere");
/// ```
pub fn add_user(
    by: Option<Operating<'_>>,
    organization: Option<&Organization>,
    user_name_taken: bool,
    new: &NewUser,
    now: Timestamp,
) -> Result<account::Event, Vec<Problem>> {
    may_operate(by, Action::ManageAccounts).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    if new.roles == RoleSet::EMPTY {
        problems.push(Problem::NoRole);
    }
    match organization {
        Some(organization) => {
            let exists = |role: &Role| role.exists_in(&organization.capabilities);
            let elsewhere = new.roles.iter().filter(|role| !exists(role));
            problems.extend(elsewhere.map(|role| Problem::RoleElsewhere {
                role,
                there_are: Role::ALL.into_iter().filter(exists).collect(),
            }));
        }
        None => problems.push(Problem::UnknownOrganization {
            domain: new.tenant.clone(),
        }),
    }
    problems.extend(user_name(&new.user_name, &new.tenant, user_name_taken));
    let Some(organization) = organization.filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    Ok(account::Event::Added {
        organization: organization.id,
        name: new.name.clone(),
        user_name: new.user_name.clone(),
        roles: new.roles,
        password: account::Password::Temporary,
        origin: account::Origin::Operator,
        at: now,
    })
}

/// Decides whether the operator may give a new temporary password to a user who has no other way to sign in: the
/// account with this name, if there is one.
///
/// # Errors
/// As [`may_operate`]; [`Problem::UnknownUser`]; [`Problem::Blocked`] for a blocked account, unless it is to be
/// unblocked too: no user is let in again as a side effect.
///
/// A blocked user may do nothing, with one exception: when the operator has no program admin left who is not blocked,
/// a blocked one may let itself in again. Otherwise nobody could do anything for the program any more.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{account::User, organization::{Operating, reset_password}, role::Role};
/// let operator = operator();
/// let by = Some(Operating { operator: &operator, actor: &actor(&operator, Role::ProgramAdmin) });
/// let ben = user(81);
/// let name = ben.user_name.clone();
/// assert!(reset_password(by, Some(&ben), &name, false, true, day(2)).is_ok());
/// assert_eq!(reset_password(by, None, &name, false, true, day(2)).unwrap_err().code(), "unknown_user");
///
/// let blocked = User { is_blocked: true, ..ben };
/// assert_eq!(reset_password(by, Some(&blocked), &name, false, true, day(2)).unwrap_err().code(), "blocked");
/// assert!(reset_password(by, Some(&blocked), &name, true, true, day(2)).is_ok());
/// ```
pub fn reset_password(
    by: Option<Operating<'_>>,
    user: Option<&User>,
    user_name: &EmailAddress,
    unblock: bool,
    has_admin: bool,
    now: Timestamp,
) -> Result<account::Event, Problem> {
    let lets_itself_in = unblock
        && !has_admin
        && by.zip(user).is_some_and(|(by, user)| {
            user.id == by.actor.user && user.roles_in(by.operator.id).contains(Role::ProgramAdmin)
        });
    if !lets_itself_in {
        may_operate(by, Action::ManageAccounts)?;
    }
    let Some(user) = user else {
        return Err(Problem::UnknownUser {
            user_name: user_name.clone(),
        });
    };
    if user.is_blocked && !unblock {
        return Err(Problem::Blocked {
            user_name: user_name.clone(),
        });
    }
    Ok(account::Event::PasswordReset {
        unblocked: user.is_blocked,
        at: now,
    })
}

/// Decides whether the operator may remove the second factor of the account with this name, if there is one: for a user
/// who has lost both the app and the recovery codes.
///
/// # Errors
/// As [`may_operate`]; [`Problem::UnknownUser`]; [`Problem::NoSecondFactor`] when there is none to remove.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     account::{Factor, SecondFactor, User},
///     organization::{Operating, reset_second_factor},
///     role::Role,
/// };
/// let operator = operator();
/// let by = Some(Operating { operator: &operator, actor: &actor(&operator, Role::ProgramAdmin) });
/// let ben = user(81);
/// let name = ben.user_name.clone();
/// assert_eq!(reset_second_factor(by, Some(&ben), &name, day(2)).unwrap_err().code(), "no_second_factor");
/// let with_app = User { second_factor: Some(SecondFactor::only(Factor::App, 10)), ..ben };
/// assert!(reset_second_factor(by, Some(&with_app), &name, day(2)).is_ok());
/// assert_eq!(reset_second_factor(by, None, &name, day(2)).unwrap_err().code(), "unknown_user");
/// ```
pub fn reset_second_factor(
    by: Option<Operating<'_>>,
    user: Option<&User>,
    user_name: &EmailAddress,
    now: Timestamp,
) -> Result<account::Event, Problem> {
    may_operate(by, Action::ManageAccounts)?;
    match user {
        None => Err(Problem::UnknownUser {
            user_name: user_name.clone(),
        }),
        Some(user) if user.second_factor.is_none() => Err(Problem::NoSecondFactor {
            user_name: user_name.clone(),
        }),
        Some(_) => Ok(account::Event::SecondFactorReset { at: now }),
    }
}

/// The problems with this combination of capabilities.
fn together(capabilities: &[Capability]) -> Vec<Problem> {
    if capabilities.is_empty() {
        return vec![Problem::NoCapability];
    }
    [Capability::Operator, Capability::Customer]
        .into_iter()
        .filter(|alone| capabilities.contains(alone))
        .filter_map(|alone| {
            let with = capabilities.iter().copied().find(|it| *it != alone)?;
            Some(Problem::NotTogether { alone, with })
        })
        .collect()
}

/// The problem with the name of a work account, if there is one.
pub(super) fn user_name(user_name: &EmailAddress, domain: &Domain, taken: bool) -> Option<Problem> {
    if user_name.domain() != domain.as_str() {
        return Some(Problem::UserNameElsewhere {
            user_name: user_name.clone(),
            domain: domain.clone(),
        });
    }
    taken.then(|| Problem::UserNameTaken {
        user_name: user_name.clone(),
    })
}
