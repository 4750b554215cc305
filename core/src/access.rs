//! Decides whether an actor may do something now: allowed, with its basis, or refused, with what is missing.
//!
//! The same decision serves the server, which asks it under a lock before every change, and the browser, which
//! asks it to show in advance what would be refused and why. Rule 1: nobody sees or changes anything of an
//! organization without a role in it or a grant from it that is in force now.
//!
//! The requirements of each action are in the one table of [permissions](crate::permission#the-table): the role, the
//! subject, the tie that must be in force between the two, and the capability. Each kind of subject has a decision of
//! its own, which refuses an action that is done to another kind.
//!
//! A decision looks at the facts it is given and nothing else: its cost does not grow with the number of
//! organizations, and on the allowed path it allocates nothing. If several things are missing, the refusal names the
//! one nearest to the person: the role first, then the relationship, then capability, MPN ID, agreement and region, and
//! the single right last.
//!
//! A user whose rights are [narrowed](crate::reach) to groups of customers is refused for every other customer, by a
//! refusal of its own. The server answers it as if there were no such customer.
//!
//! # Which decision to ask
//!
//! | subject of the action | decision | facts besides the organization |
//! | --- | --- | --- |
//! | the own organization | [`authorize_own`]; [`authorize_role`] for the role alone | |
//! | any, before it is known | [`authorize_roles`] | the roles alone |
//! | a customer, or the customer itself | [`authorize_on_customer`]; [`could_on_customer`] for any user | the customer, the relationship |
//! | another partner | [`authorize_on_partner`] | the partner, the partnership, the time |
//! | the program | [`authorize_on_program`] | |
//!
//! Orders and acceptances have further requirements, checked by [`crate::order::order`] and
//! [`crate::invitation::accept`]. Lists ask the same decisions, one for each row, so that nobody sees in a list what is
//! refused on its page.

mod customer;
mod partner;
mod reach;
mod refusal;
mod standing;

pub(crate) use customer::in_reach;
pub use customer::{CustomerFacts, Provider, authorize_on_customer, could_on_customer};
pub(crate) use partner::authorize_under;
pub use partner::{PartnerFacts, authorize_on_partner};
pub(crate) use reach::{over_all, within};
pub use refusal::Refusal;
pub(crate) use standing::has_mpn;
pub use standing::{may_gain_direct_customer, may_transact, same_region};

use serde::{Deserialize, Serialize};

use crate::{
    actor::Actor,
    ids::{PartnershipId, RelationshipId},
    organization::{Capabilities, Capability, Organization, Party},
    permission::{Need, Permission, SubjectKind},
    read::Read,
    relationship::{Grant, Side},
    role::{Role, RoleSet},
};

pub use crate::permission::Action;

/// The basis of a permission, for the log and for explanations: the role is always the actor's own, and everything
/// named beside it was in force at the moment of the decision.
///
/// ```
/// use tierline_core::{access::{Action, Basis, CustomerFacts, authorize_on_customer}, relationship::Side, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let facts = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let reading = authorize_on_customer(facts, &actor(&reseller, Role::ReportViewer), Action::ViewSubscriptions);
/// assert_eq!(reading, Ok(Basis::Relationship { role: Role::ReportViewer, relationship: granted.id }));
/// ```
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

/// Decides whether the actor may do this to the own organization: its profile and lists, its requests to others, its
/// grants.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing) when the organization is not the actor's, or none of the roles
/// permits it in an organization of this kind; [`WrongSubject`](crate::access::Refusal::WrongSubject) when the action
/// is not done to the own organization; then the capability, MPN ID or agreement that is missing.
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
    has_what_it_needs(organization, row.needs)?;
    Ok(Basis::Role { role })
}

/// Like [`authorize_own`], but checks only the actor's role, not the capability. For actions that are possible without
/// the capability, such as declining what the organization could not accept, and for decisions that check the
/// capability more closely.
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

/// Decides whether any of the roles permits one of these actions at all, to whatever subject: before anything of others
/// is loaded or locked. The decision about the subject itself comes after that.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing), for the first of the actions that a role in this kind of
/// organization permits.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, authorize_roles}, role::{Role, RoleSet}};
/// let provider = provider();
/// let may = |role, action| authorize_roles(&provider.party(), &provider.capabilities, RoleSet::of(&[role]), &[action]);
/// assert!(may(Role::SalesAgent, Action::PlaceOrder).is_ok());
/// assert_eq!(may(Role::HelpdeskAgent, Action::PlaceOrder).unwrap_err().code(), "role_missing");
/// // What no role in this kind of organization may do is refused for its subject, by the whole decision; what is done
/// // to the program has no other subject, and is refused at once.
/// assert!(may(Role::GlobalAdmin, Action::EndGrant).is_ok());
/// assert_eq!(may(Role::GlobalAdmin, Action::ManageMail).unwrap_err().code(), "role_missing");
/// ```
pub fn authorize_roles(
    organization: &Party,
    capabilities: &Capabilities,
    roles: RoleSet,
    actions: &[Action],
) -> Result<(), crate::Refusal> {
    let permitted = |action: &Action| action.roles_in(capabilities);
    let permits = |action: &Action| !permitted(action).intersection(roles).is_empty();
    let in_this_kind = actions.iter().find(|action| !permitted(action).is_empty());
    let Some(first) = in_this_kind else {
        let on_program = |action: &Action| action.is_done_to(SubjectKind::Program);
        if let Some(first) = actions.first()
            && actions.iter().all(on_program)
        {
            return Err(missing(organization.clone(), RoleSet::EMPTY, *first));
        }
        // No role is missing here. The whole decision refuses it, by its subject.
        return Ok(());
    };
    if actions.iter().any(permits) {
        Ok(())
    } else {
        let needs = permitted(first);
        Err(missing(organization.clone(), needs, *first))
    }
}

/// Decides whether the actor may do this to the program as a whole.
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
    has_what_it_needs(organization, row.needs)?;
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
        .ok_or_else(|| {
            let on_this = action.roles_on(&organization.capabilities, on);
            if on_this.is_empty() {
                role_missing(organization, action)
            } else {
                missing(organization.party(), on_this, action)
            }
        })
}

/// Checks that the organization meets the row's requirement. Without a customer to look at, its side is the one on
/// which it would ask for a relationship.
fn has_what_it_needs(organization: &Organization, need: Need) -> Result<(), crate::Refusal> {
    match need {
        Need::Nothing => Ok(()),
        Need::Active(capability) => Ok(standing::is_active(organization, capability)?),
        Need::Business(capability) => Ok(may_transact(organization, capability)?),
        Need::BusinessWithAny(capabilities) => {
            let active =
                |capability: &&Capability| organization.capabilities.is_active(**capability);
            let known =
                |capability: &&Capability| organization.capabilities.state(**capability).is_some();
            // The one that is nearest to business says what is missing.
            let mut nearest = capabilities.iter().find(active);
            nearest = nearest.or_else(|| capabilities.iter().find(known));
            match nearest.or(capabilities.first()) {
                Some(capability) => Ok(may_transact(organization, *capability)?),
                None => Ok(()),
            }
        }
        Need::BusinessOfSide => {
            let side = Side::asked_by(&organization.capabilities);
            if side == Side::DirectBill {
                may_gain_direct_customer(organization)?;
            }
            Ok(may_transact(organization, side.capability())?)
        }
    }
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
    let needs = action.roles_in(&organization.capabilities);
    missing(organization.party(), needs, action)
}

fn missing(organization: Party, needs: RoleSet, action: Action) -> crate::Refusal {
    Refusal::RoleMissing {
        action,
        organization,
        needs: needs.into(),
    }
    .into()
}
