//! `tierline catalog import`: the operator's price list, from a CSV file.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{Listed, command::Import, products};
use crate::cli::{AdminError, Desk, Flags, Report};

/// Commands on the catalog.
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

/// A requested task.
#[derive(Debug)]
pub(crate) enum CatalogTask {
    Import(PathBuf),
}

impl From<CatalogCommand> for CatalogTask {
    fn from(said: CatalogCommand) -> CatalogTask {
        let CatalogCommand::Import { file } = said;
        CatalogTask::Import(file)
    }
}

/// Why there was nothing to import.
#[derive(Debug, thiserror::Error)]
#[error("`{}` cannot be read: {error}", file.display())]
struct Unreadable {
    file: PathBuf,
    error: io::Error,
}

impl CatalogTask {
    /// Does it: all of the file, or nothing when anything in it is not all right.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let CatalogTask::Import(file) = self;
        let import = Import {
            listed: read(&file).await?,
        };
        desk.run(&import, &Flags::OF_USER).await?;
        let listed = import.listed;
        let prices: usize = listed.iter().map(|product| product.prices.len()).sum();
        let products = listed.len();
        Ok(Report::of(format!(
            "{products} products with {prices} prices imported"
        )))
    }
}

async fn read(file: &Path) -> Result<Vec<Listed>, AdminError> {
    let text = tokio::fs::read(file).await.map_err(|error| {
        let file = file.to_owned();
        AdminError::unprepared(Unreadable { file, error })
    })?;
    products(&text).map_err(AdminError::unprepared)
}
