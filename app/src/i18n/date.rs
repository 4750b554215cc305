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

/// "2026-11-21" in every language, for programs that read a file.
#[must_use]
pub fn iso_day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// "November 21, 2026, 09:15 UTC", "2026年11月21日 09:15 UTC".
#[must_use]
pub fn date_time(lang: Lang, at: DateTime<Utc>) -> String {
    let separator = match lang {
        Lang::En => ", ",
        Lang::ZhHant | Lang::ZhHans => " ",
    };
    format!(
        "{}{separator}{:02}:{:02} UTC",
        date(lang, at),
        at.hour(),
        at.minute()
    )
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

/// "in 3 days", "5 minutes ago", "just now": the largest unit that fits, counted down.
#[must_use]
pub fn relative(lang: Lang, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let seconds = (at - now).num_seconds();
    let (count, unit) = match seconds.unsigned_abs() {
        0..60 => return just_now(lang).to_owned(),
        s @ 60..3_600 => (s / 60, Unit::Minute),
        s @ 3_600..86_400 => (s / 3_600, Unit::Hour),
        s => (s / 86_400, Unit::Day),
    };
    let amount = unit.amount(lang, count);
    if seconds < 0 {
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
        }
    }
}

messages! {
    full(day, month, year) => ["{month} {day}, {year}", "{year}年{month}月{day}日", "{year}年{month}月{day}日"];
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
    fn relative_dates_count_down() {
        let now = moment();
        assert_eq!(relative(Lang::En, now, now), "just now");
        assert_eq!(
            relative(Lang::En, now + TimeDelta::hours(47), now),
            "in 1 day"
        );
        assert_eq!(
            relative(Lang::En, now - TimeDelta::minutes(5), now),
            "5 minutes ago"
        );
        assert_eq!(
            relative(Lang::ZhHans, now + TimeDelta::days(3), now),
            "3 天后"
        );
    }
}
