//! What a reseller can ask for: for a customer, or with one of its subscriptions.

use tierline_app::{
    catalog::model::TypedLine,
    error::PortalError,
    list::model::ListQuery,
    order_request::model::{AskForOrderPage, ProductChoice},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    ids::{OrganizationId, SubscriptionId},
    license,
    subscription::is_shown_to,
};

use super::about;
use crate::{
    catalog::{
        query::{self as catalog, Told},
        store::offers,
    },
    customer::query::with_bases,
    license::query::choice as holders,
    order_request::store,
    organization::{query as load, query::failed},
    partnership::store::providers_for,
    pipeline::{Read, visible},
    relationship::store::in_force,
    store::Hold,
    subscription::store::sides,
};

/// The form for this customer, or for this subscription. Whoever knows neither learns nothing of them. `chosen` are the
/// lines in the form already, to be asked for from this provider.
pub(crate) async fn form(
    read: &mut Read,
    (customer, subscription): (Option<OrganizationId>, Option<SubscriptionId>),
    provider: Option<OrganizationId>,
    query: ListQuery,
    chosen: Vec<TypedLine>,
) -> PortalResult<AskForOrderPage> {
    let (actor, now) = (read.actor()?, read.now());
    let own = load::organization(read, actor.organization).await?;
    if own.capabilities.customer.is_some() {
        return Err(PortalError::NotFound);
    }
    // Checked before any lookup: a user without the role gets the same answer for every id.
    access::authorize_own(&own, &actor, Action::ViewCustomers)?;
    let known = match subscription {
        Some(id) => {
            let known = sides(read.db(), id).await.map_err(failed)?;
            Some(known.ok_or(PortalError::NotFound)?.0)
        }
        None => None,
    };
    let id = known.map(|sides| sides.customer).or(customer);
    let id = id.ok_or(PortalError::NotFound)?;
    let tie = in_force(read.db(), own.id, id, (now, Hold::Free)).await;
    let tie = tie.map_err(failed)?.ok_or(PortalError::NotFound)?;
    if known.is_some_and(|sides| !is_shown_to(sides, own.id, Some(&tie))) {
        return Err(PortalError::NotFound);
    }
    let customer = load::organization(read, id).await?;
    let facts = CustomerFacts {
        organization: &own,
        customer: &customer,
        relationship: Some(&tie),
        providers: &[],
    };
    visible(access::authorize_on_customer(
        facts,
        &actor,
        Action::ViewCustomers,
    ))?;
    let may_ask = access::authorize_on_customer(facts, &actor, Action::AskForOrder).map(drop);
    let providers = providers_for(read.db(), own.id, &customer, now).await;
    let providers = providers.map_err(failed)?;
    let (mut choice, mut asked_about, mut losing) = (None, None, None);
    if let Some(id) = subscription {
        let stored = store::subscription(read.db(), id).await.map_err(failed)?;
        let stored = stored.ok_or(PortalError::NotFound)?;
        let offers = offers(read.db(), &[stored.sku], customer.country, now).await;
        if license::may_withdraw(facts, &actor).is_ok() {
            let held = holders(read.db(), customer.id, id, String::new()).await?;
            losing = Some(held).filter(|held| !held.holders.is_empty());
        }
        asked_about = Some(about(read.db(), &stored, &offers.map_err(failed)?).await?);
    } else {
        let (db, country) = (read.db(), customer.country);
        let mut products = catalog::found(db, Some(country), &query, now).await?;
        // Its provider pays.
        let (of, market) = ((country, Told::Charged), (Some(country), Told::Charged));
        catalog::with_plans(db, &mut products.rows, of, &query, now).await?;
        let mut chosen = catalog::lines(db, market, chosen, now).await?;
        let first = providers.iter().find(|it| it.may_order);
        if let Some(provider) = provider.or(first.map(|it| it.party.id)) {
            let of = (customer.id, provider);
            let is_known = |sides| is_shown_to(sides, own.id, Some(&tie));
            with_bases(db, &mut chosen, of, now, is_known).await?;
        }
        choice = Some(ProductChoice { products, chosen });
    }
    Ok(AskForOrderPage {
        customer: customer.party(),
        providers,
        subscription: asked_about,
        losing,
        choice,
        may_ask,
    })
}
