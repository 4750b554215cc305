//! The dates on which a partner's rights end, for the customer that granted them.

use tierline_app::{
    error::PortalError,
    portal::PortalResult,
    relationship::model::{DatesPage, EndDates},
};
use tierline_core::{
    access::{self, Action},
    ids::RelationshipId,
};

use crate::{
    mark,
    organization::{query as load, query::failed},
    pipeline::Read,
    relationship::store,
    store::Hold,
};

/// The relationship as it is now, with the mark of its dates.
pub(crate) async fn end_dates(read: &mut Read, id: RelationshipId) -> PortalResult<DatesPage> {
    let (actor, now) = (read.actor()?, read.now());
    let organization = load::organization(read, actor.organization).await?;
    if organization.capabilities.customer.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    let stored = store::own(read.db(), organization.id, id, Hold::Free)
        .await
        .map_err(failed)?;
    let mut relationship = stored.ok_or(PortalError::NotFound)?.value.as_of(now);
    // The partner's own affair.
    relationship.groups.clear();
    let with = relationship.partner;
    let mut parties = load::parties(read.db(), &[with]).await?;
    let partner = parties.remove(&with).ok_or(PortalError::NotFound)?;
    Ok(DatesPage {
        mark: mark::of(&EndDates::of(&relationship)).map_err(failed)?,
        organization,
        actor,
        relationship,
        partner,
    })
}
