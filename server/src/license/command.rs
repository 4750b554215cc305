//! Changes of who holds a customer's licenses.

mod assign;
mod release;
mod withdraw;

pub(crate) use self::{assign::AssignLicenses, release::release, withdraw::WithdrawLicenses};

use tierline_core::{
    ids::AssignmentId,
    license::{Assignment, Event},
};

use super::store;
use crate::{
    pipeline::{CommandError, CommandResult, Unit},
    store::Stored,
};

/// Applies these events to those of the assignments that they are of, and stores all in one statement.
async fn happen(
    unit: &mut Unit<'_>,
    assignments: Vec<Stored<Assignment>>,
    events: Vec<(AssignmentId, Event)>,
) -> CommandResult<()> {
    let mut changed = Vec::with_capacity(events.len());
    let mut assignments = assignments;
    for (id, event) in events {
        let place = assignments.iter().position(|it| it.value.id == id);
        let place = place.ok_or(CommandError::Inconsistent("an event of no assignment"))?;
        let mut assignment = assignments.swap_remove(place);
        let from = unit.advance(&mut assignment, &[event]);
        changed.push((assignment, from));
    }
    if changed.is_empty() {
        return Ok(());
    }
    let all: Vec<_> = changed.iter().map(|(it, from)| (it, *from)).collect();
    if store::save_all(unit.db, &all).await? {
        Ok(())
    } else {
        Err(CommandError::Conflict)
    }
}
