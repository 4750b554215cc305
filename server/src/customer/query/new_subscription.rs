//! **New subscription** with products to choose from.

use tierline_app::{
    customer::model::NewSubscriptionPage, list::model::ListQuery,
    partnership::model::PartnerChoice, portal::PortalResult,
};
use tierline_core::{
    access::{Action, CustomerFacts, authorize_on_customer},
    ids::{OrganizationId, SkuId},
    relationship::Side,
};

use crate::{
    catalog::query as product, organization::query::failed, partnership::query as partner,
    pipeline::Read, subscription::store::held,
};

/// **New subscription** for a customer; `chosen` are the SKUs and quantities in the form already.
pub(crate) async fn new_subscription(
    read: &mut Read,
    customer: OrganizationId,
    query: ListQuery,
    chosen: Vec<(SkuId, String)>,
) -> PortalResult<NewSubscriptionPage> {
    let page = super::customer(read, customer).await?;
    let currency = page.customer.country.currency();
    let facts = CustomerFacts {
        organization: &page.organization,
        customer: &page.customer,
        relationship: Some(&page.relationship),
        providers: &page.providers,
    };
    // Licenses from other partners count toward limits; a partner that may not order has no need to know them.
    let held = match authorize_on_customer(facts, &page.actor, Action::PlaceOrder) {
        Ok(_) => held(read.db(), customer, None).await.map_err(failed)?,
        Err(_) => Default::default(),
    };
    let resellers = match page.relationship.side {
        Side::IndirectProvider => resellers(read, page.organization.id, customer).await?,
        Side::IndirectReseller | Side::DirectBill => Vec::new(),
    };
    Ok(NewSubscriptionPage {
        products: product::found(read.db(), currency, &query, &held).await?,
        chosen: product::lines(read.db(), currency, chosen, &held).await?,
        resellers,
        customer: page,
    })
}

/// The resellers that can be partner of record: in partnership, and with a relationship with the customer.
async fn resellers(
    read: &mut Read,
    provider: OrganizationId,
    customer: OrganizationId,
) -> PortalResult<Vec<PartnerChoice>> {
    let now = read.now();
    let serving = sqlx::query_scalar!(
        "select partner_id from relationship where customer_id = $1 and status = 'active'",
        customer.into_uuid(),
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    let choices = partner::choices(read.db(), provider, Some(now)).await?;
    let resellers = partner::as_provider(provider, choices);
    Ok(resellers
        .filter(|reseller| serving.contains(&reseller.id().into_uuid()))
        .collect())
}
