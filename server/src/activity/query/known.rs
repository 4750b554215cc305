//! The names that an entry needs: of products, and of organizations that its reader may know.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;
use tierline_app::portal::PortalResult;
use tierline_core::{
    event::Event,
    ids::{OrganizationId, SkuId},
    invitation, license, order,
    organization::Party,
};
use uuid::Uuid;

use super::Row;
use crate::organization::query::{failed, party};

/// The names of the products in these events; of orders, those that are told.
pub(super) async fn products(
    db: &mut PgConnection,
    rows: &[Row],
) -> PortalResult<Vec<(SkuId, String)>> {
    let mut wanted: Vec<Uuid> = Vec::new();
    for row in rows {
        match &*row.body {
            Event::Order {
                event: order::Event::Placed { lines, .. },
                ..
            } => wanted.extend(lines.iter().take(2).map(|line| line.sku.into_uuid())),
            Event::Subscription { event, .. } => {
                wanted.extend(event.products().into_iter().map(SkuId::into_uuid));
            }
            Event::Assignment {
                event:
                    license::Event::Assigned { sku, .. }
                    | license::Event::Moved { sku, .. }
                    | license::Event::Withdrawn { sku, .. },
                ..
            } => wanted.push(sku.into_uuid()),
            Event::OrderRequest { event, .. } => {
                wanted.extend(event.products().into_iter().map(SkuId::into_uuid));
            }
            _ => {}
        }
    }
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    wanted.sort_unstable();
    wanted.dedup();
    let rows = sqlx::query!(
        "select sku_id, name from product where sku_id = any($1)",
        &wanted
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let named = rows.into_iter();
    Ok(named
        .map(|row| (SkuId::from_uuid(row.sku_id), row.name))
        .collect())
}

/// Those of the organizations that the reader may know: itself, the operator, those it has or had a partnership, a
/// relationship or an addressed invitation with, those of a message that asks to partner, the partners beside it at its
/// customers, and those that answered its invitations.
pub(super) async fn known(
    db: &mut PgConnection,
    reader: OrganizationId,
    wanted: &HashSet<OrganizationId>,
    answered: &HashSet<OrganizationId>,
) -> PortalResult<HashMap<OrganizationId, Party>> {
    let ids =
        |set: &HashSet<OrganizationId>| set.iter().map(|id| id.into_uuid()).collect::<Vec<_>>();
    let rows = sqlx::query!(
        "select o.id, o.name from organization o
         where o.id = any($2) and (
             o.id = $1
             or o.capabilities ->> 'operator' is not null
             or o.id = any($3)
             or (exists (select from enrollment e where e.organization_id = o.id)
                 and exists (select from organization r where r.id = $1 and r.capabilities ->> 'operator' is not null))
             or exists (select from partnership p where p.provider_id = $1 and p.reseller_id = o.id)
             or exists (select from partnership p where p.reseller_id = $1 and p.provider_id = o.id)
             or exists (select from relationship r where r.customer_id = o.id and r.partner_id = $1)
             or exists (select from relationship r where r.customer_id = $1 and r.partner_id = o.id)
             or exists (select from served_together s where s.partner_id = $1 and s.other_id = o.id)
             or exists (select from invitation i where i.organization_id = $1 and i.addressee_id = o.id)
             or exists (select from invitation i where i.organization_id = o.id and i.addressee_id = $1)
             or exists (select from partner_ask a where a.provider_id = $1 and a.reseller_id = o.id)
             or exists (select from partner_ask a where a.reseller_id = $1 and a.provider_id = o.id)
         )",
        reader.into_uuid(),
        &ids(wanted),
        &ids(answered),
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    rows.into_iter()
        .map(|row| party(row.id, &row.name).map(|party| (party.id, party)))
        .collect()
}

/// The organization that answered an invitation: the event concerns the reader, who has sent the invitation or answered
/// it.
pub(super) fn answered_by(event: &Event) -> Option<OrganizationId> {
    match event {
        Event::Invitation {
            event:
                invitation::Event::Accepted { organization, .. }
                | invitation::Event::Declined { organization, .. },
            ..
        } => Some(*organization),
        _ => None,
    }
}
