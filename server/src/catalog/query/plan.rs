//! Products by the plans by which they are sold in a market, and lines by one of them.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::{ChosenLine, Offered, ProductRow, SoldBy, TypedLine, billing_code, term_code},
    list::model::ListQuery,
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    catalog::{Kind, Offer, sheet},
    ids::SkuId,
    market::Country,
    term::{Billing, Plan, Term},
};

use super::shown;
use crate::{catalog::store, organization::query::failed};

/// What the catalog is filtered by. What an address names that there is not filters nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Filter {
    term: Option<Term>,
    billing: Option<Billing>,
    kind: Option<Kind>,
}

impl Filter {
    pub(super) fn of(query: &ListQuery) -> Filter {
        let named = |name: &str| query.filters.get(name).map_or("", String::as_str);
        let (term, billing) = (named("term"), named("billing"));
        Filter {
            term: Term::ALL.into_iter().find(|it| term_code(*it) == term),
            billing: Billing::ALL
                .into_iter()
                .find(|it| billing_code(*it) == billing),
            kind: named("kind").parse().ok(),
        }
    }

    fn has(self, plan: Plan) -> bool {
        self.term.is_none_or(|term| term == plan.term)
            && self.billing.is_none_or(|billing| billing == plan.billing)
    }

    pub(super) fn is_by_plan(self) -> bool {
        self.term.is_some() || self.billing.is_some()
    }

    /// Whether a product of a simple list can be among them: it is billed every month, for any term.
    pub(super) fn has_simple(self) -> bool {
        self.billing
            .is_none_or(|billing| matches!(billing, Billing::Monthly))
    }

    /// The terms, as a price sheet has them.
    pub(super) fn terms(self) -> Vec<String> {
        let all = Term::ALL.into_iter();
        let terms = all.filter(|it| self.term.is_none_or(|term| term == *it));
        terms.map(|it| sheet::term_code(it).to_owned()).collect()
    }

    /// The billing plans, as a price sheet has them.
    pub(super) fn billings(self) -> Vec<String> {
        let all = sheet::BillingPlan::ALL.into_iter();
        let plans = all.filter(|it| self.billing.is_none_or(|billing| billing == it.billing()));
        plans.map(|it| it.code().to_owned()).collect()
    }

    /// The kinds.
    pub(super) fn kinds(self) -> Vec<String> {
        let all = Kind::ALL.into_iter();
        let kinds = all.filter(|it| self.kind.is_none_or(|kind| kind == *it));
        kinds.map(|it| it.code().to_owned()).collect()
    }
}

/// Which prices a reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// What a customer is charged.
    Charged,
    /// What its own organization pays, too.
    Paid,
}

impl Told {
    /// By whether the reader's organization pays for what it orders.
    pub(crate) const fn to(pays: bool) -> Told {
        if pays { Told::Paid } else { Told::Charged }
    }
}

/// Products as they are offered in a market at this moment, with the names of those that add-ons go with.
struct Market {
    offers: HashMap<SkuId, Offer>,
    names: HashMap<SkuId, String>,
}

impl Market {
    async fn load(
        db: &mut PgConnection,
        skus: &[SkuId],
        (country, told): (Country, Told),
        now: Timestamp,
    ) -> Result<Market, sqlx::Error> {
        let mut offers = store::offers(db, skus, country, now).await?;
        if told == Told::Charged {
            let each = offers.into_iter();
            offers = each.map(Offer::without_partner_prices).collect();
        }
        for offer in &mut offers {
            let is_now = |starts: Timestamp, ends: Option<Timestamp>| {
                starts <= now && ends.is_none_or(|ends| now < ends)
            };
            offer.rates.retain(|rate| is_now(rate.starts, rate.ends));
        }
        let bases: HashSet<SkuId> = offers.iter().flat_map(|it| it.bases.clone()).collect();
        let bases: Vec<SkuId> = bases.into_iter().collect();
        let names = match bases.as_slice() {
            [] => Vec::new(),
            bases => store::load(db, bases, None, now).await?,
        };
        Ok(Market {
            offers: offers.into_iter().map(|it| (it.product.sku, it)).collect(),
            names: names.into_iter().map(|it| (it.sku, it.name)).collect(),
        })
    }

    /// The names of the products of which an add-on needs one.
    fn goes_with(&self, sku: SkuId) -> Vec<String> {
        let bases = self
            .offers
            .get(&sku)
            .map_or(&[][..], |it| it.bases.as_slice());
        let names = bases.iter().filter_map(|base| self.names.get(base));
        let mut names: Vec<String> = names.cloned().collect();
        names.sort_unstable();
        names
    }
}

/// Puts into the rows by which plans they are sold in this market, of those that the query asks for.
pub(crate) async fn with_plans(
    db: &mut PgConnection,
    rows: &mut [ProductRow],
    of: (Country, Told),
    query: &ListQuery,
    now: Timestamp,
) -> PortalResult<()> {
    let filter = Filter::of(query);
    let skus: Vec<SkuId> = rows.iter().map(|row| row.product.sku).collect();
    let market = Market::load(db, &skus, of, now).await.map_err(failed)?;
    for row in rows {
        let sku = row.product.sku;
        let Some(offer) = market.offers.get(&sku) else {
            continue;
        };
        row.kind = offer.kind;
        row.goes_with = market.goes_with(sku);
        let plans = offer.plans(now).into_iter();
        row.plans = plans
            .filter(|(plan, ..)| filter.has(*plan))
            .map(|(plan, fewest, price)| SoldBy {
                plan,
                fewest: fewest.get(),
                price,
                partner: offer.partner_price(plan, fewest, now),
            })
            .collect();
        // What has no price by any plan today cannot be ordered today.
        row.product.sold &= !row.plans.is_empty();
    }
    Ok(())
}

/// The chosen lines, with their products as they are offered in this market; SKUs that are not in the catalog are left
/// out.
pub(crate) async fn lines(
    db: &mut PgConnection,
    (country, told): (Option<Country>, Told),
    chosen: Vec<TypedLine>,
    now: Timestamp,
) -> PortalResult<Vec<ChosenLine>> {
    let skus: Vec<SkuId> = chosen.iter().map(|line| line.key.sku).collect();
    let currency = country.and_then(Country::currency);
    let rows = store::rows(db, &skus, currency, now)
        .await
        .map_err(failed)?;
    let products: HashMap<SkuId, ProductRow> = rows
        .into_iter()
        .map(|row| (SkuId::from_uuid(row.sku_id), shown(row, currency)))
        .collect();
    let market = match country.filter(|_| currency.is_some()) {
        Some(country) => Some(
            Market::load(db, &skus, (country, told), now)
                .await
                .map_err(failed)?,
        ),
        None => None,
    };
    let lines = chosen.into_iter().filter_map(|line| {
        let TypedLine {
            key,
            quantity,
            base,
        } = line;
        let mut product = products.get(&key.sku)?.clone();
        let market = market.as_ref();
        let offer = market.and_then(|market| market.offers.get(&key.sku));
        if let (Some(market), Some(offer)) = (market, offer) {
            product.product.sold &= offer.product.sold;
            product.kind = offer.kind;
            product.goes_with = market.goes_with(key.sku);
        }
        Some(ChosenLine {
            product,
            quantity,
            plan: key.plan,
            offered: offer.cloned().map(|offer| Offered { offer, at: now }),
            base,
            bases: Vec::new(),
            beside: None,
        })
    });
    let mut lines: Vec<ChosenLine> = lines.collect();
    beside(&mut lines);
    Ok(lines)
}

/// Puts into the lines of add-ons which other line each goes with: the first one that is no add-on itself.
fn beside(lines: &mut [ChosenLine]) {
    let alone = lines.iter().filter(|line| line.needs().is_empty());
    let alone: Vec<(SkuId, String)> = alone
        .map(|line| {
            let product = &line.product.product;
            (product.sku, product.name.clone())
        })
        .collect();
    for line in lines {
        let beside = alone.iter().find(|(sku, _)| line.needs().contains(sku));
        line.beside = beside.map(|(_, name)| name.clone());
    }
}
