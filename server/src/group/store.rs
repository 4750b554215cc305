//! Groups of customers.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event,
    group::{CustomerGroup, Event},
    ids::{CustomerGroupId, OrganizationId},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<CustomerGroup>;

/// The partner's groups, without removed ones, by name; core keeps them few. Locked, none of them is removed until the
/// transaction ends.
pub(crate) async fn all_of(
    db: &mut PgConnection,
    partner: OrganizationId,
    hold: Hold,
) -> Result<Vec<CustomerGroup>, sqlx::Error> {
    let rows = held!(
        hold,
        Row,
        fetch_all(db),
        r#"select body as "body: Json<CustomerGroup>", version from customer_group
           where partner_id = $1 and removed_at is null order by name, id"#,
        " for share",
        partner.as_uuid(),
    )?;
    Ok(rows.into_iter().map(|row| row.body.0).collect())
}

/// These groups of the partner, removed ones among them. Locked, none of them is removed until the transaction ends.
pub(crate) async fn these(
    db: &mut PgConnection,
    partner: OrganizationId,
    ids: &[Uuid],
    hold: Hold,
) -> Result<Vec<CustomerGroup>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = held!(
        hold,
        Row,
        fetch_all(db),
        r#"select body as "body: Json<CustomerGroup>", version from customer_group
           where partner_id = $1 and id = any($2) order by name, id"#,
        " for share",
        partner.as_uuid(),
        ids,
    )?;
    Ok(rows.into_iter().map(|row| row.body.0).collect())
}

/// A group of this partner, locked for a change.
pub(crate) async fn own(
    db: &mut PgConnection,
    partner: OrganizationId,
    id: CustomerGroupId,
) -> Result<Option<Stored<CustomerGroup>>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<CustomerGroup>", version from customer_group
           where partner_id = $1 and id = $2 for update"#,
        partner.as_uuid(),
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Row::stored))
}

/// The number of the partner's users who are narrowed to each of its groups, where there are any.
pub(crate) async fn users(
    db: &mut PgConnection,
    partner: OrganizationId,
) -> Result<Vec<(CustomerGroupId, u64)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select narrowed as "group!", count(*) as "users!" from membership m, unnest(m.customer_groups) narrowed
           where m.organization_id = $1 and m.customer_groups is not null group by 1"#,
        partner.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    let counted = rows.into_iter();
    Ok(counted
        .map(|row| {
            (
                row.group.into(),
                u64::try_from(row.users).unwrap_or_default(),
            )
        })
        .collect())
}

impl Object for CustomerGroup {
    type Beside = ();

    fn id(&self) -> CustomerGroupId {
        self.id
    }

    fn logged(id: CustomerGroupId, event: Event) -> event::Event {
        event::Event::CustomerGroup { id, event }
    }

    /// Groups are the partner's own affair.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.partner]
    }

    async fn insert(db: &mut PgConnection, new: &[New<CustomerGroup>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into customer_group (id, partner_id, name, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::bigint[])",
            &New::column(new, |it| it.id.into_uuid()),
            &New::column(new, |it| it.partner.into_uuid()),
            &New::column(new, |it| it.name.to_string()),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<CustomerGroup>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let group = &after.value;
        let saved = sqlx::query!(
            "update customer_group set name = $2, removed_at = $3, body = $4, version = $6
             where id = $1 and version = $5",
            group.id.as_uuid(),
            group.name.as_str(),
            group.removed,
            Json(group) as _,
            from,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}
