use super::{Setting, WrongLine};
use crate::refusal::{Fixer, NextStep, refusals};

refusals! {
    /// Rules of program settings.
    pub enum Refusal:

    /// A number is more than the one that it leads up to.
    MoreThan {
        /// The one that is too much.
        lower: Setting,
        /// The one that it leads up to.
        upper: Setting,
    } = "setting_more_than" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{lower}` can't be more than `{upper}`";
    }

    /// A number has to be less than another one.
    NotLessThan {
        /// The one that is too much.
        lower: Setting,
        /// The other one.
        upper: Setting,
    } = "setting_not_less_than" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{lower}` has to be less than `{upper}`";
    }

    /// Lines of a list are no holidays.
    HolidayLines {
        /// The first of them.
        lines: Vec<WrongLine>,
        /// How many there are besides.
        more: usize,
    } = "holiday_lines" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{} lines are no holidays", lines.len() + more;
    }

    /// A list has no holiday in it.
    NoHolidays = "no_holidays" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the list has no holiday in it";
    }

    /// The calendar would have too many holidays.
    TooManyHolidays {
        /// The most that it has.
        most: usize,
    } = "too_many_holidays" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a calendar has at most {most} holidays";
    }
}
