//! The operator's commands on the catalog.

mod sheet;

use std::collections::HashMap;

use serde::Serialize;
use tierline_core::{
    access::Action,
    catalog::{Effect, PriceList, PriceListEvent},
    organization::may_operate,
};
use uuid::Uuid;

use super::{Listed, store, store::Compared};
use crate::{
    cli::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
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
    /// The products of the list as they are in the catalog; none for one with figures of the demo.
    type Facts = HashMap<Uuid, Option<Listed>>;
    type Decision = Done<()>;
    type Outcome = Done<Compared>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let skus: Vec<Uuid> = self.listed.iter().map(|product| product.sku).collect();
        Ok(store::lock(unit.db, &skus).await?)
    }

    fn decide(&self, _: &Self::Facts, context: &Context) -> CommandResult<Done<()>> {
        Ok(
            may_operate(context.operating(), Action::ManageCatalog)
                .map_err(|problem| vec![problem]),
        )
    }

    async fn apply(
        &self,
        before: Self::Facts,
        decision: Done<()>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done<Compared>> {
        if let Err(problems) = decision {
            return Ok(Err(problems));
        }
        let effect = effect(&self.listed, &before);
        let compared = Compared {
            new: effect.added,
            changed: effect.changed,
            same: effect.unchanged,
        };
        if self.dry_run {
            return Ok(Ok(compared));
        }
        store::import(unit.db, &self.listed).await?;
        record(unit, effect).await?;
        Ok(Ok(compared))
    }
}

/// Records who imported a price list, and what it changed.
async fn record(unit: &mut Unit<'_>, effect: Effect) -> CommandResult<()> {
    let by = unit.context.operating();
    let by = by.ok_or(CommandError::Inconsistent("a price list of nobody"))?;
    let imported = PriceListEvent::Imported {
        operator: by.operator.id,
        effect,
        at: unit.now(),
        by: by.actor.user,
    };
    let id = unit.new_id();
    unit.create::<PriceList>(Beginning::of(id, imported, ()))
        .await?;
    Ok(())
}

/// The effect of a price list on products that were there before.
pub(super) fn effect(listed: &[Listed], before: &HashMap<Uuid, Option<Listed>>) -> Effect {
    let mut effect = Effect::default();
    for product in listed {
        match before.get(&product.sku) {
            None => effect.added += 1,
            Some(Some(same)) if same.is_like(product) => effect.unchanged += 1,
            Some(_) => effect.changed += 1,
        }
        let prices = u32::try_from(product.prices.len()).unwrap_or(u32::MAX);
        effect.prices = effect.prices.saturating_add(prices);
    }
    effect
}
