//! What a line of an order's form is for, and what its product costs by which plan.

use core::fmt;

use serde::Serialize;
use tierline_core::{
    Timestamp,
    catalog::Offer,
    ids::{SkuId, SubscriptionId},
    money::Money,
    order::{Shown, Wanted},
    read::Read,
    term::{Billing, Plan, Term},
};

/// A term and a billing plan, as forms have them: `year-monthly`.
#[must_use]
pub fn plan_code(plan: Plan) -> String {
    format!("{}-{}", term_code(plan.term), billing_code(plan.billing))
}

/// Reads it.
///
/// ```
/// use tierline_app::catalog::model::{plan_code, plan_of};
/// use tierline_core::term::Plan;
/// assert_eq!(plan_code(Plan::DEFAULT), "year-monthly");
/// assert_eq!(plan_of("year-monthly"), Some(Plan::DEFAULT));
/// assert_eq!(plan_of("month-annual"), None);
/// ```
#[must_use]
pub fn plan_of(code: &str) -> Option<Plan> {
    plans().find(|plan| plan_code(*plan) == code)
}

/// Every plan that there can be.
pub fn plans() -> impl Iterator<Item = Plan> {
    Plan::all()
}

/// A term, as forms have it.
#[must_use]
pub const fn term_code(term: Term) -> &'static str {
    match term {
        Term::Month => "month",
        Term::Year => "year",
        Term::ThreeYears => "three-years",
    }
}

/// How something is billed, as forms have it.
#[must_use]
pub const fn billing_code(billing: Billing) -> &'static str {
    match billing {
        Billing::Monthly => "monthly",
        Billing::Annual => "annual",
        Billing::Once => "once",
    }
}

/// A product by one of its plans: a form has one line at most for it. Written `SKU` by the plan by which everything is
/// ordered that says nothing else, and `SKU.PLAN` by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineKey {
    /// The product.
    pub sku: SkuId,
    /// The term and the billing plan.
    pub plan: Plan,
}

impl LineKey {
    /// Reads it.
    ///
    /// ```
    /// use tierline_app::catalog::model::LineKey;
    /// let sku = "d2dea78b-507c-4e56-b400-39447f4738f8";
    /// let of = |text: String| LineKey::parse(&text).map(|key| key.to_string());
    /// assert_eq!(of(sku.to_owned()), Some(sku.to_owned()));
    /// assert_eq!(of(format!("{sku}.year-monthly")), Some(sku.to_owned()));
    /// let by_month = format!("{sku}.month-monthly");
    /// assert_eq!(of(by_month.clone()), Some(by_month));
    /// assert_eq!(of(format!("{sku}.month-annual")), None);
    /// assert_eq!(of("many".to_owned()), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<LineKey> {
        let (sku, plan) = match text.split_once('.') {
            Some((sku, plan)) => (sku, plan_of(plan)?),
            None => (text, Plan::DEFAULT),
        };
        let sku = sku.parse().ok()?;
        Some(LineKey { sku, plan })
    }
}

impl fmt::Display for LineKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sku)?;
        if !self.plan.is_default() {
            write!(f, ".{}", plan_code(self.plan))?;
        }
        Ok(())
    }
}

/// A line that somebody orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OrderLine {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: u32,
    /// The term and the billing plan.
    pub plan: Plan,
    /// Of an add-on, the subscription that it is for; none if it goes with the first one of the same order that it can.
    pub base: Option<SubscriptionId>,
    /// What it was shown to cost, if it was.
    pub shown: Option<Shown>,
}

impl OrderLine {
    /// The line of the form.
    #[must_use]
    pub const fn key(&self) -> LineKey {
        LineKey {
            sku: self.sku,
            plan: self.plan,
        }
    }

    /// What it asks for.
    #[must_use]
    pub const fn wanted(&self) -> Wanted {
        Wanted {
            sku: self.sku,
            quantity: self.quantity,
            plan: self.plan,
            base: self.base,
        }
    }
}

/// Licenses for a year that is billed every month.
impl From<(SkuId, u32)> for OrderLine {
    fn from((sku, quantity): (SkuId, u32)) -> OrderLine {
        OrderLine {
            sku,
            quantity,
            plan: Plan::DEFAULT,
            base: None,
            shown: None,
        }
    }
}

/// A line as it stands in the form: its values may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedLine {
    /// What it is for.
    pub key: LineKey,
    /// The number of licenses.
    pub quantity: String,
    /// The id of the subscription that it is for.
    pub base: String,
}

/// Licenses for a year that is billed every month.
impl From<(SkuId, String)> for TypedLine {
    fn from((sku, quantity): (SkuId, String)) -> TypedLine {
        let plan = Plan::DEFAULT;
        TypedLine {
            key: LineKey { sku, plan },
            quantity,
            base: String::new(),
        }
    }
}

/// A plan by which a product is sold today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SoldBy {
    /// The term and the billing plan.
    pub plan: Plan,
    /// The fewest licenses that can be ordered by it.
    pub fewest: u32,
    /// Price of one of so many licenses for the whole term.
    pub price: Option<Money>,
    /// What the reader's organization pays for it, if it pays another price.
    pub partner: Option<Money>,
}

/// A product as it is offered today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Offered {
    /// The product, with the prices of today.
    pub offer: Offer,
    /// Today.
    pub at: Timestamp,
}

/// A subscription that an add-on can be ordered for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct BaseChoice {
    /// The subscription.
    pub id: SubscriptionId,
    /// Its product.
    pub product: String,
    /// Number of its licenses.
    pub quantity: u32,
    /// The end of its term.
    pub ends: Timestamp,
}
