//! Partners that serve customers together with the reader, as core has decided.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::portal::PortalResult;
use tierline_core::{Timestamp, ids::RelationshipId, organization::Party};
use uuid::Uuid;

use crate::organization::query::{failed, party};

/// The other partners of each of these relationships, in core's order; those whose notice period has ended in the
/// meantime are left out, whether or not a job has recorded that.
pub(super) async fn of_relationships(
    db: &mut PgConnection,
    relationships: &[Uuid],
    now: Timestamp,
) -> PortalResult<HashMap<Uuid, Vec<Party>>> {
    let rows = sqlx::query!(
        "select s.relationship_id, o.id, o.name from served_together s join organization o on o.id = s.other_id
         where s.relationship_id = any($1) and (s.until is null or s.until > $2)
         order by s.relationship_id, s.place",
        relationships,
        now,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let mut found: HashMap<Uuid, Vec<Party>> = HashMap::new();
    for row in rows {
        let others = found.entry(row.relationship_id).or_default();
        others.push(party(row.id, &row.name)?);
    }
    Ok(found)
}

/// The other partners of one relationship.
pub(super) async fn of_one(
    db: &mut PgConnection,
    relationship: RelationshipId,
    now: Timestamp,
) -> PortalResult<Vec<Party>> {
    let id = relationship.into_uuid();
    let mut found = of_relationships(db, &[id], now).await?;
    Ok(found.remove(&id).unwrap_or_default())
}
