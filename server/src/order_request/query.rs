//! Requests for orders: page by page, each one, what can be asked for, and what comes of that.

mod detail;
mod form;
mod list;
mod review;

use sqlx::PgConnection;
use tierline_app::{
    order_request::model::{AboutSubscription, AskedFirst},
    portal::PortalResult,
    subscription::model::NamedProduct,
};
use tierline_core::{
    access::{self, Action},
    catalog::Offer,
    ids::SkuId,
    subscription::Subscription,
};
use uuid::Uuid;

pub(crate) use detail::detail;
pub(crate) use form::form;
pub(crate) use list::LISTS;
pub(crate) use review::review;

use crate::{
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// Whether the own organization wants to be asked first, for those who say so.
pub(crate) async fn asked_first(read: &mut Read) -> PortalResult<AskedFirst> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    access::authorize_own(&own, &actor, Action::SetAskedFirst)?;
    Ok(AskedFirst {
        asked_first: own.asked_first,
    })
}

/// The names of these products.
async fn named(db: &mut PgConnection, skus: &[SkuId]) -> PortalResult<Vec<NamedProduct>> {
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    let skus: Vec<Uuid> = skus.iter().map(|sku| sku.into_uuid()).collect();
    let rows = sqlx::query!(
        "select sku_id, name from product where sku_id = any($1)",
        &skus
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let named = rows.into_iter().map(|row| NamedProduct {
        sku: SkuId::from_uuid(row.sku_id),
        name: row.name,
    });
    Ok(named.collect())
}

/// A subscription as a request shows it, with the names of the products that it can become.
async fn about(
    db: &mut PgConnection,
    subscription: &Subscription,
    offers: &[Offer],
) -> PortalResult<AboutSubscription> {
    let own = offers
        .iter()
        .find(|offer| offer.product.sku == subscription.sku);
    let upgrades = own.map_or(&[][..], |offer| &offer.upgrades);
    let mut products = named(db, &[upgrades, &[subscription.sku]].concat()).await?;
    let name = products.iter().find(|it| it.sku == subscription.sku);
    let product = name.map_or_else(|| subscription.sku.to_string(), |it| it.name.clone());
    products.retain(|it| upgrades.contains(&it.sku));
    Ok(AboutSubscription {
        id: subscription.id,
        product,
        quantity: subscription.quantity.get(),
        plan: subscription.plan,
        ends: subscription.ends,
        targets: products,
    })
}
