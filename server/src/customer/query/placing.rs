//! A change that puts many customers into a group, or takes them out of it.

use tierline_app::{customer::model::PlacingPage, error::PortalError, portal::PortalResult};
use tierline_core::{
    group::{Placing, may_keep, may_undo},
    ids::PlacingId,
};

use crate::{
    customer::{command::undo_facts, store},
    group::store as groups,
    list::count,
    organization::query::{failed, organization},
    pipeline::Read,
    store::{Hold, decoded},
};

/// How far the change has come.
pub(crate) async fn placing(read: &mut Read, id: PlacingId) -> PortalResult<PlacingPage> {
    let actor = read.actor()?;
    let own = organization(read, actor.organization).await?;
    may_keep(&own, &actor)?;
    let row = sqlx::query!(
        r#"select p.direction, p.chosen, p.changed, p.same, p.gone, p.began_at, p.is_stopped,
              p.ended_at is not null as "is_done!", p.undoes, p.group_id, g.name, g.removed_at is null as "is_there!",
              u.name as "by"
           from customer_placing p
           join customer_group g on g.id = p.group_id
           join app_user u on u.id = p.user_id
           where p.partner_id = $1 and p.id = $2"#,
        own.id.as_uuid(),
        id.as_uuid(),
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?
    .ok_or(PortalError::NotFound)?;
    let placing: Placing = decoded(row.direction.parse()).map_err(failed)?;
    let own_id = own.id;
    let done = store::placing::to_undo(read.db(), own_id, id, Hold::Free).await;
    let done = done.map_err(failed)?.ok_or(PortalError::NotFound)?;
    let groups = groups::all_of(read.db(), own_id, Hold::Free).await;
    let groups = groups.map_err(failed)?;
    let may_undo = may_undo(undo_facts(&own, &groups, &done), &actor);
    Ok(PlacingPage {
        undoes: row.undoes.map(PlacingId::from_uuid),
        unchanged: u64::try_from(done.unchanged.len()).unwrap_or(u64::MAX),
        may_undo,
        id,
        group: row.is_there.then(|| row.group_id.into()),
        name: row.name,
        placing,
        chosen: count(row.chosen),
        changed: count(row.changed),
        same: count(row.same),
        gone: count(row.gone),
        is_done: row.is_done,
        is_stopped: row.is_stopped,
        by: row.by,
        began: row.began_at,
    })
}
