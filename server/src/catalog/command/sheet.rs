use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use tierline_core::{
    Timestamp,
    access::Action,
    catalog::{
        Sale,
        sheet::{self, Change, Difference, OfferId, Price, Product, Sheet, Wanted},
    },
    ids::SkuId,
    import::Effect,
    organization::may_operate,
};
use uuid::Uuid;

use super::kept;
use crate::{
    catalog::store::{sale, sheet as store, touched},
    cli::{Done, counted},
    import::{Importing, Line, Report},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
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
    /// The operator's decisions that stay, in words.
    pub kept: Vec<String>,
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
    /// The ids of the products in the catalog.
    skus: HashMap<String, Uuid>,
    /// What the operator has decided about them.
    sales: HashMap<OfferId, Sale>,
    now: Timestamp,
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
        let known = concerned.iter().chain(names.keys());
        let skus = store::known(unit.db, known).await?;
        let ids: Vec<Uuid> = skus.values().copied().collect();
        let mut decided = sale::of_products(unit.db, &ids).await?;
        let sales = concerned.into_iter().filter_map(|offer| {
            let sku = SkuId::from_uuid(*skus.get(offer.as_str())?);
            Some((offer, decided.remove(&sku)?))
        });
        Ok(Facts {
            sales: sales.collect(),
            prices,
            all,
            names,
            skus,
            now: unit.now(),
        })
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
        let kept = self.kept(&facts, &difference);
        let Facts {
            all,
            names: stored,
            mut skus,
            now,
            ..
        } = facts;
        let mut imported = Imported {
            same: difference.same,
            kept: kept.iter().map(kept::told).collect(),
            ..Imported::default()
        };
        for product in &self.sheet.products {
            if !skus.contains_key(product.offer.as_str()) {
                imported.new_products += 1;
                skus.insert(product.offer.to_string(), unit.new_id::<Uuid>());
            }
        }
        let kept = sheet::keep_names(&all, &self.wanted.segment);
        let effect = difference.effect(&self.sheet, &stored, &kept);
        let names = self.names(stored, &kept);
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
        let all = difference.applied(all);
        imported.ambiguous = sheet::monthly(&all, now).ambiguous.len();
        if self.dry_run {
            return Ok(Ok(imported));
        }

        store::put_products(unit.db, &self.products(&names), &skus).await?;
        let changed: Vec<&Price> = difference.changes.iter().map(Change::stored).collect();
        store::put_prices(unit.db, &changed, &skus).await?;
        let list = super::record_prices(unit, effect).await?;
        touched::note(unit.db, list, &touched(&difference, &names, &skus)).await?;
        Ok(Ok(imported))
    }
}

/// What becomes of the prices, by product.
fn touched(
    difference: &Difference,
    names: &store::Names,
    skus: &HashMap<String, Uuid>,
) -> Vec<(Uuid, Vec<touched::Change>)> {
    let mut by_product: BTreeMap<Uuid, Vec<touched::Change>> = BTreeMap::new();
    for change in &difference.changes {
        let Some(sku) = skus.get(change.stored().offer.as_str()) else {
            continue;
        };
        let Line {
            effect,
            detail,
            before,
            after,
            ..
        } = line(change, names);
        by_product.entry(*sku).or_default().push(touched::Change {
            effect,
            detail,
            before,
            after,
        });
    }
    by_product.into_iter().collect()
}

impl ImportSheet {
    /// The names that the products have afterwards, by those of the catalog.
    fn names(&self, mut stored: store::Names, kept: &BTreeSet<OfferId>) -> store::Names {
        let listed = self.sheet.products.iter();
        let listed = listed.filter(|product| !kept.contains(&product.offer));
        stored.extend(listed.map(|product| (product.offer.clone(), product.name.clone())));
        stored
    }

    /// The operator's decisions about products of the sheet, which stay.
    fn kept(&self, facts: &Facts, difference: &Difference) -> Vec<Line> {
        if facts.sales.is_empty() {
            return Vec::new();
        }
        let after = difference.applied(facts.all.clone());
        let listed = sheet::offered(&after, facts.now);
        let kept = sheet::keep_names(&facts.all, &self.wanted.segment);
        let names = self.names(facts.names.clone(), &kept);
        kept::of_sheet(&self.sheet.products, &facts.sales, &listed, |offer| {
            names.get(offer).cloned().unwrap_or_default()
        })
    }

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

impl Importing for ImportSheet {
    fn report(&self, facts: &Facts, decision: &Done<Difference>) -> CommandResult<Report> {
        let Ok(difference) = decision else {
            return Err(CommandError::NotFound);
        };
        let kept = sheet::keep_names(&facts.all, &self.wanted.segment);
        let names = self.names(facts.names.clone(), &kept);
        let lines = self.sheet.prices.len() + self.sheet.passed_over;
        let mut report = Report::of_wrong(count(lines), []);
        report.same = count(difference.same);
        // Before the changes, which may be many.
        report.told = self.kept(facts, difference);
        for change in &difference.changes {
            match change {
                Change::New(_) => report.added += 1,
                Change::Replaced { .. } => report.changed += 1,
                Change::Ended(_) => report.ended += 1,
            }
            report.told.push(line(change, &names));
        }
        Ok(report)
    }
}

fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

/// A change, with the price before and after it.
fn line(change: &Change, names: &store::Names) -> Line {
    let price = change.stored();
    let name = names.get(&price.offer).map_or("", String::as_str);
    let (effect, before, after) = match change {
        Change::New(price) => (Effect::Added, None, Some(amounts(price))),
        Change::Replaced { before, after } => {
            (Effect::Changed, Some(until(before)), Some(until(after)))
        }
        Change::Ended(price) => (Effect::Ended, Some(amounts(price)), None),
    };
    Line {
        line: None,
        effect,
        subject: format!("{name} ({})", price.offer),
        detail: format!(
            "{}, {} {}, {}",
            price.market,
            sheet::term_code(price.term),
            price.plan.code(),
            match price.tier.to {
                Some(to) => format!("{}–{to}", price.tier.from),
                None => format!("{}+", price.tier.from),
            },
        ),
        before,
        after,
        problem: None,
    }
}

/// The price, with its last day where it has one.
fn until(price: &Price) -> String {
    match price.ends {
        Some(ends) => format!("{} → {}", amounts(price), ends.format("%Y-%m-%d")),
        None => amounts(price),
    }
}

/// The partner's price and the retail price.
fn amounts(price: &Price) -> String {
    match price.retail {
        Some(retail) => format!("{} / {retail}", price.partner),
        None => price.partner.to_string(),
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
