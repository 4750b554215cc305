//! Users who were removed from a customer, as long as they can be restored.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    license::{
        list::{ANY, HOLDS},
        model::LicenseUserRow,
    },
    list::model::{ListQuery, Page},
    member::model::MemberState,
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, UserId},
    member::RESTORE_WITHIN,
};
use uuid::Uuid;

use crate::{
    account::store as accounts,
    list::source::{Part, Sort, SortKey, Source, Wanted},
    organization::query::failed,
};

/// By the events that removed them: nothing else is kept of them.
static REMOVED: Source = Source {
    from: "event_audience a join event r on r.id = a.event_id join app_user u on u.id = r.object_id",
    id: "u.id",
    search: "u.search",
    index: None,
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("u.sort_key"),
    }],
    own: "name",
};

/// Those whom the query asks for.
pub(super) async fn page(
    db: &mut PgConnection,
    (customer, now): (OrganizationId, Timestamp),
    query: &ListQuery,
    size: usize,
    totaled: bool,
) -> PortalResult<Page<LicenseUserRow>> {
    let wanted = Wanted::new(&REMOVED, query, conditions(customer, now, query));
    let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
    let rows = rows(db, customer, &found.rows).await?;
    Ok(found.with(rows, total))
}

fn conditions(customer: OrganizationId, now: Timestamp, query: &ListQuery) -> Vec<Vec<Part>> {
    let mut conditions = vec![
        vec![
            Part::Sql("a.organization_id = "),
            Part::Id(customer.into_uuid()),
        ],
        vec![
            Part::Sql(
                "r.object = 'user' and r.body #>> '{event,type}' = 'member_removed'
                    and r.body #>> '{event,organization}' = ",
            ),
            Part::Text(customer.to_string()),
        ],
        vec![Part::Sql("r.at > "), Part::Time(now - RESTORE_WITHIN)],
        vec![Part::Sql(
            "not exists (select from membership m where m.user_id = u.id and m.organization_id = a.organization_id)",
        )],
        // Of whom the roles are known; and each of them once.
        vec![Part::Sql(
            "exists (select from event b where b.object_id = u.id and b.object = 'user' and b.version = 1)
                and not exists (select from event later where later.object_id = u.id and later.object = 'user'
                    and later.version > r.version and later.body #>> '{event,type}' = 'member_removed'
                    and later.body #>> '{event,organization}' = r.body #>> '{event,organization}')",
        )],
    ];
    // Whoever was removed holds nothing.
    if query.filter(HOLDS) == ANY {
        conditions.push(vec![Part::Sql("false")]);
    }
    conditions
}

struct Row {
    id: Uuid,
    name: String,
    address: String,
}

async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
) -> PortalResult<Vec<LicenseUserRow>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, name, email as address from app_user where id = any($1)",
        ids,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let kept = accounts::removed(db, customer, ids).await.map_err(failed)?;
    let mut rows: HashMap<Uuid, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    let shown = ids.iter().filter_map(|id| {
        let row = rows.remove(id)?;
        let removed = kept.get(&UserId::from_uuid(row.id))?;
        Some(LicenseUserRow {
            id: row.id.into(),
            name: row.name,
            address: row.address,
            roles: removed.roles,
            state: MemberState::Removed,
            licenses: 0,
            products: Vec::new(),
            until: Some(removed.until()),
        })
    });
    Ok(shown.collect())
}
