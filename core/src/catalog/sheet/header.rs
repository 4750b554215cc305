//! The columns of a price sheet, and a line by them.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, TimeDelta};
use csv::StringRecord;

use super::{
    Amount, BillingPlan, LineProblem, OfferId, Price, Problems, Segment, SheetProblem, Tier,
    currency, line::term,
};
use crate::{Timestamp, market::Country};

macro_rules! columns {
    ($($column:ident = $name:literal $(, $needed:ident)?;)+) => {
        /// The columns that are read.
        #[derive(Clone, Copy)]
        enum Column { $($column,)+ }

        impl Column {
            const ALL: &'static [(Column, &'static str, bool)] = &[
                $((Column::$column, $name, columns!(@needed $($needed)?)),)+
            ];

            const fn name(self) -> &'static str {
                match self { $(Column::$column => $name,)+ }
            }
        }
    };
    (@needed needed) => { true };
    (@needed) => { false };
}

columns! {
    ProductTitle = "ProductTitle";
    ProductId = "ProductId", needed;
    SkuId = "SkuId", needed;
    SkuTitle = "SkuTitle", needed;
    Term = "TermDuration", needed;
    Plan = "BillingPlan", needed;
    Market = "Market", needed;
    Currency = "Currency", needed;
    Partner = "UnitPrice", needed;
    TierFrom = "PricingTierRangeMin";
    TierTo = "PricingTierRangeMax";
    Starts = "EffectiveStartDate", needed;
    Ends = "EffectiveEndDate", needed;
    Retail = "ERP Price", needed;
    Segment = "Segment", needed;
}

/// The places of the columns.
pub(super) struct Header {
    places: [Option<usize>; Column::ALL.len()],
    /// The names of all columns, read or not.
    names: StringRecord,
}

/// Whether a file that begins with these names of columns, on the first line that is not empty, is a price sheet, even
/// if some are missing.
///
/// ```
/// use tierline_core::catalog::sheet::is_sheet;
/// assert!(is_sheet("ProductTitle,ProductId,SkuId,SkuTitle\r\n"));
/// assert!(!is_sheet("sku,part_number,name,maximum,USD\n"));
/// ```
#[must_use]
pub fn is_sheet(text: &str) -> bool {
    let first = text.lines().find(|line| !line.is_empty());
    let first = first.unwrap_or_default();
    let has = |column: Column| {
        first
            .split(',')
            .any(|name| plain(name) == plain(column.name()))
    };
    has(Column::ProductId) && (has(Column::SkuId) || has(Column::Partner))
}

/// A name of a column without what differs from one version of the sheet to the next.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '"' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

fn has_break(field: &str) -> bool {
    field.contains(['\r', '\n'])
}

impl Header {
    pub(super) fn of(all: &StringRecord) -> Result<Header, Problems> {
        if all.iter().any(has_break) {
            return Err(Problems::of_file(SheetProblem::SeveralLines));
        }
        let names: Vec<String> = all.iter().map(plain).collect();
        let mut problems = Problems::default();
        let mut places = [None; Column::ALL.len()];
        for ((_, name, needed), place) in Column::ALL.iter().zip(&mut places) {
            let plain = plain(name);
            let mut there = names
                .iter()
                .enumerate()
                .filter(|(_, column)| **column == plain)
                .map(|(at, _)| at);
            *place = there.next();
            if there.next().is_some() {
                problems.add_to_file(SheetProblem::ColumnTwice((*name).to_owned()));
            }
            if *needed && place.is_none() {
                problems.add_to_file(SheetProblem::MissingColumn(name));
            }
        }
        if problems.is_empty() {
            Ok(Header {
                places,
                names: all.clone(),
            })
        } else {
            Err(problems)
        }
    }

    /// The text in a column; empty if there is no such column.
    fn text<'r>(&self, record: &'r StringRecord, column: Column) -> &'r str {
        let at = self.places.get(column as usize).copied().flatten();
        at.and_then(|at| record.get(at)).unwrap_or_default().trim()
    }

    /// The problem of a line with a field that goes on over the next lines, in whatever column. A stray quotation mark
    /// swallows them up to the next one, and their prices would count as dropped.
    pub(super) fn swallowed(&self, record: &StringRecord) -> Option<LineProblem> {
        let at = record.iter().position(has_break)?;
        let name = self.names.get(at).unwrap_or_default().trim();
        Some(LineProblem::SeveralLines(name.to_owned()))
    }

    /// Market and segment, by which lines are chosen. A line that is of none must not be passed over: its prices would
    /// count as dropped.
    pub(super) fn place<'r>(
        &self,
        record: &'r StringRecord,
    ) -> Result<(&'r str, Segment), LineProblem> {
        for column in [Column::Market, Column::Segment] {
            if self.text(record, column).is_empty() {
                return Err(LineProblem::Nowhere);
            }
        }
        let market = self.text(record, Column::Market);
        if market.len() != 2 || !market.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(LineProblem::Market(market.to_owned()));
        }
        let segment = Segment::parse(self.text(record, Column::Segment))?;
        Ok((market, segment))
    }

    /// The name of the product and the price, or everything that is wrong with the line.
    pub(super) fn price<'r>(
        &self,
        record: &'r StringRecord,
        market: Country,
        segment: Segment,
    ) -> Result<(&'r str, Price), Vec<LineProblem>> {
        let mut wrong = Wrong(Vec::new());
        let text = |column| self.text(record, column);
        let needed = |column: Column| match text(column) {
            "" => Err(LineProblem::Empty(column.name())),
            text => Ok(text),
        };
        let title = [Column::SkuTitle, Column::ProductTitle]
            .map(text)
            .into_iter()
            .find(|title| !title.is_empty())
            .filter(|title| title.chars().count() <= 300 && !title.chars().any(char::is_control));
        let name = wrong.or(title.ok_or(LineProblem::Name));
        let offer = wrong.or(OfferId::new(text(Column::ProductId), text(Column::SkuId)));
        let term = wrong.or(needed(Column::Term).and_then(term));
        let plan = wrong.or(needed(Column::Plan).and_then(BillingPlan::parse));
        let tier = wrong.or(self.tier(record));
        let starts = wrong.or(needed(Column::Starts).and_then(|text| date(Column::Starts, text)));
        let ends = wrong.or(self.end(record));
        let (partner, retail) = match wrong.or(needed(Column::Currency).and_then(currency)) {
            None => (None, None),
            Some(currency) => {
                let partner = needed(Column::Partner);
                let retail = Some(text(Column::Retail)).filter(|text| !text.is_empty());
                (
                    wrong.or(partner.and_then(|text| Amount::parse(text, currency))),
                    wrong.or(retail.map(|text| Amount::parse(text, currency)).transpose()),
                )
            }
        };
        if let (Some(starts), Some(Some(ends))) = (starts, ends)
            && ends <= starts
        {
            wrong.0.push(LineProblem::EndsBeforeStart);
        }
        let all = (name, offer, term, plan, tier, starts, ends, partner, retail);
        let (
            Some(name),
            Some(offer),
            Some(term),
            Some(plan),
            Some(tier),
            Some(starts),
            Some(ends),
            Some(partner),
            Some(retail),
        ) = all
        else {
            return Err(wrong.0);
        };
        if !wrong.0.is_empty() {
            return Err(wrong.0);
        }
        let price = Price {
            offer,
            market,
            segment,
            term,
            plan,
            tier,
            starts,
            ends,
            partner,
            retail,
        };
        Ok((name, price))
    }

    fn tier(&self, record: &StringRecord) -> Result<Tier, LineProblem> {
        let count = |column: Column| match self.text(record, column) {
            "" => Ok(None),
            text => text
                .parse::<u32>()
                .ok()
                .filter(|count| {
                    *count > 0 && i32::try_from(*count).is_ok() && !text.starts_with('+')
                })
                .map(Some)
                .ok_or_else(|| LineProblem::Count {
                    column: column.name(),
                    text: text.to_owned(),
                }),
        };
        let from = count(Column::TierFrom)?.unwrap_or(1);
        let to = count(Column::TierTo)?;
        if to.is_some_and(|to| to < from) {
            return Err(LineProblem::TierEndsBelow);
        }
        Ok(Tier { from, to })
    }

    /// The end, exclusive. The sheet names the last moment before it, or the last day, and the year 9999 for no end.
    fn end(&self, record: &StringRecord) -> Result<Option<Timestamp>, LineProblem> {
        let text = self.text(record, Column::Ends);
        if text.is_empty() || text.starts_with("9999-") {
            return Ok(None);
        }
        let ends = date(Column::Ends, text)?;
        Ok(Some(if day(text).is_some() {
            ends + TimeDelta::days(1)
        } else {
            ends
        }))
    }
}

/// The problems of a line so far.
struct Wrong(Vec<LineProblem>);

impl Wrong {
    fn or<T>(&mut self, result: Result<T, LineProblem>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }
}

/// A moment, to the microsecond as it is stored. The last tenth of one counts as the next.
fn date(column: Column, text: &str) -> Result<Timestamp, LineProblem> {
    let moment = DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|moment| moment.to_utc())
        .or_else(|| day(text).map(|day| day.and_time(NaiveTime::MIN).and_utc()))
        .and_then(|moment| {
            let micros = moment.timestamp_subsec_nanos().saturating_add(500) / 1000;
            let seconds = moment.timestamp() + i64::from(micros / 1_000_000);
            DateTime::from_timestamp(seconds, micros % 1_000_000 * 1000)
        });
    moment.ok_or_else(|| LineProblem::Date {
        column: column.name(),
        text: text.to_owned(),
    })
}

/// A day, if the text is one without a time. Years have four digits, as Postgres can store them.
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|day| (0..10_000).contains(&day.year()))
}
