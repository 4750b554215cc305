//! An order before it is placed, and those that were.

mod bought;
mod history;
pub(crate) mod placed;

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::OrderLine,
    error::PortalError,
    order::{
        list::Orders,
        model::{OrderReview, ReviewLine},
    },
    portal::PortalResult,
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId},
    money::Money,
    order::{self, Charged, Line, OrderFacts},
    organization::Organization,
};
use uuid::Uuid;

use super::{
    command::by_line,
    known::{Asked, Known},
};
use crate::{
    catalog::store::load as products,
    list::shown::Entry,
    organization::query::{self as load, failed},
    pipeline::{Read, visible},
    store::Hold,
};

/// The lists.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Orders>()];

/// What an order would be and cost, line by line.
pub(super) async fn review(
    read: &mut Read,
    customer: OrganizationId,
    asked: &[OrderLine],
    partner_of_record: Option<OrganizationId>,
) -> PortalResult<OrderReview> {
    let (actor, now) = (read.actor()?, read.now());
    let organization = load::organization(read, actor.organization).await?;
    // A customer has no customers, and gets no page.
    if organization.capabilities.customer.is_some() {
        return Err(PortalError::NotFound);
    }
    // Checked before any lookup: a user without the role gets the same answer for every id.
    access::authorize_roles(
        &organization.party(),
        &organization.capabilities,
        actor.roles,
        &[Action::PlaceOrder],
    )?;
    let of = Asked {
        customer,
        lines: asked,
        partner_of_record,
    };
    let known = Known::load(read.db(), organization.id, of, (now, Hold::Free)).await?;
    let seen = Action::ViewCustomers;
    visible(access::authorize_on_customer(known.access(), &actor, seen))?;
    // Whoever may not order has no need to know what others have ordered for the customer.
    access::authorize_on_customer(known.access(), &actor, Action::PlaceOrder)?;
    let (bases, lines) = (known.bases(), without_ids(asked));
    let facts = known.facts(&bases);
    let quotes = order::quotes(facts, &lines, now);
    // Where some lines fail, the others are an order: nothing else is shown as what would be charged.
    let both = lines.iter().zip(&quotes);
    let others: Vec<Line> = both
        .filter(|(_, quote)| quote.is_ok())
        .map(|(line, _)| *line)
        .collect();
    let asks = if others.is_empty() { &lines } else { &others };
    let ordered = order::order(facts, of_nothing(), asks, &actor, now);
    let (costs, charged, problem, placed) = match ordered {
        Ok(ordered) => {
            let order::Event::Placed { lines, .. } = &ordered.0;
            let charged = order::charges(&ordered, facts.offers);
            (order::cost(&ordered), charged, None, lines.clone())
        }
        Err(refusal) => {
            let wanted: Vec<_> = asked.iter().map(OrderLine::wanted).collect();
            let problem = by_line(refusal, &wanted, &known.products);
            let (none, problem) = (Charged::default(), PortalError::from(problem));
            (Vec::new(), none, Some(problem), Vec::new())
        }
    };
    let placed = with_bases(lines, &placed);
    let mut lines = reviewed(read.db(), facts, &placed, asked, quotes, now).await?;
    if order::sees_partner_prices(known.access(), &actor) {
        for (line, placed) in lines.iter_mut().zip(&placed) {
            line.partner = known.partner_price(placed, now);
        }
    }
    Ok(OrderReview {
        customer: known.customer.party(),
        partner_of_record: known.partner_of_record().map(Organization::party),
        lines,
        costs,
        now: charged.now,
        later: charged.later,
        problem,
    })
}

/// The lines of an order that is not placed yet, which say what add-ons are for, as they were asked for and each with
/// its quote; without what a partner pays.
pub(crate) async fn reviewed(
    db: &mut PgConnection,
    facts: OrderFacts<'_>,
    lines: &[Line],
    asked: &[OrderLine],
    quotes: Vec<Result<Option<Money>, Refusal>>,
    now: Timestamp,
) -> PortalResult<Vec<ReviewLine>> {
    // Of the customer's own subscriptions, which are of other products than the order.
    let own: Vec<SkuId> = facts.bases.iter().map(|base| base.sku).collect();
    let named = products(db, &own, None, now).await.map_err(failed)?;
    let sold = facts.products.iter().map(|(product, _)| product);
    let names: HashMap<SkuId, String> = named
        .iter()
        .chain(sold)
        .map(|it| (it.sku, it.name.clone()))
        .collect();
    let sku_of = |base: SubscriptionId| {
        let mut own = facts.bases.iter();
        let own = own.find(|it| it.id == base).map(|it| it.sku);
        let mut here = lines.iter();
        own.or_else(|| here.find(|it| it.subscription == base).map(|it| it.sku))
    };
    let all = lines.iter().zip(asked).zip(quotes);
    let reviewed = all.map(|((line, asked), quote)| {
        let goes_with = line.base.and_then(&sku_of);
        let (price, refusal) = match quote {
            Ok(price) => (price, None),
            Err(refusal) => (None, Some(refusal)),
        };
        ReviewLine {
            sku: line.sku,
            product: names.get(&line.sku).cloned().unwrap_or_default(),
            quantity: line.quantity,
            plan: line.plan,
            base: asked.base,
            goes_with: goes_with.and_then(|sku| names.get(&sku).cloned()),
            price,
            partner: None,
            refusal,
        }
    });
    Ok(reviewed.collect())
}

/// The lines, where those that are placed say what they are for.
pub(crate) fn with_bases(lines: Vec<Line>, placed: &[Line]) -> Vec<Line> {
    let bases: HashMap<SubscriptionId, Option<SubscriptionId>> =
        placed.iter().map(|it| (it.subscription, it.base)).collect();
    let each = lines.into_iter();
    each.map(|line| Line {
        base: bases
            .get(&line.subscription)
            .copied()
            .flatten()
            .or(line.base),
        ..line
    })
    .collect()
}

/// The lines in core's form. Nothing is created, so their ids are those of no subscription: their numbers.
pub(crate) fn without_ids(lines: &[OrderLine]) -> Vec<Line> {
    let line = |(number, line): (u128, &OrderLine)| Line {
        plan: line.plan,
        base: line.base,
        ..Line::of(
            line.sku,
            line.quantity,
            SubscriptionId::from_uuid(Uuid::from_u128(number)),
        )
    };
    (1..).zip(lines).map(line).collect()
}

fn of_nothing() -> OrderId {
    OrderId::from_uuid(Uuid::nil())
}
