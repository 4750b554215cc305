//! The operator's list of proposals.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    directory::{
        list::{self as spec, ALL, ListingChanges, STATE},
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
    ids::ListingId,
};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{query as load, query::failed},
    pipeline::Read,
    settings,
};

/// The list of proposals.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<ListingChanges>()];

impl Shown for ListingChanges {
    type Rows = Proposals;
    const FILE: &'static str = "listing-changes";

    async fn rows(read: &mut Read) -> PortalResult<Proposals> {
        let actor = read.actor()?;
        let operator = load::organization(read, actor.organization).await?;
        access::authorize_on_program(&operator, &actor, Action::ReviewListings)?;
        Ok(Proposals(()))
    }
}

/// What providers have proposed, for those who decide on it.
pub(crate) struct Proposals(());

static PROPOSALS: Source = Source {
    from: "listing l",
    id: "l.id",
    search: "l.proposed_search",
    index: None,
    sorts: &[
        Sort {
            name: "submitted",
            key: SortKey::Time("l.proposed_at"),
        },
        Sort {
            name: "name",
            key: SortKey::Text("l.proposed_sort_key"),
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
            ALL => vec![Part::Sql("l.proposal_state is not null")],
            "" => vec![Part::Sql("l.proposal_state = 'submitted'")],
            state => vec![Part::Sql("l.proposal_state = "), Part::Text(typed(state))],
        };
        let wanted = Wanted::new(&PROPOSALS, query, vec![condition]);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, &found.rows).await?;
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

async fn rows(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<ProposalRow>> {
    let rows = sqlx::query!(
        r#"select l.id, l.body -> 'proposal' -> 'profile' ->> 'name' as "name!", o.name as provider, o.country,
              l.proposed_at as "proposed_at!: Timestamp", l.proposal_state as "state!"
           from listing l join organization o on o.id = l.provider_id where l.id = any($1)"#,
        ids,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let settings = settings::without_options(&mut *db).await.map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id);
    let rows = rows.into_iter().map(|row| {
        Ok(ProposalRow {
            id: ListingId::from_uuid(row.id),
            name: row.name,
            provider: row.provider,
            country: row.country.parse().map_err(failed)?,
            submitted: row.proposed_at,
            state: row.state.parse::<ProposalState>().map_err(failed)?,
            promise: Promise::of(row.proposed_at, &settings),
        })
    });
    rows.collect()
}
