//! Groups of customers.

use serde::Serialize;
use tierline_core::{Refusal, ids::CustomerGroupId, read::Read};

use crate::{form::mark::Mark, timeline::History};

/// More customers of a group than these are not counted one by one.
pub const COUNTED: u64 = 10_000;

/// A group of the partner, on its own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct GroupRow {
    /// Its id.
    pub id: CustomerGroupId,
    /// Its name.
    pub name: String,
    /// The customers in it; one more than [`COUNTED`] stands for all that are more.
    pub customers: u64,
    /// The users who are narrowed to it, alone or among others.
    pub users: u64,
    /// Whether it may be removed now.
    pub may_remove: Result<(), Refusal>,
}

/// **Customer groups**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct GroupsPage {
    /// The groups, by name.
    pub groups: Vec<GroupRow>,
    /// Whether the reader keeps them.
    pub may_keep: Result<(), Refusal>,
    /// What has happened to them.
    pub timeline: History,
}

/// A group that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct GroupChoice {
    /// Its id.
    pub id: CustomerGroupId,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub is_held: bool,
}

/// The groups of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct CustomerGroups {
    /// The groups that the reader knows of.
    pub groups: Vec<GroupChoice>,
    /// Whether the reader puts the customer into others.
    pub may_assign: Result<(), Refusal>,
    /// The mark of the chosen ones.
    pub mark: Mark,
}

/// The customers that a user sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct NarrowedUser {
    /// Whether it is only those in the chosen groups.
    pub is_narrowed: bool,
    /// The groups that the reader knows of.
    pub groups: Vec<GroupChoice>,
    /// Whether the reader changes that.
    pub may_narrow: Result<(), Refusal>,
    /// The mark of what is stored.
    pub mark: Mark,
}
