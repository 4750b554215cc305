//! `tierline catalog import`: a price list of the operator's, or the program's price sheet, from a CSV file.

mod report;

use std::{
    io,
    path::{Path, PathBuf},
};

use tierline_core::{
    catalog::{
        file,
        sheet::{self, Segment, Wanted},
    },
    market::Country,
};

use super::{
    command::{Import, ImportSheet},
    products,
};
use crate::cli::{AdminError, Desk, Flags, Problems, Reading, Report};

/// Commands on the catalog.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum CatalogCommand {
    /// Import a price list into the catalog; products with the same SKU are replaced
    #[command(
        after_help = "The file is the program's price sheet as it comes, or a simple price list.\n\n\
                      Of the price sheet, the lines for the markets and the segment are taken. The catalog shows the retail\n\
                      price of a month that is billed monthly, of the segment Commercial; the other prices are kept for\n\
                      subscriptions. Prices that a later sheet lacks end.\n\n\
                      The first line of a simple list names the columns: sku (a UUID), part_number, name and maximum (most\n\
                      licenses in one subscription); as you like minimum (1), per_customer (no limit), one_per_customer\n\
                      (no), sold (yes); and one for each currency with the price of a license for a month, such as USD or\n\
                      EUR.\n\n\
                      Examples:\n  \
                      tierline catalog import sheet.csv --market TW,DE --segment Commercial --dry-run\n\n  \
                      sku,part_number,name,maximum,per_customer,USD,EUR\n  \
                      3b555118-da6a-4418-894f-7df1e2096870,O365_BUSINESS_ESSENTIALS,Business Basic,300,300,6.00,5.60"
    )]
    Import(File),
}

/// The file, and what of it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct File {
    /// The price list: CSV in UTF-8
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Markets of the price sheet to import
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub market: Vec<String>,
    /// Segment of the price sheet to import, such as Commercial
    #[arg(long, value_name = "NAME")]
    pub segment: Option<String>,
    /// Show what would change without changing it
    #[arg(long)]
    pub dry_run: bool,
}

/// A requested task; valid as far as can be checked without the file.
#[derive(Debug)]
pub(crate) struct CatalogTask {
    file: PathBuf,
    markets: Vec<Country>,
    segment: Option<Segment>,
    dry_run: bool,
}

impl TryFrom<CatalogCommand> for CatalogTask {
    type Error = Problems;

    fn try_from(said: CatalogCommand) -> Result<CatalogTask, Problems> {
        let CatalogCommand::Import(said) = said;
        let mut reading = Reading::default();
        let markets = reading.each("--market", &said.market, Country::find);
        let segment = reading.each("--segment", said.segment.as_slice(), Segment::parse);
        reading.done(Some(CatalogTask {
            file: said.file,
            markets,
            segment: segment.into_iter().next(),
            dry_run: said.dry_run,
        }))
    }
}

/// Why there was nothing to import.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("can't read `{}`: {error}", file.display())]
    Unreadable { file: PathBuf, error: io::Error },
    #[error(
        "the file is the program's price sheet: choose the markets and the segment to import, for example with \
         --market TW,DE --segment Commercial"
    )]
    NothingChosen,
    #[error(
        "the file is a simple price list, which has no markets or segments: leave out --market and --segment"
    )]
    NothingToChoose,
}

impl CatalogTask {
    /// Does it: all of the file, or nothing when anything in it is not all right.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let bytes = read(&self.file).await?;
        match file::text(&bytes) {
            Ok(text) if sheet::is_sheet(text) => self.sheet(text, desk).await,
            // Both tell what is wrong with a file in the same words.
            _ => self.list(&bytes, desk).await,
        }
    }

    async fn sheet(self, text: &str, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let Some(segment) = self.segment.filter(|_| !self.markets.is_empty()) else {
            return Err(AdminError::unprepared(Unusable::NothingChosen));
        };
        let wanted = Wanted {
            markets: self.markets.into_iter().collect(),
            segment,
        };
        let sheet = sheet::read(text, &wanted).map_err(AdminError::unprepared)?;
        let import = ImportSheet {
            wanted,
            sheet,
            dry_run: self.dry_run,
        };
        let imported = desk.run(&import, &Flags::OF_USER).await?;
        Ok(report::of_sheet(&import, &imported))
    }

    async fn list(self, bytes: &[u8], desk: &Desk<'_>) -> Result<Report, AdminError> {
        let listed = products(bytes).map_err(AdminError::unprepared)?;
        if self.segment.is_some() || !self.markets.is_empty() {
            return Err(AdminError::unprepared(Unusable::NothingToChoose));
        }
        let import = Import {
            listed,
            dry_run: self.dry_run,
        };
        let compared = desk.run(&import, &Flags::OF_USER).await?;
        Ok(report::of_list(&import, compared))
    }
}

async fn read(file: &Path) -> Result<Vec<u8>, AdminError> {
    tokio::fs::read(file).await.map_err(|error| {
        let file = file.to_owned();
        AdminError::unprepared(Unusable::Unreadable { file, error })
    })
}
