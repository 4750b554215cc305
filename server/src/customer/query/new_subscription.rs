//! **New subscription** with products to choose from.

use std::collections::HashMap;

use tierline_app::{
    customer::model::NewSubscriptionPage,
    list::model::ListQuery,
    partnership::model::{Among, Finding, PartnerChoices},
    portal::PortalResult,
};
use tierline_core::{
    access::{Action, CustomerFacts, authorize_on_customer},
    ids::{OrganizationId, SkuId},
    relationship::Side,
};

use crate::{
    catalog::query as product,
    organization::query::failed,
    partnership::query::{Choosing, choices},
    pipeline::Read,
    subscription::store::held,
};

/// **New subscription** for a customer; `chosen` are the SKUs and quantities in the form already.
pub(crate) async fn new_subscription(
    read: &mut Read,
    customer: OrganizationId,
    query: ListQuery,
    chosen: Vec<(SkuId, String)>,
    resellers: Finding,
) -> PortalResult<NewSubscriptionPage> {
    let now = read.now();
    let page = super::customer(read, customer).await?;
    let currency = page.customer.country.currency();
    let mut products = product::found(read.db(), currency, &query, now).await?;
    let mut chosen = product::lines(read.db(), currency, chosen, now).await?;
    let shown: Vec<SkuId> = products
        .rows
        .iter()
        .chain(chosen.iter().map(|line| &line.product))
        .map(|row| row.product.sku)
        .collect();
    let facts = CustomerFacts {
        organization: &page.organization,
        customer: &page.customer,
        relationship: Some(&page.relationship),
        providers: &page.providers,
    };
    // Licenses from other partners count toward limits; a partner that may not order has no need to know them.
    let held = match authorize_on_customer(facts, &page.actor, Action::PlaceOrder) {
        Ok(_) => held(read.db(), customer, None, &shown)
            .await
            .map_err(failed)?,
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
    Ok(NewSubscriptionPage {
        products,
        chosen,
        resellers,
        customer: page,
    })
}
