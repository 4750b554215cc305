use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tierline_core::{
    access::Action,
    catalog::sheet::{self, Change, Difference, OfferId, Price, Sheet, Wanted},
    organization::may_operate,
};
use uuid::Uuid;

use crate::{
    catalog::store::sheet as store,
    cli::Done,
    pipeline::{Command, CommandResult, Context, Unit},
};

/// The most changes that are told one by one.
const TOLD: usize = 20;

/// Puts the program's price sheet into the catalog, or only says what that would change.
#[derive(Debug, Serialize)]
pub(crate) struct ImportSheet {
    #[serde(skip)]
    pub wanted: Wanted,
    #[serde(skip)]
    pub sheet: Sheet,
    pub dry_run: bool,
}

/// What an import changed, or would change.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Imported {
    pub new: usize,
    pub changed: usize,
    pub ended: usize,
    pub same: usize,
    pub new_products: usize,
    /// The first changes in words.
    pub told: Vec<String>,
    /// Products without a price in the catalog, because markets of one currency have different ones.
    pub ambiguous: usize,
}

/// What is stored.
#[derive(Debug)]
pub(crate) struct Facts {
    prices: Vec<Price>,
    names: store::Names,
}

impl Command for ImportSheet {
    const NAME: &'static str = "import_price_sheet";
    type Facts = Facts;
    type Decision = Done<Difference>;
    type Outcome = Done<Imported>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (prices, names) = store::lock(unit.db, &self.wanted).await?;
        Ok(Facts { prices, names })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Done<Difference>> {
        let allowed = may_operate(context.operating(), Action::ManageCatalog);
        Ok(allowed.map_err(|problem| vec![problem]).map(|()| {
            sheet::difference(facts.prices.clone(), self.sheet.prices.clone(), context.now)
        }))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Done<Difference>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done<Imported>> {
        let difference = match decision {
            Ok(difference) => difference,
            Err(problems) => return Ok(Err(problems)),
        };
        let now = unit.now();
        let offers = self.sheet.products.iter().map(|product| &product.offer);
        let mut skus = store::known(unit.db, offers.chain(facts.names.keys())).await?;
        let mut imported = Imported {
            same: difference.same,
            ..Imported::default()
        };
        for product in &self.sheet.products {
            if !skus.contains_key(product.offer.as_str()) {
                imported.new_products += 1;
                skus.insert(product.offer.to_string(), unit.new_id::<Uuid>());
            }
        }
        let mut names = facts.names;
        let listed = self.sheet.products.iter();
        names.extend(listed.map(|product| (product.offer.clone(), product.name.clone())));
        for change in &difference.changes {
            match change {
                Change::New(_) => imported.new += 1,
                Change::Replaced { .. } => imported.changed += 1,
                Change::Ended(_) => imported.ended += 1,
            }
            if imported.told.len() < TOLD {
                imported.told.push(tell(change, &names));
            }
        }
        let monthly = sheet::monthly(&self.sheet.prices, now);
        imported.ambiguous = monthly.ambiguous.len();
        if self.dry_run {
            return Ok(Ok(imported));
        }

        store::put_products(unit.db, &self.sheet.products, &skus).await?;
        let changed: Vec<&Price> = difference.changes.iter().map(Change::stored).collect();
        store::put_prices(unit.db, &changed, &skus).await?;
        let all = self.sheet.prices.iter().chain(changed);
        let currencies: BTreeSet<_> = all.map(|price| price.partner.currency.code()).collect();
        store::put_monthly(unit.db, &skus, &currencies, &monthly).await?;
        end_sales(unit, &self.sheet, &names).await?;
        tracing::info!(
            user = ?unit.context.operating().map(|by| by.actor.user),
            prices = self.sheet.prices.len(),
            changes = difference.changes.len(),
            "price sheet imported"
        );
        Ok(Ok(imported))
    }
}

/// Products that the sheet does not have any more are sold as long as they have a price in another market or segment.
async fn end_sales(unit: &mut Unit<'_>, sheet: &Sheet, names: &store::Names) -> CommandResult<()> {
    let now = unit.now();
    let listed: BTreeSet<&OfferId> = sheet.products.iter().map(|it| &it.offer).collect();
    let mut gone: BTreeSet<OfferId> = names
        .keys()
        .filter(|offer| !listed.contains(offer))
        .cloned()
        .collect();
    for price in store::of_products(unit.db, &gone).await? {
        if price.ends.is_none_or(|ends| now < ends) {
            gone.remove(&price.offer);
        }
    }
    Ok(store::end_sale(unit.db, &gone).await?)
}

/// A change in words.
fn tell(change: &Change, names: &store::Names) -> String {
    let price = change.stored();
    let name = names.get(&price.offer).map_or("", String::as_str);
    let what = format!(
        "{name} ({}), {}, {} {}, from {} licenses",
        price.offer,
        price.market,
        sheet::term_code(price.term),
        price.plan.code(),
        price.tier.from,
    );
    let amounts = |price: &Price| match price.retail {
        Some(retail) => format!("{}, retail {retail}", price.partner),
        None => price.partner.to_string(),
    };
    match change {
        Change::New(price) => format!("new: {what}: {}", amounts(price)),
        Change::Replaced { before, after } if amounts(before) != amounts(after) => {
            format!("changed: {what}: {} -> {}", amounts(before), amounts(after))
        }
        Change::Replaced { after, .. } => {
            let ends = after
                .ends
                .map_or("open".to_owned(), |ends| ends.to_rfc3339());
            format!("changed: {what}: end {ends}")
        }
        Change::Ended(price) => format!("ended: {what}: {}", amounts(price)),
    }
}
