//! Reminders before rights end: which relationships to look at, and what was told of them.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::RelationshipId,
    organization::Party,
    relationship::{Relationship, Reminded, Reminding},
};
use uuid::Uuid;

use crate::store::decoded;

/// A relationship whose reminders are to be looked at.
#[derive(Debug)]
pub(crate) struct Watched {
    pub relationship: Relationship,
    /// The reminders that were sent.
    pub told: Vec<Reminded>,
    pub partner: Party,
    pub customer: Party,
}

/// Relationships whose reminders are to be looked at by now: so many at most. What another server is looking at is left
/// to it.
pub(crate) async fn due(
    db: &mut PgConnection,
    now: Timestamp,
    at_most: u32,
) -> Result<Vec<Watched>, sqlx::Error> {
    let due = sqlx::query_scalar!(
        "select id from relationship where status = 'active' and remind_at is not null and remind_at <= $1
         order by remind_at, id limit $2 for no key update skip locked",
        now,
        i64::from(at_most),
    )
    .fetch_all(&mut *db)
    .await?;
    let sent = sqlx::query!(
        "select relationship_id, ends_at, days from relationship_reminder where relationship_id = any($1)",
        &due,
    )
    .fetch_all(&mut *db)
    .await?;
    let mut told: HashMap<Uuid, Vec<Reminded>> = HashMap::new();
    for row in sent {
        let (ends, days) = (row.ends_at, row.days);
        let of_one = told.entry(row.relationship_id).or_default();
        of_one.push(Reminded { ends, days });
    }
    let rows = sqlx::query!(
        r#"select r.id, r.body as "body: Json<Relationship>", r.partner_id, p.name as partner, r.customer_id,
              c.name as customer
           from relationship r
           join organization p on p.id = r.partner_id
           join organization c on c.id = r.customer_id
           where r.id = any($1) order by r.id"#,
        &due,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Watched {
                relationship: row.body.0,
                told: told.remove(&row.id).unwrap_or_default(),
                partner: Party {
                    id: row.partner_id.into(),
                    name: decoded(row.partner.parse())?,
                },
                customer: Party {
                    id: row.customer_id.into(),
                    name: decoded(row.customer.parse())?,
                },
            })
        })
        .collect()
}

/// Notes what was told of each, and when to look again.
pub(crate) async fn note(
    db: &mut PgConnection,
    looked_at: &[(RelationshipId, Reminding)],
) -> Result<(), sqlx::Error> {
    let told = looked_at.iter().flat_map(|(id, reminding)| {
        let due = reminding.due.iter();
        due.map(|it| (id.into_uuid(), it.of.ends, it.of.days))
    });
    let told: Vec<(Uuid, Timestamp, i32)> = told.collect();
    let relationships: Vec<Uuid> = told.iter().map(|(id, ..)| *id).collect();
    let ends: Vec<Timestamp> = told.iter().map(|(_, ends, _)| *ends).collect();
    let days: Vec<i32> = told.iter().map(|(.., days)| *days).collect();
    sqlx::query!(
        "insert into relationship_reminder (relationship_id, ends_at, days)
         select * from unnest($1::uuid[], $2::timestamptz[], $3::integer[]) on conflict do nothing",
        &relationships,
        &ends,
        &days,
    )
    .execute(&mut *db)
    .await?;
    let ids: Vec<Uuid> = looked_at.iter().map(|(id, _)| id.into_uuid()).collect();
    let next: Vec<Option<Timestamp>> = looked_at.iter().map(|(_, it)| it.next).collect();
    sqlx::query!(
        "update relationship r set remind_at = new.next
         from unnest($1::uuid[], $2::timestamptz[]) as new (id, next) where r.id = new.id",
        &ids,
        &next as _,
    )
    .execute(db)
    .await?;
    Ok(())
}
