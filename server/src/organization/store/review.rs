//! Customers whose account the operator verifies.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, UserId},
    organization::{AccountReview, Reviewed},
};
use uuid::Uuid;

use crate::store::decoded;

/// Whether the account of this customer is under review. Whoever holds the customer's row is told the same until the
/// transaction ends.
pub(crate) async fn is_under_review(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select exists (select from customer_review where customer_id = $1) as "exists!""#,
        customer.as_uuid()
    )
    .fetch_one(db)
    .await
}

/// The review of this customer's account, if it is under review.
pub(crate) async fn account_review(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> Result<Option<AccountReview>, sqlx::Error> {
    let row = sqlx::query!(
        "select since, reason, by from customer_review where customer_id = $1",
        customer.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok(AccountReview {
            since: row.since,
            reason: decoded(row.reason.parse())?,
            by: UserId::from_uuid(row.by),
        })
    })
    .transpose()
}

/// When the accounts of these customers were under review, for what happens by itself: it may be written down after the
/// review in which it was due.
pub(crate) async fn reviews(
    db: &mut PgConnection,
    customers: &[Uuid],
) -> Result<HashMap<OrganizationId, Vec<Reviewed>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select customer_id as "customer!", since as "since!", until
           from (select customer_id, since, null::timestamptz as until from customer_review
                 where customer_id = any($1)
              union all
                 select customer_id, since, until from customer_reviewed where customer_id = any($1)) reviews
           order by 1, 2"#,
        customers,
    )
    .fetch_all(db)
    .await?;
    let mut reviews: HashMap<OrganizationId, Vec<Reviewed>> = HashMap::new();
    for row in rows {
        let of_customer = reviews.entry(row.customer.into()).or_default();
        of_customer.push(Reviewed {
            since: row.since,
            until: row.until,
        });
    }
    Ok(reviews)
}

/// Stores the review of this customer's account, or that there is none any more; then also when there was.
pub(crate) async fn set_account_review(
    db: &mut PgConnection,
    customer: OrganizationId,
    review: Option<&AccountReview>,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    match review {
        Some(review) => {
            sqlx::query!(
                "insert into customer_review (customer_id, since, reason, by) values ($1, $2, $3, $4)
                 on conflict (customer_id) do update set since = $2, reason = $3, by = $4",
                customer.as_uuid(),
                review.since,
                review.reason.as_str(),
                review.by.as_uuid(),
            )
            .execute(db)
            .await?;
        }
        None => {
            sqlx::query!(
                "with over as (delete from customer_review where customer_id = $1 returning customer_id, since)
                 insert into customer_reviewed (customer_id, since, until) select customer_id, since, $2 from over",
                customer.as_uuid(),
                now,
            )
            .execute(db)
            .await?;
        }
    }
    Ok(())
}
