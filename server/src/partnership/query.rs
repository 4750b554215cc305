//! Partnerships, seen from either side.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    list::model::{ListQuery, Page},
    partnership::model::{PartnerChoice, PartnerRow, PartnersPage, PartnershipPage},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::{OrganizationId, PartnershipId},
    organization::Capability,
    partnership::Partnership,
};
use uuid::Uuid;

use crate::{
    activity::query as timeline,
    list as page,
    list::{LIMIT, Place, count, tally},
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
};

/// The side that the reader is on.
#[derive(Clone, Copy, PartialEq)]
enum As {
    Provider,
    Reseller,
}

/// The resellers of the signed-in provider.
pub(crate) async fn resellers(read: &mut Read, query: ListQuery) -> PortalResult<PartnersPage> {
    partners(read, As::Provider, query).await
}

/// The providers of the signed-in reseller.
pub(crate) async fn providers(read: &mut Read, query: ListQuery) -> PortalResult<PartnersPage> {
    partners(read, As::Reseller, query).await
}

async fn partners(read: &mut Read, side: As, query: ListQuery) -> PortalResult<PartnersPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    let capability = match side {
        As::Provider => Capability::IndirectProvider,
        As::Reseller => Capability::IndirectReseller,
    };
    if organization.capabilities.state(capability).is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let reader = organization.id.into_uuid();
    let total = total(read.db(), reader, side, &query, now).await?;
    let found = match page::sorting(&query.sort, "name") {
        ("since", descending) => {
            let place = Place::<Timestamp>::of(&query.cursor, descending);
            let rows = by_since(read.db(), reader, side, &query, now, &place).await?;
            place.page(rows, total, |row: &Row| (row.since, row.id))
        }
        (_, descending) => {
            let place = Place::<String>::of(&query.cursor, descending);
            let rows = by_name(read.db(), reader, side, &query, now, &place).await?;
            place.page(rows, total, |row: &Row| (row.key.clone(), row.id))
        }
    };
    let rows = found
        .rows
        .into_iter()
        .map(Row::shown)
        .collect::<PortalResult<_>>()?;
    Ok(PartnersPage {
        open_requests: open_requests(read.db(), reader, side, now).await?,
        partners: Page {
            rows,
            total: found.total,
            next: found.next,
            previous: found.previous,
        },
        organization,
        actor,
    })
}

struct Row {
    id: Uuid,
    since: DateTime<Utc>,
    key: String,
    body: Json<Partnership>,
    other_id: Uuid,
    other: String,
    country: String,
    mpn: Option<String>,
    shared: i64,
}

impl Row {
    fn shown(self) -> PortalResult<PartnerRow> {
        Ok(PartnerRow {
            partnership: self.body.0,
            partner: party(self.other_id, &self.other)?,
            country: self.country.parse().map_err(failed)?,
            mpn: self.mpn,
            shared_customers: count(self.shared),
        })
    }
}

/// The newest partnership with each partner, from one place of the list on. The status in one word is that of core's
/// `Partnership::is_active`, which counts an end that no job has written down.
macro_rules! rows {
    ($own:literal, $other:literal, $key:literal, $beyond:literal, $order:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            r#"select p.id, p.since, lower(o.name) as "key!", p.body as "body: Json<Partnership>",
                  o.id as other_id, o.name as other, o.country, o.mpn,
                  (select coalesce(sum(t.amount), 0)::bigint from tally t
                      where t.organization_id = $1 and t.what = 'customers' and t.other_id = o.id)
                  - (select count(*) from served_together s
                      where s.partner_id = $1 and s.other_id = o.id and s.until <= $4) as "shared!"
               from partnership p join organization o on o.id = "# + $other + r#"
               where "# + $own + r#" = $1
                  and not exists (select from partnership newer
                      where newer.provider_id = p.provider_id and newer.reseller_id = p.reseller_id and newer.since > p.since)
                  and lower(concat_ws(' ', o.name, o.domain, o.mpn)) like all($2)
                  and ($3 = '' or $3 = case when p.ends_at <= $4 then 'ended' else p.status end)
                  and ("# + $key + ", p.id) " + $beyond + r#" ($5, $6)
               order by "# + $key + $order + ", p.id" + $order + " limit $7",
            $($argument),+
        )
    };
}

async fn by_name(
    db: &mut PgConnection,
    reader: Uuid,
    side: As,
    query: &ListQuery,
    now: Timestamp,
    place: &Place<String>,
) -> PortalResult<Vec<Row>> {
    let words = page::words(&query.search.to_lowercase());
    let (filter, key, id) = (page::typed(&query.filter), &place.key, place.id);
    macro_rules! read {
        ($own:literal, $other:literal, $beyond:literal, $order:literal) => {
            rows!(
                $own,
                $other,
                "lower(o.name) collate \"C\"",
                $beyond,
                $order,
                reader,
                &words,
                &filter,
                now,
                key,
                id,
                LIMIT
            )
            .fetch_all(&mut *db)
            .await
        };
    }
    match (side, place.descending) {
        (As::Provider, false) => read!("p.provider_id", "p.reseller_id", ">", " asc"),
        (As::Provider, true) => read!("p.provider_id", "p.reseller_id", "<", " desc"),
        (As::Reseller, false) => read!("p.reseller_id", "p.provider_id", ">", " asc"),
        (As::Reseller, true) => read!("p.reseller_id", "p.provider_id", "<", " desc"),
    }
    .map_err(failed)
}

async fn by_since(
    db: &mut PgConnection,
    reader: Uuid,
    side: As,
    query: &ListQuery,
    now: Timestamp,
    place: &Place<Timestamp>,
) -> PortalResult<Vec<Row>> {
    let words = page::words(&query.search.to_lowercase());
    let (filter, key, id) = (page::typed(&query.filter), place.key, place.id);
    macro_rules! read {
        ($own:literal, $other:literal, $beyond:literal, $order:literal) => {
            rows!(
                $own, $other, "p.since", $beyond, $order, reader, &words, &filter, now, key, id,
                LIMIT
            )
            .fetch_all(&mut *db)
            .await
        };
    }
    match (side, place.descending) {
        (As::Provider, false) => read!("p.provider_id", "p.reseller_id", ">", " asc"),
        (As::Provider, true) => read!("p.provider_id", "p.reseller_id", "<", " desc"),
        (As::Reseller, false) => read!("p.reseller_id", "p.provider_id", ">", " asc"),
        (As::Reseller, true) => read!("p.reseller_id", "p.provider_id", "<", " desc"),
    }
    .map_err(failed)
}

async fn total(
    db: &mut PgConnection,
    reader: Uuid,
    side: As,
    query: &ListQuery,
    now: Timestamp,
) -> PortalResult<u64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from partnership p
           join organization o on o.id = case when $5 then p.reseller_id else p.provider_id end
           where case when $5 then p.provider_id else p.reseller_id end = $1
              and not exists (select from partnership newer
                  where newer.provider_id = p.provider_id and newer.reseller_id = p.reseller_id and newer.since > p.since)
              and lower(concat_ws(' ', o.name, o.domain, o.mpn)) like all($2)
              and ($3 = '' or $3 = case when p.ends_at <= $4 then 'ended' else p.status end)
              and (p.provider_id = $1 or p.reseller_id = $1)"#,
        reader,
        &page::words(&query.search.to_lowercase()),
        page::typed(&query.filter),
        now,
        side == As::Provider,
    )
    .fetch_one(&mut *db)
    .await
    .map(count)
    .map_err(failed)
}

/// Requests that wait for an answer: of the provider to others, of others to the reseller.
async fn open_requests(
    db: &mut PgConnection,
    reader: Uuid,
    side: As,
    now: Timestamp,
) -> PortalResult<u64> {
    let open = match side {
        As::Provider => {
            sqlx::query_scalar!(
                r#"select count(*) as "count!" from invitation
                   where organization_id = $1 and kind = 'partnership' and status in ('sent', 'opened') and expires_at > $2"#,
                reader,
                now,
            )
            .fetch_one(&mut *db)
            .await
        }
        As::Reseller => {
            sqlx::query_scalar!(
                r#"select count(*) as "count!" from invitation
                   where addressee_id = $1 and kind = 'partnership' and status in ('sent', 'opened') and expires_at > $2"#,
                reader,
                now,
            )
            .fetch_one(&mut *db)
            .await
        }
    };
    open.map(count).map_err(failed)
}

/// A partnership of the signed-in partner.
pub(crate) async fn partnership(
    read: &mut Read,
    id: PartnershipId,
) -> PortalResult<PartnershipPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let Json(partnership) = sqlx::query_scalar!(
        r#"select body as "body: Json<Partnership>" from partnership
           where id = $1 and (provider_id = $2 or reseller_id = $2)"#,
        id.into_uuid(),
        organization.id.into_uuid(),
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?
    .ok_or(PortalError::NotFound)?;
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
        timeline: timeline::of_objects(read.db(), organization.id, &objects).await?,
        organization,
        actor,
        partnership,
    })
}

/// The partners of an organization, by name: those in partnership at `at`, or with `None` those of the past as well.
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
              and not exists (select from partnership newer
                  where newer.provider_id = p.provider_id and newer.reseller_id = p.reseller_id and newer.since > p.since)
           order by lower(o.name) collate "C", o.id"#,
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

/// Those of the choices for which the organization is the provider.
pub(crate) fn as_provider(
    organization: OrganizationId,
    choices: Vec<(PartnerChoice, Partnership)>,
) -> impl Iterator<Item = PartnerChoice> {
    choices
        .into_iter()
        .filter(move |(_, it)| it.provider == organization)
        .map(|(choice, _)| choice)
}

/// Those of the choices for which the organization is the reseller.
pub(crate) fn as_reseller(
    organization: OrganizationId,
    choices: Vec<(PartnerChoice, Partnership)>,
) -> impl Iterator<Item = PartnerChoice> {
    choices
        .into_iter()
        .filter(move |(_, it)| it.reseller == organization)
        .map(|(choice, _)| choice)
}
