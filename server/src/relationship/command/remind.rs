//! Reminders before rights end by themselves.

use serde::Serialize;
use tierline_core::relationship::Reminding;

use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::{
        follow,
        store::reminder::{self, Watched},
    },
};

/// Reminds both sides of rights that end soon: each reminder once for an end, however late this is run and by however
/// many servers.
#[derive(Debug, Serialize)]
pub(crate) struct RemindOfEnds {
    /// The most relationships at a time.
    pub at_most: u32,
}

impl Command for RemindOfEnds {
    const NAME: &'static str = "remind_of_ends";
    type Facts = Vec<Watched>;
    type Decision = Vec<Reminding>;
    /// The number of relationships that were looked at; none are left when it is zero.
    type Outcome = u64;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Vec<Watched>> {
        let now = unit.now();
        Ok(reminder::due(unit.db, now, self.at_most).await?)
    }

    fn decide(&self, facts: &Vec<Watched>, context: &Context) -> CommandResult<Vec<Reminding>> {
        let decide = |it: &Watched| it.relationship.reminding(&it.told, context.now);
        Ok(facts.iter().map(decide).collect())
    }

    async fn apply(
        &self,
        facts: Vec<Watched>,
        decided: Vec<Reminding>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<u64> {
        let mut letters = Vec::new();
        for (watched, reminding) in facts.iter().zip(&decided) {
            for due in &reminding.due {
                letters.extend(follow::reminders(watched, *due, unit.public_url()));
            }
        }
        unit.send(letters);
        let looked_at: Vec<_> = facts
            .iter()
            .map(|it| it.relationship.id)
            .zip(decided)
            .collect();
        reminder::note(unit.db, &looked_at).await?;
        Ok(u64::try_from(looked_at.len()).unwrap_or(u64::MAX))
    }
}
