//! Changes of groups, and of what is narrowed to them.

mod assign;
mod keep;
mod narrow;

pub(crate) use self::{
    assign::AssignGroups,
    keep::{AddGroup, ChangeGroup},
    narrow::NarrowUser,
};

use tierline_core::group::CustomerGroup;

/// The names of these of the groups, in readable form, for who is shown what somebody else has saved.
fn names<'a>(
    groups: &[CustomerGroup],
    ids: impl IntoIterator<Item = &'a tierline_core::ids::CustomerGroupId>,
) -> String {
    let named = ids.into_iter().filter_map(|id| {
        let group = groups.iter().find(|it| it.id == *id)?;
        Some(group.name.to_string())
    });
    named.collect::<Vec<_>>().join(", ")
}
