use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use tierline_core::{
    access::Action,
    catalog::{
        Limits, PriceListEvent, Sale,
        details::{Change, Details, Known, Problems, Sold, check, difference},
        sheet::OfferId,
    },
    ids::SkuId,
    import::Effect,
    organization::may_operate,
};
use uuid::Uuid;

use super::kept::range;
use crate::{
    catalog::store::{details as store, sale, touched},
    cli::Done,
    import::{Importing, Line, Report},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Puts what the price sheet lacks of its products into the catalog.
#[derive(Debug, Serialize)]
pub(crate) struct ImportDetails {
    #[serde(skip)]
    pub all: Vec<Details>,
}

/// What is stored.
#[derive(Debug)]
pub(crate) struct Facts {
    known: BTreeMap<OfferId, Known>,
    skus: HashMap<OfferId, Uuid>,
    /// What the operator has decided about the products of the file.
    sales: HashMap<SkuId, Sale>,
}

impl Facts {
    /// The limits that the operator has set for a product.
    fn decided(&self, offer: &OfferId) -> Option<Limits> {
        let sku = SkuId::from_uuid(*self.skus.get(offer)?);
        self.sales.get(&sku)?.limits
    }
}

impl Command for ImportDetails {
    const NAME: &'static str = "import_product_details";
    type Facts = Facts;
    type Decision = Done<Result<(), Problems>>;
    type Outcome = Done<()>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let now = unit.now();
        let (known, skus) = store::lock(unit.db, &self.all, now).await?;
        let ids = self.all.iter().filter_map(|it| skus.get(&it.offer));
        let ids: Vec<Uuid> = ids.copied().collect();
        let sales = sale::of_products(unit.db, &ids).await?;
        Ok(Facts { known, skus, sales })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let allowed = may_operate(context.operating(), Action::ManageCatalog);
        Ok(allowed
            .map_err(|problem| vec![problem])
            .map(|()| check(&self.all, &facts.known)))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Done<()>> {
        match decision {
            Err(problems) => return Ok(Err(problems)),
            // Only what was found right is applied.
            Ok(Err(_)) => return Err(CommandError::Inconsistent("a file with wrong lines")),
            Ok(Ok(())) => {}
        }
        let difference = difference(&self.all, &facts.known);
        let changed: Vec<&Details> = difference.changes.iter().map(|it| it.after).collect();
        store::put(unit.db, &changed, &facts.skus).await?;
        let by = unit.context.operating();
        let by = by.ok_or(CommandError::Inconsistent("product details of nobody"))?;
        let imported = PriceListEvent::DetailsImported {
            operator: by.operator.id,
            effect: difference.effect(),
            at: unit.now(),
            by: by.actor.user,
        };
        let list = super::record(unit, imported).await?;
        let touched: Vec<(Uuid, Vec<touched::Change>)> = difference
            .changes
            .iter()
            .filter_map(|change| {
                let sku = *facts.skus.get(&change.after.offer)?;
                let (before, after) = told(change);
                let change = touched::Change {
                    effect: Effect::Changed,
                    detail: String::new(),
                    before: Some(before),
                    after: Some(after),
                };
                Some((sku, vec![change]))
            })
            .collect();
        touched::note(unit.db, list, &touched).await?;
        Ok(Ok(()))
    }
}

impl Importing for ImportDetails {
    fn report(&self, facts: &Facts, decision: &Self::Decision) -> CommandResult<Report> {
        let lines = u64::try_from(self.all.len()).unwrap_or(u64::MAX);
        match decision {
            Err(_) => return Err(CommandError::NotFound),
            Ok(Err(problems)) => return Ok(Report::of_wrong(lines, problems.iter().cloned())),
            Ok(Ok(())) => {}
        }
        let difference = difference(&self.all, &facts.known);
        let mut report = Report::of_wrong(lines, []);
        report.changed = count(difference.changes.len());
        report.same = count(difference.same);
        // Before the changes, which may be many.
        for details in &self.all {
            let own = facts.decided(&details.offer);
            let known = facts.known.get(&details.offer);
            if let (Some(own), Some(before)) = (own, known) {
                let after = details;
                let listed = after.limits(before.of_prices);
                let change = Change { before, after };
                let values = (range(listed), range(own));
                report.told.push(line(&change, Effect::LimitsStay, values));
            }
        }
        let counts = |change: &&Change<'_>| facts.decided(&change.after.offer).is_none();
        for change in difference.below_sold.iter().filter(counts) {
            let values = (of_sold(change.before.sold), own_range(change));
            report.told.push(line(change, Effect::BelowSold, values));
        }
        for change in difference.unpriced.iter().filter(counts) {
            let values = (range(change.before.of_prices), own_range(change));
            report.told.push(line(change, Effect::Unpriced, values));
        }
        for change in &difference.changes {
            report
                .told
                .push(line(change, Effect::Changed, told(change)));
        }
        Ok(report)
    }
}

fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

fn line(change: &Change<'_>, effect: Effect, (before, after): (String, String)) -> Line {
    Line {
        line: Some(change.after.line),
        effect,
        subject: format!("{} ({})", change.before.name, change.after.offer),
        detail: String::new(),
        before: Some(before),
        after: Some(after),
        problem: None,
    }
}

/// The limits by the file, with those of all subscriptions of a customer.
fn own_range(change: &Change<'_>) -> String {
    with_customer(change.after.limits(change.before.of_prices))
}

fn with_customer(limits: Limits) -> String {
    let mut told = vec![range(limits)];
    told.extend(limits.per_customer.map(|most| format!("≤ {most}")));
    if limits.one_per_customer {
        told.push("× 1".to_owned());
    }
    told.join(", ")
}

/// What is sold: the fewest and the most licenses of a subscription, the most of a customer, and its subscriptions.
fn of_sold(sold: Sold) -> String {
    let fewest = sold.fewest.unwrap_or(sold.most);
    format!(
        "{fewest}–{}, ≤ {}, × {}",
        sold.most, sold.of_customer, sold.subscriptions
    )
}

/// What is said of the product before and after, in signs that need no language.
fn told(change: &Change<'_>) -> (String, String) {
    let of_prices = change.before.of_prices;
    let told = |details: &Details| {
        let mut told = vec![
            details.kind.code().to_owned(),
            with_customer(details.limits(of_prices)),
        ];
        for (sign, offers) in [("+", &details.bases), ("→", &details.upgrades)] {
            let offers = offers.iter().map(|offer| format!("{sign} {offer}"));
            told.extend(offers);
        }
        told.join(", ")
    };
    (told(&change.before.said), told(change.after))
}
