//! A user who was removed from a customer, and what comes back with it.

use tierline_app::{error::PortalError, member::model::RemovedUserPage, portal::PortalResult};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    ids::{OrganizationId, UserId},
    member::restore_user,
};

use crate::{
    account::store as accounts,
    license::Releases,
    organization::{query as load, query::failed},
    pipeline::Read,
    relationship,
    store::Hold,
};

/// A user who was removed from a customer of the caller's organization, or from the own one as a customer.
pub(crate) async fn removed_user(
    read: &mut Read,
    customer: OrganizationId,
    user: UserId,
) -> PortalResult<RemovedUserPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    // Checked before any lookup: a user without the role gets the same answer for every id.
    access::authorize_roles(
        &organization.party(),
        &organization.capabilities,
        actor.roles,
        &[Action::ManageUsers],
    )?;
    let own = customer == organization.id;
    let (customer, known) = if own {
        if organization.capabilities.customer.is_none() {
            return Err(PortalError::NotFound);
        }
        (organization.clone(), None)
    } else {
        let customer = load::organization(read, customer).await?;
        let asked = Action::ManageUsers;
        let known = relationship::reach(read, &organization, &actor, &customer, asked).await?;
        (customer, Some(known))
    };
    let about = CustomerFacts {
        organization: &organization,
        customer: &customer,
        relationship: known.as_ref(),
        providers: &[],
    };
    let id = user.into_uuid();
    let stored = accounts::load(read.db(), &[id]).await;
    let stored = stored.map_err(failed)?.pop();
    let user = stored.ok_or(PortalError::NotFound)?.value;
    let kept = accounts::removed(read.db(), customer.id, &[id]).await;
    let removed = kept.map_err(failed)?.get(&user.id).copied();
    // A user of another organization is nobody here.
    let removed = removed.ok_or(PortalError::NotFound)?;
    let of = (user.id, removed.at);
    let releases = Releases::of(read.db(), customer.id, of, Hold::Free).await;
    let (releases, now) = (releases.map_err(failed)?, read.now());
    let back = releases.given_back(customer.id, (&user, removed.at), &actor, now);
    Ok(RemovedUserPage {
        own,
        customer: customer.party(),
        id: user.id,
        name: user.name.to_string(),
        address: user.user_name.to_string(),
        roles: removed.roles,
        blocked: removed.blocked,
        at: removed.at,
        until: removed.until(),
        given: releases.products(&back.given),
        lost: back.lost,
        may: restore_user(about, &user, removed, &actor, now).map(drop),
    })
}
