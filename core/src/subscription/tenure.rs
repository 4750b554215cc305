//! Who was partner of record when: incentives are paid for the days on which a reseller was.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Timestamp, ids::OrganizationId, read::Read};

/// From when until when somebody was partner of record of a subscription, or nobody was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Tenure {
    /// The reseller.
    pub reseller: Option<OrganizationId>,
    /// When it began.
    pub from: Timestamp,
    /// When it ended, exclusive; none while it goes on.
    pub until: Option<Timestamp>,
}

/// The partners of record of a subscription, by its events in their order: one after the other without a gap, from its
/// activation on. Events of other kinds do not count.
///
/// ```
/// use tierline_core::{subscription::{Event, Tenure, tenures}, testing::*};
/// let set = |from, to, at| Event::PartnerOfRecordSet { from, to, at, author: author(&provider()) };
/// let events = [set(None, Some(id(2)), day(5)), set(Some(id(2)), Some(id(8)), day(9))];
/// let all = tenures(None, day(0), &events);
/// assert_eq!(all.map(|it| (it.reseller, it.from, it.until)).collect::<Vec<_>>(), [
///     (None, day(0), Some(day(5))),
///     (Some(id(2)), day(5), Some(day(9))),
///     (Some(id(8)), day(9), None),
/// ]);
/// ```
pub fn tenures<'a>(
    first: Option<OrganizationId>,
    since: Timestamp,
    events: impl IntoIterator<Item = &'a Event>,
) -> impl Iterator<Item = Tenure> {
    let changes = events.into_iter().filter_map(|event| match event {
        Event::PartnerOfRecordSet { to, at, .. } => Some((*to, *at)),
        _ => None,
    });
    let mut begun: Vec<(Option<OrganizationId>, Timestamp)> = vec![(first, since)];
    begun.extend(changes);
    let ends: Vec<Option<Timestamp>> = begun.iter().skip(1).map(|(_, at)| Some(*at)).collect();
    let ends = ends.into_iter().chain([None]);
    begun
        .into_iter()
        .zip(ends)
        .map(|((reseller, from), until)| Tenure {
            reseller,
            from,
            until,
        })
}

/// Who was partner of record on a day in UTC: whoever was at its end, as a day counts with the licenses that there are
/// at its end.
///
/// ```
/// use chrono::TimeDelta;
/// use tierline_core::{subscription::{Tenure, of_record_on}, testing::*};
/// let noon = day(5) + TimeDelta::hours(12);
/// let tenures = [
///     Tenure { reseller: None, from: day(0), until: Some(noon) },
///     Tenure { reseller: Some(id(2)), from: noon, until: None },
/// ];
/// let on = |number: i64| of_record_on(&tenures, day(number).date_naive());
/// assert_eq!((on(-1), on(4), on(5), on(6)), (None, None, Some(id(2)), Some(id(2))));
/// ```
#[must_use]
pub fn of_record_on(tenures: &[Tenure], day: NaiveDate) -> Option<OrganizationId> {
    let next = day.checked_add_days(Days::new(1))?;
    let end = next.and_time(NaiveTime::MIN).and_utc();
    let mut latest_first = tenures.iter().rev();
    latest_first
        .find(|it| it.from < end)
        .filter(|it| it.until.is_none_or(|until| end <= until))
        .and_then(|it| it.reseller)
}
