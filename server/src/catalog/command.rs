//! The operator's commands on the catalog.

use serde::Serialize;
use tierline_core::{access::Action, organization::may_operate};

use super::{Listed, store};
use crate::{
    cli::Done,
    pipeline::{Command, CommandResult, Context, Unit},
};

/// Puts a price list into the catalog.
#[derive(Debug, Serialize)]
pub(crate) struct Import {
    #[serde(skip)]
    pub listed: Vec<Listed>,
}

impl Command for Import {
    const NAME: &'static str = "import_catalog";
    type Facts = ();
    type Decision = Done<()>;
    type Outcome = Done<()>;

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
    ) -> CommandResult<Done<()>> {
        if decision.is_ok() {
            store::import(unit.db, &self.listed).await?;
            tracing::info!(
                user = ?unit.context.operating().map(|by| by.actor.user),
                products = self.listed.len(),
                "price list imported"
            );
        }
        Ok(decision)
    }
}
