//! Events of groups.

use serde::{Deserialize, Serialize};

use super::CustomerGroup;
use crate::{
    Evolve, Timestamp,
    ids::{CustomerGroupId, OrganizationId, UserId},
    read::Read,
    text::GroupName,
};

/// Events of a group of customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was added.
    Added {
        /// The partner.
        partner: OrganizationId,
        /// Its name.
        name: GroupName,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// It got another name.
    Renamed {
        /// The name before.
        from: GroupName,
        /// The name from now on.
        name: GroupName,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// It was removed.
    Removed {
        /// The name that it had.
        name: GroupName,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Added { partner, .. } => vec![*partner],
            Event::Renamed { .. } | Event::Removed { .. } => Vec::new(),
        }
    }
}

/// A group begins when it is added. A removed one stays removed, under the name that it had.
///
/// ```
/// use tierline_core::{Evolve, group::{CustomerGroup, Event}, testing::*};
/// let (partner, by) = (provider().id, id(7));
/// let (north, west) = ("North".parse().unwrap(), "West".parse().unwrap());
/// let history = [
///     Event::Added { partner, name: north, at: day(1), by },
///     Event::Removed { name: "North".parse().unwrap(), at: day(2), by },
///     Event::Renamed { from: "North".parse().unwrap(), name: west, at: day(3), by },
/// ];
/// let removed = CustomerGroup::replay(id(1), &history).unwrap();
/// assert_eq!((removed.name.as_str(), removed.removed), ("North", Some(day(2))));
/// ```
impl Evolve for CustomerGroup {
    type Id = CustomerGroupId;
    type Event = Event;

    fn begin(id: CustomerGroupId, event: &Event) -> Option<CustomerGroup> {
        let Event::Added { partner, name, .. } = event else {
            return None;
        };
        Some(CustomerGroup {
            id,
            partner: *partner,
            name: name.clone(),
            removed: None,
        })
    }

    fn apply(&mut self, event: &Event) {
        if self.removed.is_some() {
            return;
        }
        match event {
            Event::Added { .. } => {}
            Event::Renamed { name, .. } => self.name.clone_from(name),
            Event::Removed { at, .. } => self.removed = Some(*at),
        }
    }
}
