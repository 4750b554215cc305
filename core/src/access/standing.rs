//! Requirements for an organization itself, regardless of the user who asks.

use crate::{
    market,
    organization::{self, Capability, CapabilityState, Organization},
    permission::Need,
    refusal::Refusal,
    relationship::{self, Side},
};

/// Decides whether this organization may use the capability for new business: active, agreement signed, MPN ID
/// associated.
/// "You won't be able to sign Microsoft Partner Agreement (MPA) or transact in CSP, until you complete associating your
/// MPN ID with your CSP account" ("Partner with indirect providers in the CSP program"). Part of rule 4.
///
/// # Errors
/// The first of [`organization::Refusal::CapabilityInactive`], [`organization::Refusal::MpnIdMissing`],
/// [`organization::Refusal::AgreementUnsigned`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_transact, organization::Capability};
/// let mut reseller = reseller();
/// assert!(may_transact(&reseller, Capability::IndirectReseller).is_ok());
/// reseller.agreement = None;
/// assert_eq!(may_transact(&reseller, Capability::IndirectReseller).unwrap_err().code(), "agreement_unsigned");
/// assert_eq!(may_transact(&reseller, Capability::DirectBill).unwrap_err().code(), "capability_inactive");
/// ```
///
/// A partner that is still enrolling is told first what is left to itself: the MPN ID that it postponed and, once it is
/// approved, the agreement.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_transact, organization::{Capability::IndirectReseller, CapabilityState, Organization}};
/// let enrolling = with(reseller(), IndirectReseller, CapabilityState::Enrolling);
/// assert_eq!(may_transact(&enrolling, IndirectReseller).unwrap_err().code(), "capability_inactive");
/// let postponed = Organization { mpn: None, ..enrolling };
/// assert_eq!(may_transact(&postponed, IndirectReseller).unwrap_err().code(), "mpn_id_missing");
/// let qualified = with(reseller(), IndirectReseller, CapabilityState::Qualified);
/// assert_eq!(may_transact(&qualified, IndirectReseller).unwrap_err().code(), "agreement_unsigned");
/// ```
pub fn may_transact(organization: &Organization, capability: Capability) -> Result<(), Refusal> {
    let state = organization.capabilities.state(capability);
    if let Some(CapabilityState::Enrolling | CapabilityState::Qualified) = state {
        has_mpn(organization)?;
    }
    // It is signed for before: it becomes active by that.
    if state == Some(CapabilityState::Qualified) {
        return Err(unsigned(organization));
    }
    is_active(organization, capability)?;
    has_signed(organization)
}

fn is_active(organization: &Organization, capability: Capability) -> Result<(), Refusal> {
    if organization.capabilities.is_active(capability) {
        return Ok(());
    }
    Err(organization::Refusal::CapabilityInactive {
        organization: organization.party(),
        capability,
        state: organization.capabilities.state(capability),
    }
    .into())
}

/// Checks that an MPN ID is associated and the agreement signed.
pub(super) fn has_signed(organization: &Organization) -> Result<(), Refusal> {
    has_mpn(organization)?;
    if organization.agreement.is_none() {
        return Err(unsigned(organization));
    }
    Ok(())
}

/// Checks that an MPN ID is associated: without one no agreement is signed, and nothing transacted.
///
/// # Errors
/// [`organization::Refusal::MpnIdMissing`].
pub(crate) fn has_mpn(organization: &Organization) -> Result<(), Refusal> {
    if organization.mpn.is_none() {
        return Err(organization::Refusal::MpnIdMissing {
            organization: organization.party(),
        }
        .into());
    }
    Ok(())
}

fn unsigned(organization: &Organization) -> Refusal {
    organization::Refusal::AgreementUnsigned {
        organization: organization.party(),
    }
    .into()
}

/// Decides whether this organization may get new direct customers, given the state of its move to the indirect model.
/// Rule 6: one that is being moved, or is already an indirect reseller as well, never does ("From direct bill to
/// indirect reseller"). [`may_transact`] decides whether it is a direct-bill partner at all.
///
/// # Errors
/// [`relationship::Refusal::NoNewDirectCustomers`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_gain_direct_customer, organization::{Capability, CapabilityState}};
/// assert!(may_gain_direct_customer(&direct_bill()).is_ok());
/// let moving = with(direct_bill(), Capability::DirectBill, CapabilityState::Offboarding);
/// assert_eq!(may_gain_direct_customer(&moving).unwrap_err().code(), "no_new_direct_customers");
/// ```
pub fn may_gain_direct_customer(organization: &Organization) -> Result<(), Refusal> {
    let capabilities = &organization.capabilities;
    let both =
        capabilities.direct_bill.is_some() && capabilities.is_active(Capability::IndirectReseller);
    if both || capabilities.state(Capability::DirectBill) == Some(CapabilityState::Offboarding) {
        return Err(relationship::Refusal::NoNewDirectCustomers {
            organization: organization.party(),
        }
        .into());
    }
    Ok(())
}

/// Decides whether both are in one CSP region. "Your legal business location as a CSP indirect reseller determines the
/// indirect providers with whom you can work as well as the regions where you can do CSP business" ("Partner with
/// indirect providers in the CSP program").
///
/// # Errors
/// [`organization::Refusal::RegionMismatch`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::same_region, organization::Capability};
/// assert!(same_region(&provider(), &reseller()).is_ok());
/// let far_away = organization(9, "Relecloud", "TW", Capability::IndirectReseller);
/// assert_eq!(same_region(&provider(), &far_away).unwrap_err().code(), "region_mismatch");
/// ```
pub fn same_region(first: &Organization, second: &Organization) -> Result<(), Refusal> {
    if market::same_region(first.country, second.country) {
        return Ok(());
    }
    Err(organization::Refusal::RegionMismatch {
        first: first.party(),
        first_country: first.country,
        second: second.party(),
        second_country: second.country,
    }
    .into())
}

/// Checks that the organization meets the row's requirement. Without a customer to look at, its side is the one on
/// which it would ask for a relationship.
pub(super) fn has_what_it_needs(organization: &Organization, need: Need) -> Result<(), Refusal> {
    match need {
        Need::Nothing => Ok(()),
        Need::Active(capability) => is_active(organization, capability),
        Need::Business(capability) => may_transact(organization, capability),
        Need::BusinessWithAny(capabilities) => {
            let active =
                |capability: &&Capability| organization.capabilities.is_active(**capability);
            let known =
                |capability: &&Capability| organization.capabilities.state(**capability).is_some();
            // The one that is nearest to business says what is missing.
            let mut nearest = capabilities.iter().find(active);
            nearest = nearest.or_else(|| capabilities.iter().find(known));
            match nearest.or(capabilities.first()) {
                Some(capability) => may_transact(organization, *capability),
                None => Ok(()),
            }
        }
        Need::BusinessOfSide => {
            let side = Side::asked_by(&organization.capabilities);
            if side == Side::DirectBill {
                may_gain_direct_customer(organization)?;
            }
            may_transact(organization, side.capability())
        }
    }
}
