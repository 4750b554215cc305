//! Who loses a license by a change, as it was shown before the change was submitted.

use super::{Event, Why};
use crate::ids::AssignmentId;

/// Those who lose a license because there are fewer, as a form keeps them until it is submitted: how many they are, and
/// one number of all of their licenses' ids, which are random. It is as long for thousands as for one, and names
/// nobody. Nothing, where nobody loses one.
///
/// ```
/// use tierline_core::{license::{Event, Why, lost}, testing::*};
/// let withdrawn = |why| Event::Withdrawn {
///     customer: id(4), partner: None, sku: id(50), name: "Mia Kern".parse().unwrap(), why, at: day(2), by: None,
/// };
/// let fewer = |number| (id(number), withdrawn(Why::FewerLicenses));
/// assert_eq!(lost(&[fewer(900), fewer(901)]), lost(&[fewer(901), fewer(900)]));
/// assert_ne!(lost(&[fewer(900), fewer(901)]), lost(&[fewer(900), fewer(902)]));
/// assert_eq!(lost(&[(id(900), withdrawn(Why::SubscriptionDeleted))]), "");
/// ```
#[must_use]
pub fn lost(followed: &[(AssignmentId, Event)]) -> String {
    let is_lost = |event: &Event| {
        matches!(
            event,
            Event::Withdrawn {
                why: Why::FewerLicenses,
                ..
            }
        )
    };
    let lost = followed.iter().filter(|(_, event)| is_lost(event));
    // A license is withdrawn once.
    let (count, all) = lost.fold((0_usize, 0_u128), |(count, all), (id, _)| {
        (count + 1, all ^ id.as_uuid().as_u128())
    });
    if count == 0 {
        return String::new();
    }
    format!("{count}-{all:032x}")
}
