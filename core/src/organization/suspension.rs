//! Why capabilities are suspended. Each reason is kept for itself, so that the end of one leaves the other.

use serde::{Deserialize, Serialize};

use super::{Capability, CapabilityState, Organization};
use crate::read::Read;

/// A reason for which a capability is suspended.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum SuspendedBy {
    /// The operator suspended it, and lifts that.
    Operator,
    /// A check of its enrollment has failed for too long. That ends with the last check that is passed.
    Enrollment,
}

/// A suspended capability, with every reason for that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Suspension {
    /// The capability.
    pub capability: Capability,
    /// The reasons.
    pub by: Vec<SuspendedBy>,
    /// The state of the capability once none is left.
    pub otherwise: CapabilityState,
}

impl Organization {
    /// Why this capability is suspended; nothing for one that is not. Of one that was suspended before reasons were
    /// kept, it was the operator.
    ///
    /// ```
    /// use tierline_core::{Evolve as _, organization::{Capability::IndirectReseller, Event, SuspendedBy}, testing::*};
    /// let mut partner = reseller();
    /// assert_eq!(partner.suspended_by(IndirectReseller), []);
    /// partner.apply(&Event::SuspendedByEnrollment { at: day(1) });
    /// assert_eq!(partner.suspended_by(IndirectReseller), [SuspendedBy::Enrollment]);
    /// ```
    #[must_use]
    pub fn suspended_by(&self, capability: Capability) -> Vec<SuspendedBy> {
        if self.capabilities.state(capability) != Some(CapabilityState::Suspended) {
            return Vec::new();
        }
        let mut kept = self.suspensions.iter();
        kept.find(|it| it.capability == capability)
            .map_or_else(|| vec![SuspendedBy::Operator], |it| it.by.clone())
    }

    /// The partner capabilities that the operator can suspend: those that may be used for new business, and those that
    /// its enrollment alone has suspended. One that is being ended does existing business only, as a suspended one
    /// does.
    ///
    /// ```
    /// use tierline_core::{organization::{Capability, CapabilityState}, testing::*};
    /// let moving = with(reseller(), Capability::DirectBill, CapabilityState::Offboarding);
    /// assert_eq!(moving.to_suspend(), [Capability::IndirectReseller]);
    /// assert_eq!(customer().to_suspend(), []);
    /// ```
    #[must_use]
    pub fn to_suspend(&self) -> Vec<Capability> {
        self.partner_capabilities(|state, by| {
            state == CapabilityState::Active || by == [SuspendedBy::Enrollment]
        })
    }

    /// The partner capabilities that the operator has suspended.
    #[must_use]
    pub fn suspended_by_operator(&self) -> Vec<Capability> {
        self.partner_capabilities(|_, by| by.contains(&SuspendedBy::Operator))
    }

    fn partner_capabilities(
        &self,
        is_one: impl Fn(CapabilityState, &[SuspendedBy]) -> bool,
    ) -> Vec<Capability> {
        let partner = Capability::ALL.into_iter().filter(|it| it.is_partner());
        partner
            .filter(|it| {
                let state = self.capabilities.state(*it);
                state.is_some_and(|state| is_one(state, &self.suspended_by(*it)))
            })
            .collect()
    }

    /// Adds a reason.
    pub(super) fn suspend_by(&mut self, capability: Capability, by: SuspendedBy) {
        let Some(state) = self.capabilities.state(capability) else {
            return;
        };
        let before = self.suspended_by(capability);
        let mut kept = self.suspensions.iter_mut();
        match kept.find(|it| it.capability == capability) {
            Some(kept) if !kept.by.contains(&by) => kept.by.push(by),
            Some(_) => {}
            None => self.suspensions.push(Suspension {
                capability,
                by: before
                    .into_iter()
                    .filter(|it| *it != by)
                    .chain([by])
                    .collect(),
                otherwise: match state {
                    // The operator has suspended none in another state.
                    CapabilityState::Suspended => CapabilityState::Active,
                    state => state,
                },
            }),
        }
        self.capabilities = self
            .capabilities
            .with(capability, CapabilityState::Suspended);
    }

    /// Takes a reason away. The capability is what it is otherwise, once none is left.
    pub(super) fn end_suspension_by(&mut self, capability: Capability, by: SuspendedBy) {
        if !self.suspended_by(capability).contains(&by) {
            return;
        }
        let otherwise = match self.suspension_mut(capability) {
            Some(kept) if kept.by.len() > 1 => {
                kept.by.retain(|it| *it != by);
                return;
            }
            Some(kept) => kept.otherwise,
            None => CapabilityState::Active,
        };
        self.set_state(capability, otherwise);
    }

    /// The state of the capability from now on, as far as nothing suspends it.
    pub(super) fn set_otherwise(&mut self, capability: Capability, state: CapabilityState) {
        let by = self.suspended_by(capability);
        match self.suspension_mut(capability) {
            Some(kept) => kept.otherwise = state,
            None if by.is_empty() => self.set_state(capability, state),
            None => self.suspensions.push(Suspension {
                capability,
                by,
                otherwise: state,
            }),
        }
    }

    /// The state of the capability from now on, whatever suspended it.
    pub(super) fn set_state(&mut self, capability: Capability, state: CapabilityState) {
        self.suspensions.retain(|it| it.capability != capability);
        self.capabilities = self.capabilities.with(capability, state);
    }

    fn suspension_mut(&mut self, capability: Capability) -> Option<&mut Suspension> {
        let mut kept = self.suspensions.iter_mut();
        kept.find(|it| it.capability == capability)
    }
}
