//! Changes of subscriptions: by people, and by time.

mod associate;
mod bulk;
mod catch_up;
mod change;
mod designate;
mod remind;
mod support;

use tierline_core::{
    ids::AssignmentId,
    license,
    subscription::{Charge, Event, Happened, Subscription},
};

use super::store::{
    charge,
    family::{self, Members},
};
use crate::{
    license::{command::happen, store::Holding},
    pipeline::{CommandError, CommandResult, Unit},
    store::Stored,
};

pub(crate) use associate::Associating;
pub(crate) use bulk::{
    begin as begin_bulk, go_on as go_on_bulk, retry as retry_bulk, run as run_bulk,
};
pub(crate) use catch_up::CatchUp;
pub(crate) use change::{Change, written};
pub(crate) use designate::designate_all;
pub(crate) use remind::Remind;
pub(crate) use support::{follow_right, return_support};

/// What has happened to a family, what is charged for it, and what becomes of the licenses that users hold.
pub(crate) struct Decided {
    pub happened: Vec<Happened>,
    pub charges: Vec<Charge>,
    pub licenses: Vec<(AssignmentId, license::Event)>,
}

/// Writes what has happened to these families: the subscriptions in one statement, the ledger and what users held in
/// another each. Each event is in the log of everyone concerned. Returns the subscriptions afterwards.
async fn write(
    unit: &mut Unit<'_>,
    families: Vec<(Members, Decided)>,
    held: Vec<Holding>,
) -> CommandResult<Vec<Subscription>> {
    let mut after = Vec::new();
    let mut charges = Vec::new();
    let mut licenses = Vec::new();
    for (members, decided) in families {
        // What was looked at in vain is stored with the moment at which it is due.
        let all = decided.happened.is_empty();
        for mut member in members.into_all() {
            let events = of_member(&member, &decided.happened);
            if all || !events.is_empty() {
                let from = unit.advance(&mut member, &events);
                after.push((member, from));
            }
        }
        charges.extend(decided.charges);
        licenses.extend(decided.licenses);
    }
    let changed: Vec<_> = after.iter().map(|(member, from)| (member, *from)).collect();
    if !family::save(unit.db, &changed).await? {
        return Err(CommandError::Conflict);
    }
    charge(unit.db, &charges).await?;
    let held = held.into_iter().map(|it| it.stored).collect();
    happen(unit, held, licenses).await?;
    Ok(after.into_iter().map(|(member, _)| member.value).collect())
}

fn of_member(member: &Stored<Subscription>, happened: &[Happened]) -> Vec<Event> {
    let own = happened.iter().filter(|(id, _)| *id == member.value.id);
    own.map(|(_, event)| event.clone()).collect()
}
