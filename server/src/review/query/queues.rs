//! How much waits in each queue, how long the oldest has waited, and who has taken it.

use sqlx::PgPool;
use tierline_app::{
    account::model::SessionInfo,
    error::PortalError,
    overview::model::Queue,
    portal::PortalResult,
    review::{
        list::{CaseState, IS_LATE, LATE, MINE, REVIEWER, STATE, UNASSIGNED},
        words,
    },
    route,
};
use tierline_core::{Timestamp, access::Action, permission::SubjectKind};

use crate::{
    enrollment::store as enrollments, list::count, organization::query::failed, pipeline::Read,
};

/// The queues of cases; none for a user who does not review.
pub(crate) async fn queues(read: &mut Read) -> PortalResult<Vec<Queue>> {
    let actor = match super::reviewer(read).await {
        Err(PortalError::Refused(_)) => return Ok(Vec::new()),
        reviewer => reviewer?.1,
    };
    let (lang, now) = (read.language, read.now());
    let (calendar, promise) = enrollments::calendar(read.db()).await.map_err(failed)?;
    let late = calendar.before(now, promise.to);
    // Each part is read from an index that has who has taken it beside since when it waits.
    let rows = sqlx::query_as!(
        Counted,
        r#"select 'cases' as "kind!", count(*) as "count!", min(waiting_since) as "oldest: Timestamp",
              count(*) filter (where reviewer_id = $1) as "mine!",
              count(*) filter (where reviewer_id is null) as "unassigned!"
           from enrollment where waiting_since is not null
           union all
           select 'documents', count(*), min(documents_since), count(*) filter (where reviewer_id = $1),
              count(*) filter (where reviewer_id is null)
           from enrollment where documents_since is not null
           union all
           select 'appeals', count(*), min(appealed_since), count(*) filter (where reviewer_id = $1),
              count(*) filter (where reviewer_id is null)
           from enrollment where appealed_since is not null
           union all
           select 'late', count(*), min(waiting_since), count(*) filter (where reviewer_id = $1),
              count(*) filter (where reviewer_id is null)
           from enrollment where waiting_since < $2"#,
        actor.user.into_uuid(),
        late,
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    let kinds = [
        ("cases", words::queue_cases(lang), None),
        (
            "documents",
            words::queue_documents(lang),
            Some((STATE, CaseState::Documents.code())),
        ),
        (
            "appeals",
            words::queue_appeals(lang),
            Some((STATE, CaseState::Appealed.code())),
        ),
        ("late", words::queue_late(lang), Some((LATE, IS_LATE))),
    ];
    let queues = kinds.into_iter().map(|(kind, title, filter)| {
        let row = rows.iter().find(|row| row.kind == kind);
        let oldest = row.and_then(|row| row.oldest);
        let number = |of: fn(&Counted) -> i64| row.map_or(0, |row| count(of(row)));
        let list = filter.map_or_else(
            || route::CASES.to_owned(),
            |(name, value)| route::with_query(route::CASES, name, value),
        );
        Queue {
            title: title.to_owned(),
            count: number(|row| row.count),
            oldest,
            due: oldest.map(|oldest| calendar.after(oldest, promise.to)),
            mine: number(|row| row.mine),
            mine_list: route::with_query(&list, REVIEWER, MINE),
            unassigned: number(|row| row.unassigned),
            unassigned_list: route::with_query(&list, REVIEWER, UNASSIGNED),
            list,
        }
    });
    Ok(queues.collect())
}

struct Counted {
    kind: String,
    count: i64,
    oldest: Option<Timestamp>,
    mine: i64,
    unassigned: i64,
}

/// The cases that wait for this user, or that nobody has taken, for the navigation; at most so many.
pub(crate) async fn waiting(
    pool: &PgPool,
    session: &SessionInfo,
    most: i64,
) -> Result<u64, sqlx::Error> {
    if !session.may(Action::ReviewEnrollments, SubjectKind::Program) {
        return Ok(0);
    }
    let waiting = sqlx::query_scalar!(
        r#"select least(count(*), $2) as "count!" from (
              (select from enrollment where waiting_since is not null and reviewer_id is null limit $2)
              union all
              (select from enrollment where waiting_since is not null and reviewer_id = $1 limit $2)) waiting"#,
        session.user.into_uuid(),
        most,
    )
    .fetch_one(pool)
    .await?;
    Ok(count(waiting))
}
