//! The program's price sheet, as it comes: a CSV file with one line for each product, market, term and billing plan,
//! and the price of a license for the whole term.
//!
//! [`read`] takes the lines of the markets and the segment asked for, or names every line that is wrong.
//! [`difference`] compares them with what is stored. Nothing is rounded: an amount that its currency does not have is a
//! wrong line.
//!
//! | column | what it says |
//! | --- | --- |
//! | `ProductId`, `SkuId` | the product: [`OfferId`] |
//! | `SkuTitle`, else `ProductTitle` | its name |
//! | `Market`, `Segment` | where and to whom it is sold; other lines are passed over |
//! | `TermDuration`, `BillingPlan` | [`Term`](crate::term::Term), [`BillingPlan`] |
//! | `PricingTierRangeMin`, `PricingTierRangeMax` | [`Tier`]; may be missing or empty |
//! | `EffectiveStartDate`, `EffectiveEndDate` | when the price is valid, a day as end included; 9999 is no end |
//! | `Currency`, `UnitPrice`, `ERP Price` | the partner's price and the retail price: [`Amount`] |
//!
//! Columns may be in any order, in upper or lower case, and others may stand between them. A field goes on over no line
//! break: one that does began with a stray quotation mark, and would take the lines after it away unseen.

mod difference;
mod header;
mod line;
mod problem;
mod product;
mod told;

pub use difference::{Change, Difference, difference};
pub use header::is_sheet;
pub use line::{
    Amount, BillingPlan, OfferId, Price, PriceKey, Segment, Tier, currency, term, term_code,
};
pub use problem::{LineProblem, OTHERS, Problems, SheetProblem, TOLD};
pub use product::{Monthly, Product, keep_names, monthly, offered};

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io,
};

use csv::StringRecord;

use self::header::Header;
use crate::{
    catalog::file::{Row, Rows, Stopped, unreadable},
    market::Country,
};

/// The lines asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The markets.
    pub markets: BTreeSet<Country>,
    /// The segment.
    pub segment: Segment,
}

/// A price sheet, as far as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its products.
    pub products: Vec<Product>,
    /// Its prices, in the order of the file.
    pub prices: Vec<Price>,
    /// The number of lines for other markets or segments.
    pub passed_over: usize,
}

/// Reads the lines asked for.
///
/// # Errors
/// Everything that is wrong: with the file, its columns or its lines. Of lines for other markets and segments, only
/// these two are looked at.
///
/// ```
/// use tierline_core::catalog::sheet::{Segment, Wanted, read};
/// let file = "SkuTitle,ProductId,SkuId,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,\
///     EffectiveEndDate,ERP Price,Segment\r\n\
///     Business Basic,CFQ7TTC0LH18,0001,P1Y,Annual,TW,TWD,1843.20,2026-01-01T00:00:00.0000000Z,\
///     9999-12-31T23:59:59.9999999Z,2304.00,Commercial\r\n";
/// let wanted = Wanted { markets: ["TW".parse()?].into(), segment: Segment::parse("Commercial")? };
/// let sheet = read(file, &wanted)?;
/// assert_eq!(sheet.prices[0].retail.unwrap().to_string(), "TWD 2304.00");
/// assert_eq!((sheet.prices[0].term.months(), sheet.prices[0].ends), (12, None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(text: &str, wanted: &Wanted) -> Result<Sheet, Problems> {
    match read_rows(text.as_bytes(), wanted) {
        Ok(sheet) => Ok(sheet),
        Err(Unread::Wrong { problems, .. }) => Err(problems),
        Err(Unread::Unreadable(error)) => {
            Err(Problems::of_file(SheetProblem::Csv(error.to_string())))
        }
    }
}

/// Why a file did not become a sheet.
#[derive(Debug)]
pub enum Unread {
    /// Something is wrong with it.
    Wrong {
        /// The lines that were read.
        lines: u64,
        /// What is wrong.
        problems: Problems,
    },
    /// It could not be read.
    Unreadable(io::Error),
}

/// The same of a file that is read line by line, and never held whole.
///
/// # Errors
/// [`Unread`].
pub fn read_rows(input: impl io::Read, wanted: &Wanted) -> Result<Sheet, Unread> {
    let wrong = |lines, problems| Unread::Wrong { lines, problems };
    let stopped = |lines, stopped| match stopped {
        Stopped::File(problem) => wrong(lines, Problems::of_file(SheetProblem::File(problem))),
        Stopped::Unreadable(error) => Unread::Unreadable(error),
    };
    let mut rows = Rows::of(input).map_err(|why| stopped(0, why))?;
    let header = match rows.header().map_err(|why| stopped(0, why))? {
        Ok(names) => Header::of(&names).map_err(|problems| wrong(0, problems))?,
        Err(error) => {
            let problem = SheetProblem::Csv(error.to_string());
            return Err(wrong(0, Problems::of_file(problem)));
        }
    };
    let mut reading = Reading {
        header: &header,
        wanted,
        problems: Problems::default(),
        lines: HashMap::new(),
        products: BTreeMap::new(),
        prices: Vec::new(),
        passed_over: 0,
        others: BTreeSet::new(),
    };
    loop {
        let row = rows.next_row();
        let Some(Row { line, fields }) = row.map_err(|why| stopped(rows.count(), why))? else {
            break;
        };
        match fields {
            Ok(record) => reading.take(line, &record),
            Err(error) => {
                let problem = LineProblem::Csv(unreadable(&error));
                reading.problems.add(line, problem);
            }
        }
    }
    let sheet = reading.finish();
    sheet.map_err(|problems| wrong(rows.count(), problems))
}

/// What was read so far.
struct Reading<'a> {
    header: &'a Header,
    wanted: &'a Wanted,
    problems: Problems,
    /// The line of each price.
    lines: HashMap<PriceKey, u64>,
    products: BTreeMap<OfferId, Product>,
    prices: Vec<Price>,
    passed_over: usize,
    /// Markets and segments that are in the file, for a message that there is nothing for those asked for.
    others: BTreeSet<(String, Segment)>,
}

impl Reading<'_> {
    fn take(&mut self, line: u64, record: &StringRecord) {
        if let Some(problem) = self.header.swallowed(record) {
            return self.problems.add(line, problem);
        }
        let (market, segment) = match self.header.place(record) {
            Ok(place) => place,
            Err(problem) => return self.problems.add(line, problem),
        };
        let wanted = Country::parse(market)
            .ok()
            .filter(|market| self.wanted.markets.contains(market))
            .filter(|_| segment == self.wanted.segment);
        let Some(market) = wanted else {
            self.passed_over += 1;
            self.others.insert((market.to_ascii_uppercase(), segment));
            return;
        };
        match self.header.price(record, market, segment) {
            Ok((name, price)) => self.keep(line, name, price),
            Err(wrong) => {
                for problem in wrong {
                    self.problems.add(line, problem);
                }
            }
        }
    }

    fn keep(&mut self, line: u64, name: &str, price: Price) {
        if let Some(earlier) = self.lines.insert(price.key(), line) {
            return self.problems.add(line, LineProblem::Twice { earlier });
        }
        self.products
            .entry(price.offer.clone())
            .and_modify(|product| product.widen(price.tier))
            .or_insert_with(|| Product::new(&price, name));
        self.prices.push(price);
    }

    fn finish(mut self) -> Result<Sheet, Problems> {
        let found: BTreeSet<Country> = self.prices.iter().map(|price| price.market).collect();
        if self.problems.is_empty() {
            let missing = self.wanted.markets.difference(&found);
            let markets: Vec<&str> = missing.map(|market| market.code()).collect();
            if !markets.is_empty() {
                let others = self.others.iter().take(OTHERS);
                self.problems.add_to_file(SheetProblem::NothingFor {
                    markets,
                    segment: self.wanted.segment.clone(),
                    others: others
                        .map(|(market, segment)| format!("{market} {segment}"))
                        .collect(),
                    more: self.others.len().saturating_sub(OTHERS),
                });
            }
        }
        if self.problems.is_empty() {
            Ok(Sheet {
                products: self.products.into_values().collect(),
                prices: self.prices,
                passed_over: self.passed_over,
            })
        } else {
            Err(self.problems)
        }
    }
}

#[cfg(test)]
mod tests;
