//! The separate rights within a relationship.

use serde::{Deserialize, Serialize};

use crate::{Timestamp, ids::UserId};

/// A right that a customer grants a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Grant {
    /// Submit orders on the customer's behalf.
    OrderOnBehalf,
    /// Administer the customer's subscriptions, licenses and users.
    Administer,
    /// Be its support contact.
    Support,
}

impl Grant {
    /// Every right.
    pub const ALL: [Grant; 3] = [Grant::OrderOnBehalf, Grant::Administer, Grant::Support];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Grant::OrderOnBehalf => "order_on_behalf",
            Grant::Administer => "administer",
            Grant::Support => "support",
        }
    }
}

crate::code::coded!(Grant, "grant");

/// A set of rights. Serialized as the list of their names.
///
/// ```
/// use tierline_core::relationship::{Grant, GrantSet};
/// let set = GrantSet::EMPTY.with(Grant::Support).with(Grant::OrderOnBehalf);
/// assert!(set.contains(Grant::Support) && !set.contains(Grant::Administer));
/// assert_eq!(serde_json::to_string(&set)?, r#"["order_on_behalf","support"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Grant>", into = "Vec<Grant>")]
pub struct GrantSet(u8);

impl GrantSet {
    /// No right.
    pub const EMPTY: GrantSet = GrantSet(0);

    /// Is this right in the set?
    #[must_use]
    pub const fn contains(self, grant: Grant) -> bool {
        self.0 & (1 << grant as u8) != 0
    }

    /// The same set and this right.
    #[must_use]
    pub const fn with(self, grant: Grant) -> GrantSet {
        GrantSet(self.0 | (1 << grant as u8))
    }

    /// The rights in both sets.
    #[must_use]
    pub const fn intersection(self, other: GrantSet) -> GrantSet {
        GrantSet(self.0 & other.0)
    }

    /// The rights in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: GrantSet) -> GrantSet {
        GrantSet(self.0 & !other.0)
    }

    /// Is no right in it?
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The rights one by one.
    pub fn iter(self) -> impl Iterator<Item = Grant> {
        Grant::ALL
            .into_iter()
            .filter(move |grant| self.contains(*grant))
    }
}

impl FromIterator<Grant> for GrantSet {
    fn from_iter<I: IntoIterator<Item = Grant>>(grants: I) -> Self {
        grants.into_iter().fold(GrantSet::EMPTY, GrantSet::with)
    }
}

impl From<Vec<Grant>> for GrantSet {
    fn from(grants: Vec<Grant>) -> Self {
        grants.into_iter().collect()
    }
}

impl From<GrantSet> for Vec<Grant> {
    fn from(grants: GrantSet) -> Self {
        grants.iter().collect()
    }
}

/// What became of one right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum GrantState {
    /// Never granted.
    #[default]
    NotGranted,
    /// In force.
    InForce {
        /// Since when.
        since: Timestamp,
    },
    /// Taken away by the customer.
    Ended {
        /// When it was granted.
        since: Timestamp,
        /// When it ended.
        at: Timestamp,
        /// The customer's user.
        by: UserId,
    },
}

/// The state of each right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grants {
    /// Submit orders on the customer's behalf.
    pub order_on_behalf: GrantState,
    /// Administer subscriptions, licenses and users.
    pub administer: GrantState,
    /// Be its support contact.
    pub support: GrantState,
}

impl Grants {
    /// These rights in force, no other.
    #[must_use]
    pub fn granted(set: GrantSet, since: Timestamp) -> Grants {
        let state = |grant| {
            if set.contains(grant) {
                GrantState::InForce { since }
            } else {
                GrantState::NotGranted
            }
        };
        Grants {
            order_on_behalf: state(Grant::OrderOnBehalf),
            administer: state(Grant::Administer),
            support: state(Grant::Support),
        }
    }

    /// The state of this right.
    #[must_use]
    pub const fn state(&self, grant: Grant) -> GrantState {
        match grant {
            Grant::OrderOnBehalf => self.order_on_behalf,
            Grant::Administer => self.administer,
            Grant::Support => self.support,
        }
    }

    /// Is this right in force?
    #[must_use]
    pub const fn in_force(&self, grant: Grant) -> bool {
        matches!(self.state(grant), GrantState::InForce { .. })
    }

    /// The rights in force.
    #[must_use]
    pub fn set(&self) -> GrantSet {
        Grant::ALL
            .into_iter()
            .filter(|grant| self.in_force(*grant))
            .collect()
    }

    pub(super) fn add(&mut self, set: GrantSet, since: Timestamp) {
        for grant in set.iter() {
            let slot = self.slot(grant);
            if !matches!(slot, GrantState::InForce { .. }) {
                *slot = GrantState::InForce { since };
            }
        }
    }

    pub(super) fn end(&mut self, grant: Grant, at: Timestamp, by: UserId) {
        let slot = self.slot(grant);
        if let GrantState::InForce { since } = *slot {
            *slot = GrantState::Ended { since, at, by };
        }
    }

    const fn slot(&mut self, grant: Grant) -> &mut GrantState {
        match grant {
            Grant::OrderOnBehalf => &mut self.order_on_behalf,
            Grant::Administer => &mut self.administer,
            Grant::Support => &mut self.support,
        }
    }
}
