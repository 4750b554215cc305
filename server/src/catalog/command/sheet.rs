use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tierline_core::{
    access::Action,
    catalog::sheet::{self, Change, Difference, OfferId, Price, Product, Sheet, Wanted},
    import::Effect,
    organization::may_operate,
};
use uuid::Uuid;

use crate::{
    catalog::store::sheet as store,
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
        let names = self.names(facts.names, &kept);
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
    /// The names that the products have afterwards, by those of the catalog.
    fn names(&self, mut stored: store::Names, kept: &BTreeSet<OfferId>) -> store::Names {
        let listed = self.sheet.products.iter();
        let listed = listed.filter(|product| !kept.contains(&product.offer));
        stored.extend(listed.map(|product| (product.offer.clone(), product.name.clone())));
        stored
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
