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
    relationship::Facts,
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
    let facts = Facts::load(read.db(), organization.id, id, (now, Hold::Free)).await?;
    if facts.customer.id != organization.id {
        return Err(PortalError::NotFound);
    }
    let mut relationship = facts.stored.value.as_of(now);
    // The partner's own affair.
    relationship.groups.clear();
    Ok(DatesPage {
        mark: mark::of(&EndDates::of(&relationship)).map_err(failed)?,
        organization: facts.customer,
        actor,
        relationship,
        partner: facts.partner,
    })
}
