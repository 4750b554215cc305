//! One order, for everybody whom it concerns.

use sqlx::types::Json;
use tierline_app::{
    error::PortalError,
    order::model::{Bought as Shown, OrderPage, OrderedLine},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action, CustomerFacts, authorize_on_customer},
    ids::OrderId,
    order::{Order, Standing, is_shown_to, worth},
    relationship::Side,
};
use uuid::Uuid;

use super::bought::{Bought, bought, named, names};
use crate::{
    activity::query::{self as timeline, Reader},
    organization::query::{self as load, failed},
    partnership::store::providers_for,
    pipeline::{Read, visible},
    relationship::store::in_force,
    store::Hold,
};

/// An order, if the reader's organization knows of it.
pub(crate) async fn order(read: &mut Read, id: OrderId) -> PortalResult<OrderPage> {
    let (actor, now) = (read.actor()?, read.now());
    let own = load::organization(read, actor.organization).await?;
    // Checked before any lookup: a user without the role gets the same answer for every id.
    let action = if own.capabilities.customer.is_some() {
        Action::ViewSubscriptions
    } else {
        Action::ViewCustomers
    };
    access::authorize_own(&own, &actor, action)?;
    let body = sqlx::query_scalar!(
        r#"select body as "body: Json<Order>" from customer_order where id = $1"#,
        id.as_uuid(),
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?;
    let Json(order) = body.ok_or(PortalError::NotFound)?;
    let is_own = own.id == order.customer;
    let tie = if is_own {
        None
    } else {
        let as_of = (now, Hold::Free);
        let tie = in_force(read.db(), own.id, order.customer, as_of).await;
        tie.map_err(failed)?
    };
    if !is_shown_to(&order, own.id, tie.as_ref()) {
        return Err(PortalError::NotFound);
    }
    let customer = load::organization(read, order.customer).await?;
    let providers = match &tie {
        Some(tie) if matches!(tie.side, Side::IndirectReseller) => {
            let found = providers_for(read.db(), own.id, &customer, now).await;
            found.map_err(failed)?
        }
        _ => Vec::new(),
    };
    let about = CustomerFacts {
        organization: &own,
        customer: &customer,
        relationship: tie.as_ref(),
        providers: &providers,
    };
    let seen = Action::ViewSubscriptions;
    visible(authorize_on_customer(about, &actor, seen))?;
    let again = (!is_own)
        .then(|| authorize_on_customer(about, &actor, Action::PlaceOrder).map(|_basis| ()));

    let bought = bought(read.db(), &order, now).await?;
    let skus = order.lines.iter().map(|line| line.sku);
    let skus = skus.chain(bought.values().map(|it| it.now.sku));
    let names = names(read.db(), skus).await?;
    let began = order.lines.iter();
    let began = began.filter_map(|line| bought.get(&line.subscription));
    let sums = worth(began.map(|it| &it.then)).map_err(failed)?;
    let lines = order.lines.iter().map(|line| OrderedLine {
        line: *line,
        product: named(&names, line.sku),
        bought: bought.get(&line.subscription).map(|Bought { then, now }| {
            let price = then.term_price();
            Shown {
                quantity: then.quantity,
                plan: then.plan,
                price,
                amount: price.and_then(|price| price.times(then.quantity).ok()),
                status: now.state.status(),
                now: (now.sku != line.sku).then(|| named(&names, now.sku)),
            }
        }),
    });
    let lines: Vec<OrderedLine> = lines.collect();
    let reader = Reader::of(&own, &actor, read.now());
    let objects: Vec<Uuid> = [id.into_uuid()]
        .into_iter()
        .chain(order.lines.iter().map(|line| line.subscription.into_uuid()))
        .collect();
    let timeline = timeline::of_objects(read.db(), &reader, &objects).await?;
    let parties = load::parties(read.db(), &[order.partner]).await?;
    // A foreign key ensures that there is one.
    let partner = parties.get(&order.partner).ok_or(PortalError::NotFound)?;
    Ok(OrderPage {
        id,
        at: order.at,
        customer: customer.party(),
        is_own,
        partner: partner.clone(),
        by: load::user_name(read.db(), order.by.into_uuid()).await?,
        basis: order.basis,
        reseller: load::party_of(read.db(), order.partner_of_record).await?,
        standing: Standing::of(bought.values().map(|it| it.now.state.status())),
        lines,
        sums: sums.into_values().collect(),
        again,
        timeline,
    })
}
