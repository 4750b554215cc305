//! Partnerships, seen from either side.

mod list;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    partnership::model::{PartnerChoice, PartnershipPage},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::{OrganizationId, PartnershipId},
    partnership::Partnership,
};

pub(crate) use list::{file, providers, resellers};

use super::store;
use crate::{
    activity::query as timeline,
    list::tally,
    organization::{
        query as load,
        query::{failed, party},
    },
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
    let organization = load::organization(read.db(), actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let (organization, stored) =
        store::seen_from(read.db(), organization.id, id, Hold::Free).await?;
    let partnership = stored.value;
    let other = if partnership.provider == organization.id {
        partnership.reseller
    } else {
        partnership.provider
    };
    let objects = [id.into_uuid(), partnership.invitation.into_uuid()];
    Ok(PartnershipPage {
        other: load::organization(read.db(), other).await?,
        shared_customers: tally::shared_customers(
            read.db(),
            organization.id,
            other.into_uuid(),
            now,
        )
        .await?,
        accepted_by: load::user_name(read.db(), partnership.accepted_by.into_uuid()).await?,
        timeline: timeline::of_objects(read.db(), organization.id, &objects, None).await?,
        organization,
        actor,
        partnership,
    })
}

/// The partners of an organization, by name: those in partnership at `at`, or with `None` also former ones.
pub(crate) async fn choices(
    db: &mut PgConnection,
    organization: OrganizationId,
    at: Option<Timestamp>,
) -> PortalResult<Vec<(PartnerChoice, Partnership)>> {
    let rows = sqlx::query!(
        r#"select o.id, o.name, o.country, p.body as "body: Json<Partnership>"
           from partnership p
           join organization o on o.id = case when p.provider_id = $1 then p.reseller_id else p.provider_id end
           where (p.provider_id = $1 or p.reseller_id = $1)
              and p.id = (select id from partnership newest
                  where newest.provider_id = p.provider_id and newest.reseller_id = p.reseller_id
                  order by status <> 'ended' desc, since desc, id desc limit 1)
           order by o.sort_key, o.id"#,
        organization.into_uuid(),
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let mut choices = Vec::with_capacity(rows.len());
    for row in rows {
        let partnership = row.body.0;
        if at.is_none_or(|at| partnership.is_active(at)) {
            let country = row.country.parse().map_err(failed)?;
            let choice = PartnerChoice {
                party: party(row.id, &row.name)?,
                partnership: partnership.id,
                country,
            };
            choices.push((choice, partnership));
        }
    }
    Ok(choices)
}

/// The choices for which the organization is the provider.
pub(crate) fn as_provider(
    organization: OrganizationId,
    choices: Vec<(PartnerChoice, Partnership)>,
) -> impl Iterator<Item = PartnerChoice> {
    choices
        .into_iter()
        .filter(move |(_, it)| it.provider == organization)
        .map(|(choice, _)| choice)
}

/// The choices for which the organization is the reseller.
pub(crate) fn as_reseller(
    organization: OrganizationId,
    choices: Vec<(PartnerChoice, Partnership)>,
) -> impl Iterator<Item = PartnerChoice> {
    choices
        .into_iter()
        .filter(move |(_, it)| it.reseller == organization)
        .map(|(choice, _)| choice)
}
