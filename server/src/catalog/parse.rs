//! Parsing the lines of a price list into products, or into all problems with them.

use std::{collections::HashMap, fmt, io::Read};

use csv::StringRecord;
use tierline_core::{
    catalog::{
        Limits, LimitsError,
        file::{self, Rows, Stopped},
        unreadable_line,
    },
    import::{Problem, Wanted},
    market::Currency,
    money::Money,
};
use uuid::Uuid;

use super::Listed;

const REQUIRED: [&str; 4] = ["sku", "part_number", "name", "maximum"];
const OPTIONAL: [&str; 4] = ["minimum", "per_customer", "one_per_customer", "sold"];
/// The limit of problems that the command line shows; a file with more of them is fixed in rounds.
const TOLD: usize = 50;

/// All problems of a price list, each with its line, which is none for the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Problems(Vec<(u64, Problem)>);

impl Problems {
    fn add(&mut self, line: u64, problem: Problem) {
        self.0.push((line, problem));
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each with its line.
    pub(crate) fn all(self) -> impl Iterator<Item = (u64, Problem)> {
        self.0.into_iter()
    }
}

impl From<(u64, Problem)> for Problems {
    fn from(problem: (u64, Problem)) -> Self {
        Problems(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing was changed because:")?;
        for (line, problem) in self.0.iter().take(TOLD) {
            match line {
                0 => write!(formatter, "\n  {problem}")?,
                line => write!(formatter, "\n  line {line}: {problem}")?,
            }
        }
        match self.0.len().saturating_sub(TOLD) {
            0 => Ok(()),
            more => write!(formatter, "\n  and {more} more"),
        }
    }
}

/// The products of a price list.
///
/// # Errors
/// All problems of the price list.
pub fn products(file: impl Read) -> Result<Vec<Listed>, Problems> {
    let mut rows = Rows::trimmed(file).map_err(stopped)?;
    let columns = match rows.header().map_err(stopped)? {
        Ok(names) => Columns::of(&names)?,
        Err(error) => {
            let why = error.to_string();
            return Err((1, Problem::Unreadable { why }).into());
        }
    };
    let mut wrong = Problems::default();
    let mut listed: Vec<Listed> = Vec::new();
    let mut seen: HashMap<Uuid, u64> = HashMap::new();
    while let Some(file::Row { line, fields }) = rows.next_row().map_err(stopped)? {
        let record = match fields {
            Ok(record) => record,
            Err(error) => {
                wrong.add(line, unreadable_line(&error));
                continue;
            }
        };
        match columns.product(&record) {
            Ok(product) => match seen.get(&product.sku) {
                None => {
                    seen.insert(product.sku, line);
                    listed.push(product);
                }
                Some(earlier) => {
                    let text = product.sku.to_string();
                    wrong.add(
                        line,
                        Problem::Twice {
                            text,
                            line: *earlier,
                        },
                    );
                }
            },
            Err(reasons) => {
                for reason in reasons {
                    wrong.add(line, reason);
                }
            }
        }
    }
    if listed.is_empty() && wrong.is_empty() {
        wrong.add(0, Problem::NoLines);
    }
    if wrong.is_empty() {
        Ok(listed)
    } else {
        Err(wrong)
    }
}

fn stopped(why: Stopped) -> Problems {
    Problems::from(match why {
        Stopped::File(problem) => problem.told(),
        Stopped::Unreadable(error) => {
            let why = error.to_string();
            (0, Problem::Unreadable { why })
        }
    })
}

/// The positions of the columns.
struct Columns {
    names: Vec<String>,
    currencies: Vec<(usize, Currency)>,
}

impl Columns {
    fn of(names: &StringRecord) -> Result<Columns, Problems> {
        let names: Vec<String> = names.iter().map(str::to_ascii_lowercase).collect();
        let mut wrong = Problems::default();
        let mut currencies = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if names.iter().take(at).any(|earlier| earlier == name) {
                let column = name.clone();
                wrong.add(1, Problem::ColumnTwice { column });
            } else if !REQUIRED.contains(&name.as_str()) && !OPTIONAL.contains(&name.as_str()) {
                match Currency::parse(name) {
                    Ok(currency) => currencies.push((at, currency)),
                    Err(_) => {
                        let column = name.clone();
                        wrong.add(1, Problem::ColumnUnknown { column });
                    }
                }
            }
        }
        for required in REQUIRED {
            if !names.iter().any(|name| name == required) {
                let column = required.to_owned();
                wrong.add(1, Problem::ColumnMissing { column });
            }
        }
        if wrong.is_empty() {
            Ok(Columns { names, currencies })
        } else {
            Err(wrong)
        }
    }

    /// The text in the column of this name; none if it is empty or missing.
    fn value<'r>(&self, record: &'r StringRecord, name: &str) -> Option<&'r str> {
        let at = self.names.iter().position(|column| column == name)?;
        record.get(at).filter(|value| !value.is_empty())
    }

    fn product(&self, record: &StringRecord) -> Result<Listed, Vec<Problem>> {
        let mut row = Row {
            columns: self,
            record,
            wrong: Vec::new(),
        };
        let sku = row.text("sku").and_then(|text| {
            let sku = Uuid::parse_str(text).ok();
            if sku.is_none() {
                row.wrong.push(Problem::invalid("sku", text, Wanted::Uuid));
            }
            sku
        });
        let (part_number, name) = (row.text("part_number"), row.text("name"));
        let minimum = row.count("minimum").unwrap_or(1);
        let maximum = row.text("maximum").and_then(|_| row.count("maximum"));
        let per_customer = row.count("per_customer");
        let (one_per_customer, sold) = (row.yes("one_per_customer", false), row.yes("sold", true));
        let prices = row.prices();
        if let Some(maximum) = maximum {
            let limits = Limits {
                minimum,
                maximum,
                per_customer,
                one_per_customer,
            };
            if let Err(problem) = limits.check() {
                row.wrong.push(impossible(problem));
            }
            if let (true, Some(sku), Some(part_number), Some(name)) =
                (row.wrong.is_empty(), sku, part_number, name)
            {
                return Ok(Listed {
                    sku,
                    part_number: part_number.to_owned(),
                    name: name.to_owned(),
                    sold,
                    limits,
                    prices,
                });
            }
        }
        Err(row.wrong)
    }
}

/// A line being read, and its problems so far.
struct Row<'r> {
    columns: &'r Columns,
    record: &'r StringRecord,
    wrong: Vec<Problem>,
}

impl<'r> Row<'r> {
    fn text(&mut self, name: &str) -> Option<&'r str> {
        let value = self.columns.value(self.record, name);
        if value.is_none() {
            let column = name.to_owned();
            self.wrong.push(Problem::Empty { column });
        }
        value
    }

    fn count(&mut self, name: &str) -> Option<u32> {
        let text = self.columns.value(self.record, name)?;
        // The database stores numbers of licenses in 31 bits.
        let count = text
            .parse()
            .ok()
            .filter(|count| i32::try_from(*count).is_ok());
        if count.is_none() {
            self.wrong
                .push(Problem::invalid(name, text, Wanted::Licenses));
        }
        count
    }

    fn yes(&mut self, name: &str, otherwise: bool) -> bool {
        match self.columns.value(self.record, name) {
            None => otherwise,
            Some(text) if ["yes", "true", "1"].contains(&text.to_ascii_lowercase().as_str()) => {
                true
            }
            Some(text) if ["no", "false", "0"].contains(&text.to_ascii_lowercase().as_str()) => {
                false
            }
            Some(text) => {
                self.wrong
                    .push(Problem::invalid(name, text, Wanted::YesOrNo));
                otherwise
            }
        }
    }

    fn prices(&mut self) -> Vec<Money> {
        let mut prices = Vec::new();
        for (at, currency) in &self.columns.currencies {
            let Some(text) = self.record.get(*at).filter(|text| !text.is_empty()) else {
                continue;
            };
            match Money::parse(text, *currency) {
                Ok(price) => prices.push(price),
                Err(_) if text.contains(',') => self.wrong.push(Problem::Comma {
                    text: text.to_owned(),
                }),
                Err(_) => self
                    .wrong
                    .push(Problem::invalid(currency.code(), text, Wanted::Price)),
            }
        }
        prices
    }
}

/// Why nothing could be ordered, at its column.
fn impossible(problem: LimitsError) -> Problem {
    let below = |column: &str| Problem::Below {
        column: column.to_owned(),
        other: "minimum".to_owned(),
    };
    match problem {
        LimitsError::MaximumBelowMinimum => below("maximum"),
        LimitsError::CustomerMaximumBelowMinimum => below("per_customer"),
        _ => Problem::invalid("minimum", "0", Wanted::Licenses),
    }
}
