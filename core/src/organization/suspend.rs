//! Suspending a partner, and lifting that.

use super::{Capabilities, Capability, CapabilityState, Event, Organization, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    text::Reason,
};

/// Facts for suspending a partner, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SuspendFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The partner.
    pub organization: &'a Organization,
    /// Whether its enrollment is suspended. That ends with the last check that is passed, and not by lifting.
    pub enrollment_suspended: bool,
}

impl Capabilities {
    /// The partner capabilities that the operator can suspend: those that may be used for new business. One that is
    /// being ended does existing business only, as a suspended one does.
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, CapabilityState};
    /// let moving = Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, CapabilityState::Offboarding);
    /// assert_eq!(moving.to_suspend(), [Capability::IndirectReseller]);
    /// assert_eq!(Capabilities::only(Capability::Customer).to_suspend(), []);
    /// ```
    #[must_use]
    pub fn to_suspend(&self) -> Vec<Capability> {
        self.partner_in(CapabilityState::Active)
    }

    /// The partner capabilities that are suspended.
    #[must_use]
    pub fn suspended(&self) -> Vec<Capability> {
        self.partner_in(CapabilityState::Suspended)
    }

    fn partner_in(&self, state: CapabilityState) -> Vec<Capability> {
        let partner = Capability::ALL.into_iter().filter(|it| it.is_partner());
        partner
            .filter(|it| self.state(*it) == Some(state))
            .collect()
    }
}

/// Suspends a partner: it does existing business only, until the operator lifts that.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::NothingToSuspend`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_transact, Evolve, organization::{Capability, SuspendFacts, lift, suspend}, role::Role};
/// let (operator, mut partner) = (operator(), reseller());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "invoices are overdue".parse().unwrap();
/// let facts = SuspendFacts { operator: &operator, organization: &partner, enrollment_suspended: false };
/// let event = suspend(facts, &reason, &admin, day(1))?;
/// partner.apply(&event);
/// assert!(may_transact(&partner, Capability::IndirectReseller).is_err());
/// let facts = SuspendFacts { operator: &operator, organization: &partner, enrollment_suspended: false };
/// assert_eq!(suspend(facts, &reason, &admin, day(1)).unwrap_err().code(), "nothing_to_suspend");
/// assert_eq!(lift(facts, &reason, &actor(&operator, Role::Reviewer), day(2)).unwrap_err().code(), "role_missing");
/// // What a failed check has suspended is not lifted past the checks.
/// let rejected = SuspendFacts { enrollment_suspended: true, ..facts };
/// assert_eq!(lift(rejected, &reason, &admin, day(2)).unwrap_err().code(), "not_suspended");
/// let event = lift(facts, &reason, &admin, day(2))?;
/// partner.apply(&event);
/// assert!(may_transact(&partner, Capability::IndirectReseller).is_ok());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn suspend(
    facts: SuspendFacts<'_>,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let capabilities = facts.organization.capabilities.to_suspend();
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
    facts: SuspendFacts<'_>,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let mut capabilities = facts.organization.capabilities.suspended();
    capabilities.retain(|it| !(facts.enrollment_suspended && *it == Capability::IndirectReseller));
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
