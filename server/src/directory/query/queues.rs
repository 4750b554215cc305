//! How many changes of listings wait, how long the oldest has waited, and who has taken it.

use tierline_app::{
    directory::{
        list::{IS_LATE, LATE, MINE, REVIEWER, UNASSIGNED},
        words,
    },
    overview::model::Queue,
    portal::PortalResult,
    route,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    directory::Promise,
};

use crate::{
    list::count,
    organization::{query as load, query::failed},
    pipeline::Read,
    settings::Setting,
};

/// The queues of proposed changes; none for a user who does not review.
pub(crate) async fn queues(read: &mut Read) -> PortalResult<Vec<Queue>> {
    let actor = read.actor()?;
    let own = load::organization(read, actor.organization).await?;
    if access::authorize_on_program(&own, &actor, Action::ReviewListings).is_err() {
        return Ok(Vec::new());
    }
    let (lang, now) = (read.language, read.now());
    let settings = read.settings().await?;
    let late = now - settings.weeks(Setting::AnswerTo);
    let rows = sqlx::query_as!(
        Counted,
        r#"select false as "is_late!", count(*) as "count!", min(proposed_at) as "oldest: Timestamp",
              count(*) filter (where reviewer_id = $1) as "mine!",
              count(*) filter (where reviewer_id is null) as "unassigned!"
           from listing where proposal_state = 'submitted'
           union all
           select true, count(*), min(proposed_at), count(*) filter (where reviewer_id = $1),
              count(*) filter (where reviewer_id is null)
           from listing where proposal_state = 'submitted' and proposed_at <= $2
           order by 1"#,
        actor.user.into_uuid(),
        late,
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    let queues = rows.into_iter().map(|row| {
        let (title, list) = if row.is_late {
            let list = route::with_query(route::LISTING_CHANGES, LATE, IS_LATE);
            (words::queue_late(lang), list)
        } else {
            let list = route::LISTING_CHANGES.to_owned();
            (words::listing_changes(lang), list)
        };
        Queue {
            title: title.to_owned(),
            count: count(row.count),
            oldest: row.oldest,
            due: row.oldest.map(|oldest| Promise::of(oldest, &settings).late),
            mine: count(row.mine),
            mine_list: route::with_query(&list, REVIEWER, MINE),
            unassigned: count(row.unassigned),
            unassigned_list: route::with_query(&list, REVIEWER, UNASSIGNED),
            list,
        }
    });
    Ok(queues.collect())
}

struct Counted {
    is_late: bool,
    count: i64,
    oldest: Option<Timestamp>,
    mine: i64,
    unassigned: i64,
}
