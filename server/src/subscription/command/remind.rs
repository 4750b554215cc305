//! Reminders before the end of a term.

use serde::Serialize;
use tierline_core::subscription::Reminding;

use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    subscription::{
        follow,
        store::reminder::{self, Watched},
    },
};

/// Reminds partners of terms that end soon: each reminder once in a term, however late this is run and by however many
/// servers.
#[derive(Debug, Serialize)]
pub(crate) struct Remind {
    /// The most subscriptions at a time.
    pub at_most: u32,
}

impl Command for Remind {
    const NAME: &'static str = "remind_of_renewals";
    type Facts = Vec<Watched>;
    type Decision = Vec<Reminding>;
    /// The number of subscriptions that were looked at; none are left when it is zero.
    type Outcome = u64;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Vec<Watched>> {
        let now = unit.now();
        Ok(reminder::due(unit.db, now, self.at_most).await?)
    }

    fn decide(&self, facts: &Vec<Watched>, context: &Context) -> CommandResult<Vec<Reminding>> {
        let decide = |it: &Watched| {
            it.subscription
                .reminding(it.base.as_ref(), it.told, context.now)
        };
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
            if let Some((_, ending)) = reminding.due {
                letters.extend(follow::reminders(watched, ending, unit.public_url()));
            }
        }
        unit.send(letters);
        let looked_at = facts.into_iter().map(|it| it.subscription).zip(decided);
        let looked_at: Vec<_> = looked_at.collect();
        reminder::note(unit.db, &looked_at).await?;
        Ok(u64::try_from(looked_at.len()).unwrap_or(u64::MAX))
    }
}
