//! A change of many renewals: what comes of each, for the user who chose them.

use async_trait::async_trait;
use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
    subscription::{
        list::bulk::{self as spec, RenewalBulk, STATE},
        model::bulk::{BulkCounts, BulkPage, BulkRow, BulkState, Phase},
    },
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::SubscriptionId,
    market::Currency,
    money::Money,
    organization::Organization,
    subscription::{Bulk, Subscription},
};
use uuid::Uuid;

use super::renewals::still_known;
use crate::{
    list::{
        count,
        csv::Rows,
        in_order, reach,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::{self as load, failed, party},
    pipeline::Read,
    store::decoded,
};

impl Shown for RenewalBulk {
    type Rows = Chosen;
    const FILE: &'static str = "renewals-changed";

    async fn rows(read: &mut Read) -> PortalResult<Chosen> {
        Chosen::of(read).await
    }
}

/// What the caller has chosen.
pub(crate) struct Chosen {
    now: Timestamp,
    organization: Organization,
    actor: Actor,
}

/// Only what the user may know of still: the end of a term has a row for whoever knows of the subscription.
static CHOSEN: Source = Source {
    from: "renewal_bulk_item i join renewal on renewal.subscription_id = i.subscription_id",
    id: "i.subscription_id",
    search: "renewal.search",
    index: None,
    sorts: &[
        Sort {
            name: "ends",
            key: SortKey::Time("renewal.at"),
        },
        Sort {
            name: "customer",
            key: SortKey::Text("renewal.customer_key"),
        },
    ],
    own: "ends",
};

#[async_trait]
impl Rows for Chosen {
    type Row = BulkRow;
    type Page = BulkPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<BulkRow>> {
        let id = query.of.parse::<Uuid>().unwrap_or_default();
        let wanted = self.wanted(query, id);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, id, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<BulkRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<BulkRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<BulkPage> {
        let id = query
            .of
            .parse::<Uuid>()
            .map_err(|_| PortalError::NotFound)?;
        let row = sqlx::query!(
            "select what, phase, is_stopped, began_at from renewal_bulk
             where id = $1 and organization_id = $2 and user_id = $3",
            id,
            self.organization.id.as_uuid(),
            self.actor.user.as_uuid(),
        )
        .fetch_optional(&mut *db)
        .await
        .map_err(failed)?
        .ok_or(PortalError::NotFound)?;
        let phase = Phase::ALL
            .into_iter()
            .find(|phase| phase.code() == row.phase)
            .unwrap_or(Phase::Done);
        let what: Bulk = decoded(row.what.parse()).map_err(failed)?;
        Ok(BulkPage {
            id: id.into(),
            what,
            phase,
            is_stopped: row.is_stopped,
            began: row.began_at,
            counts: counts(db, id).await?,
            sums: sums(db, id).await?,
            rows: found,
        })
    }
}

impl Chosen {
    async fn of(read: &mut Read) -> PortalResult<Chosen> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
        access::authorize_roles(
            &organization.party(),
            &organization.capabilities,
            actor.roles,
            Bulk::RenewNow.asks_for(),
        )?;
        Ok(Chosen {
            now: read.now(),
            organization,
            actor,
        })
    }

    /// Those that the address asks for, of a change that this user began.
    fn wanted(&self, query: &ListQuery, id: Uuid) -> Wanted {
        let (own, user) = (
            self.organization.id.into_uuid(),
            self.actor.user.into_uuid(),
        );
        let mut conditions = vec![
            vec![Part::Sql("i.bulk_id = "), Part::Id(id)],
            vec![Part::Sql("renewal.organization_id = "), Part::Id(own)],
            vec![
                Part::Sql(
                    "exists (select from renewal_bulk b where b.id = i.bulk_id and b.organization_id = ",
                ),
                Part::Id(own),
                Part::Sql(" and b.user_id = "),
                Part::Id(user),
                Part::Sql(")"),
            ],
            still_known(self.now),
        ];
        conditions.extend(reach::of_relationship(&self.actor));
        let state = query.filter(STATE);
        if !state.is_empty() {
            conditions.push(vec![Part::Sql("i.state = "), Part::Text(typed(state))]);
        }
        Wanted::new(&CHOSEN, query, conditions)
    }
}

async fn counts(db: &mut PgConnection, id: Uuid) -> PortalResult<BulkCounts> {
    let rows = sqlx::query!(
        r#"select state, count(*) as "count!" from renewal_bulk_item where bulk_id = $1 group by state"#,
        id,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let of = |state: BulkState| {
        let row = rows.iter().find(|row| row.state == state.code());
        row.map_or(0, |row| count(row.count))
    };
    Ok(BulkCounts {
        waiting: of(BulkState::Waiting),
        can: of(BulkState::Can),
        same: of(BulkState::Same),
        cannot: of(BulkState::Cannot),
        done: of(BulkState::Done),
        failed: of(BulkState::Failed),
    })
}

/// What the next terms of those cost that are or will be changed, by currency.
async fn sums(db: &mut PgConnection, id: Uuid) -> PortalResult<Vec<Money>> {
    let rows = sqlx::query!(
        r#"select currency as "currency!", sum(minor)::bigint as "minor!" from renewal_bulk_item
           where bulk_id = $1 and state in ('can', 'done') and currency is not null
           group by currency order by currency"#,
        id,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    rows.iter()
        .map(|row| money(row.minor, &row.currency))
        .collect()
}

fn money(minor: i64, currency: &str) -> PortalResult<Money> {
    let currency: Currency = decoded(currency.parse()).map_err(failed)?;
    Ok(Money::new(minor, currency))
}

struct Row {
    id: Uuid,
    body: Json<Subscription>,
    product: String,
    customer_id: Uuid,
    customer: String,
    state: String,
    licenses: Option<i32>,
    minor: Option<i64>,
    currency: Option<String>,
    refusal: Option<Json<Refusal>>,
}

async fn rows(db: &mut PgConnection, bulk: Uuid, ids: &[Uuid]) -> PortalResult<Vec<BulkRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.body as "body: Json<Subscription>", p.name as product, s.customer_id, c.name as customer,
              i.state, i.licenses, i.minor, i.currency, i.refusal as "refusal: Json<Refusal>"
           from renewal_bulk_item i
           join subscription s on s.id = i.subscription_id
           join product p on p.sku_id = s.sku_id
           join organization c on c.id = s.customer_id
           where i.bulk_id = $1 and i.subscription_id = any($2)"#,
        bulk,
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.map(Row::shown).collect()
}

impl Row {
    fn shown(self) -> PortalResult<BulkRow> {
        let Json(subscription) = self.body;
        let next_term = match (self.minor, &self.currency) {
            (Some(minor), Some(currency)) => Some(money(minor, currency)?),
            _ => None,
        };
        let state = BulkState::ALL
            .into_iter()
            .find(|state| state.code() == self.state)
            .unwrap_or(BulkState::Waiting);
        Ok(BulkRow {
            subscription: SubscriptionId::from_uuid(self.id),
            product: self.product,
            customer: party(self.customer_id, &self.customer)?,
            ends: subscription.ends,
            licenses: subscription.quantity.get(),
            next_licenses: self.licenses.and_then(|count| u32::try_from(count).ok()),
            next_term,
            state,
            refusal: self.refusal.map(|Json(refusal)| refusal),
        })
    }
}
