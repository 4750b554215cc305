//! Suspending a partner, and lifting that.

use super::{Event, Organization, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    text::Reason,
};

/// Facts for what the operator decides about a partner's place in the program, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct StandingFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The partner.
    pub organization: &'a Organization,
}

/// Suspends a partner: it does existing business only, until the operator lifts that. One that its enrollment has
/// suspended stays so then, after the last check is passed.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::NothingToSuspend`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_transact, Evolve, organization::{Capability, Event, StandingFacts, lift, suspend}, role::Role};
/// let (operator, mut partner) = (operator(), reseller());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "invoices are overdue".parse().unwrap();
/// let facts = StandingFacts { operator: &operator, organization: &partner };
/// let event = suspend(facts, &reason, &admin, day(1))?;
/// partner.apply(&event);
/// assert!(may_transact(&partner, Capability::IndirectReseller).is_err());
/// let facts = StandingFacts { operator: &operator, organization: &partner };
/// assert_eq!(suspend(facts, &reason, &admin, day(1)).unwrap_err().code(), "nothing_to_suspend");
/// assert_eq!(lift(facts, &reason, &actor(&operator, Role::Reviewer), day(2)).unwrap_err().code(), "role_missing");
/// let event = lift(facts, &reason, &admin, day(2))?;
/// partner.apply(&event);
/// assert!(may_transact(&partner, Capability::IndirectReseller).is_ok());
/// // What a failed check has suspended is not lifted past the checks.
/// partner.apply(&Event::SuspendedByEnrollment { at: day(3) });
/// let facts = StandingFacts { operator: &operator, organization: &partner };
/// assert_eq!(lift(facts, &reason, &admin, day(4)).unwrap_err().code(), "not_suspended");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn suspend(
    facts: StandingFacts<'_>,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let capabilities = facts.organization.to_suspend();
    if capabilities.is_empty() {
        let organization = facts.organization.party();
        return Err(Refusal::NothingToSuspend { organization }.into());
    }
    Ok(Event::Suspended {
        operator: facts.operator.id,
        capabilities,
        reason: reason.clone(),
        at: now,
        by: actor.user,
    })
}

/// Lifts the suspension of a partner: it may do new business again, as far as nothing else is missing. A reseller whose
/// enrollment is suspended stays so until every check is passed.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::NotSuspended`].
pub fn lift(
    facts: StandingFacts<'_>,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let capabilities = facts.organization.suspended_by_operator();
    if capabilities.is_empty() {
        let organization = facts.organization.party();
        return Err(Refusal::NotSuspended { organization }.into());
    }
    Ok(Event::SuspensionLifted {
        operator: facts.operator.id,
        capabilities,
        reason: reason.clone(),
        at: now,
        by: actor.user,
    })
}
