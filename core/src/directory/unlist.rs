//! What becomes of a listing when its provider moves.

use super::{Event, Listing};
use crate::{
    Timestamp,
    actor::Actor,
    market::{self, Country},
    text::Reason,
};

/// What becomes of the listing of a provider whose legal location the operator changes to this country. Locations are
/// in the provider's region: one that is shown elsewhere is taken off the directory in the same change, and the
/// provider proposes another. What it has drafted or proposed is its own to change, and isn't approved as it is.
///
/// Whether the operator may change the location at all is decided before, by
/// [`change_country`](crate::enrollment::change_country).
///
/// ```
/// use tierline_core::{Evolve, directory::{Event, unlist}, role::Role, testing::*};
/// let (operator, provider) = (operator(), provider());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let moved = "it has moved".parse().unwrap();
/// let mut listing = submitted_listing(&provider);
/// let to = |listing: &_, country: &str| unlist(listing, country.parse().unwrap(), &moved, &admin, day(20));
/// assert_eq!(to(&listing, "TW"), None, "nothing is shown");
/// listing.apply(&Event::Approved { number: 1, at: day(9), by: id(9) });
/// assert_eq!(to(&listing, "FR"), None, "in the same region");
/// let unlisted = to(&listing, "TW").unwrap();
/// listing.apply(&unlisted);
/// assert!(listing.published.is_none() && listing.latest().is_some());
/// // The next version that is shown has a number of its own.
/// listing.apply(&Event::Approved { number: 1, at: day(21), by: id(9) });
/// assert_eq!(listing.published.unwrap().number, 2);
/// ```
#[must_use]
pub fn unlist(
    listing: &Listing,
    country: Country,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Option<Event> {
    let shown = listing.published.as_ref()?;
    let mut countries = shown.profile.countries().into_iter();
    let is_elsewhere = countries.any(|it| !market::same_region(it, country));
    is_elsewhere.then(|| Event::Unlisted {
        reason: reason.clone(),
        at: now,
        by: actor.user,
    })
}
