//! May this actor do this now? Allowed with what it rests on, or refused with what is missing.
//!
//! The same decision serves the server, which asks it under a lock before every change, and the browser, which
//! asks it to show in advance what would be refused and why. Rule 1: nobody sees or changes anything of an
//! organization without a role in it or a grant from it that is in force now.
//!
//! What each action needs is a row of the one table of [permissions](crate::permission#the-table): the role, what it is
//! done to, what has to be in force between the two, and the capability. There is a decision for each kind of
//! subject; asked about another kind than the action is done to, it refuses.
//!
//! A decision looks at the facts it is given and nothing else: its cost does not grow with the number of
//! organizations, and on the allowed path it allocates nothing. Where several things are missing, the one that is
//! nearest to the person is named first: the role, then the relationship, then capability, MPN ID, agreement and
//! region, and the single right last.

mod customer;
mod partner;
mod refusal;
mod standing;

pub use customer::{CustomerFacts, Provider, authorize_on_customer, could_on_customer};
pub(crate) use partner::authorize_under;
pub use partner::{PartnerFacts, authorize_on_partner};
pub use refusal::Refusal;
pub use standing::{may_gain_direct_customer, may_transact, same_region};

use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    ids::{PartnershipId, RelationshipId},
    organization::Organization,
    permission::{Permission, SubjectKind},
    read::Read,
    relationship::Grant,
    role::{Role, RoleSet},
};

pub use crate::permission::Action;

/// What a permission rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// A role in the own organization is enough.
    Role {
        /// The role.
        role: Role,
    },
    /// A role, and a partnership in force.
    Partnership {
        /// The role.
        role: Role,
        /// The partnership.
        partnership: PartnershipId,
    },
    /// A role, and a relationship in force.
    Relationship {
        /// The role.
        role: Role,
        /// The relationship.
        relationship: RelationshipId,
    },
    /// A role, and a right granted by the customer.
    Grant {
        /// The role.
        role: Role,
        /// The relationship.
        relationship: RelationshipId,
        /// The right.
        grant: Grant,
    },
}

/// Allowed with its basis, or refused.
pub type Decision = Result<Basis, crate::Refusal>;

/// May the actor do this to what is the own organization's: its profile and lists, its requests to others, its grants?
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing) when the organization is not the actor's, or none of the roles
/// permits it in an organization of this kind; [`WrongSubject`](crate::access::Refusal::WrongSubject) when it is not
/// done to the own organization; then the capability, MPN ID or agreement that is missing.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, Basis, authorize_own}, role::Role};
/// let mut provider = provider();
/// let agent = actor(&provider, Role::SalesAgent);
/// assert_eq!(authorize_own(&provider, &agent, Action::RequestPartnership), Ok(Basis::Role { role: Role::SalesAgent }));
///
/// let refused = |provider: &_, action| authorize_own(provider, &agent, action).unwrap_err().code();
/// assert_eq!(refused(&provider, Action::AcceptPartnership), "role_missing");
/// assert_eq!(refused(&provider, Action::PlaceOrder), "wrong_subject");
/// provider.agreement = None;
/// assert_eq!(refused(&provider, Action::RequestPartnership), "agreement_unsigned");
/// ```
pub fn authorize_own(organization: &Organization, actor: &Actor, action: Action) -> Decision {
    let (row, role) = permitted(organization, actor, action, SubjectKind::Own)?;
    standing::has_what_it_needs(organization, row.needs)?;
    Ok(Basis::Role { role })
}

/// As [`authorize_own`], as far as the actor's role goes: the capability is not looked at. For what can be done without
/// it, like declining what one could not accept, and for what decides about it more closely.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing) or [`WrongSubject`](crate::access::Refusal::WrongSubject).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, authorize_own, authorize_role}, role::Role};
/// let mut reseller = reseller();
/// reseller.agreement = None;
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// assert!(authorize_role(&reseller, &admin, Action::AcceptPartnership).is_ok());
/// assert!(authorize_own(&reseller, &admin, Action::AcceptPartnership).is_err());
/// ```
pub fn authorize_role(organization: &Organization, actor: &Actor, action: Action) -> Decision {
    let (_, role) = permitted(organization, actor, action, SubjectKind::Own)?;
    Ok(Basis::Role { role })
}

/// May the actor do this to the program as a whole?
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing), [`WrongSubject`](crate::access::Refusal::WrongSubject) or
/// [`CapabilityInactive`](crate::organization::Refusal::CapabilityInactive).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, authorize_on_program}, organization::Capability, role::Role};
/// // A mail may be anybody's, so its delivery is an affair of whoever runs the program.
/// let operator = organization(9, "Lamna Cloud Program", "DE", Capability::Operator);
/// assert!(authorize_on_program(&operator, &actor(&operator, Role::ProgramAdmin), Action::ManageMail).is_ok());
/// assert!(authorize_on_program(&operator, &actor(&operator, Role::Reviewer), Action::ManageMail).is_err());
/// assert!(authorize_on_program(&provider(), &actor(&provider(), Role::ProgramAdmin), Action::ManageMail).is_err());
/// ```
pub fn authorize_on_program(
    organization: &Organization,
    actor: &Actor,
    action: Action,
) -> Decision {
    let (row, role) = permitted(organization, actor, action, SubjectKind::Program)?;
    standing::has_what_it_needs(organization, row.needs)?;
    Ok(Basis::Role { role })
}

/// The row of the table by which the actor may do this to such a subject, and the role.
fn permitted(
    organization: &Organization,
    actor: &Actor,
    action: Action,
    on: SubjectKind,
) -> Result<(&'static Permission, Role), crate::Refusal> {
    if !action.is_done_to(on) {
        return Err(Refusal::WrongSubject {
            action,
            subject: on,
        }
        .into());
    }
    let roles = if actor.organization == organization.id {
        actor.roles
    } else {
        RoleSet::EMPTY
    };
    action
        .permission(&organization.capabilities, roles, on)
        .ok_or_else(|| role_missing(organization, action))
}

/// The refusal for an actor without a role that permits the action. It names the roles that would: those of
/// organizations of this kind alone, and none where the action is for another kind.
///
/// ```
/// use tierline_core::{access::{Action, role_missing}, refusal::Fixer, testing::*};
/// let refusal = role_missing(&reseller(), Action::ManageSubscriptions);
/// assert!(matches!(refusal.fixer(), Fixer::UserOf { .. }));
/// // No role of a reseller ends what a customer has granted.
/// assert_eq!(role_missing(&reseller(), Action::EndGrant).fixer(), Fixer::Nobody);
/// ```
#[must_use]
pub fn role_missing(organization: &Organization, action: Action) -> crate::Refusal {
    Refusal::RoleMissing {
        action,
        organization: organization.party(),
        needs: action.roles_in(&organization.capabilities).into(),
    }
    .into()
}
