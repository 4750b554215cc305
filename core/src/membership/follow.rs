//! What the registry makes of an organization whose location it deactivates.

use super::{Location, Profile};
use crate::{
    Timestamp,
    organization::{Event, Organization},
};

/// The event by which the organization follows the registry; none when there is nothing to record. No user asks for it,
/// so it needs no role.
///
/// An organization keeps the MPN ID of a location that is not active any more, but does no new business with it, and
/// signs no agreement: only "an active organization profile" counts ("Partner with indirect providers in the CSP
/// program"). It chooses another location then, or waits until that one is active again. Of an MPN ID that the registry
/// does not have, nothing is known.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve, access::may_transact, membership::{follow, may_associate}, organization::Capability::IndirectReseller, role::Role,
/// };
/// let mut member = member();
/// let mut partner = reseller();
/// partner.mpn = Some(member.profiles[0].locations[0].mpn.clone());
/// let place = |member: &tierline_core::membership::Member| {
///     (member.profiles[0].clone(), member.profiles[0].locations[0].clone())
/// };
/// assert_eq!(follow(&partner, Some(&place(&member)), day(1)), None);
/// member.profiles[0].locations[0].is_active = false;
/// let event = follow(&partner, Some(&place(&member)), day(2)).unwrap();
/// partner.apply(&event);
/// assert_eq!(may_transact(&partner, IndirectReseller).unwrap_err().code(), "mpn_location_inactive");
/// assert!(may_associate(&partner, &actor(&partner, Role::GlobalAdmin)).is_ok());
/// assert_eq!(follow(&partner, Some(&place(&member)), day(3)), None);
/// member.profiles[0].locations[0].is_active = true;
/// partner.apply(&follow(&partner, Some(&place(&member)), day(4)).unwrap());
/// assert!(may_transact(&partner, IndirectReseller).is_ok());
/// ```
#[must_use]
pub fn follow(
    organization: &Organization,
    place: Option<&(Profile, Location)>,
    now: Timestamp,
) -> Option<Event> {
    let mpn = organization.mpn.as_ref()?;
    let (profile, location) = place.filter(|(_, location)| location.mpn == *mpn)?;
    let is_active = profile.is_active && location.is_active;
    let (mpn, at) = (mpn.clone(), now);
    match (is_active, organization.mpn_inactive) {
        (false, None) => Some(Event::MpnDeactivated { mpn, at }),
        (true, Some(_)) => Some(Event::MpnReactivated { mpn, at }),
        _ => None,
    }
}
