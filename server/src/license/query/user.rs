//! A user of a customer, with the licenses that it has and could have.

use std::collections::HashMap;

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    license::model::{Held, LicenseUserPage, LicensesRow, UserLicense},
    list::model::{ListQuery, Page},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    account::User,
    ids::{OrganizationId, SkuId, SubscriptionId, UserId},
    license::{Pool, could_assign},
    organization::Organization,
};
use uuid::Uuid;

use super::{
    Asking,
    licenses::{self, SUBSCRIPTIONS, of_customer},
    users,
};
use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    list::{SIZE, source::Wanted},
    organization::query::failed,
    pipeline::Read,
};

/// So many of a user's newest licenses are told of on its page. The activity log has all.
const TOLD: i64 = 40;

/// The page of a customer's user, from this page of the customer's subscriptions on.
pub(crate) async fn user(
    read: &mut Read,
    customer: OrganizationId,
    user: UserId,
    cursor: String,
) -> PortalResult<LicenseUserPage> {
    let asking = Asking::of(read).await?;
    let customer = asking.customer(read.db(), customer).await?;
    let id = user.into_uuid();
    let row = users::rows(read.db(), customer.id, &[id]).await?.pop();
    // A user of another organization is nobody here.
    let row = row.ok_or(PortalError::NotFound)?;
    let stored = accounts::load(read.db(), &[id])
        .await
        .map_err(failed)?
        .pop();
    let holder = stored.ok_or(PortalError::NotFound)?.value;
    let licenses = page(read.db(), &customer, (&holder, asking.now), cursor).await?;
    let told = told(read.db(), customer.id, user).await?;
    let reader = Reader::of(&asking.organization, &asking.actor, read.now());
    Ok(LicenseUserPage {
        of: asking.managed(&customer),
        user: row,
        licenses,
        timeline: timeline::of_objects(read.db(), &reader, &told).await?,
    })
}

async fn page(
    db: &mut PgConnection,
    customer: &Organization,
    (holder, now): (&User, Timestamp),
    cursor: String,
) -> PortalResult<Page<UserLicense>> {
    let query = ListQuery {
        cursor,
        ..ListQuery::default()
    };
    let wanted = Wanted::new(&SUBSCRIPTIONS, &query, of_customer(customer.id, now));
    let (found, total) = wanted.found(db, SIZE, true).await.map_err(failed)?;
    let rows = licenses::rows(db, customer.id, &found.rows, now).await?;
    let mut held = held(db, customer.id, holder.id, &found.rows).await?;
    let rows = rows.into_iter().map(|row| UserLicense {
        held: held.remove(&row.subscription),
        assign: could_assign(customer, &pool(&row), holder).map_err(Into::into),
        licenses: row,
    });
    let rows = rows.collect();
    Ok(found.with(rows, total))
}

/// In core's form. Of a decision in advance, the product's number is no part.
fn pool(row: &LicensesRow) -> Pool<'_> {
    Pool {
        subscription: row.subscription,
        sku: SkuId::from_uuid(Uuid::nil()),
        product: &row.product,
        bought: row.bought,
        assigned: row.assigned,
        status: row.status,
    }
}

/// What the user holds of these subscriptions.
async fn held(
    db: &mut PgConnection,
    customer: OrganizationId,
    user: UserId,
    subscriptions: &[Uuid],
) -> PortalResult<HashMap<SubscriptionId, Held>> {
    struct Row {
        id: Uuid,
        subscription_id: Uuid,
        since: Timestamp,
    }
    let rows = sqlx::query_as!(
        Row,
        "select id, subscription_id, since from assignment
         where customer_id = $1 and user_id = $2 and withdrawn_at is null and subscription_id = any($3)",
        customer.into_uuid(),
        user.into_uuid(),
        subscriptions,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let held = rows.into_iter().map(|row| {
        let held = Held {
            assignment: row.id.into(),
            since: row.since,
        };
        (row.subscription_id.into(), held)
    });
    Ok(held.collect())
}

/// The newest of the user's licenses here, also of those that it has no more.
async fn told(
    db: &mut PgConnection,
    customer: OrganizationId,
    user: UserId,
) -> PortalResult<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select id from assignment where customer_id = $1 and user_id = $2 order by id desc limit $3",
        customer.into_uuid(),
        user.into_uuid(),
        TOLD,
    )
    .fetch_all(db)
    .await
    .map_err(failed)
}
