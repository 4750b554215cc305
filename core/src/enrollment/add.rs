//! Adding a capability to a partner that is in the program already.

use super::{Enrollment, Event, Path, Refusal, begin::vouches};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{self, Capability, CapabilityState, Organization, StandingFacts},
    relationship,
    text::Reason,
};

/// Facts for another capability of a partner, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AddFacts<'a> {
    /// The operator and the partner.
    pub standing: StandingFacts<'a>,
    /// The enrollment of the partner, if it has begun one.
    pub enrollment: Option<&'a Enrollment>,
}

/// The events of an added capability.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddedCapability {
    /// The event of the organization.
    pub organization: organization::Event,
    /// The event of the enrollment that begins by it.
    pub enrollment: Option<Event>,
}

/// Decides whether the operator adds this capability to a partner.
///
/// A provider or a direct-bill partner is one at once, as far as MPN ID and agreement are there. An indirect reseller
/// is one only by its own signature: the operator begins the enrollment, in which the partner gives its support
/// contact and signs the indirect reseller agreement ("From direct bill to indirect reseller").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`organization::Refusal::CapabilityAlone`] of the
/// operator and of customers, who have only that one capability; [`organization::Refusal::CapabilityHeld`];
/// [`organization::Refusal::CapabilityInactive`] of a partner that is suspended, that still enrolls, or that has left;
/// for an indirect reseller [`Refusal::NotOffboarding`] and [`Refusal::EnrollmentExists`]; and for direct bill
/// [`NoNewDirectCustomers`](relationship::Refusal::NoNewDirectCustomers) of an indirect reseller: with both, it would
/// never get a direct customer.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve,
///     access::may_transact,
///     enrollment::{AddFacts, add_capability},
///     organization::{Capability::{Customer, DirectBill, IndirectProvider, IndirectReseller}, CapabilityState, StandingFacts},
///     role::Role,
/// };
/// let operator = operator();
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "it has opened a distribution branch".parse().unwrap();
/// let add = |partner: &_, capability| {
///     let standing = StandingFacts { operator: &operator, organization: partner };
///     add_capability(AddFacts { standing, enrollment: None }, capability, &reason, &admin, day(1))
/// };
/// let mut partner = provider();
/// let added = add(&partner, DirectBill)?;
/// partner.apply(&added.organization);
/// assert!(added.enrollment.is_none() && may_transact(&partner, DirectBill).is_ok());
///
/// // An indirect reseller still has to sign for it.
/// let added = add(&provider(), IndirectReseller)?;
/// let mut partner = provider();
/// partner.apply(&added.organization);
/// assert!(added.enrollment.is_some() && may_transact(&partner, IndirectReseller).is_err());
///
/// let refused = |partner: &_, capability| add(partner, capability).unwrap_err().code();
/// assert_eq!(refused(&provider(), IndirectProvider), "capability_held");
/// assert_eq!(refused(&customer(), IndirectReseller), "capability_alone");
/// assert_eq!(refused(&provider(), Customer), "capability_alone");
/// assert_eq!(refused(&direct_bill(), IndirectReseller), "not_offboarding");
/// assert_eq!(refused(&reseller(), DirectBill), "no_new_direct_customers");
/// let suspended = with(provider(), IndirectProvider, CapabilityState::Suspended);
/// assert_eq!(refused(&suspended, DirectBill), "capability_inactive");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn add_capability(
    facts: AddFacts<'_>,
    capability: Capability,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<AddedCapability, crate::Refusal> {
    let operator = facts.standing.operator;
    access::authorize_on_program(operator, actor, Action::ManageOrganizations)?;
    // A mark counts from its day on, whether or not a job has recorded it.
    let partner = &facts.standing.organization.clone().offboarded(now);
    let organization = partner.party();
    if !capability.is_partner() || !partner.capabilities.is_partner() {
        return Err(organization::Refusal::CapabilityAlone {
            organization,
            capability,
        }
        .into());
    }
    if partner.capabilities.state(capability).is_some() {
        return Err(organization::Refusal::CapabilityHeld {
            organization,
            capability,
        }
        .into());
    }
    in_good_standing(partner)?;
    let mut enrollment = None;
    let state = match capability {
        Capability::IndirectReseller => {
            if facts.enrollment.is_some() {
                return Err(Refusal::EnrollmentExists { organization }.into());
            }
            enrollment = Some(Event::Begun {
                organization: partner.id,
                path: Path::Additional {
                    capability: vouches(partner)?,
                },
                at: now,
                by: actor.user,
            });
            CapabilityState::Enrolling
        }
        Capability::DirectBill if partner.capabilities.indirect_reseller.is_some() => {
            return Err(relationship::Refusal::NoNewDirectCustomers { organization }.into());
        }
        _ => CapabilityState::Active,
    };
    Ok(AddedCapability {
        organization: organization::Event::CapabilityAdded {
            operator: operator.id,
            capability,
            state,
            reason: reason.clone(),
            at: now,
            by: actor.user,
        },
        enrollment,
    })
}

/// Checks that nothing suspends the partner, and that it may do business at all: a suspended partner gains nothing new.
fn in_good_standing(partner: &Organization) -> Result<(), organization::Refusal> {
    let held = Capability::ALL.into_iter().filter(|it| it.is_partner());
    let held: Vec<(Capability, CapabilityState)> = held
        .filter_map(|it| Some((it, partner.capabilities.state(it)?)))
        .collect();
    let works = |state| {
        matches!(
            state,
            CapabilityState::Active | CapabilityState::Offboarding
        )
    };
    let suspended = held
        .iter()
        .find(|(_, state)| *state == CapabilityState::Suspended);
    let stands = held.iter().any(|(_, state)| works(*state));
    match suspended.or_else(|| held.first().filter(|_| !stands)) {
        Some((capability, state)) => Err(organization::Refusal::CapabilityInactive {
            organization: partner.party(),
            capability: *capability,
            state: Some(*state),
        }),
        None => Ok(()),
    }
}
