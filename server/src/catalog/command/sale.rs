//! What the operator decides about the sale of a product.

use serde::Serialize;
use tierline_app::{
    catalog::told,
    form::mark::{Changed, Mark, StoredField},
    i18n::Lang,
};
use tierline_core::{
    access::Action,
    catalog::{Limits, Product, Sale, SaleCommand, SaleEvent, SaleFacts, Terms, decide_sale},
    ids::SkuId,
    organization::Organization,
    text::Reason,
};

use crate::{
    catalog::store::{self, earlier, sale},
    mark,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// Withdraws a product, sells it again, or changes its limits.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeSale {
    pub sku: SkuId,
    pub command: SaleCommand,
    pub reason: Reason,
    pub filled_with: Option<Mark>,
    /// The language in which it is told what somebody else has saved.
    #[serde(skip)]
    pub language: Lang,
}

#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    product: Product,
    listed: Terms,
    is_in_sheet: bool,
    sale: Option<Stored<Sale>>,
}

impl Command for ChangeSale {
    const NAME: &'static str = "change_sale";
    type Facts = Facts;
    type Decision = Option<SaleEvent>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCatalog]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (own, now) = (unit.context.actor()?.organization, unit.context.now);
        let known = organizations::these(unit.db, [own], (now, Hold::Locked)).await?;
        let sale = sale::lock(unit.db, self.sku).await?;
        let sale = sale.ok_or(CommandError::NotFound)?;
        let row = store::rows(unit.db, &[self.sku], None, now).await?.pop();
        let row = row.ok_or(CommandError::NotFound)?;
        Ok(Facts {
            operator: known.get(own)?.clone(),
            product: row.product(None),
            listed: row.listed(),
            is_in_sheet: row.offer.is_some(),
            sale,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Option<SaleEvent>> {
        let known = SaleFacts {
            operator: &facts.operator,
            product: &facts.product,
            listed: facts.listed,
            is_in_sheet: facts.is_in_sheet,
            sale: facts.sale.as_ref().map(|it| &it.value),
        };
        let (actor, now) = (context.actor()?, context.now);
        let event = decide_sale(known, self.command, &self.reason, &actor, now)?;
        // Whoever may not do it is told so first.
        match self.changed(facts.product.limits)? {
            Some(changed) => Err(CommandError::Changed(Box::new(changed))),
            None => Ok(event),
        }
    }

    async fn apply(
        &self,
        facts: Facts,
        event: Option<SaleEvent>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Some(event) = event else {
            return Ok(());
        };
        let (skus, now) = ([self.sku.into_uuid()], unit.now());
        earlier::keep(unit.db, &skus, now).await?;
        match facts.sale {
            Some(mut sale) => unit.apply_events(&mut sale, &[event]).await?,
            None => {
                let beginning = Beginning::of(self.sku, event, ());
                unit.create::<Sale>(beginning).await?;
            }
        }
        earlier::drop_unchanged(unit.db, &skus, now).await?;
        Ok(())
    }
}

impl ChangeSale {
    /// The limits that count, if somebody else has changed them since the form was filled.
    fn changed(&self, stored: Limits) -> CommandResult<Option<Changed>> {
        let SaleCommand::SetLimits { limits } = self.command else {
            return Ok(None);
        };
        let mark = self.filled_with.as_ref();
        Ok(mark::changed(&stored, &limits, mark, |it| {
            let told = told::limits(self.language, it);
            told.into_iter()
                .map(|(field, value)| StoredField::new(field, value))
                .collect()
        })?)
    }
}
