//! The partners of a provider or of a reseller.

use std::collections::HashSet;

use async_trait::async_trait;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    partnership::{
        list::{self as spec, Providers, Resellers, STATE, Seen},
        model::{Open, PartnerRow, PartnersPage},
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    agreement,
    organization::{Capability, Organization},
    partnership::Partnership,
};
use uuid::Uuid;

use crate::{
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::{
        query as load,
        query::{failed, party},
        store as organizations,
    },
    pipeline::Read,
};

/// The lists of partners.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Resellers>(), Entry::of::<Providers>()];

impl Shown for Resellers {
    type Rows = Partners;
    const FILE: &'static str = "resellers";

    async fn rows(read: &mut Read) -> PortalResult<Partners> {
        Partners::of(read, Seen::ByProvider).await
    }
}

impl Shown for Providers {
    type Rows = Partners;
    const FILE: &'static str = "providers";

    async fn rows(read: &mut Read) -> PortalResult<Partners> {
        Partners::of(read, Seen::ByReseller).await
    }
}

/// The partners that the caller may see.
pub(crate) struct Partners {
    now: Timestamp,
    seen: Seen,
    organization: Organization,
    actor: Actor,
}

static RESELLERS: Source = source("partnership p join organization o on o.id = p.reseller_id", &[
    NAME,
    SINCE,
    Sort {
        name: "customers",
        key: SortKey::Number(
            "(select coalesce(sum(t.amount), 0)::bigint from tally t where t.organization_id = p.provider_id
                 and t.what = 'customers' and t.other_id = p.reseller_id)",
        ),
    },
]);

static PROVIDERS: Source = source("partnership p join organization o on o.id = p.provider_id", &[
    NAME,
    SINCE,
    Sort {
        name: "customers",
        key: SortKey::Number(
            "(select coalesce(sum(t.amount), 0)::bigint from tally t where t.organization_id = p.reseller_id
                 and t.what = 'customers' and t.other_id = p.provider_id)",
        ),
    },
]);

const NAME: Sort = Sort {
    name: "name",
    key: SortKey::Text("o.sort_key"),
};

const SINCE: Sort = Sort {
    name: "since",
    key: SortKey::Time("p.since"),
};

const fn source(from: &'static str, sorts: &'static [Sort]) -> Source {
    Source {
        from,
        id: "p.id",
        search: "o.search",
        index: None,
        sorts,
        own: "name",
    }
}

#[async_trait]
impl Rows for Partners {
    type Row = PartnerRow;
    type Page = PartnersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<PartnerRow>> {
        let (source, own) = match self.seen {
            Seen::ByProvider => (&RESELLERS, "p.provider_id = "),
            Seen::ByReseller => (&PROVIDERS, "p.reseller_id = "),
        };
        let mut conditions = vec![
            vec![Part::Sql(own), Part::Id(self.organization.id.into_uuid())],
            // The newest partnership with each partner.
            vec![Part::Sql(
                "not exists (select from partnership newer where newer.provider_id = p.provider_id
                     and newer.reseller_id = p.reseller_id and newer.since > p.since)",
            )],
        ];
        let state = query.filter(STATE);
        if !state.is_empty() {
            // As core's `Partnership::is_active`, which also counts an end that no job has recorded.
            conditions.push(vec![
                Part::Sql("case when p.ends_at <= "),
                Part::Time(self.now),
                Part::Sql(" then 'ended' else p.status end = "),
                Part::Text(typed(state)),
            ]);
        }
        let wanted = Wanted::new(source, query, conditions);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = self.rows(db, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<PartnerRow> {
        spec::list(lang, self.seen)
    }

    async fn around(
        self,
        found: Page<PartnerRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<PartnersPage> {
        Ok(PartnersPage {
            open: self.open(db).await?,
            partners: found,
            organization: self.organization,
            actor: self.actor,
        })
    }
}

impl Partners {
    async fn of(read: &mut Read, seen: Seen) -> PortalResult<Self> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        let capability = match seen {
            Seen::ByProvider => Capability::IndirectProvider,
            Seen::ByReseller => Capability::IndirectReseller,
        };
        if organization.capabilities.state(capability).is_none() {
            return Err(PortalError::NotFound);
        }
        access::authorize_own(&organization, &actor, Action::ViewPartners)?;
        Ok(Self {
            now: read.now(),
            seen,
            organization,
            actor,
        })
    }

    /// The rows shown for these partnerships.
    async fn rows(&self, db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<PartnerRow>> {
        let groups = reach::groups(&self.actor);
        let rows = sqlx::query_as!(
            Row,
            r#"select p.id, p.body as "body: Json<Partnership>", o.id as other_id, o.name as other, o.country, o.mpn,
                  case when $4::uuid[] is null then
                      (select coalesce(sum(t.amount), 0)::bigint from tally t
                          where t.organization_id = $1 and t.what = 'customers' and t.other_id = o.id)
                      - (select count(*) from served_together s
                          where s.partner_id = $1 and s.other_id = o.id and s.until <= $3)
                  else
                      (select count(*) from relationship r join served_together s on s.relationship_id = r.id
                          where r.partner_id = $1 and r.status = 'active' and r.groups <> '{}' and r.groups && $4
                              and s.other_id = o.id and (s.until is null or s.until > $3))
                  end as "shared!"
               from partnership p
               join organization o on o.id = case when p.provider_id = $1 then p.reseller_id else p.provider_id end
               where p.id = any($2) and (p.provider_id = $1 or p.reseller_id = $1)"#,
            self.organization.id.into_uuid(),
            ids,
            self.now,
            groups.as_deref() as _,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
        let others: Vec<Uuid> = match self.seen {
            Seen::ByProvider => rows.iter().map(|row| row.other_id).collect(),
            // It is shown to providers alone.
            Seen::ByReseller => Vec::new(),
        };
        // What a signature is worth is core's to say: not a column of the table.
        let signed: HashSet<Uuid> = organizations::recorded(&mut *db, &others, self.now)
            .await
            .map_err(failed)?
            .into_iter()
            .map(|recorded| recorded.at(self.now))
            .filter(|organization| agreement::unsigned(organization).is_none())
            .map(|organization| organization.id.into_uuid())
            .collect();
        in_order(ids, rows, |row| row.id)
            .into_iter()
            .map(|row| {
                let signed = self.seen == Seen::ByReseller || signed.contains(&row.other_id);
                row.shown(signed)
            })
            .collect()
    }

    /// What waits, in one statement: requests that wait for an answer, from the provider to others, from others to the
    /// reseller; and of a provider, the messages of resellers that wait for its own.
    async fn open(&self, db: &mut PgConnection) -> PortalResult<Open> {
        let row = sqlx::query!(
            r#"select (select count(*) from invitation
                   where case when $3 then organization_id else addressee_id end = $1
                      and (organization_id = $1 or addressee_id = $1)
                      and kind = 'partnership' and status in ('sent', 'opened') and expires_at > $2) as "requests!",
                  case when $3 then (select count(*) from partner_ask
                      where provider_id = $1 and status = 'waiting') else 0 end as "messages!""#,
            self.organization.id.into_uuid(),
            self.now,
            self.seen == Seen::ByProvider,
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        Ok(Open {
            requests: count(row.requests),
            messages: count(row.messages),
        })
    }
}

struct Row {
    id: Uuid,
    body: Json<Partnership>,
    other_id: Uuid,
    other: String,
    country: String,
    mpn: Option<String>,
    shared: i64,
}

impl Row {
    fn shown(self, signed: bool) -> PortalResult<PartnerRow> {
        Ok(PartnerRow {
            partnership: self.body.0,
            partner: party(self.other_id, &self.other)?,
            country: self.country.parse().map_err(failed)?,
            mpn: self.mpn,
            shared_customers: count(self.shared),
            signed,
        })
    }
}
