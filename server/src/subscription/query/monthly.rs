//! What a customer costs a month.

use sqlx::{PgConnection, types::Json};
use tierline_app::portal::PortalResult;
use tierline_core::{
    money::{Money, Quantity},
    subscription::{Subscription, monthly_of_alike},
};
use uuid::Uuid;

use super::Seen;
use crate::organization::query::failed;

struct Row {
    body: Json<Subscription>,
    alike: i64,
}

/// What those that the reader sees cost a month, one amount for each currency. Many that cost the same are read once.
/// What time has changed and nobody has written down counts as it is by now.
pub(super) async fn costs(
    db: &mut PgConnection,
    seen: Seen,
    by_now: &[&Subscription],
) -> PortalResult<Vec<Money>> {
    let overtaken: Vec<Uuid> = by_now.iter().map(|it| it.id.into_uuid()).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"with alike as (
             select (min(id::text))::uuid as id, count(*) as alike from subscription
             where customer_id = $1 and status in ('active', 'suspended') and id <> all($5)
                 and ($3 or $2 in (partner_id, partner_of_record_id) or $4 and $2 = support_contact_id)
             group by quantity, kind, body -> 'price', body -> 'plan', body -> 'course' -> 'price')
           select s.body as "body: Json<Subscription>", alike.alike as "alike!"
           from alike join subscription s on s.customer_id = $1 and s.id = alike.id"#,
        seen.customer.into_uuid(),
        seen.reader.into_uuid(),
        seen.all,
        seen.supports,
        &overtaken,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let mut counted = Vec::with_capacity(rows.len());
    for row in &rows {
        let times = u32::try_from(row.alike).map_err(failed)?;
        counted.push((&row.body.0, Quantity::new(times).map_err(failed)?));
    }
    let one = Quantity::new(1).map_err(failed)?;
    let running = by_now.iter().filter(|it| it.is_running());
    counted.extend(running.map(|it| (*it, one)));
    let sums = monthly_of_alike(counted).map_err(failed)?;
    Ok(sums.into_values().collect())
}
