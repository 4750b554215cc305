//! Users who were removed from a customer, and what is kept of them: their histories have it.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    account, event,
    ids::{OrganizationId, UserId},
    member::{Removed, Taken},
    text::EmailAddress,
};
use uuid::Uuid;

use super::named;

/// What is kept of those of these users who were removed from the customer's, and are none of them since.
pub(crate) async fn removed(
    db: &mut PgConnection,
    customer: OrganizationId,
    users: &[Uuid],
) -> Result<HashMap<UserId, Removed>, sqlx::Error> {
    if users.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select object_id, body as "body: Json<event::Event>" from event
           where object = 'user' and object_id = any($1) order by object_id, version"#,
        users,
    )
    .fetch_all(db)
    .await?;
    let mut histories: HashMap<Uuid, Vec<account::Event>> = HashMap::new();
    for row in rows {
        if let event::Event::User { event, .. } = row.body.0 {
            histories.entry(row.object_id).or_default().push(event);
        }
    }
    let kept = histories.into_iter().filter_map(|(user, history)| {
        let removed = Removed::of(customer, &history)?;
        Some((UserId::from_uuid(user), removed))
    });
    Ok(kept.collect())
}

/// Whether somebody signs in by this address, perhaps somebody who was removed from the customer's users.
pub(crate) async fn taken(
    db: &mut PgConnection,
    customer: OrganizationId,
    address: &EmailAddress,
) -> Result<Taken, sqlx::Error> {
    let Some(user) = named(db, address).await? else {
        return Ok(Taken::No);
    };
    let kept = removed(db, customer, &[user.id.into_uuid()]).await?;
    Ok(match kept.get(&user.id) {
        Some(removed) => Taken::ByRemoved {
            user: user.id,
            removed: *removed,
        },
        None => Taken::Yes,
    })
}
