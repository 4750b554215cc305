//! The ledger of every subscription, compared with what core makes of its events.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event::Event,
    subscription::{Charge, Happened, settle},
};
use uuid::Uuid;

use super::{PAGE, Report};
use crate::subscription::store;

/// What stands for a ledger among the findings.
const OBJECT: &str = "ledger";

/// Reports every subscription whose stored lines are others than those of its events. One without events has none.
pub(super) async fn compare(
    moment: &mut PgConnection,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    let mut after = Uuid::nil();
    loop {
        let page: Vec<Uuid> =
            sqlx::query_scalar("select id from subscription where id > $1 order by id limit $2")
                .bind(after)
                .bind(PAGE)
                .fetch_all(&mut *moment)
                .await?;
        let Some(last) = page.last() else { break };
        after = *last;
        let mut stored: HashMap<Uuid, Vec<Charge>> = HashMap::new();
        for line in store::whole(&mut *moment, &page).await? {
            let lines = stored.entry(line.subscription.into_uuid());
            lines.or_default().push(line);
        }
        let mut events: HashMap<Uuid, Vec<Happened>> = HashMap::new();
        let rows = sqlx::query_as::<_, (Uuid, Json<Event>)>(
            "select object_id, body from event where object_id = any($1) and object = 'subscription'
             order by object_id, version",
        )
        .bind(&page)
        .fetch_all(&mut *moment)
        .await?;
        for (object, Json(event)) in rows {
            if let Event::Subscription { id, event } = event {
                events.entry(object).or_default().push((id, event));
            }
        }
        for id in page {
            let events = events.remove(&id).unwrap_or_default();
            let lines = stored.remove(&id).unwrap_or_default();
            if settle(&[], &events, &[]) != lines {
                report.differ.add(OBJECT, id);
            }
        }
    }
    Ok(())
}
