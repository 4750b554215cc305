//! A customer's own page: the partners that can act for it.

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::PortalResult,
    relationship::model::{GrantedPartner, GrantsPage},
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::OrganizationId,
    relationship::Relationship,
};
use uuid::Uuid;

use crate::{
    activity::query::{self as timeline, Reader},
    list::{
        SIZE, count, in_order,
        source::{Part, Sort, SortKey, Source, Total, Wanted},
    },
    organization::{
        query as load,
        query::{failed, party},
    },
    pipeline::Read,
    relationship::store::has_platform,
    subscription::query::{self as subscription, Seen},
};

/// The partners of a customer: those with a relationship in force first, by name.
static PARTNERS: Source = Source {
    from: "relationship r join organization o on o.id = r.partner_id",
    id: "r.id",
    search: "o.search",
    index: None,
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("(case r.status when 'active' then '0' else '1' end || o.sort_key)"),
    }],
    own: "name",
};

/// The partners that can act for the signed-in customer, and former ones.
pub(crate) async fn grants(read: &mut Read, query: ListQuery) -> PortalResult<GrantsPage> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if organization.capabilities.customer.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewGrants)?;
    let id = organization.id;
    let conditions = vec![vec![
        Part::Sql("r.customer_id = "),
        Part::Id(id.into_uuid()),
    ]];
    // Only the page is asked for: there is nothing to search or sort by.
    let query = ListQuery {
        cursor: query.cursor,
        ..ListQuery::default()
    };
    let wanted = Wanted::new(&PARTNERS, &query, conditions);
    let found = wanted.page(read.db(), SIZE).await.map_err(failed)?;
    let now = read.now();
    let all = sqlx::query!(
        r#"select count(*) as "rows!", count(*) filter (where relationship_holds(r, $2)) as "in_force!"
           from relationship r where customer_id = $1"#,
        id.into_uuid(),
        now,
    )
    .fetch_one(read.db())
    .await
    .map_err(failed)?;
    let partners = rows(read.db(), id, &found.rows, now).await?;
    Ok(GrantsPage {
        subscriptions: subscription::first(read.db(), Seen::own(id), now).await?,
        timeline: timeline::of_grants(read.db(), &Reader::of(&organization, &actor, now)).await?,
        in_force: count(all.in_force),
        has_platform: has_platform(read.db(), id, now).await.map_err(failed)?,
        partners: found.with(partners, Total::exactly(count(all.rows))),
        organization,
        actor,
    })
}

struct Row {
    relationship: Uuid,
    body: Json<Relationship>,
    id: Uuid,
    name: String,
    country: String,
    origin_by: Option<String>,
}

async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<GrantedPartner>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select r.id as relationship, r.body as "body: Json<Relationship>", o.id, o.name, o.country,
              u.name as "origin_by?"
           from relationship r
           join organization o on o.id = r.partner_id
           left join app_user u on u.id = coalesce(
               (r.body -> 'origin' ->> 'accepted_by')::uuid, (r.body -> 'origin' ->> 'user')::uuid)
           where r.customer_id = $1 and r.id = any($2)"#,
        customer.into_uuid(),
        ids,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let others: Vec<OrganizationId> = rows
        .iter()
        .filter_map(|row| row.body.together_with)
        .collect();
    let others = load::parties(db, &others).await?;
    in_order(ids, rows, |row| row.relationship)
        .into_iter()
        .map(|row| {
            let mut relationship = row.body.0.as_of(now);
            // The partner's own affair.
            relationship.groups.clear();
            Ok(GrantedPartner {
                partner: party(row.id, &row.name)?,
                country: row.country.parse().map_err(failed)?,
                origin_by: row.origin_by.unwrap_or_default(),
                together_with: relationship
                    .together_with
                    .and_then(|other| others.get(&other).cloned()),
                relationship,
            })
        })
        .collect()
}
