//! What is different between two states of a member, MPN ID by MPN ID.

use std::collections::BTreeMap;

use super::Profile;
use crate::text::MpnId;

/// An MPN ID that is new, or of which something else is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The MPN ID.
    pub mpn: MpnId,
    /// What was known of it; none if it is new.
    pub before: Option<String>,
    /// What is known of it now; none if it is gone.
    pub after: Option<String>,
}

/// The differences, in the order of the MPN IDs. They are told in the words of a registry file, which are the same in
/// each language.
///
/// ```
/// use tierline_core::{membership::difference, testing::member};
/// let before = member().profiles;
/// let mut after = before.clone();
/// assert_eq!(difference(&before, &after), []);
/// after[0].locations[0].is_active = false;
/// let found = difference(&before, &after);
/// assert_eq!(found.len(), 1);
/// assert!(found[0].before.as_ref().unwrap().ends_with(", active"));
/// assert!(found[0].after.as_ref().unwrap().ends_with(", inactive"));
/// ```
#[must_use]
pub fn difference(before: &[Profile], after: &[Profile]) -> Vec<Differing> {
    let (before, mut after) = (known(before), known(after));
    let mut found: Vec<Differing> = before
        .into_iter()
        .filter_map(|(mpn, before)| {
            let now = after.remove(&mpn);
            (now.as_ref() != Some(&before)).then_some(Differing {
                mpn,
                before: Some(before),
                after: now,
            })
        })
        .collect();
    found.extend(after.into_iter().map(|(mpn, after)| Differing {
        mpn,
        before: None,
        after: Some(after),
    }));
    found.sort_by(|one, other| one.mpn.cmp(&other.mpn));
    found
}

/// What is known of each MPN ID.
fn known(profiles: &[Profile]) -> BTreeMap<MpnId, String> {
    let status = |is_active: bool| if is_active { "active" } else { "inactive" };
    let mut known = BTreeMap::new();
    for profile in profiles {
        let told = format!("{}, {}", profile.name, status(profile.is_active));
        known.insert(profile.mpn.clone(), told);
        for location in &profile.locations {
            let told = format!(
                "{}, {}, {}",
                location.name,
                location.country.code(),
                status(location.is_active)
            );
            known.insert(location.mpn.clone(), told);
        }
    }
    known
}
