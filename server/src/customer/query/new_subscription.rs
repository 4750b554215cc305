//! **New subscription** with products to choose from.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    catalog::model::{BaseChoice, ChosenLine, TypedLine},
    customer::model::NewSubscriptionPage,
    list::model::ListQuery,
    partnership::model::{Among, Finding, PartnerChoices},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{Action, CustomerFacts, authorize_on_customer},
    ids::{OrganizationId, SkuId, SubscriptionId},
    order::sees_partner_prices,
    relationship::Side,
    subscription::Sides,
};

use crate::{
    catalog::query::{self as product, Told},
    organization::{query::failed, store::is_under_review},
    partnership::query::{Choosing, choices},
    pipeline::Read,
    subscription::store::{Choosable, choosable, held},
};

/// **New subscription** for a customer; `chosen` are the lines in the form already.
pub(crate) async fn new_subscription(
    read: &mut Read,
    customer: OrganizationId,
    query: ListQuery,
    chosen: Vec<TypedLine>,
    resellers: Finding,
) -> PortalResult<NewSubscriptionPage> {
    let now = read.now();
    let page = super::customer(read, customer).await?;
    let country = page.customer.country;
    let facts = CustomerFacts {
        organization: &page.organization,
        customer: &page.customer,
        relationship: Some(&page.relationship),
        providers: &page.providers,
    };
    let told = Told::to(sees_partner_prices(facts, &page.actor));
    let mut products = product::found(read.db(), Some(country), &query, now).await?;
    let of = (country, told);
    product::with_plans(read.db(), &mut products.rows, of, &query, now).await?;
    let mut chosen = product::lines(read.db(), (Some(country), told), chosen, now).await?;
    let shown: Vec<SkuId> = products
        .rows
        .iter()
        .chain(chosen.iter().map(|line| &line.product))
        .map(|row| row.product.sku)
        .collect();
    // Licenses from other partners count toward limits; a partner that may not order has no need to know them.
    let held = match authorize_on_customer(facts, &page.actor, Action::PlaceOrder) {
        Ok(_) => {
            let own = page.organization.id;
            with_bases(read.db(), &mut chosen, (customer, own), now, |_| true).await?;
            held(read.db(), customer, None, &shown, now)
                .await
                .map_err(failed)?
        }
        Err(_) => HashMap::default(),
    };
    for row in products
        .rows
        .iter_mut()
        .chain(chosen.iter_mut().map(|line| &mut line.product))
    {
        row.held = held.get(&row.product.sku).copied().unwrap_or_default();
    }
    // The resellers that can be partner of record: in partnership, and with a relationship with the customer.
    let resellers = match page.relationship.side {
        Side::IndirectProvider => {
            let choosing = Choosing {
                organization: page.organization.id,
                among: Among::Resellers,
                customer: Some(customer),
            };
            choices(read.db(), choosing, resellers, now).await?
        }
        Side::IndirectReseller | Side::DirectBill => PartnerChoices::default(),
    };
    let under_review = is_under_review(read.db(), customer).await.map_err(failed)?;
    Ok(NewSubscriptionPage {
        under_review,
        products,
        chosen,
        resellers,
        customer: page,
    })
}

/// Puts into the lines of add-ons which subscriptions of the customer, ordered by this partner, each can be for: of
/// those that the reader knows of.
pub(crate) async fn with_bases(
    db: &mut PgConnection,
    chosen: &mut [ChosenLine],
    (customer, partner): (OrganizationId, OrganizationId),
    now: Timestamp,
    is_known: impl Fn(Sides) -> bool,
) -> PortalResult<()> {
    let needed = chosen.iter().flat_map(ChosenLine::needs);
    let skus: Vec<SkuId> = needed.copied().collect();
    let all = choosable(db, customer, partner, &skus, now)
        .await
        .map_err(failed)?;
    let known: Vec<&Choosable> = all.iter().filter(|base| is_known(base.sides)).collect();
    for line in chosen {
        let all = known.iter().copied();
        let bases = all.filter(|base| line.needs().contains(&base.sku));
        line.bases = bases.map(choice).collect();
    }
    Ok(())
}

fn choice(base: &Choosable) -> BaseChoice {
    BaseChoice {
        id: SubscriptionId::from_uuid(base.id),
        product: base.product.clone(),
        quantity: base.quantity,
        ends: base.ends,
    }
}
