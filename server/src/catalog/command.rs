//! The operator's commands on the catalog.

mod sheet;

use serde::Serialize;
use tierline_core::{access::Action, organization::may_operate};

use super::{Listed, store, store::Compared};
use crate::{
    cli::Done,
    pipeline::{Command, CommandResult, Context, Unit},
};

pub(crate) use sheet::{ImportSheet, Imported};

/// Puts a price list into the catalog.
#[derive(Debug, Serialize)]
pub(crate) struct Import {
    #[serde(skip)]
    pub listed: Vec<Listed>,
    /// Only compares.
    pub dry_run: bool,
}

impl Command for Import {
    const NAME: &'static str = "import_catalog";
    type Facts = ();
    type Decision = Done<()>;
    type Outcome = Done<Compared>;

    async fn facts(&self, _: &mut Unit<'_>) -> CommandResult<()> {
        Ok(())
    }

    fn decide(&self, (): &(), context: &Context) -> CommandResult<Done<()>> {
        Ok(
            may_operate(context.operating(), Action::ManageCatalog)
                .map_err(|problem| vec![problem]),
        )
    }

    async fn apply(
        &self,
        (): (),
        decision: Done<()>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done<Compared>> {
        if let Err(problems) = decision {
            return Ok(Err(problems));
        }
        let compared = store::compare(unit.db, &self.listed).await?;
        if !self.dry_run {
            store::import(unit.db, &self.listed).await?;
            tracing::info!(
                user = ?unit.context.operating().map(|by| by.actor.user),
                products = self.listed.len(),
                "price list imported"
            );
        }
        Ok(Ok(compared))
    }
}
