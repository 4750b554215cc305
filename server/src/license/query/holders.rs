//! Who holds the licenses of a subscription.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    license::{
        list::{self as spec, Holders},
        model::{HolderRow, HoldersPage},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
    subscription::model::LosingChoice,
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SubscriptionId},
    organization::Organization,
};
use uuid::Uuid;

use super::{Asking, licenses, users::state};
use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
    },
    organization::query::failed,
    pipeline::Read,
};

impl Shown for Holders {
    type Rows = Visible;
    const FILE: &'static str = "assigned-licenses";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Ok(Visible(Asking::of(read).await?))
    }
}

/// The users who hold licenses of the subscription that the address names.
pub(crate) struct Visible(Asking);

static HELD: Source = Source {
    from: "assignment a join app_user u on u.id = a.user_id",
    id: "a.id",
    search: "u.search",
    index: None,
    sorts: &[
        Sort {
            name: "name",
            key: SortKey::Text("u.sort_key"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("a.since"),
        },
    ],
    own: "name",
};

impl Visible {
    /// The subscription that the address names, and its customer.
    async fn named(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
    ) -> PortalResult<(Uuid, Organization)> {
        let id: Uuid = query.of.parse().map_err(|_| PortalError::NotFound)?;
        let customer = sqlx::query_scalar!(
            "select customer_id from subscription s
             where id = $1 and subscription_status(s, $2) <> 'deleted'",
            id,
            self.0.now,
        )
        .fetch_optional(&mut *db)
        .await
        .map_err(failed)?;
        let customer = customer.ok_or(PortalError::NotFound)?;
        let customer = self
            .0
            .customer(db, OrganizationId::from_uuid(customer))
            .await?;
        Ok((id, customer))
    }
}

#[async_trait]
impl Rows for Visible {
    type Row = HolderRow;
    type Page = HoldersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<HolderRow>> {
        let (subscription, customer) = self.named(db, query).await?;
        found(db, (customer.id, subscription), query, (size, totaled)).await
    }

    fn spec(&self, lang: Lang) -> List<HolderRow> {
        spec::holders_list(lang)
    }

    async fn around(
        self,
        found: Page<HolderRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<HoldersPage> {
        let (subscription, customer) = self.named(db, query).await?;
        let licenses = licenses::rows(db, customer.id, &[subscription], self.0.now)
            .await?
            .pop()
            .ok_or(PortalError::NotFound)?;
        Ok(HoldersPage {
            of: self.0.managed(&customer),
            licenses,
            holders: found,
        })
    }
}

/// A page of those who hold licenses of this customer's subscription, of a reader who may know them.
async fn found(
    db: &mut PgConnection,
    (customer, subscription): (OrganizationId, Uuid),
    query: &ListQuery,
    (size, totaled): (usize, bool),
) -> PortalResult<Page<HolderRow>> {
    let conditions = vec![
        vec![
            Part::Sql("a.customer_id = "),
            Part::Id(customer.into_uuid()),
        ],
        vec![Part::Sql("a.subscription_id = "), Part::Id(subscription)],
        vec![Part::Sql("a.withdrawn_at is null")],
    ];
    let wanted = Wanted::new(&HELD, query, conditions);
    let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
    let rows = rows(db, customer, &found.rows).await?;
    Ok(found.with(rows, total))
}

/// The most holders among whom a page lets choose without a search.
const CHOICE: usize = 200;

/// Those who hold licenses of this customer's subscription and are found by these words, by name, for a reader who may
/// know them and says who of them loses one.
pub(crate) async fn choice(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscription: SubscriptionId,
    search: String,
) -> PortalResult<LosingChoice> {
    let query = ListQuery {
        search,
        ..ListQuery::default()
    };
    let of = (customer, subscription.into_uuid());
    let page = found(db, of, &query, (CHOICE, false)).await?;
    Ok(LosingChoice {
        search: query.search,
        more: page.next.is_some(),
        holders: page.rows,
        latest: Vec::new(),
    })
}

struct Row {
    id: Uuid,
    user: Uuid,
    name: String,
    address: String,
    is_active: bool,
    since: Timestamp,
}

async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
) -> PortalResult<Vec<HolderRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, u.id as user, u.name, u.email as address, a.since,
              m.user_id is not null and m.blocked_at is null and u.blocked_at is null as "is_active!"
           from assignment a join app_user u on u.id = a.user_id
           left join membership m on m.organization_id = a.customer_id and m.user_id = u.id
           where a.customer_id = $1 and a.id = any($2)"#,
        customer.into_uuid(),
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    let rows = rows.map(|row| HolderRow {
        assignment: row.id.into(),
        user: row.user.into(),
        name: row.name,
        address: row.address,
        state: state(row.is_active),
        since: row.since,
    });
    Ok(rows.collect())
}
