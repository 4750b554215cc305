//! Customers, for their partners.

pub(crate) mod draft;

mod co_serving;
mod dates;
mod ending;
mod grants;
mod list;
mod new_subscription;
mod placing;
mod subscriptions;

use sqlx::PgConnection;
use tierline_app::{customer::model::CustomerPage, error::PortalError, portal::PortalResult};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    ids::OrganizationId,
};

pub(crate) use dates::end_dates;
pub(crate) use ending::ending;
pub(crate) use grants::grants;
pub(crate) use list::{LISTS, Visible};
pub(crate) use new_subscription::{new_subscription, with_bases};
pub(crate) use placing::placing;
pub(crate) use subscriptions::subscriptions;

use crate::{
    activity::query::{self as timeline, Reader},
    customer::setup::Setup,
    group::query as groups,
    list::count,
    organization::{query as load, query::failed},
    partnership::store::providers_for,
    pipeline::Read,
    relationship::store::{has_platform, in_force},
    store::Hold,
    subscription::query::{self as subscription, Seen},
};

/// One customer of the signed-in partner.
pub(crate) async fn customer(read: &mut Read, id: OrganizationId) -> PortalResult<CustomerPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // A customer has no customers, and gets no list.
    if organization.capabilities.customer.is_some() {
        return Err(PortalError::NotFound);
    }
    // Checked before any lookup: a user without the role gets the same answer for every id.
    access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
    let profile = load::profile(read, id).await?;
    let relationship = in_force(read.db(), organization.id, id, (now, Hold::Free))
        .await
        .map_err(failed)?
        .ok_or(PortalError::NotFound)?;
    let providers = providers_for(read.db(), organization.id, &profile.organization, now)
        .await
        .map_err(failed)?;
    let facts = CustomerFacts {
        organization: &organization,
        customer: &profile.organization,
        relationship: Some(&relationship),
        providers: &providers,
    };
    let about_it = |action| access::authorize_on_customer(facts, &actor, action);
    crate::pipeline::visible(about_it(Action::ViewCustomers))?;
    let sees_subscriptions = about_it(Action::ViewSubscriptions).is_ok();
    let subscriptions = if sees_subscriptions {
        subscription::first(read.db(), Seen::by(&relationship), now).await?
    } else {
        subscription::none(id)
    };
    Ok(CustomerPage {
        contact: profile.contact,
        address: profile.address,
        other_partners: co_serving::of_one(read.db(), relationship.id, now).await?,
        has_platform: has_platform(read.db(), id, now).await.map_err(failed)?,
        users: users(read.db(), id).await?,
        admin_pending: Setup::load(read.db(), organization.id, id, (now, Hold::Free))
            .await?
            .renewable(&actor),
        groups: groups::of_customer(read.db(), facts, &relationship, &actor).await?,
        timeline: timeline::of_customer(read.db(), &Reader::of(&organization, &actor, now), id)
            .await?,
        customer: profile.organization,
        organization,
        actor,
        relationship,
        providers,
        subscriptions,
    })
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

/// The user name of a customer's first admin, while its temporary password may still be shown to the caller.
pub(crate) async fn setup_user_name(
    read: &mut Read,
    customer: OrganizationId,
) -> PortalResult<Option<String>> {
    let actor = read.actor()?;
    let known = (read.now(), Hold::Free);
    let setup = Setup::load(read.db(), actor.organization, customer, known).await?;
    Ok(setup.renewable(&actor))
}
