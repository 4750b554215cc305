//! Many plausible customers, for measuring: written by COPY, a million in a few minutes.
//!
//! They have state and no history: no user has done anything, and the activity log stays unchanged.

mod names;
mod program;
mod rows;
mod selling;

#[cfg(test)]
mod tests;

pub use program::{FILLED_COMPANIES, fill_program};
pub use selling::{FILLED_BUYERS, FILLED_CROWD, fill_renewals, fill_subscriptions};

use sqlx::{Connection as _, PgConnection, PgExecutor, PgPool, types::Json};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, UserId},
    market::{Country, same_region},
    partnership::Partnership,
};

use rows::{Chunk, Pair, Rows};

use super::{DemoError, catalog};
use crate::state::AppState;

/// The end of the domain of every customer made here.
pub const FILLED_DOMAIN: &str = "customers.example";

/// Customers in one transaction.
const CHUNK: u64 = 10_000;

/// Fills in customers up to this number, and returns how many were added. `progress` gets the number reached after each
/// piece.
///
/// # Errors
/// When the database fails, or there is no partnership in force to serve them.
pub async fn fill(
    state: &AppState,
    customers: u64,
    mut progress: impl FnMut(u64),
) -> Result<u64, DemoError> {
    let pool = &state.pool;
    let now = state.clock.now();
    let rows = Rows {
        pairs: pairs(pool, now).await?,
        products: products()?,
        now,
        customers,
    };
    if rows.pairs.is_empty() {
        return Err(DemoError::NoPartners);
    }
    let there = there(pool, FILLED_DOMAIN).await?;
    let mut connection = connection(pool).await?;
    let mut begin = there;
    // The next piece is made while this one is written.
    let mut making = make(&rows, begin);
    while begin < customers {
        let end = customers.min(begin + CHUNK);
        let (chunk, next) = (making.await.map_err(DemoError::written)?, make(&rows, end));
        let mut transaction = connection.begin().await?;
        write(&mut transaction, &chunk).await?;
        transaction.commit().await?;
        progress(end);
        (begin, making) = (end, next);
    }
    making.abort();
    connection.close().await?;
    crate::list::tally::compact(pool).await?;
    // As the database would do by itself in a while.
    sqlx::raw_sql(
        "vacuum (analyze) organization, relationship, served_together, customer_order, subscription, renewal,
            subscription_entry, tally",
    )
    .execute(pool)
    .await?;
    Ok(customers.saturating_sub(there))
}

fn make(rows: &Rows, begin: u64) -> tokio::task::JoinHandle<Chunk> {
    let (rows, end) = (rows.clone(), rows.customers.min(begin + CHUNK));
    tokio::task::spawn_blocking(move || rows.chunk(begin..end))
}

/// The number of customers filled in before, at this domain.
async fn there(db: impl PgExecutor<'_>, domain: &str) -> Result<u64, DemoError> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from organization where domain like '%.' || $1"#,
        domain
    )
    .fetch_one(db)
    .await?;
    Ok(crate::list::count(count))
}

/// Providers with their resellers, and the markets of both. The first serve the most.
async fn pairs(pool: &PgPool, now: Timestamp) -> Result<Vec<Pair>, DemoError> {
    let stored = sqlx::query!(
        r#"select p.body as "body: Json<Partnership>", o.country,
              (select m.user_id from membership m where m.organization_id = o.id order by m.user_id limit 1) as user_id
           from partnership p
           join organization o on o.id = p.provider_id
           join organization r on r.id = p.reseller_id
           where p.status <> 'ended' order by o.name collate "C", r.name collate "C""#
    )
    .fetch_all(pool)
    .await?;
    let mut pairs = Vec::new();
    for row in stored.into_iter().filter(|row| row.body.is_active(now)) {
        let home = Country::parse(&row.country).map_err(DemoError::written)?;
        let Some(user) = row.user_id.map(UserId::from_uuid) else {
            continue;
        };
        let (provider, reseller): (OrganizationId, OrganizationId) =
            (row.body.provider, row.body.reseller);
        let markets = Country::all()
            .filter(|country| same_region(home, *country))
            .filter_map(|country| Some((country, country.currency()?)))
            .collect();
        pairs.push(Pair {
            provider,
            reseller,
            user,
            markets,
        });
    }
    Ok(pairs)
}

/// Products that customers buy: sold from one license on, and cheap enough for many.
fn products() -> Result<Vec<catalog::Figures>, DemoError> {
    let all = catalog::products()?.into_iter();
    Ok(all
        .filter(|product| product.sold && product.minimum == 1 && product.cents < 3_000)
        .take(60)
        .collect())
}

/// A connection of its own, which does not wait for each piece to be on disk: pieces lost in a crash are filled in
/// again.
async fn connection(pool: &PgPool) -> Result<PgConnection, DemoError> {
    let mut connection = pool.acquire().await?.detach();
    // What is kept beside ten thousand customers takes longer than anybody would wait for a page.
    sqlx::raw_sql("set synchronous_commit = off; set statement_timeout = 0")
        .execute(&mut connection)
        .await?;
    Ok(connection)
}

async fn write(connection: &mut PgConnection, chunk: &Chunk) -> Result<(), DemoError> {
    let copies = [
        (
            "copy organization (id, name, domain, country, capabilities, contact, address, created_at, sort_key,
                search, words) from stdin",
            &chunk.organizations,
        ),
        (
            "copy relationship (partner_id, customer_id, id, side, customer_name, customer_domain, status, since, body,
                customer_key, search, words, customer_country, missing) from stdin",
            &chunk.relationships,
        ),
        (
            "copy served_together (relationship_id, partner_id, other_id, place, customer_name, customer_domain, since,
                customer_key, search, words) from stdin",
            &chunk.together,
        ),
        ("copy customer_order (customer_id, id, partner_id, partner_of_record_id, at, body) from stdin", &chunk.orders),
        (
            "copy subscription (customer_id, id, order_id, partner_id, partner_of_record_id, sku_id, quantity, status,
                since, starts_at, ends_at, body) from stdin",
            &chunk.subscriptions,
        ),
    ];
    for (statement, rows) in copies {
        copy(connection, statement, rows).await?;
    }
    Ok(())
}

async fn copy(
    connection: &mut PgConnection,
    statement: &str,
    rows: &[u8],
) -> Result<(), sqlx::Error> {
    let mut copy = connection.copy_in_raw(statement).await?;
    for piece in rows.chunks(1 << 20) {
        copy.send(piece).await?;
    }
    copy.finish().await?;
    Ok(())
}
