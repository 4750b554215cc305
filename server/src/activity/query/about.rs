//! What the events in an organization's log are about.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    portal::PortalResult,
    route,
    timeline::{About, Subject},
};
use tierline_core::{Timestamp, ids::OrganizationId};
use uuid::Uuid;

use crate::organization::query::failed;

/// Which pages open for a reader: what one cannot open is named, and no link.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opens {
    pub organizations: bool,
    pub members: bool,
    pub users: bool,
    pub customers: bool,
}

/// The name of each of these objects for the reader, and its page if it has one at this moment. Another partner's joint
/// invitation is known by that partner, and by the customer once the reader has won it.
pub(super) async fn about(
    db: &mut PgConnection,
    (reader, now): (OrganizationId, Timestamp),
    opens: Opens,
    objects: &[Uuid],
) -> PortalResult<HashMap<Uuid, (Subject, About)>> {
    // One statement, with an index by id for each part. Of several rows for one object the last is taken.
    let rows = sqlx::query!(
        r#"select i.id as "object!", 'to' as "kind!", i.recipient as "name!", i.id as "page", null as "other"
              from invitation i where i.id = any($2) and i.organization_id = $1
           union all
           select i.id, 'from', o.name, null, null
              from invitation i join organization o on o.id = i.organization_id
              where i.id = any($2) and i.organization_id <> $1 and $1 in (i.provider_id, i.addressee_id)
           union all
           select i.id, 'customer', o.name, o.id, null
              from invitation i join organization o on o.id = i.addressee_id
              where i.id = any($2) and i.provider_id = $1 and i.organization_id <> $1
                and exists (select from relationship r
                    where r.customer_id = o.id and r.partner_id = $1 and relationship_holds(r, $3))
           union all
           select p.id, case p.provider_id when $1 then 'reseller' else 'provider' end, o.name, p.id, null
              from partnership p
              join organization o on o.id = case p.provider_id when $1 then p.reseller_id else p.provider_id end
              where p.id = any($2) and $1 in (p.provider_id, p.reseller_id)
           union all
           select r.id, 'customer', o.name, case when relationship_holds(r, $3) then o.id end, null
              from relationship r join organization o on o.id = r.customer_id
              where r.id = any($2) and r.partner_id = $1
           union all
           select r.id, 'partner', o.name, o.id, null
              from relationship r join organization o on o.id = r.partner_id
              where r.id = any($2) and r.customer_id = $1
           union all
           select r.id, 'beside', c.name, (select own.customer_id from relationship own
                 where own.customer_id = c.id and own.partner_id = $1 and relationship_holds(own, $3)), p.name
              from relationship r
              join organization c on c.id = r.customer_id
              join organization p on p.id = r.partner_id
              where r.id = any($2) and $1 not in (r.partner_id, r.customer_id) and exists (select from partnership s
                 where s.provider_id = $1 and s.reseller_id = p.id or s.reseller_id = $1 and s.provider_id = p.id)
           union all
           select o.id, 'customer', o.name, o.id, null
              from organization o where o.id = any($2) and exists (select from relationship r
                 where r.customer_id = o.id and r.partner_id = $1 and relationship_holds(r, $3))
           union all
           select m.user_id, 'customer', o.name, o.id, null
              from membership m join organization o on o.id = m.organization_id
              where m.user_id = any($2) and exists (select from relationship r
                 where r.customer_id = o.id and r.partner_id = $1 and relationship_holds(r, $3))
           union all
           select u.id, 'user', u.name, u.id, null
              from app_user u where u.id = any($2) and exists (select from membership m
                 where m.organization_id = $1 and m.user_id = u.id)
           union all
           select i.id, 'user', i.body ->> 'name', (select m.user_id from membership m
                 where m.organization_id = $1 and m.user_id = (i.body -> 'state' ->> 'user')::uuid), null
              from member_invitation i where i.id = any($2) and i.organization_id = $1
           union all
           select g.id, 'group', g.name, case when g.removed_at is null then g.id end, null
              from customer_group g where g.id = any($2) and g.partner_id = $1
           union all
           select a.id, case a.provider_id when $1 then 'asking' else 'asked' end, o.name, a.id, null
              from partner_ask a
              join organization o on o.id = case a.provider_id when $1 then a.reseller_id else a.provider_id end
              where a.id = any($2) and $1 in (a.provider_id, a.reseller_id)
           union all
           select a.id, 'user', u.name, u.id, null
              from assignment a join app_user u on u.id = a.user_id
              where a.id = any($2) and a.customer_id = $1
           union all
           select a.id, 'customer', o.name, o.id, null
              from assignment a join organization o on o.id = a.customer_id
              where a.id = any($2) and exists (select from relationship r
                 where r.customer_id = o.id and r.partner_id = $1 and relationship_holds(r, $3))
           union all
           select q.id, case q.customer_id when $1 then 'requesting' else 'request' end, o.name, q.id, null
              from order_request q
              join organization o on o.id = case q.customer_id when $1 then q.reseller_id else q.customer_id end
              where q.id = any($2) and (q.customer_id = $1 and q.asks_customer
                or $1 in (q.reseller_id, q.provider_id) and exists (select from relationship r
                    where r.customer_id = q.customer_id and r.partner_id = $1 and relationship_holds(r, $3)))
           union all
           select o.id, 'organization', o.name, o.id, null
              from organization o where o.id = any($2) and o.id <> $1 and exists (select from organization p
                 where p.id = $1 and p.capabilities ->> 'operator' is not null)
           union all
           select m.id, 'member', m.name, m.id, null
              from registry_member m where m.id = any($2) and m.operator_id = $1
           union all
           select c.id, 'case', o.name, c.enrollment_id, null
              from (select id, enrollment_id, organization_id from enrollment_case where id = any($2)
                    union all select id, id, organization_id from enrollment where id = any($2)) c
              join organization o on o.id = c.organization_id
              where o.id <> $1 and exists (select from organization p
                 where p.id = $1 and p.capabilities ->> 'operator' is not null)
           union all
           select l.id, 'listing', o.name, l.id, null
              from listing l join organization o on o.id = l.provider_id
              where l.id = any($2) and o.id <> $1 and exists (select from organization p
                 where p.id = $1 and p.capabilities ->> 'operator' is not null)
           union all
           select s.id, case s.customer_id when $1 then 'partner' else 'customer' end, o.name, o.id, null
              from (select id, customer_id, partner_id from customer_order where id = any($2)
                    union all select id, customer_id, partner_id from subscription where id = any($2)) s
              join organization o on o.id = case s.customer_id when $1 then s.partner_id else s.customer_id end
              where s.customer_id = $1 or exists (select from relationship r
                 where r.customer_id = s.customer_id and r.partner_id = $1 and relationship_holds(r, $3))"#,
        reader.into_uuid(),
        objects,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let about = rows.into_iter().map(|row| {
        let name = row.name.clone();
        let (subject, page): (_, fn(Uuid) -> String) = match row.kind.as_str() {
            "to" => (Subject::To(name), route::invitation),
            "from" => (Subject::From(name), route::invitation),
            "reseller" => (Subject::Reseller(name), route::partnership),
            "provider" => (Subject::Provider(name), route::partnership),
            "asking" => (Subject::Reseller(name), route::partner_ask),
            "asked" => (Subject::Provider(name), route::partner_ask),
            "partner" => (Subject::Partner(name), |_| route::GRANTS.to_owned()),
            "user" => (Subject::User(name), route::user),
            "group" => (Subject::Group(name), route::customers_in),
            "organization" => (Subject::Partner(name), route::organization),
            "member" => (Subject::Partner(name), route::member),
            "case" => (Subject::Partner(name), route::case),
            "listing" => (Subject::Partner(name), route::listing_change),
            "requesting" => (Subject::Partner(name), route::order_request),
            "request" => (Subject::Customer(name), route::order_request),
            "beside" => {
                let partner = row.other.unwrap_or_default();
                let customer = name;
                (Subject::Beside { customer, partner }, route::customer)
            }
            _ => (Subject::Customer(name), route::customer),
        };
        let is_open = match row.kind.as_str() {
            "organization" => opens.organizations,
            "member" => opens.members,
            "user" => opens.users,
            "group" => opens.customers,
            _ => true,
        };
        let about = About {
            name: row.name,
            page: row.page.filter(|_| is_open).map(page),
        };
        (row.object, (subject, about))
    });
    Ok(about.collect())
}
