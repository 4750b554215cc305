//! Partnerships, seen from either side.

mod choice;
mod ending;
mod list;

use tierline_app::{partnership::model::PartnershipPage, portal::PortalResult};
use tierline_core::{
    access::{self, Action},
    ids::PartnershipId,
};

pub(crate) use choice::{Choosing, asked, choices};
pub(crate) use ending::ending;
pub(crate) use list::LISTS;

use super::store;
use crate::{
    activity::query::{self as timeline, Reader},
    list::{reach, tally},
    organization::query::{self as load, failed},
    pipeline::Read,
    store::Hold,
};

/// A partnership of the signed-in partner.
pub(crate) async fn partnership(
    read: &mut Read,
    id: PartnershipId,
) -> PortalResult<PartnershipPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let (organization, stored) =
        store::seen_from(read.db(), organization.id, id, (now, Hold::Free)).await?;
    let partnership = stored.value;
    let other = if partnership.provider == organization.id {
        partnership.reseller
    } else {
        partnership.provider
    };
    let both = (organization.id, other.into_uuid());
    let shared_customers = match reach::groups(&actor) {
        Some(groups) => tally::shared_of_groups(read.db(), both, &groups, now).await?,
        None => tally::shared_customers(read.db(), both.0, both.1, now).await?,
    };
    let objects = [id.into_uuid(), partnership.invitation.into_uuid()];
    let reader = Reader::of(&organization, &actor, read.now());
    Ok(PartnershipPage {
        other: load::organization(read, other).await?,
        shared_customers,
        settling: store::settling::of(read.db(), id).await.map_err(failed)?,
        accepted_by: load::user_name(read.db(), partnership.accepted_by.into_uuid()).await?,
        timeline: timeline::of_objects(read.db(), &reader, &objects).await?,
        organization,
        actor,
        partnership,
    })
}
