//! Holidays, one by one or as a list: of lines, or as calendars write it.

mod ics;

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{read::Read, text::HolidayName};

/// The most holidays that a calendar has: those of a hundred years.
pub const MOST_HOLIDAYS: usize = 2_000;

/// The number of wrong lines that are told, as many as a calendar can have; of the rest it is said how many there are.
pub const WRONG_LINES_TOLD: usize = MOST_HOLIDAYS;

/// A day on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Read)]
pub struct Holiday {
    /// The day.
    pub day: NaiveDate,
    /// Its name, if it has one.
    pub name: Option<HolidayName>,
}

/// A line of a list that is no holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct WrongLine {
    /// Its number, from 1 on.
    pub line: u32,
    /// What is wrong with it.
    pub problem: LineProblem,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum LineProblem {
    /// It does not begin with a day, such as 2027-01-01.
    NoDay,
    /// The day lies outside the years from 2000 to 2199.
    OtherAge,
    /// Its name is too long, or cannot be shown.
    Name,
    /// The day stands in the list before, with another name.
    Twice,
    /// It repeats an event of a calendar by a rule: nobody has said on which days.
    Repeats,
}

impl LineProblem {
    /// Every problem.
    pub const ALL: [LineProblem; 5] = [
        LineProblem::NoDay,
        LineProblem::OtherAge,
        LineProblem::Name,
        LineProblem::Twice,
        LineProblem::Repeats,
    ];
}

/// The holidays in a list: a day in each line, and its name after a comma, a semicolon or a tab. Empty lines do not
/// count, nor does a first line without any digit, which is a heading. A calendar (`.ics`) is a list of its events that
/// last whole days. The days come back in their order.
///
/// # Errors
/// [`Refusal::NoHolidays`] or [`Refusal::HolidayLines`], which names every wrong line. Of a list with a wrong line
/// nothing is taken.
///
/// ```
/// use tierline_core::program::parse_holidays;
/// let holidays = parse_holidays("Day,Name\r\n2027-01-01,New Year's Day\n\n2026-12-25; \"Christmas, first day\"\n")?;
/// assert_eq!(holidays[0].day.to_string(), "2026-12-25");
/// assert_eq!(holidays[0].name.as_ref().unwrap().as_str(), "Christmas, first day");
/// assert_eq!(parse_holidays("2027-02-30\n").unwrap_err().code(), "holiday_lines");
///
/// let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nSUMMARY:New Year's Day\nEND:VEVENT\n";
/// assert_eq!(parse_holidays(calendar)?[0].day.to_string(), "2027-01-01");
/// # Ok::<(), tierline_core::program::Refusal>(())
/// ```
pub fn parse_holidays(text: &str) -> Result<Vec<Holiday>, Refusal> {
    let text = text.trim_start_matches('\u{feff}');
    let mut list = List::default();
    if ics::is_calendar(text) {
        ics::read(text, &mut list);
    } else {
        for (line, content) in (1..).zip(text.lines()) {
            let content = content.trim();
            let is_heading = line == 1 && !content.bytes().any(|byte| byte.is_ascii_digit());
            if !content.is_empty() && !is_heading {
                list.add(line, holiday(content));
            }
        }
    }
    list.end()
}

/// What a list has been found to have so far.
#[derive(Default)]
struct List {
    holidays: BTreeMap<NaiveDate, Holiday>,
    wrong: Vec<WrongLine>,
    /// Days beyond the most, which are not kept.
    is_full: bool,
}

impl List {
    /// The holiday of this line.
    fn add(&mut self, line: u32, found: Result<Holiday, LineProblem>) {
        match found {
            Ok(holiday) => match self.holidays.get(&holiday.day) {
                Some(known) if *known == holiday => {}
                Some(_) => self.wrong(line, LineProblem::Twice),
                None if self.holidays.len() == MOST_HOLIDAYS => self.is_full = true,
                None => {
                    self.holidays.insert(holiday.day, holiday);
                }
            },
            Err(problem) => self.wrong(line, problem),
        }
    }

    fn wrong(&mut self, line: u32, problem: LineProblem) {
        self.wrong.push(WrongLine { line, problem });
    }

    fn end(self) -> Result<Vec<Holiday>, Refusal> {
        let List {
            holidays,
            mut wrong,
            is_full,
        } = self;
        if is_full {
            let most = MOST_HOLIDAYS;
            return Err(Refusal::TooManyHolidays { most });
        }
        if !wrong.is_empty() {
            let more = wrong.len().saturating_sub(WRONG_LINES_TOLD);
            wrong.truncate(WRONG_LINES_TOLD);
            return Err(Refusal::HolidayLines { lines: wrong, more });
        }
        if holidays.is_empty() {
            return Err(Refusal::NoHolidays);
        }
        Ok(holidays.into_values().collect())
    }
}

fn holiday(line: &str) -> Result<Holiday, LineProblem> {
    let (day, name) = line
        .split_once([',', ';', '\t'])
        .map_or((line, ""), |(day, name)| (day.trim(), name.trim()));
    let day: NaiveDate = unquoted(day).parse().map_err(|_| LineProblem::NoDay)?;
    named(day, &unquoted(name))
}

/// The holiday on this day, if it is one of our time.
fn named(day: NaiveDate, name: &str) -> Result<Holiday, LineProblem> {
    // Nobody plans for other centuries; a day far outside would not fit into the database.
    if !(2000..2200).contains(&day.year()) {
        return Err(LineProblem::OtherAge);
    }
    let name = match name.trim() {
        "" => None,
        name => Some(HolidayName::parse(name).map_err(|_| LineProblem::Name)?),
    };
    Ok(Holiday { day, name })
}

/// A value of a table without the quotes around it.
fn unquoted(text: &str) -> String {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<(u32, LineProblem)> {
        match parse_holidays(text) {
            Err(Refusal::HolidayLines { lines, .. }) => {
                lines.iter().map(|it| (it.line, it.problem)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_wrong_line_is_named() {
        let long = "x".repeat(81);
        let list = format!(
            "2027-01-01,New Year\n2027-13-01\nsoon\n1999-12-31\n2027-05-01,{long}\n2027-01-01,Other\n2027-01-01,New Year"
        );
        assert_eq!(
            wrong(&list),
            [
                (2, LineProblem::NoDay),
                (3, LineProblem::NoDay),
                (4, LineProblem::OtherAge),
                (5, LineProblem::Name),
                (6, LineProblem::Twice),
            ]
        );
    }

    #[test]
    fn a_long_list_of_wrong_lines_is_told_in_part() {
        let list = "never 1\n".repeat(WRONG_LINES_TOLD + 5);
        let Err(Refusal::HolidayLines { lines, more }) = parse_holidays(&list) else {
            panic!("it was taken");
        };
        assert_eq!((lines.len(), more), (WRONG_LINES_TOLD, 5));
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(parse_holidays(" \n\nDay"), Err(wrong_heading()));
        assert_eq!(parse_holidays("Day,Name\n"), Err(Refusal::NoHolidays));
        let first = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
        let days = first.iter_days().take(MOST_HOLIDAYS + 1);
        let list: Vec<String> = days.map(|day| day.to_string()).collect();
        let most = MOST_HOLIDAYS;
        assert_eq!(
            parse_holidays(&list.join("\n")),
            Err(Refusal::TooManyHolidays { most })
        );
    }

    /// A heading stands in the first line only.
    fn wrong_heading() -> Refusal {
        Refusal::HolidayLines {
            lines: vec![WrongLine {
                line: 3,
                problem: LineProblem::NoDay,
            }],
            more: 0,
        }
    }
}
