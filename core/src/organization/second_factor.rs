//! A second factor that an organization, or the program, requires of its users (OWASP ASVS 5.0, 6.3.3).
//!
//! An organization requires it of nobody, of its admins, of users with certain roles, or of everybody; the program may
//! have a minimum for all. A
//! user is concerned by any organization that they belong to, whichever they act for: a session may be used for each of
//! them. A user who is concerned and has no second factor may do nothing but set one up, for which none is needed.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Event, Organization, Party, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    code::UnknownCode,
    read::Read,
    role::{Role, RoleSet},
};

/// The users of whom a second factor is required. Serialized as its text: the name of the group, or the names of the
/// roles with commas between them.
///
/// ```
/// use tierline_core::{organization::RequiredOf, role::{Role, RoleSet}};
/// assert_eq!("admins".parse(), Ok(RequiredOf::Admins));
/// let helpdesk = RequiredOf::Roles(RoleSet::of(&[Role::HelpdeskAgent]));
/// assert_eq!("helpdesk_agent".parse(), Ok(helpdesk));
/// let both = RequiredOf::Roles(RoleSet::of(&[Role::SalesAgent, Role::HelpdeskAgent]));
/// assert_eq!(both.to_string(), "sales_agent,helpdesk_agent");
/// assert_eq!("some".parse::<RequiredOf>().unwrap_err().to_string(), "`some` is no group of users");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(try_from = "String", into = "String")]
pub enum RequiredOf {
    /// Each user decides alone.
    #[default]
    Nobody,
    /// Global admins and admin agents; the operator's program admins.
    Admins,
    /// Users with any of these roles, of which there is at least one.
    Roles(RoleSet),
    /// Every user, whatever the roles.
    Everybody,
}

impl RequiredOf {
    /// The groups that have a name, each of which includes those before it.
    pub const GROUPS: [RequiredOf; 3] = [
        RequiredOf::Nobody,
        RequiredOf::Admins,
        RequiredOf::Everybody,
    ];

    const ADMINS: RoleSet = RoleSet::of(&[Role::ProgramAdmin, Role::GlobalAdmin, Role::AdminAgent]);

    /// The users of either.
    ///
    /// ```
    /// use tierline_core::{organization::RequiredOf, role::{Role, RoleSet}};
    /// assert_eq!(RequiredOf::Admins.or(RequiredOf::Everybody), RequiredOf::Everybody);
    /// assert_eq!(RequiredOf::Nobody.or(RequiredOf::Admins), RequiredOf::Admins);
    /// let helpdesk = RoleSet::of(&[Role::HelpdeskAgent]);
    /// let either = RequiredOf::Admins.or(RequiredOf::Roles(helpdesk));
    /// assert!(either.includes(helpdesk) && either.includes(RoleSet::of(&[Role::GlobalAdmin])));
    /// ```
    #[must_use]
    pub fn or(self, other: RequiredOf) -> RequiredOf {
        match (self, other) {
            (RequiredOf::Everybody, _) | (_, RequiredOf::Everybody) => RequiredOf::Everybody,
            (one, other) if one == other => one,
            (RequiredOf::Nobody, some) | (some, RequiredOf::Nobody) => some,
            (one, other) => RequiredOf::Roles(one.roles().union(other.roles())),
        }
    }

    /// The roles that are concerned; none for everybody, who needs no role.
    #[must_use]
    pub const fn roles(self) -> RoleSet {
        match self {
            RequiredOf::Nobody | RequiredOf::Everybody => RoleSet::EMPTY,
            RequiredOf::Admins => RequiredOf::ADMINS,
            RequiredOf::Roles(roles) => roles,
        }
    }

    /// Whether a user with these roles is concerned.
    ///
    /// ```
    /// use tierline_core::{organization::RequiredOf, role::{Role, RoleSet}};
    /// let (agent, helpdesk) = (RoleSet::of(&[Role::AdminAgent]), RoleSet::of(&[Role::HelpdeskAgent]));
    /// assert!(RequiredOf::Admins.includes(agent) && !RequiredOf::Admins.includes(helpdesk));
    /// assert!(RequiredOf::Everybody.includes(RoleSet::EMPTY));
    /// ```
    #[must_use]
    pub const fn includes(self, roles: RoleSet) -> bool {
        match self {
            RequiredOf::Everybody => true,
            some => !roles.intersection(some.roles()).is_empty(),
        }
    }
}

impl fmt::Display for RequiredOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequiredOf::Nobody => f.pad("nobody"),
            RequiredOf::Admins => f.pad("admins"),
            RequiredOf::Everybody => f.pad("everybody"),
            RequiredOf::Roles(roles) => {
                let names: Vec<&str> = roles.iter().map(Role::code).collect();
                f.pad(&names.join(","))
            }
        }
    }
}

impl FromStr for RequiredOf {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let mut groups = RequiredOf::GROUPS.into_iter();
        if let Some(group) = groups.find(|group| group.to_string() == text) {
            return Ok(group);
        }
        let roles: Result<RoleSet, _> = text.split(',').map(str::parse::<Role>).collect();
        roles.map(RequiredOf::Roles).map_err(|_| UnknownCode {
            code: text.to_owned(),
            kind: "group of users",
        })
    }
}

impl TryFrom<String> for RequiredOf {
    type Error = UnknownCode;

    fn try_from(text: String) -> Result<Self, UnknownCode> {
        text.parse()
    }
}

impl From<RequiredOf> for String {
    fn from(of: RequiredOf) -> String {
        of.to_string()
    }
}

/// What requires a second factor of a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum RequiredBy {
    /// The program's minimum, set by the operator.
    Program,
    /// An organization that the user belongs to.
    Organization {
        /// The organization.
        organization: Party,
    },
}

/// For the sentences of refusals.
impl fmt::Display for RequiredBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequiredBy::Program => f.write_str("the program"),
            RequiredBy::Organization { organization } => write!(f, "`{}`", organization.name),
        }
    }
}

/// A user's place in one organization, as far as this rule needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// The organization.
    pub organization: Party,
    /// The user's roles there.
    pub roles: RoleSet,
    /// The users of whom the organization requires a second factor.
    pub required_of: RequiredOf,
}

/// What requires a second factor of the user who belongs to these organizations; none if the user may do without one.
/// The program's minimum is named first: no organization can lift it.
///
/// ```
/// use tierline_core::{organization::{Belonging, RequiredBy, RequiredOf, required_by}, role::{Role, RoleSet}, testing::*};
/// let of = |required_of| [Belonging {
///     organization: reseller().party(),
///     roles: RoleSet::of(&[Role::AdminAgent]),
///     required_of,
/// }];
/// assert_eq!(required_by(RequiredOf::Nobody, &of(RequiredOf::Nobody)), None);
/// let own = RequiredBy::Organization { organization: reseller().party() };
/// assert_eq!(required_by(RequiredOf::Nobody, &of(RequiredOf::Admins)), Some(own));
/// assert_eq!(required_by(RequiredOf::Admins, &of(RequiredOf::Nobody)), Some(RequiredBy::Program));
/// ```
#[must_use]
pub fn required_by(minimum: RequiredOf, belongings: &[Belonging]) -> Option<RequiredBy> {
    let by_program =
        minimum == RequiredOf::Everybody || belongings.iter().any(|it| minimum.includes(it.roles));
    if by_program {
        return Some(RequiredBy::Program);
    }
    let strict = belongings
        .iter()
        .find(|it| it.required_of.includes(it.roles));
    strict.map(|it| RequiredBy::Organization {
        organization: it.organization.clone(),
    })
}

/// Whether a user may go on, or has to set up a second factor first.
///
/// # Errors
/// [`Refusal::SecondFactorMissing`] for a user who has none and needs one.
///
/// ```
/// use tierline_core::{Refusal, organization::{RequiredBy, has_required_factor}, refusal::Fixer};
/// assert!(has_required_factor(false, None).is_ok());
/// assert!(has_required_factor(true, Some(&RequiredBy::Program)).is_ok());
/// let refusal = Refusal::from(has_required_factor(false, Some(&RequiredBy::Program)).unwrap_err());
/// assert_eq!((refusal.code(), refusal.fixer()), ("second_factor_missing", Fixer::You));
/// ```
pub fn has_required_factor(
    has_second_factor: bool,
    required: Option<&RequiredBy>,
) -> Result<(), Refusal> {
    match required {
        Some(by) if !has_second_factor => Err(Refusal::SecondFactorMissing { by: by.clone() }),
        _ => Ok(()),
    }
}

/// Whether a user may turn the second factor off.
///
/// # Errors
/// [`Refusal::SecondFactorRequired`] for a user who needs one.
///
/// ```
/// use tierline_core::organization::{RequiredBy, may_turn_off};
/// assert!(may_turn_off(None).is_ok());
/// assert_eq!(may_turn_off(Some(&RequiredBy::Program)).unwrap_err().code(), "second_factor_required");
/// ```
pub fn may_turn_off(required: Option<&RequiredBy>) -> Result<(), Refusal> {
    required.map_or(Ok(()), |by| {
        Err(Refusal::SecondFactorRequired { by: by.clone() })
    })
}

/// Decides of whom the organization requires a second factor from now on. Nothing happens if it is so already. An
/// organization may require less than the program's minimum, which then applies.
///
/// # Errors
/// As [`authorize_own`](access::authorize_own).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve as _, organization::{RequiredOf, require_second_factor}, role::Role};
/// let mut reseller = reseller();
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// let event = require_second_factor(&reseller, &admin, RequiredOf::Admins, day(2)).unwrap().unwrap();
/// reseller.apply(&event);
/// assert_eq!(reseller.second_factor, RequiredOf::Admins);
/// assert_eq!(require_second_factor(&reseller, &admin, RequiredOf::Admins, day(3)), Ok(None));
///
/// let agent = actor(&reseller, Role::AdminAgent);
/// let refused = require_second_factor(&reseller, &agent, RequiredOf::Nobody, day(3)).unwrap_err();
/// assert_eq!(refused.code(), "role_missing");
/// ```
pub fn require_second_factor(
    organization: &Organization,
    actor: &Actor,
    of: RequiredOf,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    access::authorize_own(organization, actor, Action::RequireSecondFactor)?;
    Ok(
        (organization.second_factor != of).then_some(Event::SecondFactorRequired {
            of,
            at: now,
            by: actor.user,
        }),
    )
}
