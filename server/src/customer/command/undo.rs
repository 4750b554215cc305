//! Undoing what was done with many customers.

use serde::Serialize;
use tierline_core::{
    access::Action,
    group::{self, CustomerGroup, PlacingFacts, UndoFacts},
    ids::PlacingId,
    organization::Organization,
};

use crate::{
    customer::store::placing::{self, ToUndo},
    group::store as groups,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Chooses the customers whose groups are still as a change has left them, to place them the other way round.
#[derive(Debug, Serialize)]
pub(super) struct UndoPlacing {
    pub id: PlacingId,
}

#[derive(Debug)]
pub(super) struct Facts {
    organization: Organization,
    groups: Vec<CustomerGroup>,
    done: ToUndo,
}

/// What decides about it, for the change and for its page.
pub(in crate::customer) fn facts<'a>(
    organization: &'a Organization,
    groups: &'a [CustomerGroup],
    done: &ToUndo,
) -> UndoFacts<'a> {
    UndoFacts {
        placing: PlacingFacts {
            organization,
            groups,
            group: done.group,
            customers: u64::try_from(done.unchanged.len()).unwrap_or(u64::MAX),
        },
        is_done: done.is_done,
        is_undone: done.is_undone,
    }
}

impl Command for UndoPlacing {
    const NAME: &'static str = "undo_placing";
    type Facts = Facts;
    type Decision = ();
    type Outcome = PlacingId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let known = organizations::lock(unit.db, [own], None, unit.context.now).await?;
        let done = placing::to_undo(unit.db, own, self.id, Hold::Locked).await?;
        Ok(Facts {
            organization: known.get(own)?.clone(),
            groups: groups::all_of(unit.db, own, Hold::Locked).await?,
            done: done.ok_or(CommandError::NotFound)?,
        })
    }

    fn decide(&self, it: &Facts, context: &Context) -> CommandResult<()> {
        let known = facts(&it.organization, &it.groups, &it.done);
        Ok(group::may_undo(known, &context.actor()?)?)
    }

    async fn apply(&self, facts: Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<PlacingId> {
        let id: PlacingId = unit.new_id();
        let (actor, now) = (unit.context.actor()?, unit.now());
        let wanted = (facts.done.group, facts.done.placing.undone());
        let chosen = (facts.done.unchanged.as_slice(), Some(self.id));
        placing::begin(unit.db, id, (&actor, now), wanted, chosen).await?;
        Ok(id)
    }
}
