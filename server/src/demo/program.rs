//! The program settings of the demo world: what its operator has chosen, and the holidays of two years.

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use sqlx::PgPool;
use tierline_core::{
    Timestamp,
    ids::ProgramId,
    program::{Changed, Event, Group, Holiday, Program, Setting},
};

use super::{DemoError, organizations, past, people, random};

const OPERATOR: &str = "Tierline Demo Program";

/// Month, day and name of each.
const HOLIDAYS: [(u32, u32, &str); 3] = [
    (1, 1, "New Year's Day"),
    (5, 1, "Labor Day"),
    (12, 25, "Christmas Day"),
];

/// Inserts them, as they were set when the program began.
pub(super) async fn insert(pool: &PgPool, now: Timestamp) -> Result<(), DemoError> {
    let operator = organizations::named(OPERATOR)?.id();
    let by = people::first_of(OPERATOR)?.id();
    let at = now - TimeDelta::days(440);
    let mut holidays = Vec::new();
    for year in [now.year(), now.year() + 1] {
        for (month, day, name) in HOLIDAYS {
            let day = NaiveDate::from_ymd_opt(year, month, day)
                .ok_or_else(|| DemoError::Written("a holiday is no day".to_owned()))?;
            let name = Some(name.parse().map_err(DemoError::written)?);
            holidays.push(Holiday { day, name });
        }
    }
    let events = vec![
        Event::ValuesSet {
            operator,
            group: Group::Retention,
            changes: vec![Changed {
                setting: Setting::SignInDays,
                before: Setting::SignInDays.usual(),
                after: 180,
            }],
            at,
            by,
        },
        Event::HolidaysAdded {
            operator,
            holidays,
            at,
            by,
        },
    ];
    let id = ProgramId::from_uuid(random::id("program", OPERATOR));
    let db = &mut *pool.acquire().await?;
    past::begin::<Program>(db, id, events, (), at).await
}
