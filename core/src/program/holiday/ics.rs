//! Calendars (RFC 5545), as far as their events are whole days.

use chrono::NaiveDate;

use super::{LineProblem, List, MOST_HOLIDAYS, named};

/// Whether this is a calendar, and no list of lines.
pub(super) fn is_calendar(text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default();
    first.trim_end().eq_ignore_ascii_case("BEGIN:VCALENDAR")
}

/// An event as far as it was read.
#[derive(Default)]
struct Event {
    /// The line in which it begins.
    line: u32,
    starts: Option<(u32, Option<NaiveDate>)>,
    /// The first day after it.
    ends: Option<(u32, Option<NaiveDate>)>,
    name: (u32, String),
    repeats: Option<u32>,
    is_cancelled: bool,
}

/// Adds every event of the calendar. What is no event, such as time zones, does not count, nor does what an event says
/// of anything else.
pub(super) fn read(text: &str, list: &mut List) {
    let mut event: Option<Event> = None;
    // What stands within an event, such as a reminder, has properties of its own.
    let mut within = 0_u32;
    for (line, content) in unfolded(text) {
        let Some((property, value)) = content.split_once(':') else {
            continue;
        };
        let name = property.split(';').next().unwrap_or_default();
        let name = name.trim().to_ascii_uppercase();
        let is_event = value.trim().eq_ignore_ascii_case("VEVENT");
        match (name.as_str(), event.is_some()) {
            ("BEGIN", false) if is_event => {
                event = Some(Event {
                    line,
                    ..Event::default()
                });
            }
            ("BEGIN", true) => within = within.saturating_add(1),
            ("END", true) if within > 0 => within = within.saturating_sub(1),
            ("END", true) if is_event => {
                if let Some(ended) = event.take() {
                    ended.add(list);
                }
            }
            _ if within == 0 => {
                if let Some(event) = &mut event {
                    event.has(line, &name, value);
                }
            }
            _ => {}
        }
    }
    // A calendar that breaks off has an event without its end.
    if let Some(broken) = event {
        list.add(broken.line, Err(LineProblem::NoDay));
    }
}

impl Event {
    fn has(&mut self, line: u32, property: &str, value: &str) {
        match property {
            "DTSTART" => self.starts = Some((line, day(value))),
            "DTEND" => self.ends = Some((line, day(value))),
            "SUMMARY" => self.name = (line, plain(value)),
            "RRULE" | "RDATE" => self.repeats = Some(line),
            "STATUS" => self.is_cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }

    /// Each of its days, under the line that says what is wrong.
    fn add(self, list: &mut List) {
        if self.is_cancelled {
            return;
        }
        if let Some(line) = self.repeats {
            return list.add(line, Err(LineProblem::Repeats));
        }
        let (line, first) = self.starts.unwrap_or((self.line, None));
        let Some(first) = first else {
            return list.add(line, Err(LineProblem::NoDay));
        };
        // Without an end it lasts its day.
        let (ends, after) = match self.ends {
            Some((line, after)) => (line, after),
            None => (line, first.succ_opt()),
        };
        let Some(after) = after.filter(|after| *after > first) else {
            return list.add(ends, Err(LineProblem::NoDay));
        };
        let (of_name, name) = self.name;
        let days = first.iter_days().take_while(|day| *day < after);
        for day in days.take(MOST_HOLIDAYS + 1) {
            let found = named(day, &name);
            let line = match found {
                Err(LineProblem::Name) => of_name,
                _ => line,
            };
            let is_wrong = found.is_err();
            list.add(line, found);
            // One line is wrong once, however many days it is about.
            if is_wrong {
                return;
            }
        }
    }
}

/// A day without a time, such as `20270101`.
fn day(value: &str) -> Option<NaiveDate> {
    let value = value.trim();
    let is_day = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    is_day.then(|| NaiveDate::parse_from_str(value, "%Y%m%d").ok())?
}

/// A text without its escapes.
fn plain(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            letter => text.push(letter),
        }
    }
    text
}

/// The lines with those that continue them, each with the number of its first one.
fn unfolded(text: &str) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        let content = content.trim_end_matches('\r');
        if let Some(more) = content.strip_prefix([' ', '\t'])
            && let Some((_, begun)) = lines.last_mut()
        {
            begun.push_str(more);
        } else {
            lines.push((line, content.to_owned()));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Refusal, parse_holidays};
    use super::*;

    fn calendar(events: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").replace("\r\n", "\n")
    }

    fn days(text: &str) -> Vec<String> {
        let holidays = parse_holidays(text).unwrap();
        let told = holidays.into_iter().map(|it| {
            let name = it.name.map(|name| name.to_string());
            format!("{} {}", it.day, name.unwrap_or_default())
        });
        told.collect()
    }

    fn wrong(text: &str) -> Vec<(u32, LineProblem)> {
        match parse_holidays(text) {
            Err(Refusal::HolidayLines { lines, .. }) => {
                lines.iter().map(|it| (it.line, it.problem)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn events_of_whole_days_are_holidays() {
        let text = calendar(
            "BEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n\
             BEGIN:VEVENT\nDTSTART;VALUE=DATE:20271224\nDTEND;VALUE=DATE:20271227\nSUMMARY:Christmas\\, all of\n  it\n\
             BEGIN:VALARM\nSUMMARY:Wake up\nEND:VALARM\nEND:VEVENT\n\
             BEGIN:VEVENT\ndtstart:20270101\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20270501\nSTATUS:CANCELLED\nEND:VEVENT\n",
        );
        let christmas = ["24", "25", "26"].map(|day| format!("2027-12-{day} Christmas, all of it"));
        let mut expected = vec!["2027-01-01 ".to_owned()];
        expected.extend(christmas);
        assert_eq!(days(&text), expected);
        assert_eq!(days(&text.replace('\n', "\r\n")), expected);
    }

    #[test]
    fn every_wrong_line_is_named() {
        let long = "x".repeat(81);
        let text = calendar(&format!(
            "BEGIN:VEVENT\nDTSTART:20270101T090000Z\nEND:VEVENT\n\
             BEGIN:VEVENT\nSUMMARY:No day\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20270201\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20270301\nDTEND:20270301\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20270401\nDTEND:20270410\nSUMMARY:{long}\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:19991231\nEND:VEVENT\n\
             BEGIN:VEVENT\nDTSTART:20270101\n"
        ));
        assert_eq!(
            wrong(&text),
            [
                (4, LineProblem::NoDay),
                (6, LineProblem::NoDay),
                (11, LineProblem::Repeats),
                (15, LineProblem::NoDay),
                (20, LineProblem::Name),
                (23, LineProblem::OtherAge),
                // The last event breaks off.
                (25, LineProblem::NoDay),
            ]
        );
        assert_eq!(parse_holidays(&calendar("")), Err(Refusal::NoHolidays));
    }

    proptest! {
        /// Whatever is sent, it is read to its end, and a long event is no reason to remember centuries.
        #[test]
        fn nothing_is_too_strange(text in "(BEGIN:VEVENT\n|END:VEVENT\n|DTSTART:[0-9]{8}\n|DTEND:[0-9]{8}\n|SUMMARY:.{0,9}\n| x\n){0,30}") {
            let _ = parse_holidays(&format!("BEGIN:VCALENDAR\n{text}"));
        }
    }
}
