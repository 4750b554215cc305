//! The list of cases.

use async_trait::async_trait;
use sqlx::PgConnection;
use sqlx::types::Json;
use tierline_app::{
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
    review::{
        list::{
            self as spec, COUNTRY, CaseState, Cases, IS_LATE, LATE, MINE, REVIEWER, STATE, STATES,
            UNASSIGNED,
        },
        model::{CaseRow, CasesPage},
    },
};
use tierline_core::{
    Timestamp,
    enrollment::{Calendar, Enrollment, Promise},
    ids::UserId,
    market::Country,
};
use uuid::Uuid;

use super::reviewer;
use crate::{
    enrollment::store as enrollments,
    list::{
        csv::Rows,
        distinct, in_order,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::failed,
    pipeline::Read,
};

/// The list of cases.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Cases>()];

impl Shown for Cases {
    type Rows = Visible;
    const FILE: &'static str = "cases";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Visible::of(read).await
    }
}

/// Every case that was submitted, for reviewers.
pub(crate) struct Visible {
    now: Timestamp,
    user: UserId,
    calendar: Calendar,
    promise: Promise,
}

/// A case is looked up by its enrollment, which has everything beside it that the list is found, filtered and sorted
/// by: the order of the list is that of one index.
static CASES: Source = Source {
    from: "enrollment",
    id: "id",
    search: "search",
    index: Some(Index {
        key: "sort_key",
        words: "words",
    }),
    sorts: &[
        Sort {
            name: "since",
            key: SortKey::Time("age_since"),
        },
        Sort {
            name: "name",
            key: SortKey::Text("sort_key"),
        },
    ],
    own: "since",
};

#[async_trait]
impl Rows for Visible {
    type Row = CaseRow;
    type Page = CasesPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<CaseRow>> {
        let wanted = Wanted::new(&CASES, query, self.conditions(query));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<CaseRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<CaseRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<CasesPage> {
        Ok(CasesPage {
            cases: found,
            countries: countries(db).await?,
        })
    }
}

impl Visible {
    async fn of(read: &mut Read) -> PortalResult<Self> {
        let (_, actor) = reviewer(read).await?;
        let (calendar, promise) = enrollments::calendar(read.db()).await.map_err(failed)?;
        Ok(Self {
            now: read.now(),
            user: actor.user,
            calendar,
            promise,
        })
    }

    fn conditions(&self, query: &ListQuery) -> Vec<Vec<Part>> {
        let state = query.filter(STATE);
        let state = STATES.into_iter().find(|it| it.code() == state);
        let mut conditions = vec![vec![Part::Sql(match state {
            None => "waiting_since is not null",
            Some(CaseState::Appealed) => "appealed_since is not null",
            Some(CaseState::Documents) => "documents_since is not null",
            Some(CaseState::Proposed) => "proposed_since is not null",
            Some(CaseState::Contact) => "turn = 'contact' and submitted_at is not null",
            Some(CaseState::Applicant) => "turn = 'applicant' and submitted_at is not null",
            Some(CaseState::Done) => {
                "submitted_at is not null and waiting_since is null and status in ('qualified', 'active')"
            }
            Some(CaseState::All) => "submitted_at is not null",
        })]];
        match query.filter(REVIEWER) {
            MINE => conditions.push(vec![
                Part::Sql("reviewer_id = "),
                Part::Id(self.user.into_uuid()),
            ]),
            UNASSIGNED => conditions.push(vec![Part::Sql("reviewer_id is null")]),
            _ => {}
        }
        if query.filter(LATE) == IS_LATE {
            let late = self.calendar.before(self.now, self.promise.to);
            conditions.push(vec![Part::Sql("waiting_since < "), Part::Time(late)]);
        }
        let country = query.filter(COUNTRY);
        if !country.is_empty() {
            conditions.push(vec![Part::Sql("country = "), Part::Text(typed(country))]);
        }
        conditions
    }

    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<CaseRow>> {
        let rows = sqlx::query_as!(
            Row,
            r#"select e.id as "id!", o.name as "name!", o.country as "country!", e.body as "body!: Json<Enrollment>",
                  e.age_since as "age_since!",
                  c.reviewer_id as "reviewer_id?", u.name as "reviewer?",
                  coalesce(c.proposed_since is not null, false) as "is_proposed!"
               from enrollment e
               join organization o on o.id = e.organization_id
               left join enrollment_case c on c.enrollment_id = e.id
               left join app_user u on u.id = c.reviewer_id
               where e.id = any($1)"#,
            ids,
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id);
        rows.into_iter().map(|row| self.shown(row)).collect()
    }

    fn shown(&self, row: Row) -> PortalResult<CaseRow> {
        let enrollment = row.body.0;
        let tracker = enrollment.tracker(&self.calendar, self.promise, self.now);
        let appeals = enrollment.checks.iter().any(|(_, state)| {
            matches!(
                state,
                tierline_core::enrollment::CheckState::Appealed { .. }
            )
        });
        Ok(CaseRow {
            enrollment: enrollment.id,
            name: row.name,
            country: row.country.parse::<Country>().map_err(failed)?,
            status: tracker.status,
            step: tracker.step,
            turn: tracker.turn,
            since: tracker.spent.map_or(row.age_since, |it| it.since),
            due: tracker.spent.map(|it| it.due),
            documents: u32::try_from(enrollment.documents.len()).unwrap_or(u32::MAX),
            is_appealed: appeals,
            is_proposed: row.is_proposed,
            is_mine: row.reviewer_id == Some(self.user.into_uuid()),
            reviewer: row.reviewer,
        })
    }
}

struct Row {
    id: Uuid,
    name: String,
    country: String,
    body: Json<Enrollment>,
    age_since: Timestamp,
    reviewer_id: Option<Uuid>,
    reviewer: Option<String>,
    is_proposed: bool,
}

/// The countries of the organizations that enroll. There are some two hundred at most.
async fn countries(db: &mut PgConnection) -> PortalResult<Vec<Country>> {
    let codes = distinct(db, "enrollment", "country", "submitted_at is not null").await;
    let codes = codes.map_err(failed)?;
    Ok(codes.iter().filter_map(|code| code.parse().ok()).collect())
}
