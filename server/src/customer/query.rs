//! Customers, as their partners see them.

pub(crate) mod draft;

mod co_serving;
mod list;
mod subscription;

use sqlx::PgConnection;
use tierline_app::{
    customer::model::CustomerPage, error::PortalError, partnership::model::PartnerChoice,
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action, CustomerFacts, Provider},
    ids::OrganizationId,
    organization::Organization,
    partnership::Partnership,
    relationship::{Grant, Origin, Relationship},
};
use uuid::Uuid;

pub(crate) use list::{customers, file};
pub(crate) use subscription::of_customer as subscriptions;

use crate::{
    activity::query as timeline,
    list::count,
    organization::{query as load, query::failed},
    partnership::query as partner,
    pipeline::Read,
};

/// One customer of the signed-in partner.
pub(crate) async fn customer(read: &mut Read, id: OrganizationId) -> PortalResult<CustomerPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    // A customer has no customers, and is told of none.
    if organization.capabilities.customer.is_some() {
        return Err(PortalError::NotFound);
    }
    // Before anything is looked up: who lacks the role gets the same answer for every id.
    access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
    let profile = load::profile(read.db(), id).await?;
    let Some(relationship) = load::relationship_of(read.db(), organization.id, id).await? else {
        return Err(PortalError::NotFound);
    };
    let choices = partner::choices(read.db(), organization.id, Some(now)).await?;
    let providers = providers(read.db(), organization.id, &profile.organization, &choices).await?;
    let facts = CustomerFacts {
        organization: &organization,
        customer: &profile.organization,
        relationship: Some(&relationship),
        providers: &providers,
    };
    let about_it = |action| access::authorize_on_customer(facts, &actor, action);
    crate::pipeline::visible(about_it(Action::ViewCustomers))?;
    let sees_subscriptions = about_it(Action::ViewSubscriptions).is_ok();
    let all = relationship.grants(Grant::Administer);
    let subscriptions = if sees_subscriptions {
        subscription::of_customer(read.db(), id, organization.id, all).await?
    } else {
        Vec::new()
    };
    let objects = objects(read.db(), organization.id, id).await?;
    Ok(CustomerPage {
        contact: profile.contact,
        address: profile.address,
        other_partners: co_serving::of_one(read.db(), relationship.id, now).await?,
        users: users(read.db(), id).await?,
        admin_pending: admin_pending(read.db(), &relationship).await?,
        timeline: timeline::of_objects(read.db(), organization.id, &objects, None).await?,
        customer: profile.organization,
        organization,
        actor,
        relationship,
        providers,
        subscriptions,
    })
}

/// The providers that an organization works with as a reseller, and whether each may order for this customer now.
/// Empty for others. Facts of core's decision about the reseller's own order.
async fn providers(
    db: &mut PgConnection,
    organization: OrganizationId,
    customer: &Organization,
    choices: &[(PartnerChoice, Partnership)],
) -> PortalResult<Vec<Provider>> {
    let mine: Vec<&PartnerChoice> = choices
        .iter()
        .filter(|(_, it)| it.reseller == organization)
        .map(|(choice, _)| choice)
        .collect();
    let ids: Vec<OrganizationId> = mine.iter().map(|choice| choice.id()).collect();
    let profiles = load::organizations(db, &ids).await?;
    let mut providers = Vec::with_capacity(mine.len());
    for choice in mine {
        let Some(provider) = profiles.get(&choice.id()) else {
            continue;
        };
        let relationship = load::relationship_of(db, provider.id, customer.id).await?;
        providers.push(Provider::of(provider, customer, relationship.as_ref()));
    }
    Ok(providers)
}

async fn users(db: &mut PgConnection, customer: OrganizationId) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from membership where organization_id = $1"#,
        customer.into_uuid(),
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// The work account of the customer's first admin, as long as its temporary password was never used; told to the
/// partner that created the tenant and no other.
async fn admin_pending(
    db: &mut PgConnection,
    relationship: &Relationship,
) -> PortalResult<Option<String>> {
    match relationship.origin {
        Origin::Created { by, .. } if by == relationship.partner => {}
        _ => return Ok(None),
    }
    crate::account::store::setup_user_name(db, relationship.customer)
        .await
        .map_err(failed)
}

/// What has a history between a partner and a customer: the customer's tenant and users, their relationships, their
/// orders.
async fn objects(
    db: &mut PgConnection,
    partner: OrganizationId,
    customer: OrganizationId,
) -> PortalResult<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select $2::uuid as "id!"
           union all select id from relationship where partner_id = $1 and customer_id = $2
           union all select id from customer_order where customer_id = $2
           union all select user_id from membership where organization_id = $2"#,
        partner.into_uuid(),
        customer.into_uuid(),
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)
}

/// The user name of a customer's first admin, while its temporary password may still be told to the caller.
pub(crate) async fn setup_user_name(
    read: &mut Read,
    customer: OrganizationId,
) -> PortalResult<Option<String>> {
    let actor = read.actor()?;
    if !crate::relationship::store::is_active(read.db(), actor.organization, customer)
        .await
        .map_err(failed)?
    {
        return Err(PortalError::NotFound);
    }
    crate::account::store::setup_user_name(read.db(), customer)
        .await
        .map_err(failed)
}
