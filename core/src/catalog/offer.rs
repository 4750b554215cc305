//! Products with everything that buying and renewing them needs: prices by term, plan and day, add-ons, upgrades.

use serde::{Deserialize, Serialize};

use super::{Kind, Product, Refusal};
use crate::{
    Timestamp,
    ids::SkuId,
    money::{Money, Quantity},
    read::Read,
    term::{Billing, Plan},
};

/// The price of one license of a product for a whole term, in one market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Rate {
    /// The term, and how it is billed.
    pub plan: Plan,
    /// The smallest number of licenses that it is for.
    pub from: u32,
    /// The largest one; none if there is none.
    pub to: Option<u32>,
    /// From when on it is valid.
    pub starts: Timestamp,
    /// Until when, exclusive; none if that is open.
    pub ends: Option<Timestamp>,
    /// The ordering partner pays this.
    pub partner: Money,
    /// The retail price that the program suggests, in the same currency.
    pub retail: Option<Money>,
}

impl Rate {
    /// The highest price of a license for a term, in the smallest unit: as many licenses as can be counted cost an
    /// amount that can be calculated.
    pub const MOST: i64 = 1_000_000_000;

    /// What a customer is charged: the retail price, or the partner's where the program suggests none.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.retail.unwrap_or(self.partner)
    }

    /// Whether it is for so many licenses by this plan at this moment.
    #[must_use]
    pub fn is_for(&self, plan: Plan, quantity: Quantity, at: Timestamp) -> bool {
        let count = quantity.get();
        self.plan == plan
            && self.from <= count
            && self.to.is_none_or(|to| count <= to)
            && self.starts <= at
            && self.ends.is_none_or(|ends| at < ends)
            && (0..=Rate::MOST).contains(&self.charged().minor)
    }
}

/// What a simple list said of a product before it was changed, in one market. Such a list has no days of its own, so
/// each is kept with the moment until which it was valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Earlier {
    /// Until when, exclusive.
    pub until: Timestamp,
    /// Whether it was sold.
    pub sold: bool,
    /// Price of one license for a month; none if it had none.
    pub price: Option<Money>,
}

/// A product as it is sold in one market: the limits of its [`Product`], and the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Offer {
    /// The product.
    pub product: Product,
    /// Its kind.
    pub kind: Kind,
    /// Of an add-on, the products of which the customer needs one; empty for all others.
    pub bases: Vec<SkuId>,
    /// The products to which it can be upgraded.
    pub upgrades: Vec<SkuId>,
    /// Its prices in the market. Empty for a product of a simple list, which has a price for a month alone.
    pub rates: Vec<Rate>,
    /// What was said of it before, where that is what counts: of a product of a simple list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
}

impl Offer {
    /// A product of a simple list: a license, by any plan that is billed every month.
    #[must_use]
    pub const fn of(product: Product) -> Offer {
        Offer {
            product,
            kind: Kind::License,
            bases: Vec::new(),
            upgrades: Vec::new(),
            rates: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// Whether it was sold at a moment, and at which price for a month: as it is today, where nothing else was valid
    /// then.
    fn simple(&self, at: Timestamp) -> (bool, Option<Money>) {
        let then = self.earlier.iter().filter(|it| at < it.until);
        then.min_by_key(|it| it.until)
            .map_or((self.product.sold, self.product.price), |it| {
                (it.sold, it.price)
            })
    }

    /// The price of one license for a term, by plan, number of licenses and day; none for a product that is sold
    /// without a price. The market is the one that the offer is for. Of several prices that are valid, the one that
    /// began last counts. A product of a simple list costs its price for a month in every month of the term, and so
    /// does one of a sheet that has no price for the plan by which everything is ordered, while the catalog shows a
    /// price for a month. What a simple list said on that day counts, also when it says something else by now.
    ///
    /// # Errors
    /// [`Refusal::ProductNotSold`], or [`Refusal::PlanNotSold`] where it is sold by other plans, in other numbers or on
    /// other days.
    ///
    /// ```
    /// use tierline_core::{catalog::{Earlier, Offer, Product, Rate}, market::Currency, money::{Money, Quantity}, term::{Plan, Term}, testing::*};
    /// let euro = |minor| Money::new(minor, Currency::Eur);
    /// let rate = |from, to, price| Rate {
    ///     plan: Plan::DEFAULT, from: 1, to: None, starts: day(from), ends: Some(day(to)),
    ///     partner: euro(price), retail: None,
    /// };
    /// let offer = Offer { rates: vec![rate(0, 30, 60_00), rate(30, 60, 66_00)], ..offer(50, "Business Basic") };
    /// let one = Quantity::new(1)?;
    /// assert_eq!(offer.price(Plan::DEFAULT, one, day(29)), Ok(Some(euro(60_00))));
    /// assert_eq!(offer.price(Plan::DEFAULT, one, day(30)), Ok(Some(euro(66_00))));
    /// assert_eq!(offer.price(Plan::DEFAULT, one, day(60)).unwrap_err().code(), "plan_not_sold");
    /// let product = Product { price: Some(euro(6_00)), ..offer.product.clone() };
    /// let shown = Offer { product, ..offer };
    /// assert_eq!(shown.price(Plan::DEFAULT, one, day(60)), Ok(Some(euro(72_00))));
    /// // A simple list that costs more from day 40 on, and did not sell it before day 20.
    /// let product = Product { price: Some(euro(7_00)), ..offer.product.clone() };
    /// let earlier = |until, sold, price| Earlier { until: day(until), sold, price: Some(euro(price)) };
    /// let simple = Offer { earlier: vec![earlier(40, true, 6_00), earlier(20, false, 6_00)], ..Offer::of(product) };
    /// assert_eq!(simple.price(Plan::DEFAULT, one, day(39)), Ok(Some(euro(72_00))));
    /// assert_eq!(simple.price(Plan::DEFAULT, one, day(40)), Ok(Some(euro(84_00))));
    /// assert_eq!(simple.price(Plan::DEFAULT, one, day(19)).unwrap_err().code(), "product_not_sold");
    /// // By no other plan that the sheet lacks.
    /// let three_years = Plan { term: Term::ThreeYears, ..Plan::DEFAULT };
    /// assert_eq!(shown.price(three_years, one, day(60)).unwrap_err().code(), "plan_not_sold");
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    pub fn price(
        &self,
        plan: Plan,
        quantity: Quantity,
        at: Timestamp,
    ) -> Result<Option<Money>, Refusal> {
        let product = || self.product.name.clone();
        let simple = self.simple(at);
        if self.rates.is_empty() && !simple.0 {
            return Err(Refusal::ProductNotSold { product: product() });
        }
        let not_sold = || Refusal::PlanNotSold {
            product: product(),
            plan,
        };
        if !self.kind.has(plan) {
            return Err(not_sold());
        }
        if self.rates.is_empty() {
            return by_month(simple.1, plan).ok_or_else(not_sold);
        }
        self.rate(plan, quantity, at)
            .map(|rate| Some(rate.charged()))
            .or_else(|| shown_by_month(simple, plan))
            .ok_or_else(not_sold)
    }

    /// The price of a sheet that is valid.
    fn rate(&self, plan: Plan, quantity: Quantity, at: Timestamp) -> Option<&Rate> {
        self.rates
            .iter()
            .filter(|rate| rate.is_for(plan, quantity, at))
            .max_by_key(|rate| rate.starts)
    }

    /// What the ordering partner pays for one license for a term, where the customer is charged a retail price instead.
    /// There is none where both are the same.
    ///
    /// ```
    /// use tierline_core::{catalog::{Offer, Rate}, market::Currency, money::{Money, Quantity}, term::Plan, testing::*};
    /// let euro = |minor| Money::new(minor, Currency::Eur);
    /// let rate = Rate {
    ///     plan: Plan::DEFAULT, from: 1, to: None, starts: day(0), ends: None,
    ///     partner: euro(55_64), retail: Some(euro(69_55)),
    /// };
    /// let offer = Offer { rates: vec![rate], ..offer(50, "Business Basic") };
    /// let ten = Quantity::new(10)?;
    /// assert_eq!(offer.partner_price(Plan::DEFAULT, ten, day(1)), Some(euro(55_64)));
    /// // Whoever does not pay it never reads it, and what is charged stays.
    /// let shown = offer.clone().without_partner_prices();
    /// assert_eq!(shown.partner_price(Plan::DEFAULT, ten, day(1)), None);
    /// assert_eq!(shown.price(Plan::DEFAULT, ten, day(1)), offer.price(Plan::DEFAULT, ten, day(1)));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn partner_price(&self, plan: Plan, quantity: Quantity, at: Timestamp) -> Option<Money> {
        let rate = self.rate(plan, quantity, at)?;
        rate.retail.map(|_| rate.partner)
    }

    /// The same with what a customer is charged alone.
    #[must_use]
    pub fn without_partner_prices(mut self) -> Offer {
        for rate in &mut self.rates {
            rate.partner = rate.charged();
            rate.retail = None;
        }
        self
    }

    /// The plans by which it is sold for new subscriptions at this moment, each with the fewest licenses that can be
    /// ordered by it, and the price of one of so many for its whole term. A price sheet may begin with other numbers in
    /// another market, or by another plan.
    ///
    /// ```
    /// use tierline_core::{
    ///     catalog::{Offer, Product, Rate}, market::Currency, money::{Money, Quantity}, term::{Billing, Plan}, testing::*,
    /// };
    /// let euro = |minor| Money::new(minor, Currency::Eur);
    /// let basic = offer(50, "Business Basic");
    /// let product = Product { price: Some(euro(6_00)), ..basic.product.clone() };
    /// let plans = Offer { product, ..basic.clone() }.plans(day(0));
    /// let (_, fewest, year) = plans.iter().find(|(plan, ..)| plan.is_default()).unwrap();
    /// assert_eq!((plans.len(), fewest.get(), *year), (3, 1, Some(euro(72_00))));
    /// // Billed for the year there are prices for five licenses and more.
    /// let annual = Plan { billing: Billing::Annual, ..Plan::DEFAULT };
    /// let rate = |plan, from, price| Rate {
    ///     plan, from, to: None, starts: day(0), ends: None, partner: euro(price), retail: None,
    /// };
    /// let sheet = Offer { rates: vec![rate(Plan::DEFAULT, 1, 72_00), rate(annual, 5, 66_00)], ..basic };
    /// let found = sheet.plans(day(0)).into_iter().find(|(plan, ..)| *plan == annual);
    /// assert_eq!(found, Some((annual, Quantity::new(5)?, Some(euro(66_00)))));
    /// # Ok::<(), tierline_core::money::MoneyError>(())
    /// ```
    #[must_use]
    pub fn plans(&self, at: Timestamp) -> Vec<(Plan, Quantity, Option<Money>)> {
        if !self.product.sold {
            return Vec::new();
        }
        let limits = self.product.limits;
        let sold = |plan: Plan| {
            let rates = self.rates.iter().filter(|rate| rate.plan == plan);
            let mut fewest: Vec<u32> = rates
                .map(|rate| rate.from)
                .chain([limits.minimum.max(1)])
                .filter(|count| (limits.minimum..=limits.maximum).contains(count))
                .collect();
            fewest.sort_unstable();
            fewest.into_iter().find_map(|count| {
                let count = Quantity::new(count).ok()?;
                Some((plan, count, self.price(plan, count, at).ok()?))
            })
        };
        Plan::all().filter_map(sold).collect()
    }

    /// Whether a subscription of this product can be upgraded to that one.
    #[must_use]
    pub fn upgrades_to(&self, target: SkuId) -> bool {
        self.upgrades.contains(&target)
    }

    /// Whether it can be an add-on to a subscription of that product; everything that is no add-on can be bought
    /// alone.
    ///
    /// ```
    /// use tierline_core::{catalog::Offer, testing::*};
    /// let add_on = Offer { bases: vec![id(50)], ..offer(51, "Audio Conferencing") };
    /// assert!(add_on.goes_with(Some(id(50))) && !add_on.goes_with(Some(id(52))) && !add_on.goes_with(None));
    /// assert!(offer(50, "Business Basic").goes_with(None));
    /// ```
    #[must_use]
    pub fn goes_with(&self, base: Option<SkuId>) -> bool {
        match base {
            Some(base) => self.bases.contains(&base),
            None => self.bases.is_empty(),
        }
    }
}

/// What is bought at the price for a month that the catalog shows, as from a simple list, is renewed at it too, while
/// the catalog shows one. It is bought by one plan alone.
fn shown_by_month((sold, month): (bool, Option<Money>), plan: Plan) -> Option<Option<Money>> {
    (sold && month.is_some() && plan == Plan::DEFAULT)
        .then(|| by_month(month, plan))
        .flatten()
}

/// The price of a simple list for a whole term; none if it is not sold by this plan.
fn by_month(month: Option<Money>, plan: Plan) -> Option<Option<Money>> {
    if !matches!(plan.billing, Billing::Monthly) {
        return None;
    }
    let Some(month) = month else {
        return Some(None);
    };
    for_months(month, plan.term.months()).map(Some)
}

/// A price for a month, in every month of a term; none if that is more than [`Rate::MOST`].
pub(crate) fn for_months(month: Money, months: u32) -> Option<Money> {
    let minor = month.minor.checked_mul(i64::from(months))?;
    (0..=Rate::MOST)
        .contains(&minor)
        .then_some(Money { minor, ..month })
}

#[cfg(feature = "price-sheet")]
impl super::sheet::Price {
    /// The same for an offer; none in a currency in which nothing is sold, or with a price above [`Rate::MOST`].
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        use crate::market::Currency;
        let money = |amount: super::sheet::Amount| {
            let currency = Currency::parse(amount.currency.code()).ok()?;
            Some(Money::new(amount.minor, currency))
        };
        let rate = Rate {
            plan: Plan {
                term: self.term,
                billing: self.plan.billing(),
            },
            from: self.tier.from,
            to: self.tier.to,
            starts: self.starts,
            ends: self.ends,
            partner: money(self.partner)?,
            retail: self.retail.and_then(money),
        };
        Some(rate).filter(|rate| rate.charged().minor <= Rate::MOST)
    }
}

#[cfg(all(test, feature = "price-sheet"))]
mod tests {
    use super::*;
    use crate::{
        catalog::sheet::{Segment, Wanted, read},
        term::Term,
        testing::{day, offer},
    };

    /// The sheet's prices for a term become those of an offer, exactly.
    #[test]
    fn a_sheet_has_rates() {
        let file = "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,\
            PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,ERP Price,Segment\n\
            CFQ7TTC0LH18,0001,Basic,P1Y,Annual,JP,JPY,8640,1,9,2026-01-01,9999-12-31,10800,Commercial\n\
            CFQ7TTC0LH18,0001,Basic,P1Y,Annual,JP,JPY,8000,10,,2026-01-01,9999-12-31,,Commercial\n\
            CFQ7TTC0LH18,0001,Basic,P3Y,Triennial,JP,JPY,24000,1,,2026-01-01,2026-01-31,,Commercial\n\
            CFQ7TTC0LH18,0001,Basic,P1M,Monthly,JP,JPY,1000000001,1,,2026-01-01,9999-12-31,,Commercial\n";
        let wanted = Wanted {
            markets: ["JP".parse().unwrap()].into(),
            segment: Segment::parse("Commercial").unwrap(),
        };
        let sheet = read(file, &wanted).unwrap();
        let rates: Vec<Rate> = sheet.prices.iter().filter_map(|it| it.rate()).collect();
        // The last one is above what can be billed.
        assert_eq!(rates.len(), 3);
        let offer = Offer {
            rates,
            ..offer(50, "Basic")
        };
        let price = |term, billing, count, at| {
            let count = Quantity::new(count).unwrap();
            let price = offer.price(Plan { term, billing }, count, at);
            price.map(|price| price.unwrap().minor).ok()
        };
        assert_eq!(price(Term::Year, Billing::Annual, 9, day(0)), Some(10_800));
        assert_eq!(price(Term::Year, Billing::Annual, 10, day(0)), Some(8_000));
        assert_eq!(price(Term::Year, Billing::Monthly, 9, day(0)), None);
        assert_eq!(
            price(Term::ThreeYears, Billing::Once, 1, day(30)),
            Some(24_000)
        );
        assert_eq!(price(Term::ThreeYears, Billing::Once, 1, day(31)), None);
        assert_eq!(price(Term::Month, Billing::Monthly, 1, day(0)), None);
    }
}
