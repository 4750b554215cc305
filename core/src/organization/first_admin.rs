//! The first admin of a partner, as long as nobody has come by the link.

use super::{Operating, Organization, Problem, may_operate, register::user_name};
use crate::{
    Timestamp,
    access::Action,
    account::{Event, Password, User},
    text::{EmailAddress, PersonName},
};

/// Who is to be the first admin instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstAdmin {
    /// The name.
    pub name: PersonName,
    /// The work account.
    pub user_name: EmailAddress,
}

/// Facts for a correction of the first admin, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct FirstAdminFacts<'a> {
    /// The partner.
    pub organization: &'a Organization,
    /// The account that was entered for its first admin.
    pub admin: &'a User,
    /// Whether another work account already has the new name.
    pub user_name_taken: bool,
}

/// Decides whether the operator may correct the first admin of a partner: a mistyped address leaves an organization
/// that nobody can enter. What is as it was is no event.
///
/// # Errors
/// As [`may_operate`]; otherwise every [`Problem`] found. Whoever has chosen a password is corrected by nobody:
/// [`Problem::HasJoined`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve,
///     account::{Password, User},
///     organization::{FirstAdmin, FirstAdminFacts, Operating, correct_first_admin},
///     role::Role,
/// };
/// let (operator, partner) = (operator(), provider());
/// let by = Some(Operating { operator: &operator, actor: &actor(&operator, Role::ProgramAdmin) });
/// let mut admin = User { password: Password::Temporary, ..user(81) };
/// let facts = FirstAdminFacts { organization: &partner, admin: &admin, user_name_taken: false };
/// let new = FirstAdmin {
///     name: "Mia Kern".parse().unwrap(),
///     user_name: format!("mia@{}", partner.domain).parse().unwrap(),
/// };
/// let event = correct_first_admin(by, facts, &new, day(2)).unwrap().unwrap();
/// let joined = User { password: Password::Own, ..admin.clone() };
/// let late = FirstAdminFacts { admin: &joined, ..facts };
/// assert_eq!(correct_first_admin(by, late, &new, day(2)).unwrap_err()[0].code(), "has_joined");
/// let taken = FirstAdminFacts { user_name_taken: true, ..facts };
/// assert_eq!(correct_first_admin(by, taken, &new, day(2)).unwrap_err()[0].code(), "user_name_taken");
/// let elsewhere = FirstAdmin { user_name: "mia@elsewhere.example".parse().unwrap(), ..new.clone() };
/// assert_eq!(correct_first_admin(by, facts, &elsewhere, day(2)).unwrap_err()[0].code(), "user_name_elsewhere");
///
/// admin.apply(&event);
/// let facts = FirstAdminFacts { organization: &partner, admin: &admin, user_name_taken: false };
/// assert_eq!(correct_first_admin(by, facts, &new, day(2)).unwrap(), None);
/// ```
pub fn correct_first_admin(
    by: Option<Operating<'_>>,
    facts: FirstAdminFacts<'_>,
    new: &FirstAdmin,
    now: Timestamp,
) -> Result<Option<Event>, Vec<Problem>> {
    may_operate(by, Action::ManageOrganizations).map_err(|problem| vec![problem])?;
    let Some(by) = by else {
        return Err(vec![Problem::NoOperator]);
    };
    let admin = facts.admin;
    if admin.password != Password::Temporary {
        let user_name = admin.user_name.clone();
        return Err(vec![Problem::HasJoined { user_name }]);
    }
    let domain = &facts.organization.domain;
    if let Some(problem) = user_name(&new.user_name, domain, facts.user_name_taken) {
        return Err(vec![problem]);
    }
    let user_name = new.user_name.in_lower_case();
    if (&admin.name, &admin.user_name) == (&new.name, &user_name) {
        return Ok(None);
    }
    Ok(Some(Event::FirstAdminCorrected {
        organization: facts.organization.id,
        from: admin.name.clone(),
        name: new.name.clone(),
        user_name,
        at: now,
        by: by.actor.user,
    }))
}
