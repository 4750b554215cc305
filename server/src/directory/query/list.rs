//! The operator's list of proposals.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    directory::{
        list::{
            self as spec, ALL, IS_LATE, LATE, ListingChanges, MINE, REVIEWER, STATE, UNASSIGNED,
            asks::PartnerAsks,
        },
        model::ProposalRow,
    },
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    directory::{Promise, ProposalState},
    ids::{ListingId, UserId},
};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Index, Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{query as load, query::failed},
    pipeline::Read,
    settings::{Setting, Settings},
};

/// The lists of proposals, and of messages that ask to partner.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<ListingChanges>(), Entry::of::<PartnerAsks>()];

impl Shown for ListingChanges {
    type Rows = Proposals;
    const FILE: &'static str = "listing-changes";

    async fn rows(read: &mut Read) -> PortalResult<Proposals> {
        let actor = read.actor()?;
        let operator = load::organization(read, actor.organization).await?;
        access::authorize_on_program(&operator, &actor, Action::ReviewListings)?;
        Ok(Proposals {
            now: read.now(),
            user: actor.user,
            settings: read.settings().await?,
        })
    }
}

/// What providers have proposed, for those who decide on it.
pub(crate) struct Proposals {
    now: Timestamp,
    user: UserId,
    settings: Settings,
}

static PROPOSALS: Source = Source {
    from: "listing",
    id: "id",
    search: "proposed_search",
    index: Some(Index {
        key: "proposed_sort_key",
        words: "proposal_state is not null and proposed_words",
    }),
    sorts: &[
        Sort {
            name: "submitted",
            key: SortKey::Time("proposed_at"),
        },
        Sort {
            name: "name",
            key: SortKey::Text("proposed_sort_key"),
        },
    ],
    own: "submitted",
};

#[async_trait]
impl Rows for Proposals {
    type Row = ProposalRow;
    type Page = Page<ProposalRow>;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<ProposalRow>> {
        // What waits is what the list is for.
        let condition = match query.filter(STATE) {
            ALL => vec![Part::Sql("proposal_state is not null")],
            "" => vec![Part::Sql("proposal_state = 'submitted'")],
            state => vec![Part::Sql("proposal_state = "), Part::Text(typed(state))],
        };
        let mut conditions = vec![condition];
        match query.filter(REVIEWER) {
            MINE => conditions.push(vec![
                Part::Sql("reviewer_id = "),
                Part::Id(self.user.into_uuid()),
            ]),
            UNASSIGNED => conditions.push(vec![Part::Sql("reviewer_id is null")]),
            _ => {}
        }
        if query.filter(LATE) == IS_LATE {
            let late = self.now - self.settings.weeks(Setting::AnswerTo);
            conditions.push(vec![Part::Sql("proposed_at <= "), Part::Time(late)]);
        }
        let wanted = Wanted::new(&PROPOSALS, query, conditions).short();
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<ProposalRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<ProposalRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<Page<ProposalRow>> {
        Ok(found)
    }
}

impl Proposals {
    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<ProposalRow>> {
        let rows = sqlx::query!(
            r#"select l.id as "id!", l.body -> 'proposal' -> 'profile' ->> 'name' as "name!", o.name as "provider!",
                  o.country as "country!", l.proposed_at as "proposed_at!: Timestamp", l.proposal_state as "state!", l.reviewer_id as "reviewer_id?",
                  u.name as "reviewer?"
               from listing l
               join organization o on o.id = l.provider_id
               left join app_user u on u.id = l.reviewer_id
               where l.id = any($1)"#,
            ids,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id);
        let rows = rows.into_iter().map(|row| {
            Ok(ProposalRow {
                id: ListingId::from_uuid(row.id),
                name: row.name,
                provider: row.provider,
                country: row.country.parse().map_err(failed)?,
                submitted: row.proposed_at,
                state: row.state.parse::<ProposalState>().map_err(failed)?,
                promise: Promise::of(row.proposed_at, &self.settings),
                is_mine: row.reviewer_id == Some(self.user.into_uuid()),
                reviewer: row.reviewer,
            })
        });
        rows.collect()
    }
}
