//! Changes of who holds a customer's licenses.

mod assign;
mod release;
mod withdraw;

pub(crate) use self::{assign::AssignLicenses, release::release, withdraw::WithdrawLicenses};

use std::collections::HashMap;

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
pub(crate) async fn happen(
    unit: &mut Unit<'_>,
    assignments: Vec<Stored<Assignment>>,
    events: Vec<(AssignmentId, Event)>,
) -> CommandResult<()> {
    // What happens to a subscription may concern thousands, each of them more than once.
    let mut of: HashMap<AssignmentId, Vec<Event>> = HashMap::new();
    for (id, event) in events {
        of.entry(id).or_default().push(event);
    }
    let mut changed = Vec::with_capacity(of.len());
    for mut assignment in assignments {
        if let Some(events) = of.remove(&assignment.value.id) {
            let from = unit.advance(&mut assignment, &events);
            changed.push((assignment, from));
        }
    }
    if !of.is_empty() {
        return Err(CommandError::Inconsistent("an event of no assignment"));
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
