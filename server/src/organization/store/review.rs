//! Customers whose account the operator verifies.

use sqlx::PgConnection;
use tierline_core::{
    ids::{OrganizationId, UserId},
    organization::AccountReview,
};

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

/// Stores the review of this customer's account, or that there is none any more.
pub(crate) async fn set_account_review(
    db: &mut PgConnection,
    customer: OrganizationId,
    review: Option<&AccountReview>,
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
                "delete from customer_review where customer_id = $1",
                customer.as_uuid()
            )
            .execute(db)
            .await?;
        }
    }
    Ok(())
}
