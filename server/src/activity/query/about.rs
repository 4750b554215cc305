//! Subjects of the events in an organization's log, where the object's own page does not name them already.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{portal::PortalResult, route, timeline::About};
use tierline_core::ids::OrganizationId;
use uuid::Uuid;

use crate::organization::query::failed;

/// The name and the page of each of these objects that has a page for the reader. For another partner's joint
/// invitation, that is the page of the customer that the reader has won by it, if any.
pub(super) async fn about(
    db: &mut PgConnection,
    reader: OrganizationId,
    objects: &[Uuid],
) -> PortalResult<HashMap<Uuid, About>> {
    // One statement, with an index by id for each part.
    let rows = sqlx::query!(
        r#"select i.id as "object!", 'invitation' as "kind!", i.recipient as "name!", i.id as "page!"
              from invitation i where i.id = any($2) and i.organization_id = $1
           union all
           select i.id, 'customer', o.name, o.id
              from invitation i join organization o on o.id = i.addressee_id
              where i.id = any($2) and i.provider_id = $1 and i.organization_id <> $1
                and exists (select from relationship r
                    where r.customer_id = o.id and r.partner_id = $1 and r.status = 'active')
           union all
           select p.id, 'partnership', o.name, p.id
              from partnership p
              join organization o on o.id = case p.provider_id when $1 then p.reseller_id else p.provider_id end
              where p.id = any($2) and $1 in (p.provider_id, p.reseller_id)
           union all
           select r.id, 'customer', o.name, o.id
              from relationship r join organization o on o.id = r.customer_id
              where r.id = any($2) and r.partner_id = $1 and r.status = 'active'
           union all
           select r.id, 'grants', o.name, o.id
              from relationship r join organization o on o.id = r.partner_id
              where r.id = any($2) and r.customer_id = $1
           union all
           select o.id, 'customer', o.name, o.id
              from organization o where o.id = any($2) and exists (select from relationship r
                 where r.customer_id = o.id and r.partner_id = $1 and r.status = 'active')
           union all
           select m.user_id, 'customer', o.name, o.id
              from membership m join organization o on o.id = m.organization_id
              where m.user_id = any($2) and exists (select from relationship r
                 where r.customer_id = o.id and r.partner_id = $1 and r.status = 'active')
           union all
           select s.id, 'customer', o.name, o.id
              from (select id, customer_id from customer_order where id = any($2)
                    union all select id, customer_id from subscription where id = any($2)) s
              join organization o on o.id = s.customer_id
              where exists (select from relationship r
                 where r.customer_id = s.customer_id and r.partner_id = $1 and r.status = 'active')"#,
        reader.into_uuid(),
        objects,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let about = rows.into_iter().map(|row| {
        let page = match row.kind.as_str() {
            "invitation" => route::invitation(row.page),
            "partnership" => route::partnership(row.page),
            "grants" => route::GRANTS.to_owned(),
            _ => route::customer(row.page),
        };
        let about = About {
            name: row.name,
            page,
        };
        (row.object, about)
    });
    Ok(about.collect())
}
