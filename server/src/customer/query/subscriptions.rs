//! The subscriptions of a customer, page by page.

use tierline_app::{
    error::PortalError, list::model::Page, portal::PortalResult,
    subscription::model::SubscriptionRow,
};
use tierline_core::{
    access::{self, Action},
    ids::OrganizationId,
};

use crate::{
    organization::query as load,
    pipeline::Read,
    relationship,
    subscription::query::{self as subscription, Seen},
};

/// A page of a customer's subscriptions: for the customer itself, or for one of its partners.
pub(crate) async fn subscriptions(
    read: &mut Read,
    customer: OrganizationId,
    cursor: String,
) -> PortalResult<Page<SubscriptionRow>> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    let seen = if organization.capabilities.customer.is_some() {
        access::authorize_own(&organization, &actor, Action::ViewSubscriptions)?;
        if customer != organization.id {
            return Err(PortalError::NotFound);
        }
        Seen::own(customer)
    } else {
        // Checked before any lookup: a user without the role gets the same answer for every id.
        access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
        let known = load::organization(read, customer).await?;
        let seen = Action::ViewSubscriptions;
        let relationship = relationship::reach(read, &organization, &actor, &known, seen).await?;
        Seen::by(&relationship)
    };
    let now = read.now();
    Ok(subscription::page(read.db(), seen, cursor, now).await?.page)
}
