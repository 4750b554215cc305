//! Requirements for an organization itself, regardless of the user who asks.

use crate::{
    market,
    organization::{Capability, CapabilityState, Organization, Refusal},
    relationship,
};

/// Decides whether this organization may use the capability for new business: active, agreement signed, MPN ID
/// associated.
/// "You won't be able to sign Microsoft Partner Agreement (MPA) or transact in CSP, until you complete associating your
/// MPN ID with your CSP account" ("Partner with indirect providers in the CSP program"). Part of rule 4.
///
/// # Errors
/// The first of [`Refusal::CapabilityInactive`], [`Refusal::MpnIdMissing`], [`Refusal::MpnLocationInactive`],
/// [`Refusal::AgreementUnsigned`].
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

pub(super) fn is_active(
    organization: &Organization,
    capability: Capability,
) -> Result<(), Refusal> {
    if organization.capabilities.is_active(capability) {
        return Ok(());
    }
    Err(Refusal::CapabilityInactive {
        organization: organization.party(),
        capability,
        state: organization.capabilities.state(capability),
    })
}

/// Checks that an MPN ID is associated and the agreement signed.
pub(super) fn has_signed(organization: &Organization) -> Result<(), Refusal> {
    has_mpn(organization)?;
    if organization.agreement.is_none() {
        return Err(unsigned(organization));
    }
    Ok(())
}

/// Checks that an MPN ID is associated, of a location that is active in the country of the tenant: without one no
/// agreement is signed, and nothing transacted.
///
/// # Errors
/// [`Refusal::MpnIdMissing`]; [`Refusal::MpnLocationInactive`].
pub(crate) fn has_mpn(organization: &Organization) -> Result<(), Refusal> {
    let Some(mpn) = &organization.mpn else {
        return Err(Refusal::MpnIdMissing {
            organization: organization.party(),
        });
    };
    if organization.mpn_inactive.is_some() {
        return Err(Refusal::MpnLocationInactive {
            organization: organization.party(),
            mpn: mpn.clone(),
        });
    }
    Ok(())
}

fn unsigned(organization: &Organization) -> Refusal {
    Refusal::AgreementUnsigned {
        organization: organization.party(),
    }
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
pub fn may_gain_direct_customer(organization: &Organization) -> Result<(), relationship::Refusal> {
    let capabilities = &organization.capabilities;
    let both =
        capabilities.direct_bill.is_some() && capabilities.is_active(Capability::IndirectReseller);
    if both || capabilities.state(Capability::DirectBill) == Some(CapabilityState::Offboarding) {
        return Err(relationship::Refusal::NoNewDirectCustomers {
            organization: organization.party(),
        });
    }
    Ok(())
}

/// Decides whether both are in one CSP region. "Your legal business location as a CSP indirect reseller determines the
/// indirect providers with whom you can work as well as the regions where you can do CSP business" ("Partner with
/// indirect providers in the CSP program").
///
/// # Errors
/// [`Refusal::RegionMismatch`].
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
    Err(Refusal::RegionMismatch {
        first: first.party(),
        first_country: first.country,
        second: second.party(),
        second_country: second.country,
    })
}
