//! The separate rights within a relationship.

use serde::{Deserialize, Serialize};

use super::EndDate;
use crate::{Timestamp, ids::UserId, read::Read};

/// A right that a customer grants a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(from = "Vec<Grant>", into = "Vec<Grant>")]
pub struct GrantSet(u8);

impl GrantSet {
    /// No right.
    pub const EMPTY: GrantSet = GrantSet(0);

    /// Whether this right is in the set.
    ///
    /// ```
    /// use tierline_core::relationship::{Grant, GrantSet};
    /// assert!(!GrantSet::EMPTY.contains(Grant::Support));
    /// ```
    #[must_use]
    pub const fn contains(self, grant: Grant) -> bool {
        self.0 & (1 << grant as u8) != 0
    }

    /// The same set with this right added.
    ///
    /// ```
    /// use tierline_core::relationship::{Grant, GrantSet};
    /// let support = GrantSet::EMPTY.with(Grant::Support);
    /// assert_eq!(support.with(Grant::Support), support);
    /// assert!(!support.is_empty() && support.iter().eq([Grant::Support]));
    /// ```
    #[must_use]
    pub const fn with(self, grant: Grant) -> GrantSet {
        GrantSet(self.0 | (1 << grant as u8))
    }

    /// The rights in both sets: of those asked for, the ones left checked.
    ///
    /// ```
    /// use tierline_core::relationship::{Grant, GrantSet, Side};
    /// let everything: GrantSet = Grant::ALL.into_iter().collect();
    /// assert_eq!(everything.intersection(Side::IndirectReseller.asks_for()), Side::IndirectReseller.asks_for());
    /// ```
    #[must_use]
    pub const fn intersection(self, other: GrantSet) -> GrantSet {
        GrantSet(self.0 & other.0)
    }

    /// The rights in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: GrantSet) -> GrantSet {
        GrantSet(self.0 & !other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The rights one by one, in the order of [`Grant::ALL`].
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

/// The state of one right. If a right was taken away and granted again, only the newer grant is here; the events record
/// both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum GrantState {
    /// Never granted.
    #[default]
    NotGranted,
    /// In force.
    InForce {
        /// When it was granted.
        since: Timestamp,
        /// When it ends by itself, if the customer gave it a date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<EndDate>,
    },
    /// Taken away by the customer, or ended by itself.
    Ended {
        /// When it was granted.
        since: Timestamp,
        /// When it ended.
        at: Timestamp,
        /// The customer's user; nobody when its end date had come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<UserId>,
    },
}

/// The state of each right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
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
    ///
    /// ```
    /// use tierline_core::{relationship::{Grant, GrantState, Grants, Side}, testing::*};
    /// let grants = Grants::granted(Side::IndirectReseller.asks_for(), day(1));
    /// assert_eq!(grants.state(Grant::Administer), GrantState::InForce { since: day(1), until: None });
    /// assert_eq!(grants.state(Grant::OrderOnBehalf), GrantState::NotGranted);
    /// assert_eq!(grants.set(), Side::IndirectReseller.asks_for());
    /// ```
    #[must_use]
    pub fn granted(set: GrantSet, since: Timestamp) -> Grants {
        let state = |grant| {
            if set.contains(grant) {
                let until = None;
                GrantState::InForce { since, until }
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

    /// Whether this right is in force. Whether the relationship still is, only
    /// [`Relationship::grants`](crate::relationship::Relationship::grants) says.
    ///
    /// ```
    /// use tierline_core::{relationship::{Grant, Grants, Side}, testing::*};
    /// let grants = Grants::granted(Side::IndirectProvider.asks_for(), day(1));
    /// assert!(grants.in_force(Grant::OrderOnBehalf) && !grants.in_force(Grant::Administer));
    /// ```
    #[must_use]
    pub const fn in_force(&self, grant: Grant) -> bool {
        matches!(self.state(grant), GrantState::InForce { .. })
    }

    /// The rights in force, without their start times.
    #[must_use]
    pub fn set(&self) -> GrantSet {
        Grant::ALL
            .into_iter()
            .filter(|grant| self.in_force(*grant))
            .collect()
    }

    /// The own end date of this right, if it is in force and has one. The relationship may end before.
    #[must_use]
    pub const fn until(&self, grant: Grant) -> Option<EndDate> {
        match self.state(grant) {
            GrantState::InForce { until, .. } => until,
            GrantState::NotGranted | GrantState::Ended { .. } => None,
        }
    }

    /// A right whose end date has come is granted anew, whether or not its end was recorded.
    pub(super) fn add(&mut self, set: GrantSet, since: Timestamp) {
        for grant in set.iter() {
            let is_over = self.until(grant).is_some_and(|date| date.ends <= since);
            let slot = self.slot(grant);
            if is_over || !matches!(slot, GrantState::InForce { .. }) {
                let until = None;
                *slot = GrantState::InForce { since, until };
            }
        }
    }

    pub(super) fn end(&mut self, grant: Grant, at: Timestamp, by: Option<UserId>) {
        let slot = self.slot(grant);
        if let GrantState::InForce { since, .. } = *slot {
            *slot = GrantState::Ended { since, at, by };
        }
    }

    pub(super) fn set_until(&mut self, grant: Grant, date: Option<EndDate>) {
        if let GrantState::InForce { until, .. } = self.slot(grant) {
            *until = date;
        }
    }

    /// Moves the dates before this end to it, apart from those that have come.
    pub(super) fn renew(&mut self, ends: Timestamp, at: Timestamp) {
        for grant in Grant::ALL {
            let moves = |date: EndDate| at < date.ends && date.ends < ends;
            if self.until(grant).is_some_and(moves) {
                self.set_until(grant, Some(EndDate { ends, set: at }));
            }
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
