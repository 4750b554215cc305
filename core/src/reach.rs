//! The customers that a user's rights reach: all of the organization's, or those in some of its groups.
//!
//! "Rights of a partner's users over its customers can be narrowed to groups of customers": the customers carry the
//! groups, and a user's place in the organization says to which of them it is narrowed. Roles and grants are asked
//! beside it, as ever: a group gives no right, it only leaves customers out.
//!
//! ```
//! use tierline_core::{reach::{GroupSet, Reach}, testing::id};
//! let (north, south) = (id(1), id(2));
//! let reach = Reach::Groups(GroupSet::of([north])?);
//! assert!(reach.includes([north, south]) && !reach.includes([south]));
//! assert!(!reach.includes([]), "a customer without a group is seen by those alone who see all");
//! assert!(Reach::All.includes([]));
//! # Ok::<(), tierline_core::reach::TooMany>(())
//! ```

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    ids::CustomerGroupId,
    read::{Read, Tree},
};

/// A user's rights are narrowed to this many groups at most: few enough to be carried along with every request.
pub const MOST: usize = 8;

/// A few groups, each once.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct GroupSet {
    /// In the order of ids, without gaps.
    places: [Option<CustomerGroupId>; MOST],
}

/// More than [`MOST`] groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "more than {MOST} groups")
    }
}

impl std::error::Error for TooMany {}

impl GroupSet {
    /// No group.
    pub const EMPTY: GroupSet = GroupSet {
        places: [None; MOST],
    };

    /// These groups.
    ///
    /// # Errors
    /// [`TooMany`].
    ///
    /// ```
    /// use tierline_core::{reach::{GroupSet, MOST, TooMany}, testing::id};
    /// let two = GroupSet::of([id(2), id(1), id(2)])?;
    /// assert_eq!(two.iter().collect::<Vec<_>>(), [id(1), id(2)]);
    /// assert_eq!(GroupSet::of((0..=MOST as u128).map(id)), Err(TooMany));
    /// # Ok::<(), TooMany>(())
    /// ```
    pub fn of(groups: impl IntoIterator<Item = CustomerGroupId>) -> Result<GroupSet, TooMany> {
        let mut all: Vec<CustomerGroupId> = groups.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        if all.len() > MOST {
            return Err(TooMany);
        }
        let mut set = GroupSet::EMPTY;
        for (place, group) in set.places.iter_mut().zip(all) {
            *place = Some(group);
        }
        Ok(set)
    }

    /// The groups, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = CustomerGroupId> + '_ {
        self.places.iter().copied().flatten()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.places[0].is_none()
    }

    /// Whether this is one of them.
    ///
    /// ```
    /// use tierline_core::{reach::GroupSet, testing::id};
    /// let one = GroupSet::of([id(1)])?;
    /// assert!(one.contains(id(1)) && !one.contains(id(2)));
    /// # Ok::<(), tierline_core::reach::TooMany>(())
    /// ```
    #[must_use]
    pub fn contains(&self, group: CustomerGroupId) -> bool {
        self.iter().any(|it| it == group)
    }
}

impl fmt::Debug for GroupSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for GroupSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for GroupSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        GroupSet::of(Vec::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl Read for GroupSet {
    fn read(tree: &Tree) -> Option<Self> {
        GroupSet::of(Vec::read(tree)?).ok()
    }
}

/// Which of the organization's customers a user's rights are over. Serialized as the groups, or as nothing for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    #[default]
    All,
    /// Those in one of these groups. In none of them is nobody: whoever is narrowed never sees all by that.
    Groups(GroupSet),
}

impl Reach {
    /// Whether it is all of them.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        matches!(self, Reach::All)
    }

    /// The groups that it is narrowed to, if it is.
    #[must_use]
    pub const fn groups(self) -> Option<GroupSet> {
        match self {
            Reach::All => None,
            Reach::Groups(groups) => Some(groups),
        }
    }

    /// The groups that a customer gets whom such a user brings along: those that the user is narrowed to, so that it
    /// goes on seeing the customer.
    ///
    /// ```
    /// use tierline_core::{reach::{GroupSet, Reach}, testing::id};
    /// let north = GroupSet::of([id(1)])?;
    /// assert_eq!(Reach::Groups(north).given(), north);
    /// assert!(Reach::All.given().is_empty());
    /// # Ok::<(), tierline_core::reach::TooMany>(())
    /// ```
    #[must_use]
    pub fn given(self) -> GroupSet {
        self.groups().unwrap_or_default()
    }

    /// Whether a customer with these groups is one of them.
    #[must_use]
    pub fn includes(&self, groups: impl IntoIterator<Item = CustomerGroupId>) -> bool {
        match self {
            Reach::All => true,
            Reach::Groups(own) => groups.into_iter().any(|group| own.contains(group)),
        }
    }
}

impl Serialize for Reach {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.groups().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Reach {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let groups = Option::<GroupSet>::deserialize(deserializer)?;
        Ok(groups.map_or(Reach::All, Reach::Groups))
    }
}

impl Read for Reach {
    fn read(tree: &Tree) -> Option<Self> {
        match tree {
            Tree::Null => Some(Reach::All),
            groups => GroupSet::read(groups).map(Reach::Groups),
        }
    }
}
