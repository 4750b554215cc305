//! Products to choose from, and chosen lines.

mod line;
mod shown;
#[cfg(feature = "ssr")]
mod typed;

pub use line::{
    BaseChoice, LineKey, Offered, OrderLine, SoldBy, TypedLine, billing_code, plan_code, plan_of,
    plans, term_code,
};
#[cfg(feature = "ssr")]
pub(crate) use shown::read_shown;
pub(crate) use shown::shown_text;
#[cfg(feature = "ssr")]
pub use typed::{order_lines, quantities};

use serde::Serialize;
use tierline_core::{
    Timestamp,
    catalog::{self, Held, Kind, Product, Terms},
    ids::SkuId,
    import::Effect,
    market::Country,
    money::{Money, Quantity},
    read::Read,
    term::Plan,
};

use crate::{error::FieldProblem, form::mark::Mark, list::model::Page, timeline::History};

/// A product in the picker.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ProductRow {
    /// The product with its limits, and its price in the customer's currency.
    pub product: Product,
    /// The part number.
    pub part_number: String,
    /// Whether price and limits are demo figures.
    pub demo_figures: bool,
    /// The customer's current licenses of it.
    pub held: Held,
    /// Its kind.
    pub kind: Kind,
    /// The plans by which it is sold today; none where everything is ordered by one.
    pub plans: Vec<SoldBy>,
    /// Of an add-on, the names of the products of which the customer needs one.
    pub goes_with: Vec<String>,
}

impl ProductRow {
    /// Any price of it, for its currency.
    #[must_use]
    pub fn any_price(&self) -> Option<Money> {
        let mut by_plan = self.plans.iter().filter_map(|sold| sold.price);
        by_plan.next().or(self.product.price)
    }
}

/// Where a product of the catalog comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The program's price sheet.
    PriceSheet,
    /// A simple price list of the operator's own.
    PriceList,
    /// The demo.
    Demo,
}

impl Origin {
    /// Every origin.
    pub const ALL: [Origin; 3] = [Origin::PriceSheet, Origin::PriceList, Origin::Demo];

    /// The stable name, for a filter.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Origin::PriceSheet => "price_sheet",
            Origin::PriceList => "price_list",
            Origin::Demo => "demo",
        }
    }
}

/// A product in the operator's catalog.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CatalogRow {
    /// The product as it is sold today, with its price in the chosen market.
    pub product: Product,
    /// The part number.
    pub part_number: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// The operator's catalog.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CatalogPage {
    /// A page of products.
    pub products: Page<CatalogRow>,
    /// The markets that something has a price in.
    pub markets: Vec<Country>,
}

/// What a license costs in a market today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MarketPrice {
    /// The market; none for a price of the operator's own, which is one of a currency.
    pub market: Option<Country>,
    /// The segment, term and plan, in the sheet's words; or the currency.
    pub offer: String,
    /// The least licenses that it is for.
    pub from: u32,
    /// The most, if there is an end.
    pub to: Option<u32>,
    /// The partner's price, with its currency.
    pub partner: String,
    /// The retail price, with its currency.
    pub retail: Option<String>,
    /// The first moment after it.
    pub ends: Option<Timestamp>,
}

/// A product of the catalog, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CatalogProduct {
    /// As in the list, without a price.
    pub row: CatalogRow,
    /// The prices of the chosen market, and those of currencies.
    pub prices: Vec<MarketPrice>,
    /// The markets that it has a price in today.
    pub markets: Vec<Country>,
    /// The chosen one.
    pub market: Option<Country>,
    /// What the operator can decide about it.
    pub sale: SaleState,
    /// The newest imports that changed it.
    pub imports: Vec<ImportOfPrices>,
    /// What was decided about it.
    pub timeline: History,
}

/// What the operator has decided about a product, and what another decision would change.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct SaleState {
    /// What the price list says of it.
    pub listed: Terms,
    /// Whether it was withdrawn.
    pub is_withdrawn: bool,
    /// Whether the operator has set limits of its own.
    pub has_own_limits: bool,
    /// The mark of the limits that count.
    pub limits_mark: Mark,
    /// The offers that have a price today, in the sheet's words, or the currencies.
    pub offers: Vec<String>,
    /// What exists of it.
    pub in_use: InUse,
}

/// The active subscriptions of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct InUse {
    /// Their number.
    pub subscriptions: u64,
    /// Their licenses.
    pub licenses: u64,
    /// The customers that have them.
    pub customers: u64,
    /// Whether there are more: only so many are counted.
    pub is_at_least: bool,
}

/// An import that changed a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ImportOfPrices {
    /// When.
    pub at: Timestamp,
    /// The operator's user.
    pub by: String,
    /// The first changes.
    pub changes: Vec<PriceChange>,
    /// The number of the others.
    pub more: u32,
}

/// What an import did to a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct PriceChange {
    /// What it did.
    pub effect: Effect,
    /// Which price.
    pub detail: String,
    /// The price before.
    pub before: Option<String>,
    /// The price after it.
    pub after: Option<String>,
}

/// A chosen line.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ChosenLine {
    /// The product.
    pub product: ProductRow,
    /// The number of licenses, as typed: it may be wrong.
    pub quantity: String,
    /// The term and the billing plan.
    pub plan: Plan,
    /// The product as it is offered today, where there is a choice of plans.
    pub offered: Option<Offered>,
    /// Of an add-on, the id of the subscription that was chosen for it.
    pub base: String,
    /// Of an add-on, the subscriptions that it can be ordered for.
    pub bases: Vec<BaseChoice>,
    /// Of an add-on, the product in another line that it goes with.
    pub beside: Option<String>,
}

impl ChosenLine {
    /// What it is for.
    #[must_use]
    pub const fn key(&self) -> LineKey {
        LineKey {
            sku: self.product.product.sku,
            plan: self.plan,
        }
    }

    /// Of an add-on, the products of which the customer needs one.
    #[must_use]
    pub fn needs(&self) -> &[SkuId] {
        let offered = self.offered.as_ref();
        offered.map_or(&[][..], |offered| offered.offer.bases.as_slice())
    }

    /// Any price of it, for its currency.
    #[must_use]
    pub fn any_price(&self) -> Option<Money> {
        let rates = self.offered.iter().flat_map(|it| &it.offer.rates);
        let mut prices = rates.map(|rate| rate.charged());
        prices.next().or(self.product.product.price)
    }

    /// The price of one license for the term, if the quantity is a number for which there is one.
    #[must_use]
    pub fn price(&self) -> Option<Money> {
        let quantity = Quantity::parse(&self.quantity).ok()?;
        let Offered { offer, at } = self.offered.as_ref()?;
        offer.price(self.plan, quantity, *at).ok().flatten()
    }

    /// What the reader's organization pays for one license for the term, if it pays another price.
    #[must_use]
    pub fn partner_price(&self) -> Option<Money> {
        let quantity = Quantity::parse(&self.quantity).ok()?;
        let Offered { offer, at } = self.offered.as_ref()?;
        offer.partner_price(self.plan, quantity, *at)
    }

    /// The price of one license for a month, on which the amount rests or as near to it as a month's price can be.
    #[must_use]
    pub fn month(&self) -> Option<Money> {
        match &self.offered {
            Some(_) => Some(self.price()?.share(1, self.plan.term.months())),
            None => self.product.product.price,
        }
    }

    /// What it costs for a month, if the quantity is a number and the product has a price.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        let quantity = Quantity::parse(&self.quantity).ok()?;
        match &self.offered {
            Some(_) => {
                let term = self.price()?.times(quantity).ok()?;
                Some(term.share(1, self.plan.term.months()))
            }
            None => self.product.product.price?.times(quantity).ok(),
        }
    }
}

/// Core's refusal of a line, beside the line's field.
impl From<&catalog::Refusal> for FieldProblem {
    fn from(refusal: &catalog::Refusal) -> FieldProblem {
        match refusal {
            catalog::Refusal::ProductNotSold { .. } => FieldProblem::ProductNotSold,
            catalog::Refusal::QuantityOutside { .. } => FieldProblem::QuantityOutside,
            catalog::Refusal::CustomerMaximum { .. } => FieldProblem::CustomerMaximum,
            catalog::Refusal::OnePerCustomer { .. } => FieldProblem::OnePerCustomer,
            // These are about a product, and about no line.
            catalog::Refusal::LimitsImpossible { .. } | catalog::Refusal::LimitsUnpriced { .. } => {
                FieldProblem::NotValid
            }
            catalog::Refusal::PlanNotSold { .. } => FieldProblem::ProductNotSold,
        }
    }
}
