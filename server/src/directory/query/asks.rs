//! A provider's list of messages that ask to partner.

use async_trait::async_trait;
use chrono::TimeDelta;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    directory::{
        list::asks::{self as spec, AGE, AGES, ALL, PartnerAsks, STATE},
        model::{AskRow, AsksPage},
    },
    error::PortalError,
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
    actor::Actor,
    directory::Ask,
    organization::{Capability, Organization},
};
use uuid::Uuid;

use crate::{
    invitation::query::open,
    list::{
        csv::Rows,
        in_order,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{query as load, query::failed},
    pipeline::Read,
};

impl Shown for PartnerAsks {
    type Rows = Asks;
    const FILE: &'static str = "messages";

    async fn rows(read: &mut Read) -> PortalResult<Asks> {
        let actor = read.actor()?;
        let provider = load::organization(read, actor.organization).await?;
        if provider
            .capabilities
            .state(Capability::IndirectProvider)
            .is_none()
        {
            return Err(PortalError::NotFound);
        }
        access::authorize_own(&provider, &actor, Action::ViewPartners)?;
        Ok(Asks {
            now: read.now(),
            provider,
            actor,
        })
    }
}

/// The messages to the signed-in provider.
pub(crate) struct Asks {
    now: Timestamp,
    provider: Organization,
    actor: Actor,
}

static ASKS: Source = Source {
    from: "partner_ask a join organization o on o.id = a.reseller_id",
    id: "a.id",
    search: "o.search",
    index: None,
    sorts: &[
        Sort {
            name: "sent",
            key: SortKey::Time("a.asked_at"),
        },
        Sort {
            name: "reseller",
            key: SortKey::Text("o.sort_key"),
        },
    ],
    own: "sent",
};

#[async_trait]
impl Rows for Asks {
    type Row = AskRow;
    type Page = AsksPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<AskRow>> {
        let wanted = Wanted::new(&ASKS, query, self.conditions(query));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<AskRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<AskRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<AsksPage> {
        let open = open(db, &self.provider, &self.actor, false, self.now).await?;
        Ok(AsksPage { asks: found, open })
    }
}

impl Asks {
    fn conditions(&self, query: &ListQuery) -> Vec<Vec<Part>> {
        let provider = self.provider.id.into_uuid();
        let mut conditions = vec![vec![Part::Sql("a.provider_id = "), Part::Id(provider)]];
        // What waits is what the list is for.
        match query.filter(STATE) {
            ALL => {}
            "" => conditions.push(vec![Part::Sql("a.status = 'waiting'")]),
            state => conditions.push(vec![Part::Sql("a.status = "), Part::Text(typed(state))]),
        }
        let age = query.filter(AGE);
        let age = AGES.into_iter().find(|days| days.to_string() == age);
        if let Some(days) = age {
            let since = self.now - TimeDelta::days(days.into());
            conditions.push(vec![Part::Sql("a.asked_at <= "), Part::Time(since)]);
        }
        conditions
    }

    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<AskRow>> {
        let rows = sqlx::query!(
            r#"select a.id, a.body as "body: Json<Ask>", o.name as reseller, o.country, u.name as asked_by
               from partner_ask a
               join organization o on o.id = a.reseller_id
               join app_user u on u.id = (a.body ->> 'by')::uuid
               where a.provider_id = $1 and a.id = any($2)"#,
            self.provider.id.into_uuid(),
            ids,
        )
        .fetch_all(db)
        .await
        .map_err(failed)?;
        let rows = in_order(ids, rows, |row| row.id).into_iter().map(|row| {
            let ask = row.body.0;
            Ok(AskRow {
                id: ask.id,
                reseller: row.reseller,
                country: row.country.parse().map_err(failed)?,
                asked_by: row.asked_by,
                message: ask.message.to_string(),
                sent: ask.at,
                days_waited: (ask.state.closed().unwrap_or(self.now) - ask.at).num_days(),
                state: ask.state,
            })
        });
        rows.collect()
    }
}
