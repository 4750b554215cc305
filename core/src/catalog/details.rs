//! What the price sheet lacks, in a second CSV file: limits, kinds, bases of add-ons, and upgrade targets.
//!
//! | column | what it says |
//! | --- | --- |
//! | `ProductId`, `SkuId` | the product: [`OfferId`] |
//! | `Kind` | license, platform, reservation or software; license if empty |
//! | `Minimum`, `Maximum` | licenses in one subscription; those of the price sheet if empty |
//! | `PerCustomer` | licenses for one customer; without a limit if empty |
//! | `OnePerCustomer` | yes or no; no if empty |
//! | `Bases` | of an add-on: the products of which a customer needs one, separated by spaces |
//! | `UpgradeTargets` | the products to which it can be upgraded, separated by spaces |
//!
//! Columns may be in any order, in upper or lower case, and only the first two have to be there. A line says everything
//! about its product: a product that is in the file loses what its line leaves empty, and one that is not keeps what it
//! has.

mod check;
mod difference;

pub use check::check;
pub use difference::{Change, Difference, difference};

use std::{
    collections::{BTreeSet, HashMap},
    io,
};

use csv::StringRecord;

use super::{
    Kind, Limits,
    file::{self, Rows, Stopped, unreadable_problem},
    sheet::OfferId,
};
use crate::import::{Problem, Wanted};

/// What the file says of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The number of the line.
    pub line: u64,
    /// The product.
    pub offer: OfferId,
    /// Its kind.
    pub kind: Kind,
    /// Minimum in one subscription, if the file has one.
    pub minimum: Option<u32>,
    /// Maximum in one subscription, if the file has one.
    pub maximum: Option<u32>,
    /// Maximum for one customer.
    pub per_customer: Option<u32>,
    /// Whether a customer may have only one subscription of it.
    pub one_per_customer: bool,
    /// Of an add-on, the products of which a customer needs one.
    pub bases: BTreeSet<OfferId>,
    /// The products to which it can be upgraded.
    pub upgrades: BTreeSet<OfferId>,
}

impl Details {
    /// The limits of the product, by those that its prices are for.
    #[must_use]
    pub fn limits(&self, of_prices: Limits) -> Limits {
        Limits {
            minimum: self.minimum.unwrap_or(of_prices.minimum),
            maximum: self.maximum.unwrap_or(of_prices.maximum),
            per_customer: self.per_customer,
            one_per_customer: self.one_per_customer,
        }
    }
}

impl Details {
    /// Whether another file, or the catalog, says the same of the product.
    #[must_use]
    pub fn says(&self, other: &Details) -> bool {
        Details {
            line: other.line,
            ..self.clone()
        } == *other
    }
}

/// What the catalog has of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// The numbers of licenses that its prices are for.
    pub of_prices: Limits,
    /// What was said of it before, on no line.
    pub said: Details,
    /// What has been sold of it.
    pub sold: Sold,
}

/// What has been sold of a product and goes on, as far as limits concern it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sold {
    /// The fewest licenses of a subscription; none without one.
    pub fewest: Option<u32>,
    /// The most licenses of a subscription.
    pub most: u32,
    /// The most licenses of a customer.
    pub of_customer: u32,
    /// The most subscriptions of a customer.
    pub subscriptions: u32,
}

impl Sold {
    /// Whether all of it is within these limits. What is not goes on as it is, and gets no more licenses.
    ///
    /// ```
    /// use tierline_core::catalog::{Limits, details::Sold};
    /// let limits = Limits { minimum: 1, maximum: 50, per_customer: Some(80), one_per_customer: false };
    /// let sold = Sold { fewest: Some(2), most: 50, of_customer: 80, subscriptions: 2 };
    /// assert!(sold.is_within(limits) && Sold::default().is_within(limits));
    /// assert!(!sold.is_within(Limits { maximum: 49, ..limits }));
    /// assert!(!sold.is_within(Limits { minimum: 3, ..limits }));
    /// assert!(!sold.is_within(Limits { per_customer: Some(79), ..limits }));
    /// assert!(!sold.is_within(Limits { one_per_customer: true, ..limits }));
    /// ```
    #[must_use]
    pub fn is_within(self, limits: Limits) -> bool {
        self.fewest.is_none_or(|fewest| fewest >= limits.minimum)
            && self.most <= limits.maximum
            && limits
                .per_customer
                .is_none_or(|most| self.of_customer <= most)
            && !(limits.one_per_customer && self.subscriptions > 1)
    }
}

/// Problems, each with the number of its line, which is none for the whole file.
pub type Problems = Vec<(u64, Problem)>;

/// Reads the file.
///
/// # Errors
/// Everything that is wrong, line by line: unknown columns, fields that are not what they should be, a maximum below
/// the minimum, a product that is its own base or target, and products that are on two lines.
///
/// ```
/// use tierline_core::catalog::{Kind, details::read};
/// let file = "ProductId,SkuId,Kind,Minimum,Maximum,PerCustomer,OnePerCustomer,Bases,UpgradeTargets\r\n\
///     CFQ7TTC0LH18,0001,,1,300,300,no,,CFQ7TTC0LDPB:0001 CFQ7TTC0LCHC:0002\r\n";
/// let [basic] = &read(file)?[..] else { panic!() };
/// assert_eq!((basic.kind, basic.per_customer, basic.upgrades.len()), (Kind::License, Some(300), 2));
///
/// let wrong = read("ProductId,SkuId,Minimum,Maximum\nCFQ7TTC0LH18,1,5,4\n").unwrap_err();
/// assert_eq!(wrong.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 2]);
/// # Ok::<(), Vec<(u64, tierline_core::import::Problem)>>(())
/// ```
pub fn read(text: &str) -> Result<Vec<Details>, Problems> {
    read_rows(text.as_bytes())
}

/// The same of a file, piece by piece.
///
/// # Errors
/// As for [`read`]; a file that cannot be read is a problem too.
pub fn read_rows(file: impl io::Read) -> Result<Vec<Details>, Problems> {
    let mut rows = Rows::trimmed(file).map_err(whole)?;
    let columns = match rows.header().map_err(whole)? {
        Ok(names) => Columns::of(&names)?,
        Err(error) => return Err(vec![(1, unreadable_problem(&error))]),
    };
    let mut wrong = Problems::new();
    let mut seen: HashMap<OfferId, u64> = HashMap::new();
    let mut all = Vec::new();
    while let Some(file::Row { line, fields }) = rows.next_row().map_err(whole)? {
        let record = match fields {
            Ok(record) => record,
            Err(error) => {
                wrong.push((line, unreadable_problem(&error)));
                continue;
            }
        };
        match columns.details(&record, line) {
            Ok(details) => match seen.get(&details.offer) {
                Some(earlier) => wrong.push((
                    line,
                    Problem::Twice {
                        text: details.offer.to_string(),
                        line: *earlier,
                    },
                )),
                None => {
                    seen.insert(details.offer.clone(), line);
                    all.push(details);
                }
            },
            Err(problems) => wrong.extend(problems.into_iter().map(|problem| (line, problem))),
        }
    }
    if all.is_empty() && wrong.is_empty() {
        wrong.push((0, Problem::NoLines));
    }
    if wrong.is_empty() {
        Ok(all)
    } else {
        Err(wrong)
    }
}

/// What is wrong with the file as a whole.
fn whole(stopped: Stopped) -> Problems {
    vec![match stopped {
        Stopped::File(problem) => problem.told(),
        Stopped::Unreadable(error) => {
            let why = error.to_string();
            (0, Problem::Unreadable { why })
        }
    }]
}

const PRODUCT: &str = "ProductId";
const SKU: &str = "SkuId";
const KIND: &str = "Kind";
const MINIMUM: &str = "Minimum";
const MAXIMUM: &str = "Maximum";
const PER_CUSTOMER: &str = "PerCustomer";
const ONE_PER_CUSTOMER: &str = "OnePerCustomer";
const BASES: &str = "Bases";
const UPGRADES: &str = "UpgradeTargets";

const ALL: [&str; 9] = [
    PRODUCT,
    SKU,
    KIND,
    MINIMUM,
    MAXIMUM,
    PER_CUSTOMER,
    ONE_PER_CUSTOMER,
    BASES,
    UPGRADES,
];

/// The places of the columns, by name.
struct Columns(HashMap<&'static str, usize>);

impl Columns {
    fn of(names: &StringRecord) -> Result<Columns, Problems> {
        let mut places = HashMap::new();
        let mut wrong = Problems::new();
        for (at, name) in names.iter().enumerate() {
            let column = || crate::import::beginning(name);
            match ALL.iter().find(|known| known.eq_ignore_ascii_case(name)) {
                None => wrong.push((1, Problem::ColumnUnknown { column: column() })),
                Some(known) => {
                    if places.insert(*known, at).is_some() {
                        wrong.push((1, Problem::ColumnTwice { column: column() }));
                    }
                }
            }
        }
        for needed in [PRODUCT, SKU] {
            if !places.contains_key(needed) {
                let column = needed.to_owned();
                wrong.push((1, Problem::ColumnMissing { column }));
            }
        }
        if wrong.is_empty() {
            Ok(Columns(places))
        } else {
            Err(wrong)
        }
    }

    fn details(&self, record: &StringRecord, line: u64) -> Result<Details, Vec<Problem>> {
        let mut row = Row {
            columns: self,
            record,
            wrong: Vec::new(),
        };
        let offer = row.offer();
        let kind = row.kind();
        let (minimum, maximum) = (row.count(MINIMUM), row.count(MAXIMUM));
        let per_customer = row.count(PER_CUSTOMER);
        let one_per_customer = row.yes(ONE_PER_CUSTOMER);
        let (bases, upgrades) = (row.offers(BASES), row.offers(UPGRADES));
        let least = minimum.unwrap_or(1);
        for (column, most) in [(MAXIMUM, maximum), (PER_CUSTOMER, per_customer)] {
            if most.is_some_and(|most| most < least) {
                row.wrong.push(below(column));
            }
        }
        match offer {
            Some(offer) if row.wrong.is_empty() => {
                for (column, offers) in [(BASES, &bases), (UPGRADES, &upgrades)] {
                    if offers.contains(&offer) {
                        let text = offer.as_str();
                        row.wrong
                            .push(Problem::invalid(column, text, Wanted::Another));
                    }
                }
                if !row.wrong.is_empty() {
                    return Err(row.wrong);
                }
                Ok(Details {
                    line,
                    offer,
                    kind,
                    minimum,
                    maximum,
                    per_customer,
                    one_per_customer,
                    bases,
                    upgrades,
                })
            }
            _ => Err(row.wrong),
        }
    }
}

fn below(column: &str) -> Problem {
    Problem::Below {
        column: column.to_owned(),
        other: MINIMUM.to_owned(),
    }
}

/// A line being read, and its problems so far.
struct Row<'r> {
    columns: &'r Columns,
    record: &'r StringRecord,
    wrong: Vec<Problem>,
}

impl<'r> Row<'r> {
    /// The text in a column; empty if there is no such column.
    fn text(&self, column: &str) -> &'r str {
        let place = self.columns.0.get(column);
        place
            .and_then(|at| self.record.get(*at))
            .unwrap_or_default()
    }

    fn offer(&mut self) -> Option<OfferId> {
        let (product, sku) = (self.text(PRODUCT), self.text(SKU));
        let offer = OfferId::new(product, sku);
        offer
            .map_err(|problem| self.wrong.push(Problem::from(&problem)))
            .ok()
    }

    fn kind(&mut self) -> Kind {
        let text = self.text(KIND);
        if text.is_empty() {
            return Kind::License;
        }
        let kind = text.to_ascii_lowercase().parse();
        kind.unwrap_or_else(|_| {
            self.wrong.push(Problem::invalid(KIND, text, Wanted::Kind));
            Kind::License
        })
    }

    /// A number of licenses: of at least one, and as large as can be stored.
    fn count(&mut self, column: &str) -> Option<u32> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let count = text.parse::<u32>().ok();
        let count = count.filter(|count| digits && (1..=Limits::NO_MAXIMUM).contains(count));
        if count.is_none() {
            self.wrong
                .push(Problem::invalid(column, text, Wanted::Licenses));
        }
        count
    }

    fn yes(&mut self, column: &str) -> bool {
        let text = self.text(column).to_ascii_lowercase();
        match text.as_str() {
            "yes" | "true" | "1" => true,
            "" | "no" | "false" | "0" => false,
            _ => {
                self.wrong
                    .push(Problem::invalid(column, &text, Wanted::YesOrNo));
                false
            }
        }
    }

    fn offers(&mut self, column: &str) -> BTreeSet<OfferId> {
        let mut offers = BTreeSet::new();
        for text in self.text(column).split_whitespace() {
            match OfferId::parse(text) {
                Ok(offer) => {
                    offers.insert(offer);
                }
                Err(_) => self
                    .wrong
                    .push(Problem::invalid(column, text, Wanted::Offer)),
            }
        }
        offers
    }
}

#[cfg(test)]
mod tests;
