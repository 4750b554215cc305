//! The review of a customer's account, for the operator.

use sqlx::PgConnection;
use tierline_app::{operator::model::AccountReviewing, portal::PortalResult};
use tierline_core::{
    Timestamp,
    actor::Actor,
    organization::{Organization, ReviewAccount, ReviewFacts, review_account},
    text::Reason,
};

use crate::{
    account::store as accounts,
    organization::{
        query::{failed, reviewed},
        store,
    },
};

/// The review of this customer's account, and what the reader can do about it; none for who is no customer.
pub(super) async fn account_review(
    db: &mut PgConnection,
    (operator, actor): (&Organization, &Actor),
    customer: &Organization,
    now: Timestamp,
) -> PortalResult<Option<AccountReviewing>> {
    if customer.capabilities.customer.is_none() {
        return Ok(None);
    }
    let review = store::account_review(&mut *db, customer.id).await;
    let review = review.map_err(failed)?;
    let by = match &review {
        Some(review) => {
            let name = accounts::name_of(db, review.by).await;
            Some(name.map_err(failed)?)
        }
        None => None,
    };
    let facts = ReviewFacts {
        operator,
        customer,
        review: review.as_ref(),
    };
    let reason = Reason::parse("asked in advance").map_err(failed)?;
    let may = |change| review_account(facts, change, &reason, actor, now).map(drop);
    Ok(Some(AccountReviewing {
        may_begin: may(ReviewAccount::Begin),
        may_end: may(ReviewAccount::End),
        goes_on: review.as_ref().map(reviewed),
        by,
    }))
}
