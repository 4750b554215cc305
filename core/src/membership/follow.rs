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
/// signs no agreement: only "an active organization profile that's located in the same country/region as your tenant"
/// counts ("Partner with indirect providers in the CSP program"). It chooses another location then, or waits until that
/// one is active again.
///
/// The same holds for a location in another country than the organization. The operator can enter the MPN ID of another
/// country, so that the organization can move there; until it has moved, that MPN ID does not count. Nor does one that
/// was entered before the registry had it, and turns out to be of the country that the organization has left. Of an MPN
/// ID that the registry does not have, nothing is known.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve, access::may_transact, membership::{follow, may_associate}, organization::{Capability::IndirectReseller, Event}, role::Role,
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
///
/// // It has moved, and its location has not.
/// partner.country = "DE".parse().unwrap();
/// let event = follow(&partner, Some(&place(&member)), day(5)).unwrap();
/// let france = member.profiles[0].locations[0].country;
/// assert!(matches!(event, Event::MpnDeactivated { elsewhere: Some(it), .. } if it == france));
/// partner.apply(&event);
/// assert_eq!(may_transact(&partner, IndirectReseller).unwrap_err().code(), "mpn_location_inactive");
/// assert_eq!(follow(&partner, Some(&place(&member)), day(6)), None);
/// ```
#[must_use]
pub fn follow(
    organization: &Organization,
    place: Option<&(Profile, Location)>,
    now: Timestamp,
) -> Option<Event> {
    let mpn = organization.mpn.as_ref()?;
    let (profile, location) = place.filter(|(_, location)| location.mpn == *mpn)?;
    let elsewhere = (location.country != organization.country).then_some(location.country);
    let counts = profile.is_active && location.is_active && elsewhere.is_none();
    let (mpn, at) = (mpn.clone(), now);
    match (counts, organization.mpn_inactive) {
        (false, None) => Some(Event::MpnDeactivated { mpn, elsewhere, at }),
        (true, Some(_)) => Some(Event::MpnReactivated { mpn, at }),
        _ => None,
    }
}
