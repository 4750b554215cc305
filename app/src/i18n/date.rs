//! Dates and times: absolute in UTC with the zone named, and relative to a given moment.

use chrono::{DateTime, Datelike, Timelike, Utc};

use super::{Lang, messages};

/// "November 21, 2026", "2026年11月21日".
#[must_use]
pub fn date(lang: Lang, at: DateTime<Utc>) -> String {
    let month = match lang {
        Lang::En => english_month(at.month()).to_owned(),
        Lang::ZhHant | Lang::ZhHans => at.month().to_string(),
    };
    full(lang, at.day(), month, at.year())
}

/// "Nov 21, 2026", "2026年11月21日": where there is little room.
#[must_use]
pub fn short_date(lang: Lang, at: DateTime<Utc>) -> String {
    let full = date(lang, at);
    match lang {
        Lang::En => full.replacen(
            english_month(at.month()),
            english_month(at.month()).get(..3).unwrap_or_default(),
            1,
        ),
        Lang::ZhHant | Lang::ZhHans => full,
    }
}

/// "November 2026", "2026年11月".
#[must_use]
pub fn year_month(lang: Lang, at: DateTime<Utc>) -> String {
    let month = match lang {
        Lang::En => english_month(at.month()).to_owned(),
        Lang::ZhHant | Lang::ZhHans => at.month().to_string(),
    };
    of_year(lang, month, at.year())
}

/// "2026-11-21" in every language, for programs that read a file.
#[must_use]
pub fn iso_day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// "November 21, 2026, 09:15 UTC", "2026年11月21日 09:15 UTC".
#[must_use]
pub fn date_time(lang: Lang, at: DateTime<Utc>) -> String {
    with_time(lang, &date(lang, at), at)
}

/// "Nov 21, 2026, 09:15 UTC": where there is little room.
#[must_use]
pub fn short_date_time(lang: Lang, at: DateTime<Utc>) -> String {
    with_time(lang, &short_date(lang, at), at)
}

fn with_time(lang: Lang, day: &str, at: DateTime<Utc>) -> String {
    let separator = match lang {
        Lang::En => ", ",
        Lang::ZhHant | Lang::ZhHans => " ",
    };
    format!("{day}{separator}{:02}:{:02} UTC", at.hour(), at.minute())
}

/// "09:15 UTC", for entries below their day.
#[must_use]
pub fn time(at: DateTime<Utc>) -> String {
    format!("{:02}:{:02} UTC", at.hour(), at.minute())
}

/// "today", "yesterday", "3 days ago": the age of a day in days of the calendar.
#[must_use]
pub fn days_ago(lang: Lang, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let days = now.date_naive() - at.date_naive();
    match days.num_days() {
        0 => today(lang).to_owned(),
        1 => yesterday(lang).to_owned(),
        _ => relative(lang, now - days, now),
    }
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// A twelfth of a year of the calendar.
const MONTH: u64 = YEAR / 12;
const YEAR: u64 = 31_556_952;

/// Ages are in days up to here.
const DAYS_PAST: u64 = 60;
/// The time that is left is in days up to here: the program's own periods are.
const DAYS_AHEAD: u64 = 120;
/// Both are in months up to here.
const MONTHS: u64 = 24;

/// "in 3 days", "5 minutes ago", "just now": the largest unit that fits. An age counts what has passed whole; what is
/// left is the nearest number, so that 90 days are 90 days at their beginning too.
#[must_use]
pub fn relative(lang: Lang, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let seconds = (at - now).num_seconds();
    let is_past = seconds < 0;
    let seconds = seconds.unsigned_abs();
    let count = |unit: u64| {
        let slack = if is_past { 0 } else { unit / 2 };
        (seconds + slack) / unit
    };
    let days = if is_past { DAYS_PAST } else { DAYS_AHEAD };
    let amount = if seconds < MINUTE {
        return just_now(lang).to_owned();
    } else if count(MINUTE) < 60 {
        Unit::Minute.amount(lang, count(MINUTE))
    } else if count(HOUR) < 24 {
        Unit::Hour.amount(lang, count(HOUR))
    } else if count(DAY) <= days {
        Unit::Day.amount(lang, count(DAY))
    } else if count(MONTH) < MONTHS {
        Unit::Month.amount(lang, count(MONTH))
    } else {
        Unit::Year.amount(lang, count(YEAR))
    };
    if is_past {
        ago(lang, amount)
    } else {
        ahead(lang, amount)
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

impl Unit {
    fn amount(self, lang: Lang, n: u64) -> String {
        match (self, n) {
            (Unit::Minute, 1) => minute(lang).to_owned(),
            (Unit::Hour, 1) => hour(lang).to_owned(),
            (Unit::Day, 1) => day(lang).to_owned(),
            (Unit::Minute, n) => minutes(lang, n),
            (Unit::Hour, n) => hours(lang, n),
            (Unit::Day, n) => days(lang, n),
            // Neither is ever one: days go on for longer, and so do months.
            (Unit::Month, n) => months(lang, n),
            (Unit::Year, n) => years(lang, n),
        }
    }
}

messages! {
    full(day, month, year) => ["{month} {day}, {year}", "{year}年{month}月{day}日", "{year}年{month}月{day}日"];
    of_year(month, year) => ["{month} {year}", "{year}年{month}月", "{year}年{month}月"];
    today => ["today", "今天", "今天"];
    yesterday => ["yesterday", "昨天", "昨天"];
    just_now => ["just now", "剛剛", "刚刚"];
    ago(amount) => ["{amount} ago", "{amount}前", "{amount}前"];
    ahead(amount) => ["in {amount}", "{amount}後", "{amount}后"];
    minute => ["1 minute", "1 分鐘", "1 分钟"];
    minutes(n) => ["{n} minutes", "{n} 分鐘", "{n} 分钟"];
    hour => ["1 hour", "1 小時", "1 小时"];
    hours(n) => ["{n} hours", "{n} 小時", "{n} 小时"];
    day => ["1 day", "1 天", "1 天"];
    days(n) => ["{n} days", "{n} 天", "{n} 天"];
    months(n) => ["{n} months", "{n} 個月", "{n} 个月"];
    years(n) => ["{n} years", "{n} 年", "{n} 年"];
}

fn english_month(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone};

    use super::*;

    fn moment() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 21, 9, 15, 0).unwrap()
    }

    #[test]
    fn a_month_has_its_year() {
        assert_eq!(year_month(Lang::En, moment()), "November 2026");
        assert_eq!(year_month(Lang::ZhHans, moment()), "2026年11月");
    }

    #[test]
    fn absolute_dates_name_the_zone() {
        assert_eq!(
            date_time(Lang::En, moment()),
            "November 21, 2026, 09:15 UTC"
        );
        assert_eq!(
            date_time(Lang::ZhHant, moment()),
            "2026年11月21日 09:15 UTC"
        );
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let now = moment();
        let ago = |hours| days_ago(Lang::En, now - TimeDelta::hours(hours), now);
        assert_eq!(
            [ago(9), ago(10), ago(34)],
            ["today", "yesterday", "2 days ago"]
        );
        assert_eq!(time(now), "09:15 UTC");
    }

    #[test]
    fn a_short_date_has_three_letters_of_its_month() {
        assert_eq!(short_date(Lang::En, moment()), "Nov 21, 2026");
        assert_eq!(
            short_date_time(Lang::En, moment()),
            "Nov 21, 2026, 09:15 UTC"
        );
        assert_eq!(short_date(Lang::ZhHans, moment()), "2026年11月21日");
    }

    #[test]
    fn what_is_left_is_the_nearest_number() {
        let now = moment();
        for (left, said) in [
            (TimeDelta::zero(), "just now"),
            (TimeDelta::seconds(59 * 60 + 31), "in 1 hour"),
            (TimeDelta::minutes(90), "in 2 hours"),
            (TimeDelta::minutes(23 * 60 + 45), "in 1 day"),
            (TimeDelta::hours(35), "in 1 day"),
            (TimeDelta::hours(47), "in 2 days"),
            // A link that is good for 90 days, a moment after it was sent.
            (TimeDelta::days(90) - TimeDelta::seconds(1), "in 90 days"),
            (TimeDelta::days(120), "in 120 days"),
            (TimeDelta::days(121), "in 4 months"),
            (TimeDelta::days(730), "in 2 years"),
        ] {
            assert_eq!(relative(Lang::En, now + left, now), said, "{left}");
        }
        let in_three_days = now + TimeDelta::days(3);
        assert_eq!(relative(Lang::ZhHans, in_three_days, now), "3 天后");
    }

    #[test]
    fn an_age_counts_what_has_passed_in_days_then_months_then_years() {
        let now = moment();
        for (age, said) in [
            (TimeDelta::seconds(59), "just now"),
            (TimeDelta::seconds(119), "1 minute ago"),
            (TimeDelta::minutes(5), "5 minutes ago"),
            (TimeDelta::hours(47), "1 day ago"),
            (TimeDelta::days(60), "60 days ago"),
            (TimeDelta::days(61), "2 months ago"),
            (TimeDelta::days(730), "23 months ago"),
            (TimeDelta::days(731), "2 years ago"),
            (TimeDelta::days(3_000), "8 years ago"),
        ] {
            assert_eq!(relative(Lang::En, now - age, now), said, "{age}");
        }
        let months = now - TimeDelta::days(100);
        assert_eq!(relative(Lang::ZhHant, months, now), "3 個月前");
    }
}
