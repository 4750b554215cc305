//! What a request costs: the prices of a day, and what would be charged.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Made, NewIds, NewLine, Parties, Refusal as R, Subject, Wanted, When,
    approve::{command_of, for_provider, made},
};
use crate::{
    Timestamp,
    actor::Actor,
    catalog::{self, Offer},
    ids::{OrderId, SkuId, SubscriptionId, UserId},
    money::{Money, Quantity},
    order::{Charged, Ordered, charges},
    organization::Organization,
    reach::Reach,
    read::Read,
    refusal::Refusal,
    role::{Role, RoleSet},
    subscription::{Charge, Plan, preview},
};

/// The price of a product that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Price {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: u32,
    /// Price of one license for the whole term; none for a product without a price.
    pub each: Option<Money>,
}

/// What a request would cost if it were approved now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Estimate {
    /// The prices of today.
    pub prices: Vec<Price>,
    /// What would be charged and credited now.
    pub now: Vec<Charge>,
    /// What would be charged next.
    pub later: Vec<Charge>,
}

impl Estimate {
    /// What it costs, as a form keeps it until it is submitted: every price, and every line with its licenses, days and
    /// amount.
    #[must_use]
    pub fn cost(&self) -> String {
        let amount = |money: Money| format!("{} {}", money.minor, money.currency.code());
        let prices = self.prices.iter().map(|price| {
            let each = price.each.map_or_else(|| "none".to_owned(), amount);
            format!("{} {} {each}", price.sku, price.quantity)
        });
        let lines = self.now.iter().chain(&self.later).map(|line| {
            let (reason, sku, count, days) = (line.reason, line.sku, line.quantity, line.days);
            format!("{reason} {sku} {count} {days} {}", amount(line.amount))
        });
        prices.chain(lines).collect::<Vec<_>>().join("; ")
    }
}

/// What this would cost if the provider approved it now, whoever of its users does. It is decided as an order or a
/// change without a request is, so that nothing is asked for that could not be approved.
///
/// # Errors
/// As [`order`](crate::order::order) or [`subscription::decide`](crate::subscription::decide) for a global admin of the
/// provider.
///
/// ```
/// use tierline_core::{market::Currency, money::Money, order_request::{Wanted, When, estimate}, testing::*};
/// let world = RequestWorld::new();
/// let more = |to| Wanted::Quantity { subscription: id(60), from: 25, to, when: When::Now };
/// let shown = estimate(world.parties(), world.subject(), &more(35), day(21))?;
/// assert_eq!((shown.prices[0].quantity, shown.prices[0].each), (35, Some(Money::new(37_20, Currency::Eur))));
/// // Ten licenses for the ten days left of January.
/// assert_eq!((shown.now[0].days, shown.now[0].amount.minor), (10, 10_00));
/// let refused = estimate(world.parties(), world.subject(), &more(301), day(21)).unwrap_err();
/// assert_eq!(refused.code(), "quantity_outside");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn estimate(
    parties: Parties<'_>,
    subject: Subject<'_>,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<Estimate, Refusal> {
    let actor = any_user_of(parties.provider);
    let prices = prices(subject, wanted, now)?;
    match (subject, wanted) {
        (Subject::New { offers, .. }, Wanted::New { .. }) => {
            let ordered = as_order(parties, subject, wanted, now)?;
            Ok(of_order(&ordered, prices, offers))
        }
        (Subject::Change { facts, ledger }, _) => {
            let command = command_of(subject, wanted)?;
            let facts = for_provider(parties, facts);
            let preview = preview(facts, command, ledger, &actor, now)?;
            Ok(Estimate {
                prices,
                now: preview.now,
                later: preview.later,
            })
        }
        (Subject::New { .. }, _) => Err(R::NotWhatWasAsked.into()),
    }
}

/// The order that a request for new subscriptions would be if the provider approved it now, whoever of its users does.
/// Nothing is created: the ids of its subscriptions are the numbers of the lines, from 1 on.
///
/// # Errors
/// As [`estimate`]; [`R::NotWhatWasAsked`] where no new subscriptions are asked for.
///
/// ```
/// use tierline_core::{catalog::{Held, Offer}, order::Event, order_request::{NewLine, Wanted, as_order}, testing::*};
/// let mut world = RequestWorld::new();
/// // Product 52 is an add-on to product 50.
/// world.offers.push(Offer { bases: vec![id(50)], ..offer(52, "Phone") });
/// let products: Vec<_> = world.offers.iter().map(|it| (it.product.clone(), Held::default())).collect();
/// let subject = world.order(&products);
/// let lines = vec![NewLine::of(id(52), 5), NewLine::of(id(50), 10)];
/// let (placed, _) = as_order(world.parties(), subject, &Wanted::New { lines }, day(2))?;
/// let Event::Placed { lines, .. } = placed;
/// // The add-on is for the other line.
/// assert_eq!(lines[0].base, Some(lines[1].subscription));
/// let alone = Wanted::New { lines: vec![NewLine::of(id(52), 5)] };
/// assert_eq!(as_order(world.parties(), subject, &alone, day(2)).unwrap_err().code(), "base_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn as_order(
    parties: Parties<'_>,
    subject: Subject<'_>,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<Ordered, Refusal> {
    let Wanted::New { lines } = wanted else {
        return Err(R::NotWhatWasAsked.into());
    };
    let numbers = (1u128..).map(|number| SubscriptionId::from_uuid(Uuid::from_u128(number)));
    let numbers: Vec<_> = numbers.take(lines.len()).collect();
    let ids = NewIds {
        order: OrderId::from_uuid(Uuid::nil()),
        subscriptions: &numbers,
    };
    let actor = any_user_of(parties.provider);
    match made(parties, subject, wanted, ids, &actor, now)? {
        Made::Order(ordered) => Ok(ordered),
        Made::Change(_) => Err(R::NotWhatWasAsked.into()),
    }
}

fn of_order(ordered: &Ordered, prices: Vec<Price>, offers: &[Offer]) -> Estimate {
    let Charged { now, later } = charges(ordered, offers);
    Estimate { prices, now, later }
}

/// Somebody who may do at the provider whatever anybody may: what is asked for is judged, and not who asks.
pub(super) fn any_user_of(provider: &Organization) -> Actor {
    Actor {
        user: UserId::from_uuid(Uuid::nil()),
        organization: provider.id,
        roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
        customers: Reach::All,
    }
}

/// The prices of today. More licenses cost what the others cost; what ends costs nothing.
fn prices(subject: Subject<'_>, wanted: &Wanted, now: Timestamp) -> Result<Vec<Price>, Refusal> {
    let offers = subject.offers();
    let at = |sku: SkuId, plan: Plan, quantity: u32| -> Result<Price, Refusal> {
        let offer = offers.iter().find(|offer| offer.product.sku == sku);
        let Some(offer) = offer else {
            let product = sku.to_string();
            return Err(catalog::Refusal::ProductNotSold { product }.into());
        };
        // No licenses have no price: the decision refuses them with the limits of the product.
        let each = match Quantity::new(quantity) {
            Ok(count) => offer.price(plan, count, now)?,
            Err(_) => None,
        };
        Ok(Price {
            sku,
            quantity,
            each,
        })
    };
    if let Wanted::New { lines } = wanted {
        let of_line = |line: &NewLine| at(line.sku, line.plan, line.quantity);
        return lines.iter().map(of_line).collect();
    }
    let Some(it) = subject.subscription() else {
        return Err(R::NotWhatWasAsked.into());
    };
    let count = it.quantity.get();
    Ok(match wanted {
        Wanted::New { .. } | Wanted::Cancel { .. } => Vec::new(),
        Wanted::Quantity {
            to,
            when: When::Now,
            ..
        } => vec![Price {
            sku: it.sku,
            quantity: *to,
            each: it.term_price(),
        }],
        Wanted::Quantity { to, .. } => vec![at(it.sku, it.plan, *to)?],
        Wanted::Upgrade { to, .. } => vec![at(*to, it.plan, count)?],
        Wanted::Renew { plan, .. } => vec![at(it.sku, plan.unwrap_or(it.plan), count)?],
    })
}
