//! The licenses of a customer, subscription by subscription.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    license::{
        list::{self as spec, Licenses},
        model::{LicensesPage, LicensesRow},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{Timestamp, ids::OrganizationId};
use uuid::Uuid;

use super::Asking;
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

impl Shown for Licenses {
    type Rows = Visible;
    const FILE: &'static str = "licenses";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Ok(Visible(Asking::of(read).await?))
    }
}

/// The licenses of the customer that the address names.
pub(crate) struct Visible(Asking);

/// A customer's subscriptions. There are as many of them as somebody has ordered for it.
pub(super) static SUBSCRIPTIONS: Source = Source {
    from: "subscription s join product p on p.sku_id = s.sku_id",
    id: "s.id",
    search: "p.search",
    index: None,
    sorts: &[Sort {
        name: "product",
        key: SortKey::Text("p.sort_key"),
    }],
    own: "product",
};

/// Those of this customer that are not gone for good by now.
pub(super) fn of_customer(customer: OrganizationId, now: Timestamp) -> Vec<Vec<Part>> {
    vec![
        vec![
            Part::Sql("s.customer_id = "),
            Part::Id(customer.into_uuid()),
        ],
        vec![
            Part::Sql("subscription_status(s, "),
            Part::Time(now),
            Part::Sql(") <> 'deleted'"),
        ],
    ]
}

#[async_trait]
impl Rows for Visible {
    type Row = LicensesRow;
    type Page = LicensesPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<LicensesRow>> {
        let customer = self.0.named(db, &query.of).await?;
        let wanted = Wanted::new(&SUBSCRIPTIONS, query, of_customer(customer.id, self.0.now));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, customer.id, &found.rows, self.0.now).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<LicensesRow> {
        spec::licenses_list(lang)
    }

    async fn around(
        self,
        found: Page<LicensesRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<LicensesPage> {
        let customer = self.0.named(db, &query.of).await?;
        Ok(LicensesPage {
            of: self.0.managed(&customer),
            licenses: found,
        })
    }
}

struct Row {
    id: Uuid,
    product: String,
    status: String,
    bought: i32,
    assigned: i64,
}

/// These subscriptions of the customer in the state that they are in by now, with what users hold of them.
pub(super) async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<LicensesRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select s.id, p.name as product, subscription_status(s, $3) as "status!", s.quantity as bought,
              (select count(*) from assignment a where a.customer_id = s.customer_id and a.subscription_id = s.id
                 and a.withdrawn_at is null) as "assigned!"
           from subscription s join product p on p.sku_id = s.sku_id
           where s.customer_id = $1 and s.id = any($2)"#,
        customer.into_uuid(),
        ids,
        now,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.map(Row::shown).collect()
}

impl Row {
    fn shown(self) -> PortalResult<LicensesRow> {
        let bought = u32::try_from(self.bought).unwrap_or_default();
        let assigned = u32::try_from(self.assigned).unwrap_or(u32::MAX);
        Ok(LicensesRow {
            subscription: self.id.into(),
            product: self.product,
            status: self.status.parse().map_err(failed)?,
            bought,
            assigned,
            free: bought.saturating_sub(assigned),
        })
    }
}
