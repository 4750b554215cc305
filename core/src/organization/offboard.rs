//! Marking direct-bill partners for offboarding.
//!
//! "The option to enroll as an indirect reseller using your direct bill AAD tenant is only available to direct bill
//! partners who are identified for direct bill offboarding" ("From direct bill to indirect reseller"). From the day of
//! the mark on the partner gets no new direct customers, and goes on with those that it has.

use serde::{Deserialize, Serialize};

use super::{Capability, CapabilityState, Event, Organization, Refusal, StandingFacts};
use crate::{
    Evolve as _, Timestamp,
    access::{self, Action},
    actor::Actor,
    read::Read,
    text::Reason,
};

/// The mark of a direct-bill partner that is to become an indirect reseller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Offboarding {
    /// From when on it applies.
    pub from: Timestamp,
    /// The reason.
    pub reason: Reason,
    /// When the operator marked it.
    pub at: Timestamp,
    /// Whether it was written down that it applies.
    pub begun: bool,
}

/// What the operator does with the mark of a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Offboard {
    /// Mark it.
    Mark {
        /// From when on that applies; at once, if none is said.
        from: Option<Timestamp>,
    },
    /// Take the mark back.
    TakeBack,
}

/// Decides what the operator does with the mark of a partner. It is taken back before the partner has begun to move:
/// "there is no rollback option to remove the indirect reseller capabilities" ("From direct bill to indirect
/// reseller").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::MoveBegun`]; [`Refusal::NotDirectBill`],
/// [`Refusal::OffboardingMarked`] and [`Refusal::OffboardingPast`] of a new mark; [`Refusal::OffboardingUnmarked`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, organization::{Capability::{DirectBill, IndirectReseller}, CapabilityState, Offboard, StandingFacts, offboard}, role::Role};
/// let (operator, mut partner) = (operator(), direct_bill());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "too few customers".parse().unwrap();
/// let decide = |partner: &_, change| {
///     offboard(StandingFacts { operator: &operator, organization: partner }, change, &reason, &admin, day(1))
/// };
/// let later = Offboard::Mark { from: Some(day(30)) };
/// for event in decide(&partner, later)? {
///     partner.apply(&event);
/// }
/// assert!(partner.capabilities.is_active(DirectBill), "until its day has come");
/// let then = partner.clone().offboarded(day(30));
/// assert_eq!(then.capabilities.state(DirectBill), Some(CapabilityState::Offboarding));
/// assert_eq!(decide(&partner, later).unwrap_err().code(), "offboarding_marked");
/// let moving = with(then, IndirectReseller, CapabilityState::Qualified);
/// assert_eq!(decide(&moving, Offboard::TakeBack).unwrap_err().code(), "move_begun");
/// for event in decide(&partner, Offboard::TakeBack)? {
///     partner.apply(&event);
/// }
/// assert_eq!(partner, direct_bill());
/// let past = Offboard::Mark { from: Some(day(0)) };
/// assert_eq!(decide(&partner, past).unwrap_err().code(), "offboarding_past");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn offboard(
    facts: StandingFacts<'_>,
    change: Offboard,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageOrganizations)?;
    let partner = facts.organization;
    let organization = partner.party();
    if partner.capabilities.direct_bill.is_some()
        && partner.capabilities.indirect_reseller.is_some()
    {
        return Err(Refusal::MoveBegun { organization }.into());
    }
    let operator = facts.operator.id;
    let (reason, at, by) = (reason.clone(), now, actor.user);
    match change {
        Offboard::Mark { .. } if partner.is_marked() => {
            Err(Refusal::OffboardingMarked { organization }.into())
        }
        Offboard::Mark { .. } if !partner.can_be_marked() => {
            Err(Refusal::NotDirectBill { organization }.into())
        }
        Offboard::Mark { from: Some(from) } if from < now => {
            Err(Refusal::OffboardingPast { from }.into())
        }
        Offboard::Mark { from } => {
            let from = from.unwrap_or(now);
            let mut events = vec![Event::OffboardingMarked {
                operator,
                from,
                reason,
                at,
                by,
            }];
            events.extend((from <= now).then_some(Event::OffboardingBegun { at: from }));
            Ok(events)
        }
        Offboard::TakeBack if !partner.is_marked() => {
            Err(Refusal::OffboardingUnmarked { organization }.into())
        }
        Offboard::TakeBack => Ok(vec![Event::OffboardingTakenBack {
            operator,
            reason,
            at,
            by,
        }]),
    }
}

impl Organization {
    /// Whether it is marked for offboarding, from whenever on.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        let state = self.capabilities.state(Capability::DirectBill);
        self.offboarding.is_some() || state == Some(CapabilityState::Offboarding)
    }

    fn can_be_marked(&self) -> bool {
        matches!(
            self.capabilities.state(Capability::DirectBill),
            Some(CapabilityState::Active | CapabilityState::Suspended)
        )
    }

    /// The event by which a job records that its mark applies; none when there is nothing to record.
    #[must_use]
    pub fn begins_offboarding(&self, now: Timestamp) -> Option<Event> {
        let mark = self.offboarding.as_ref();
        let due = mark.filter(|mark| !mark.begun && mark.from <= now)?;
        Some(Event::OffboardingBegun { at: due.from })
    }

    /// When the mark applies, as long as that was not written down.
    #[must_use]
    pub fn offboards_at(&self) -> Option<Timestamp> {
        let mark = self.offboarding.as_ref();
        mark.filter(|mark| !mark.begun).map(|mark| mark.from)
    }

    /// The organization as it stands at this moment: being offboarded if the day of its mark has come, whether or not a
    /// job has recorded it. Every decision about the organization takes it like this.
    #[must_use]
    pub fn offboarded(mut self, now: Timestamp) -> Organization {
        if let Some(event) = self.begins_offboarding(now) {
            self.apply(&event);
        }
        self
    }
}
