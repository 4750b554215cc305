//! `tierline catalog import`: the operator's price list, from a CSV file.
//!
//! A product of the file replaces what the catalog has under the same SKU, with its limits and prices. A product that
//! is not in the file stays, because subscriptions need theirs; its sale ends with `no` under `sold`.

pub mod query;
pub(crate) mod store;

mod parse;
#[cfg(test)]
mod tests;

use std::{
    io,
    path::{Path, PathBuf},
};

use sqlx::PgPool;
use tierline_core::{catalog::Limits, money::Money, text::search::SearchText};
use uuid::Uuid;

pub use parse::{Problems, products};

use crate::{
    config::Config,
    database::{Database, OpenError},
};

/// Commands for the catalog.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum CatalogCommand {
    /// Put a price list into the catalog; products with the same SKU are replaced
    #[command(
        after_help = "The first line names the columns: sku (a UUID), part_number, name and maximum (most licenses in one\n\
                      subscription); as you like minimum (1), per_customer (no limit), one_per_customer (no), sold (yes);\n\
                      and one for each currency with the price of a license for a month, such as USD or EUR.\n\n\
                      Example:\n  \
                      sku,part_number,name,maximum,per_customer,USD,EUR\n  \
                      3b555118-da6a-4418-894f-7df1e2096870,O365_BUSINESS_ESSENTIALS,Business Basic,300,300,6.00,5.60"
    )]
    Import {
        /// The price list: CSV in UTF-8
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// A product in a price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub sku: Uuid,
    pub part_number: String,
    pub name: String,
    pub sold: bool,
    pub limits: Limits,
    pub prices: Vec<Money>,
}

/// Errors of an import; nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("`{}` cannot be read: {error}", file.display())]
    Read { file: PathBuf, error: io::Error },
    #[error(transparent)]
    Problems(#[from] Problems),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("nothing was changed: {0}")]
    Database(#[from] sqlx::Error),
}

/// Reads the file, puts it into the catalog and reports the number of products.
///
/// # Errors
/// When the file cannot be read, has mistakes (all of them are listed) or the database fails. Then nothing was changed.
pub async fn import(config: Config, file: &Path) -> Result<(), ImportError> {
    let text = tokio::fs::read(file)
        .await
        .map_err(|error| ImportError::Read {
            file: file.to_owned(),
            error,
        })?;
    let listed = products(&text)?;
    let database = Database::open_beside_server(&config).await?;
    database
        .using(async |database| Ok::<_, ImportError>(store(&database.pool, &listed).await?))
        .await?;
    let prices: usize = listed.iter().map(|product| product.prices.len()).sum();
    println!("{} products with {prices} prices imported", listed.len());
    Ok(())
}

/// Stores all products or, when the database fails, none.
pub(crate) async fn store(pool: &PgPool, listed: &[Listed]) -> sqlx::Result<()> {
    let mut transaction = pool.begin().await?;
    for product in listed {
        let limits = product.limits;
        sqlx::query!(
            "insert into product
                (sku_id, part_number, name, sold, minimum, maximum, per_customer, one_per_customer, demo_figures,
                 search)
             values ($1, $2, $3, $4, $5::bigint, $6::bigint, $7::bigint, $8, false, $9)
             on conflict (sku_id) do update set
                part_number = excluded.part_number, name = excluded.name, sold = excluded.sold,
                minimum = excluded.minimum, maximum = excluded.maximum, per_customer = excluded.per_customer,
                one_per_customer = excluded.one_per_customer, demo_figures = false, search = excluded.search",
            product.sku,
            product.part_number,
            product.name,
            product.sold,
            i64::from(limits.minimum),
            i64::from(limits.maximum),
            limits.per_customer.map(i64::from),
            limits.one_per_customer,
            SearchText::of([product.name.as_str(), &product.part_number]).to_string(),
        )
        .execute(&mut *transaction)
        .await?;
        sqlx::query!("delete from product_price where sku_id = $1", product.sku)
            .execute(&mut *transaction)
            .await?;
        for price in &product.prices {
            sqlx::query!(
                "insert into product_price (sku_id, currency, minor) values ($1, $2, $3)",
                product.sku,
                price.currency.code(),
                price.minor,
            )
            .execute(&mut *transaction)
            .await?;
        }
    }
    transaction.commit().await
}
mod portal;
