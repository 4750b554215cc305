//! Applying a file in steps. Each is a transaction of its own, and notes how far it has come, so that what a restart
//! interrupts goes on there, and nobody waits long for a large file.

use std::ops::Range;

use serde::Serialize;
use tierline_app::portal::PortalResult;
use tierline_core::{
    access::Action,
    ids::ImportId,
    import::{Effect, Phase},
};

use super::{Importing, Line, Running, store};
use crate::{
    fault::failed,
    pipeline::{self, Command, CommandError, CommandResult, Context, Unit},
};

/// What is to be done of a file, one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// All of it.
    pub of: usize,
    /// So much of it in one transaction.
    pub at_once: usize,
    /// So much of it, from the first on, is done before the rest begins, and never together with it.
    pub apart: usize,
}

impl Running {
    /// Compares the whole file with what is stored, as [`run`](Running::run) does. If it is to be applied, and the
    /// comparison is the one that was shown, it is applied part by part. A line that cannot be done by then is left
    /// out, and told.
    ///
    /// # Errors
    /// Those of the commands.
    pub(crate) async fn run_in_steps<C: Importing>(
        &self,
        whole: &C,
        steps: Steps,
        part: impl Fn(Range<usize>) -> C,
    ) -> PortalResult<()> {
        let (pool, id) = (&self.state.pool, self.import.id);
        if self.import.steps == 0 {
            self.perform(whole, Some(steps.of)).await?;
        }
        while let Some(done) = store::progress(pool, id).await.map_err(failed)? {
            store::set_phase(pool, id, Phase::Writing)
                .await
                .map_err(failed)?;
            let end = if done < steps.apart {
                steps.apart
            } else {
                steps.of
            };
            let to = done.saturating_add(steps.at_once).min(end);
            let step = Step {
                id,
                from: done,
                to,
                is_last: to >= steps.of,
                command: part(done..to),
            };
            pipeline::run(&self.state, self.by(), None, &step).await?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
#[serde(bound = "")]
struct Step<C> {
    id: ImportId,
    from: usize,
    to: usize,
    is_last: bool,
    #[serde(skip)]
    command: C,
}

impl<C: Importing> Command for Step<C> {
    const NAME: &'static str = C::NAME;
    type Facts = C::Facts;
    type Decision = C::Decision;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.command.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<C::Facts> {
        self.command.facts(unit).await
    }

    fn decide(&self, facts: &C::Facts, context: &Context) -> CommandResult<C::Decision> {
        self.command.decide(facts, context)
    }

    async fn apply(
        &self,
        facts: C::Facts,
        decision: C::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let report = self.command.report(&facts, &decision)?;
        let wrong = report.told.into_iter();
        let wrong: Vec<Line> = wrong.filter(|it| it.effect == Effect::Wrong).collect();
        self.command.apply(facts, decision, unit).await?;
        store::left_out(unit.db, self.id, &wrong).await?;
        let step = (self.from, self.to);
        let now = unit.now();
        if store::step(unit.db, self.id, step, self.is_last, now).await? {
            Ok(())
        } else {
            // Another server is at work on it: nothing is done twice.
            Err(CommandError::Conflict)
        }
    }
}
