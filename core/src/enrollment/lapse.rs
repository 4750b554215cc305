//! What time does to an enrollment.

use super::{Decided, Enrollment, Event, Status};
use crate::{
    Evolve as _, Timestamp,
    organization::{self, Capability, CapabilityState, Organization, SuspendedBy},
};

impl Enrollment {
    /// The events by which a job records that a partner is suspended; none when there is nothing to record. No user
    /// asks for it, so it needs no role.
    ///
    /// ```
    /// use tierline_core::{enrollment::{Event, REJECTED_FOR}, testing::*};
    /// let reseller = reseller();
    /// let rejected = rejected(&reseller, day(5));
    /// assert_eq!(rejected.lapse(&reseller, day(34)), None);
    /// let lapsed = rejected.lapse(&reseller, day(36)).unwrap();
    /// assert_eq!(lapsed.enrollment, [Event::Suspended { at: day(5) + REJECTED_FOR }]);
    /// assert_eq!(lapsed.organization.len(), 1);
    /// ```
    #[must_use]
    pub fn lapse(&self, organization: &Organization, now: Timestamp) -> Option<Decided> {
        let at = self.suspends_at().filter(|at| *at <= now)?;
        if self.suspended.is_some() {
            return None;
        }
        let change =
            suspends(organization).then_some(organization::Event::SuspendedByEnrollment { at });
        Some(Decided {
            enrollment: vec![Event::Suspended { at }],
            organization: change.into_iter().collect(),
        })
    }

    /// The organization as it stands at this moment: suspended partners do existing business only, whether or not a job
    /// has recorded it. Every decision about the organization takes it like this, but for those about the enrollment
    /// itself, which take it as stored and record it.
    ///
    /// ```
    /// use tierline_core::{access::may_transact, organization::Capability, testing::*};
    /// let reseller = reseller();
    /// let rejected = rejected(&reseller, day(5));
    /// let transacts = |now| may_transact(&rejected.stands(reseller.clone(), now), Capability::IndirectReseller);
    /// assert!(transacts(day(34)).is_ok());
    /// assert_eq!(transacts(day(36)).unwrap_err().code(), "capability_inactive");
    /// ```
    #[must_use]
    pub fn stands(&self, mut organization: Organization, now: Timestamp) -> Organization {
        if organization.id == self.organization
            && self.status(now) == Status::Suspended
            && suspends(&organization)
        {
            organization.apply(&organization::Event::SuspendedByEnrollment { at: now });
        }
        organization
    }
}

/// Whether there is something to suspend: what has ended stays so. What the operator has suspended is suspended once
/// more, so that lifting the one leaves the other.
fn suspends(organization: &Organization) -> bool {
    let capability = Capability::IndirectReseller;
    let by = organization.suspended_by(capability);
    match organization.capabilities.state(capability) {
        None | Some(CapabilityState::Offboarding | CapabilityState::Ended) => false,
        Some(_) => !by.contains(&SuspendedBy::Enrollment),
    }
}
