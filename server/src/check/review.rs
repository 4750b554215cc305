//! The customers under review, compared with what their events say.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{PgConnection, types::Json};
use tierline_core::{event::Event, organization::AccountReview};
use uuid::Uuid;

use super::Report;
use crate::organization::store::account_review;

/// What stands for a review among the findings.
const OBJECT: &str = "customer_review";

/// Reports every customer whose stored review is another than that of its events, or is there without any.
pub(super) async fn compare(
    moment: &mut PgConnection,
    report: &mut Report,
) -> Result<(), sqlx::Error> {
    let stored: Vec<Uuid> = sqlx::query_scalar("select customer_id from customer_review")
        .fetch_all(&mut *moment)
        .await?;
    let mut by_events: BTreeMap<Uuid, Option<AccountReview>> = BTreeMap::new();
    // Few at a time, and few in all.
    let rows = sqlx::query_as::<_, (Uuid, Json<Event>)>(
        "select object_id, body from event where object = 'organization'
            and body #>> '{event,type}' in ('review_begun', 'review_ended')
         order by object_id, version",
    )
    .fetch_all(&mut *moment)
    .await?;
    for (customer, Json(event)) in rows {
        if let Event::Organization { event, .. } = event {
            let review = by_events.entry(customer).or_default();
            *review = AccountReview::after(review.take(), &event);
        }
    }
    let concerned: BTreeSet<Uuid> = stored
        .into_iter()
        .chain(by_events.keys().copied())
        .collect();
    for customer in concerned {
        let stored = account_review(&mut *moment, customer.into()).await?;
        let expected = by_events.remove(&customer).flatten();
        if stored != expected {
            report.differ.add(OBJECT, customer);
        }
    }
    Ok(())
}
