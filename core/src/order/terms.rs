//! What the lines of an order cost, and what add-ons in them are for.

use serde::{Deserialize, Serialize};

use super::{Line, Ordered, Refusal as R};
use crate::{
    Evolve as _, Timestamp,
    catalog::{Held, Kind, Offer, Product},
    ids::{OrganizationId, SkuId},
    money::{Money, Quantity},
    read::Read,
    refusal::Refusal,
    subscription::{self, Charge, State, Subscription, Terms, later, settle},
};

/// Who sells what to whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selling<'a> {
    /// The ordering partner.
    pub partner: OrganizationId,
    /// The customer.
    pub customer: OrganizationId,
    /// The products, with what the customer has of each.
    pub products: &'a [(Product, Held)],
    /// The same as they are sold in the customer's market; those of a simple list may be missing.
    pub offers: &'a [Offer],
    /// The customer's subscriptions that add-ons are for.
    pub bases: &'a [&'a Subscription],
}

/// What is agreed on for a line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Agreed {
    /// Price of one license for a month.
    pub month: Option<Money>,
    /// Price of one license for the whole term.
    pub term: Option<Money>,
    /// What else; none of a product of a simple list.
    pub terms: Option<Terms>,
}

/// The lines, where each add-on that is for no subscription yet is for the first one of this order that it goes with.
pub(crate) fn beside(lines: &[Line], offers: &[Offer]) -> Vec<Line> {
    let each = lines.iter();
    each.map(|line| beside_in(lines, line, offers)).collect()
}

/// One of them.
pub(super) fn beside_in(lines: &[Line], line: &Line, offers: &[Offer]) -> Line {
    let listed = bases(offers, line);
    let mut others = lines.iter();
    let found = others.find(|it| listed.contains(&it.sku) && bases(offers, it).is_empty());
    Line {
        base: line.base.or_else(|| found.map(|it| it.subscription)),
        ..*line
    }
}

/// The products of which the customer needs one for this line.
pub(super) fn bases<'a>(offers: &'a [Offer], line: &Line) -> &'a [SkuId] {
    let offer = offers.iter().find(|it| it.product.sku == line.sku);
    offer.map_or(&[][..], |offer| offer.bases.as_slice())
}

/// What is agreed on for each line, at the prices of this moment.
pub(crate) fn agreed(
    selling: Selling<'_>,
    lines: &[Line],
    quantities: &[Quantity],
    now: Timestamp,
) -> Result<Vec<Agreed>, Refusal> {
    let both = lines.iter().zip(quantities);
    both.map(|(line, quantity)| selling.line(lines, line, *quantity, now))
        .collect()
}

impl Selling<'_> {
    pub(super) fn line(
        &self,
        lines: &[Line],
        line: &Line,
        quantity: Quantity,
        now: Timestamp,
    ) -> Result<Agreed, Refusal> {
        let Some(offer) = self.offer(line) else {
            // The lines were checked: each has its product.
            return Ok(Agreed::default());
        };
        self.for_base(lines, line, &offer)?;
        let price = offer.price(line.plan, quantity, now)?;
        let is_simple =
            offer.rates.is_empty() && matches!(offer.kind, Kind::License) && line.base.is_none();
        let terms = Terms {
            kind: offer.kind,
            price,
            base: line.base,
        };
        Ok(Agreed {
            month: price.map(|price| price.share(1, line.plan.term.months())),
            term: price,
            terms: (!is_simple).then_some(terms),
        })
    }

    fn offer(&self, line: &Line) -> Option<Offer> {
        let listed = self.offers.iter().find(|it| it.product.sku == line.sku);
        let simple = || {
            let mut all = self.products.iter().map(|(product, _)| product);
            let product = all.find(|product| product.sku == line.sku)?;
            Some(Offer::of(product.clone()))
        };
        listed.cloned().or_else(simple)
    }

    /// An add-on needs a subscription in use, of the same customer and ordered by the same partner, that it goes with.
    fn for_base(&self, lines: &[Line], line: &Line, offer: &Offer) -> Result<(), Refusal> {
        let own = |base: &&&Subscription| {
            Some(base.id) == line.base
                && base.customer == self.customer
                && base.partner == self.partner
                && base.course.base.is_none()
        };
        let here = |other: &&Line| Some(other.subscription) == line.base && other.base.is_none();
        let (owned, ordered) = (
            self.bases.iter().find(own),
            lines.iter().find(here).map(|other| other.sku),
        );
        let product = owned.map(|base| base.sku).or(ordered);
        let is_known = product.is_some() == line.base.is_some();
        if !is_known || !offer.goes_with(product) {
            return Err(R::BaseMissing {
                product: offer.product.name.clone(),
            }
            .into());
        }
        match owned.map(|base| base.state) {
            None | Some(State::Active) => Ok(()),
            Some(state) => Err(subscription::Refusal::BaseNotActive {
                status: state.status(),
            }
            .into()),
        }
    }
}

/// What a line was shown to cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Price of one license for the whole term; none of a product without a price.
    pub price: Option<Money>,
}

/// Checks that each line costs what was shown to whoever submits it. The lines are those of the order, one after the
/// other; what was not shown is not compared.
///
/// # Errors
/// [`R::PriceChanged`] for the first one that costs something else: another price is valid, or another day has begun.
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, Quantity}, order::*, term::Plan, testing::*};
/// # use tierline_core::subscription;
/// # let activated = |price| subscription::Event::Activated {
/// #     order: id(70), customer: id(4), partner: id(1), partner_of_record: None, sku: id(50),
/// #     quantity: Quantity::new(25).unwrap(), price: Some(Money::new(price, Currency::Eur)), plan: Plan::DEFAULT,
/// #     ends: day(365), terms: None, basis: None, at: day(0),
/// # };
/// # let placed = Event::Placed {
/// #     customer: id(4), partner: id(1), partner_of_record: None, lines: Vec::new(), at: day(0), by: id(7), basis: None,
/// # };
/// # let products = [(offer(50, "Business Basic").product, tierline_core::catalog::Held::default())];
/// // 5.60 a month, for a year.
/// let ordered = (placed, vec![(id(60), activated(560))]);
/// let shown = |minor| [Some(Shown { price: Some(Money::new(minor, Currency::Eur)) })];
/// assert_eq!(check_shown(&ordered, &shown(6_720), &products), Ok(()));
/// assert_eq!(check_shown(&ordered, &[None], &products), Ok(()));
/// assert_eq!(check_shown(&ordered, &shown(6_000), &products).unwrap_err().code(), "price_changed");
/// ```
pub fn check_shown(
    ordered: &Ordered,
    shown: &[Option<Shown>],
    products: &[(Product, Held)],
) -> Result<(), Refusal> {
    for (subscription, shown) in activated(ordered).zip(shown) {
        let price = subscription.term_price();
        let Some(shown) = shown.filter(|shown| shown.price != price) else {
            continue;
        };
        let named = products.iter().find(|it| it.0.sku == subscription.sku);
        return Err(R::PriceChanged {
            product: named.map_or_else(|| subscription.sku.to_string(), |it| it.0.name.clone()),
            shown: shown.price,
            price,
        }
        .into());
    }
    Ok(())
}

/// What an order costs, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Cost {
    /// What is charged when it is placed: the first billing period of each line.
    pub now: Money,
    /// What it costs in a month, over the whole term of each line.
    pub month: Money,
}

/// What an order costs, in each of its currencies. What is charged is calculated as it would be written.
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, Quantity}, order::*, term::{Billing, Plan}, testing::*};
/// # use tierline_core::subscription;
/// # let placed = Event::Placed {
/// #     customer: id(4), partner: id(1), partner_of_record: None, lines: Vec::new(), at: day(0), by: id(7), basis: None,
/// # };
/// # let activated = |plan: Plan| subscription::Event::Activated {
/// #     order: id(70), customer: id(4), partner: id(1), partner_of_record: None, sku: id(50),
/// #     quantity: Quantity::new(10).unwrap(), price: Some(Money::new(560, Currency::Eur)), plan,
/// #     ends: plan.term.end(day(0)), terms: None, basis: None, at: day(0),
/// # };
/// // Ten licenses at 5.60 a month that are billed every month, and ten that are billed for the year.
/// let annual = Plan { billing: Billing::Annual, ..Plan::DEFAULT };
/// let ordered = (placed, vec![(id(60), activated(Plan::DEFAULT)), (id(61), activated(annual))]);
/// let euro = |minor| Money::new(minor, Currency::Eur);
/// assert_eq!(cost(&ordered), [Cost { now: euro(5_600 + 67_200), month: euro(11_200) }]);
/// ```
#[must_use]
pub fn cost(ordered: &Ordered) -> Vec<Cost> {
    let mut costs: Vec<Cost> = Vec::new();
    let mut add = |now: Option<Money>, month: Option<Money>| {
        let Some(currency) = now.or(month).map(|amount| amount.currency) else {
            return;
        };
        let zero = Money::zero(currency);
        let plus = |sum: Money, more: Option<Money>| sum.plus(more.unwrap_or(zero)).unwrap_or(sum);
        match costs.iter_mut().find(|it| it.now.currency == currency) {
            Some(cost) => {
                cost.now = plus(cost.now, now);
                cost.month = plus(cost.month, month);
            }
            None => costs.push(Cost {
                now: plus(zero, now),
                month: plus(zero, month),
            }),
        }
    };
    for subscription in activated(ordered) {
        let term = subscription.term_price();
        let amount = term.and_then(|price| price.times(subscription.quantity).ok());
        let month = amount.map(|amount| amount.share(1, subscription.plan.term.months()));
        add(None, month);
    }
    for charge in settle(&[], &ordered.1, &[]) {
        add(Some(charge.amount), None);
    }
    costs
}

/// The lines of the ledger that follow from an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charged {
    /// What is charged when it is placed.
    pub now: Vec<Charge>,
    /// What is charged next, at the prices that are known today: the next billing period of each line, or its renewal.
    pub later: Vec<Charge>,
}

/// What an order charges, line by line with the days counted, as it would be written.
///
/// ```
/// use tierline_core::{market::Currency, money::{Money, Quantity}, order::*, term::Plan, testing::*};
/// # use tierline_core::subscription;
/// # let placed = Event::Placed {
/// #     customer: id(4), partner: id(1), partner_of_record: None, lines: Vec::new(), at: day(0), by: id(7), basis: None,
/// # };
/// # let activated = subscription::Event::Activated {
/// #     order: id(70), customer: id(4), partner: id(1), partner_of_record: None, sku: id(50),
/// #     quantity: Quantity::new(10).unwrap(), price: Some(Money::new(560, Currency::Eur)), plan: Plan::DEFAULT,
/// #     ends: day(365), terms: None, basis: None, at: day(0),
/// # };
/// // Ten licenses at 5.60 a month that are billed every month.
/// let ordered = (placed, vec![(id(60), activated)]);
/// let charged = charges(&ordered, &[offer(50, "Business Basic")]);
/// let told = |line: &subscription::Charge| (line.from, line.period.ends, line.days, line.amount.minor);
/// assert_eq!(charged.now.iter().map(told).collect::<Vec<_>>(), [(day(0), day(31), 31, 5_600)]);
/// assert_eq!(charged.later.iter().map(told).collect::<Vec<_>>(), [(day(31), day(59), 28, 5_600)]);
/// ```
#[must_use]
pub fn charges(ordered: &Ordered, offers: &[Offer]) -> Charged {
    Charged {
        now: settle(&[], &ordered.1, &[]),
        later: activated(ordered)
            .flat_map(|it| later(&it, offers))
            .collect(),
    }
}

fn activated(ordered: &Ordered) -> impl Iterator<Item = Subscription> + '_ {
    let all = ordered.1.iter();
    all.filter_map(|(id, event)| Subscription::evolve(*id, None, event))
}
