//! Groups of customers: a partner's own order among its customers, to which its users' rights can be narrowed.
//!
//! "Rights of a partner's users over its customers can be narrowed to groups of customers (label on customers, group on
//! roles), so that a new hire does not see everybody." A customer carries any number of groups, in its
//! [relationship](crate::relationship::Relationship::groups) with the partner; a user is over all customers, or
//! [narrowed](crate::reach) to some groups. Customers and other partners learn nothing of groups.
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | [`add`] | a group, of no customer and no user |
//! | a group | [`change`]: rename | the same customers and users, under another name |
//! | a group | [`change`]: remove | removed; refused as long as users are narrowed to it |
//!
//! A removed group means nothing any more: customers that had it are seen as before by everybody else, and nobody sees
//! more than before. [`assign`], [`place`] and [`narrow`] take groups that exist, and no others.
//!
//! Users who are narrowed themselves keep no groups. A customer that such a user brings along is in the groups to which
//! the user is narrowed, from the beginning.

mod assign;
mod event;
mod keep;
mod narrow;
pub(crate) mod permission;
mod place;
mod refusal;

pub use assign::{AssignFacts, assign, may_assign};
pub use event::Event;
pub use keep::{AddFacts, ChangeFacts, Command, add, change, may_keep};
pub(crate) use narrow::for_new;
pub use narrow::{NarrowFacts, Narrowing, may_narrow, narrow};
pub use place::{
    MOST_PLACED, NotPlacing, Placing, PlacingFacts, UndoFacts, may_choose, may_place, may_undo,
    place,
};
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{CustomerGroupId, OrganizationId},
    read::Read,
    text::GroupName,
};

/// The number of groups that a partner may have: enough for countries and industries, and few enough to be read whole.
pub const MOST_GROUPS: u32 = 100;

/// A partner's group of customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct CustomerGroup {
    /// Its id.
    pub id: CustomerGroupId,
    /// The partner.
    pub partner: OrganizationId,
    /// Its name, which no other group of the partner has.
    pub name: GroupName,
    /// When it was removed, if it was.
    pub removed: Option<Timestamp>,
}

/// The groups of these ids, by name; none if one of them is not there.
fn named(
    groups: &[CustomerGroup],
    ids: impl IntoIterator<Item = CustomerGroupId>,
) -> Result<Vec<&CustomerGroup>, Refusal> {
    let found = ids.into_iter().map(|id| {
        let group = groups.iter().find(|it| it.id == id && it.removed.is_none());
        group.ok_or(Refusal::NoSuchGroup)
    });
    let mut found = found.collect::<Result<Vec<_>, _>>()?;
    found.sort_by(|a, b| a.name.as_str().cmp(b.name.as_str()));
    Ok(found)
}

/// The names of those of the ids that are groups now.
fn names(
    groups: &[CustomerGroup],
    ids: impl IntoIterator<Item = CustomerGroupId>,
) -> Vec<GroupName> {
    let mut names: Vec<GroupName> = ids
        .into_iter()
        .filter_map(|id| groups.iter().find(|it| it.id == id))
        .map(|group| group.name.clone())
        .collect();
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    names
}
