use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tierline_core::{
    access::Action,
    catalog::sheet::{self, Change, Difference, OfferId, Price, Product, Sheet, Wanted},
    organization::may_operate,
};
use uuid::Uuid;

use crate::{
    catalog::store::sheet as store,
    cli::{Done, counted},
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
    /// The prices of the markets and the segment asked for.
    prices: Vec<Price>,
    /// All prices of the products concerned: of those that are listed, and of those that have one of the prices above.
    all: Vec<Price>,
    names: store::Names,
}

impl Command for ImportSheet {
    const NAME: &'static str = "import_price_sheet";
    type Facts = Facts;
    type Decision = Done<Difference>;
    type Outcome = Done<Imported>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (prices, stored) = store::lock(unit.db, &self.wanted).await?;
        let listed = self.sheet.products.iter().map(|it| it.offer.clone());
        let concerned: BTreeSet<OfferId> = listed.chain(stored.into_keys()).collect();
        let (all, names) = store::of_products(unit.db, &concerned).await?;
        Ok(Facts { prices, all, names })
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
        let kept = sheet::keep_names(&facts.all, &self.wanted.segment);
        let effect = difference.effect(&self.sheet, &facts.names, &kept);
        let mut names = facts.names;
        let listed = self.sheet.products.iter();
        let listed = listed.filter(|product| !kept.contains(&product.offer));
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
        let all = difference.applied(facts.all);
        imported.ambiguous = sheet::monthly(&all, now).ambiguous.len();
        if self.dry_run {
            return Ok(Ok(imported));
        }

        store::put_products(unit.db, &self.products(&names), &skus).await?;
        let changed: Vec<&Price> = difference.changes.iter().map(Change::stored).collect();
        store::put_prices(unit.db, &changed, &skus).await?;
        super::record(unit, effect).await?;
        Ok(Ok(imported))
    }
}

impl ImportSheet {
    /// The products of the sheet, with their names in the catalog. The sheet's numbers of licenses are those of a
    /// product that is not sold: for one that is sold, the prices at that moment have them.
    fn products(&self, names: &store::Names) -> Vec<Product> {
        let listed = self.sheet.products.iter();
        let named = listed.filter_map(|product| Some((product, names.get(&product.offer)?)));
        named
            .map(|(product, name)| Product {
                name: name.clone(),
                ..product.clone()
            })
            .collect()
    }
}

/// A change in words.
fn tell(change: &Change, names: &store::Names) -> String {
    let price = change.stored();
    let name = names.get(&price.offer).map_or("", String::as_str);
    let from = usize::try_from(price.tier.from).unwrap_or(usize::MAX);
    let what = format!(
        "{name} ({}), {}, {} {}, from {}",
        price.offer,
        price.market,
        sheet::term_code(price.term),
        price.plan.code(),
        counted(from, "license"),
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
        Change::Replaced { after, .. } => format!("changed: {what}: end {}", end(after)),
        Change::Ended(price) => format!("ended: {what}: {}; end {}", amounts(price), end(price)),
    }
}

fn end(price: &Price) -> String {
    price
        .ends
        .map_or("open".to_owned(), |ends| ends.to_rfc3339())
}
