//! The operator's commands on the catalog.

mod details;
mod kept;
mod list;
mod sale;
mod sheet;

use std::collections::HashMap;

use serde::Serialize;
use tierline_core::{
    access::Action,
    catalog::{
        Effect, PriceList, PriceListEvent, Sale,
        sheet::{self as prices, Amount},
    },
    ids::{PriceListId, SkuId},
    import,
    money::Money,
    organization::may_operate,
};
use uuid::Uuid;

use super::{
    Listed, store,
    store::{Compared, sale::of_products, touched},
};
use crate::{
    cli::Done,
    import::{Importing, Report},
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
};

pub(crate) use details::ImportDetails;
pub(crate) use sale::ChangeSale;
pub(crate) use sheet::{ImportSheet, Imported};

/// Puts a price list into the catalog.
#[derive(Debug, Serialize)]
pub(crate) struct Import {
    #[serde(skip)]
    pub listed: Vec<Listed>,
    /// Only compares.
    pub dry_run: bool,
}

/// What is stored.
#[derive(Debug)]
pub(crate) struct Facts {
    /// The products of the list as they are in the catalog; none for one with figures of the demo, or of the sheet.
    before: HashMap<Uuid, Option<Listed>>,
    /// What the operator has decided about them.
    sales: HashMap<SkuId, Sale>,
}

impl Command for Import {
    const NAME: &'static str = "import_catalog";
    type Facts = Facts;
    type Decision = Done<()>;
    type Outcome = Done<Compared>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let skus: Vec<Uuid> = self.listed.iter().map(|product| product.sku).collect();
        Ok(Facts {
            before: store::lock(unit.db, &skus).await?,
            sales: of_products(unit.db, &skus).await?,
        })
    }

    fn decide(&self, _: &Self::Facts, context: &Context) -> CommandResult<Done<()>> {
        Ok(
            may_operate(context.operating(), Action::ManageCatalog)
                .map_err(|problem| vec![problem]),
        )
    }

    async fn apply(
        &self,
        Facts { before, sales }: Facts,
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
            kept: kept::decided(&sales),
        };
        if self.dry_run {
            return Ok(Ok(compared));
        }
        store::import(unit.db, &self.listed, unit.context.now).await?;
        let list = record_prices(unit, effect).await?;
        touched::note(unit.db, list, &touched(&self.listed, &before)).await?;
        Ok(Ok(compared))
    }
}

/// What a price list changes of its products: prices, by currency.
fn touched(
    listed: &[Listed],
    before: &HashMap<Uuid, Option<Listed>>,
) -> Vec<(Uuid, Vec<touched::Change>)> {
    let nothing = Vec::new();
    let of_product = |product: &Listed| {
        let known = before.get(&product.sku).and_then(Option::as_ref);
        let old = known.map_or(&nothing, |it| &it.prices);
        let in_currency = |prices: &[Money], wanted: &Money| {
            let found = prices.iter().find(|it| it.currency == wanted.currency);
            found.copied()
        };
        let mut changes = Vec::new();
        for price in &product.prices {
            let before = in_currency(old, price);
            if before != Some(*price) {
                changes.push(change(before, Some(*price)));
            }
        }
        let gone = old
            .iter()
            .filter(|it| in_currency(&product.prices, it).is_none());
        changes.extend(gone.map(|price| change(Some(*price), None)));
        (product.sku, changes)
    };
    listed.iter().map(of_product).collect()
}

/// What becomes of a price.
fn change(before: Option<Money>, after: Option<Money>) -> touched::Change {
    let effect = match (before, after) {
        (None, _) => import::Effect::Added,
        (Some(_), Some(_)) => import::Effect::Changed,
        (Some(_), None) => import::Effect::Ended,
    };
    let detail = after
        .or(before)
        .map_or("", |price| price.currency.code())
        .to_owned();
    touched::Change {
        effect,
        detail,
        before: before.map(written),
        after: after.map(written),
    }
}

fn written(price: Money) -> String {
    let currency = prices::currency(price.currency.code());
    let amount = currency.map(|currency| Amount {
        minor: price.minor,
        currency,
    });
    amount.map_or_else(|_| String::new(), |amount| amount.to_string())
}

impl Importing for Import {
    fn report(&self, facts: &Facts, decision: &Done<()>) -> CommandResult<Report> {
        if decision.is_err() {
            return Err(CommandError::NotFound);
        }
        let effect = effect(&self.listed, &facts.before);
        let lines = u64::try_from(self.listed.len()).unwrap_or(u64::MAX);
        let mut report = Report::of_wrong(lines, []);
        (report.added, report.changed, report.same) = (
            effect.added.into(),
            effect.changed.into(),
            effect.unchanged.into(),
        );
        // Before the changes, which may be many.
        report.told = kept::of_list(&self.listed, &facts.sales);
        for product in &self.listed {
            let before = facts.before.get(&product.sku);
            report.told.extend(list::line(product, before));
        }
        Ok(report)
    }
}

/// Records who imported prices, and what that changed.
async fn record_prices(unit: &mut Unit<'_>, effect: Effect) -> CommandResult<PriceListId> {
    let by = unit.context.operating();
    let by = by.ok_or(CommandError::Inconsistent("a price list of nobody"))?;
    let imported = PriceListEvent::Imported {
        operator: by.operator.id,
        effect,
        at: unit.now(),
        by: by.actor.user,
    };
    record(unit, imported).await
}

/// Records an import.
async fn record(unit: &mut Unit<'_>, imported: PriceListEvent) -> CommandResult<PriceListId> {
    let id = unit.new_id();
    unit.create::<PriceList>(Beginning::of(id, imported, ()))
        .await?;
    Ok(id)
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
