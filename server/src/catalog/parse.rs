//! Parsing the lines of a price list into products, or into all problems with them.

use std::{collections::HashSet, fmt};

use csv::{ReaderBuilder, StringRecord, Trim};
use tierline_core::{
    catalog::{Limits, file},
    market::Currency,
    money::Money,
};
use uuid::Uuid;

use super::Listed;

const REQUIRED: [&str; 4] = ["sku", "part_number", "name", "maximum"];
const OPTIONAL: [&str; 4] = ["minimum", "per_customer", "one_per_customer", "sold"];
/// The limit of problems shown; a file with more of them is fixed in rounds.
const TOLD: usize = 50;

/// All problems of a price list, each with its line.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Problems {
    told: Vec<String>,
    more: usize,
}

impl Problems {
    fn of(problem: String) -> Problems {
        let mut problems = Problems::default();
        problems.add(problem);
        problems
    }

    fn add(&mut self, problem: String) {
        if self.told.len() < TOLD {
            self.told.push(problem);
        } else {
            self.more += 1;
        }
    }

    fn is_empty(&self) -> bool {
        self.told.is_empty()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing was changed because:")?;
        for problem in &self.told {
            write!(formatter, "\n  {problem}")?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(formatter, "\n  and {more} more"),
        }
    }
}

/// The products of a price list.
///
/// # Errors
/// All problems of the price list.
pub fn products(text: &[u8]) -> Result<Vec<Listed>, Problems> {
    let text = file::text(text).map_err(|problem| Problems::of(problem.to_string()))?;
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let columns = match reader.headers() {
        Ok(names) => Columns::of(names)?,
        Err(error) => return Err(Problems::of(format!("line 1: {error}"))),
    };
    let mut numbers = file::Lines::of(text);
    let mut wrong = Problems::default();
    let mut listed: Vec<Listed> = Vec::new();
    let mut seen = HashSet::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = numbers.at(error.position());
                wrong.add(format!("line {line}: {}", file::unreadable(&error)));
                continue;
            }
        };
        let line = numbers.at(record.position());
        match columns.product(&record) {
            Ok(product) if seen.insert(product.sku) => listed.push(product),
            Ok(product) => wrong.add(format!("line {line}: sku `{}` appears twice", product.sku)),
            Err(reasons) => {
                for reason in reasons {
                    wrong.add(format!("line {line}: {reason}"));
                }
            }
        }
    }
    if listed.is_empty() && wrong.is_empty() {
        wrong.add("it has no products".to_owned());
    }
    if wrong.is_empty() {
        Ok(listed)
    } else {
        Err(wrong)
    }
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
                wrong.add(format!("line 1: the column `{name}` appears twice"));
            } else if !REQUIRED.contains(&name.as_str()) && !OPTIONAL.contains(&name.as_str()) {
                match Currency::parse(name) {
                    Ok(currency) => currencies.push((at, currency)),
                    Err(_) => wrong.add(format!(
                        "line 1: the column `{name}` is neither a known column nor a currency used for sales"
                    )),
                }
            }
        }
        for required in REQUIRED {
            if !names.iter().any(|name| name == required) {
                wrong.add(format!("line 1: the column `{required}` is missing"));
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

    fn product(&self, record: &StringRecord) -> Result<Listed, Vec<String>> {
        let mut row = Row {
            columns: self,
            record,
            wrong: Vec::new(),
        };
        let sku = row.text("sku").and_then(|text| {
            let sku = Uuid::parse_str(text).ok();
            if sku.is_none() {
                row.wrong.push(format!("sku `{text}` isn't a UUID"));
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
                row.wrong.push(problem.to_string());
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
    wrong: Vec<String>,
}

impl<'r> Row<'r> {
    fn text(&mut self, name: &str) -> Option<&'r str> {
        let value = self.columns.value(self.record, name);
        if value.is_none() {
            self.wrong.push(format!("{name} is empty"));
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
            self.wrong.push(format!(
                "{name} `{text}` isn't a whole number up to {}",
                i32::MAX
            ));
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
                    .push(format!("{name} `{text}` is neither yes nor no"));
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
                Err(_) if text.contains(',') => self.wrong.push(format!(
                    "{currency} `{text}` has a comma: write a point before the smaller unit, as in {}",
                    example(*currency)
                )),
                Err(_) => self.wrong.push(format!(
                    "{currency} `{text}` isn't a price, such as {}",
                    example(*currency)
                )),
            }
        }
        prices
    }
}

fn example(currency: Currency) -> &'static str {
    if currency.minor_units() == 0 {
        "1250"
    } else {
        "12.50"
    }
}
