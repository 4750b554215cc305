//! What is wrong with a price sheet.

use std::fmt;

use super::Segment;
use crate::{catalog::file::FileProblem, import::Problem};

/// The most problems that are named; the others are counted.
pub const TOLD: usize = 50;

/// The most markets and segments of a file that are named.
pub const OTHERS: usize = 10;

/// Everything that is wrong with a price sheet. In words the first ones are named, and the others counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    file: Vec<SheetProblem>,
    lines: Vec<(u64, LineProblem)>,
}

/// What is wrong with the file as a whole, or with its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SheetProblem {
    /// It is no CSV file in UTF-8 with commas.
    File(FileProblem),
    /// Its first line cannot be read.
    Csv(String),
    /// The name of a column goes on over the next lines.
    SeveralLines,
    /// A column is missing.
    MissingColumn(&'static str),
    /// A column is there twice.
    ColumnTwice(String),
    /// There is no line for markets that were asked for.
    NothingFor {
        /// The markets.
        markets: Vec<&'static str>,
        /// The segment.
        segment: Segment,
        /// Markets and segments that the file has: the first of them, at most [`OTHERS`].
        others: Vec<String>,
        /// The number of further ones.
        more: usize,
    },
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineProblem {
    /// It is no line of a CSV file, or has more or fewer fields than there are columns.
    Csv(String),
    /// It has no market or no segment.
    Nowhere,
    /// A field goes on over the next lines.
    SeveralLines(String),
    /// Not a market.
    Market(String),
    /// A field that must not be empty is.
    Empty(&'static str),
    /// The product has no name that can be shown.
    Name,
    /// Not the id of a product.
    Product(String),
    /// Not the id of a SKU.
    Sku(String),
    /// Not a segment.
    Segment(String),
    /// Not a term.
    Term(String),
    /// Not a billing plan.
    Plan(String),
    /// Not a currency.
    Currency(String),
    /// An amount with a comma.
    DecimalComma(String),
    /// Not an amount of this currency.
    Amount {
        /// The field.
        text: String,
        /// The currency.
        currency: &'static str,
    },
    /// Not a number of licenses.
    Count {
        /// The column.
        column: &'static str,
        /// The field.
        text: String,
    },
    /// The largest number of licenses is below the smallest.
    TierEndsBelow,
    /// Not a date.
    Date {
        /// The column.
        column: &'static str,
        /// The field.
        text: String,
    },
    /// The price ends before it begins.
    EndsBeforeStart,
    /// The same product, market, term, plan, tier and beginning are on an earlier line.
    Twice {
        /// That line.
        earlier: u64,
    },
}

impl Problems {
    pub(super) fn of_file(problem: SheetProblem) -> Problems {
        Problems {
            file: vec![problem],
            ..Problems::default()
        }
    }

    pub(super) fn add_to_file(&mut self, problem: SheetProblem) {
        self.file.push(problem);
    }

    pub(super) fn add(&mut self, line: u64, problem: LineProblem) {
        self.lines.push((line, problem));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.file.is_empty() && self.lines.is_empty()
    }

    /// The problems of the file as a whole.
    #[must_use]
    pub fn of_the_file(&self) -> &[SheetProblem] {
        &self.file
    }

    /// The named problems, each with its line.
    #[must_use]
    pub fn of_lines(&self) -> &[(u64, LineProblem)] {
        self.lines.get(..TOLD).unwrap_or(&self.lines)
    }

    /// The number of further problems, not named.
    #[must_use]
    pub fn more(&self) -> usize {
        self.lines.len().saturating_sub(TOLD)
    }

    /// Every problem with its line, which is none for the whole file.
    pub fn all(&self) -> impl Iterator<Item = (u64, Problem)> {
        let of_lines = self.lines.iter();
        self.file
            .iter()
            .map(SheetProblem::told)
            .chain(of_lines.map(|(line, problem)| (*line, problem.into())))
    }
}

impl From<FileProblem> for Problems {
    fn from(problem: FileProblem) -> Problems {
        Problems::of_file(SheetProblem::File(problem))
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing was changed because:")?;
        for problem in &self.file {
            write!(f, "\n  {problem}")?;
        }
        for (line, problem) in self.of_lines() {
            write!(f, "\n  line {line}: {problem}")?;
        }
        match self.more() {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl std::error::Error for Problems {}

impl fmt::Display for SheetProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SheetProblem::File(problem) => problem.fmt(f),
            SheetProblem::Csv(problem) => write!(f, "line 1: {problem}"),
            SheetProblem::SeveralLines => f.write_str(
                "line 1: the name of a column goes on over the next lines: a quotation mark is there that has no second one",
            ),
            SheetProblem::MissingColumn(name) => {
                write!(f, "line 1: the column `{name}` is missing")
            }
            SheetProblem::ColumnTwice(name) => {
                write!(f, "line 1: the column `{name}` appears twice")
            }
            SheetProblem::NothingFor {
                markets,
                segment,
                others,
                more,
            } => {
                write!(f, "no lines are for {}, {segment}", markets.join(", "))?;
                if !others.is_empty() {
                    write!(f, "; the file has {}", others.join(", "))?;
                }
                if *more > 0 {
                    write!(f, " and {more} more")?;
                }
                Ok(())
            }
        }
    }
}

// A field may be as long as the file: its beginning is told.
impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LineProblem::Csv(problem) => f.write_str(problem),
            LineProblem::Nowhere => f.write_str("it has no market or no segment"),
            LineProblem::SeveralLines(column) => write!(
                f,
                "{column:.40} continues on the next lines because a quotation mark isn't closed"
            ),
            LineProblem::Market(text) => {
                write!(f, "Market `{text:.40}` isn't two letters, such as TW")
            }
            LineProblem::Empty(column) => write!(f, "{column} is empty"),
            LineProblem::Name => {
                f.write_str("the product has no name, or the name contains control characters")
            }
            LineProblem::Product(text) => write!(
                f,
                "ProductId `{text:.40}` isn't twelve letters and digits, such as CFQ7TTC0LH18"
            ),
            LineProblem::Sku(text) => write!(
                f,
                "SkuId `{text:.40}` isn't four characters, such as 0001; spreadsheets drop leading zeros"
            ),
            LineProblem::Segment(text) => {
                write!(f, "`{text:.40}` isn't a segment, such as Commercial")
            }
            LineProblem::Term(text) => {
                write!(f, "TermDuration `{text:.40}` isn't P1M, P1Y, or P3Y")
            }
            LineProblem::Plan(text) => write!(
                f,
                "BillingPlan `{text:.40}` isn't Monthly, Annual, Triennial, or None"
            ),
            LineProblem::Currency(text) => {
                write!(
                    f,
                    "Currency `{text:.40}` isn't an ISO 4217 code, such as EUR"
                )
            }
            LineProblem::DecimalComma(text) => write!(
                f,
                "the price `{text:.40}` has a comma: use a decimal point and no thousands separators"
            ),
            LineProblem::Amount { text, currency } => {
                write!(f, "`{text:.40}` isn't a price in {currency}")
            }
            LineProblem::Count { column, text } => {
                write!(f, "{column} `{text:.40}` isn't a whole number of licenses")
            }
            LineProblem::TierEndsBelow => {
                f.write_str("PricingTierRangeMax is below PricingTierRangeMin")
            }
            LineProblem::Date { column, text } => {
                write!(
                    f,
                    "{column} `{text:.40}` isn't a date, such as 2026-01-31T00:00:00Z"
                )
            }
            LineProblem::EndsBeforeStart => f.write_str("the price ends before it begins"),
            LineProblem::Twice { earlier } => {
                write!(f, "the same price is already on line {earlier}")
            }
        }
    }
}

impl std::error::Error for LineProblem {}
