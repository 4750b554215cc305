//! The licenses that the reader holds.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    license::{
        list::{self as spec, OwnLicenses},
        model::{OwnLicense, OwnLicensesPage},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, UserId},
    license,
};
use uuid::Uuid;

use crate::{
    list::{
        csv::Rows,
        in_order,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
    },
    organization::query::{self as load, failed},
    pipeline::Read,
};

impl Shown for OwnLicenses {
    type Rows = Visible;
    const FILE: &'static str = "my-licenses";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        let actor = read.actor()?;
        let organization = load::organization(read, actor.organization).await?;
        license::may_see_own(&organization, &actor)?;
        Ok(Visible {
            customer: organization.id,
            user: actor.user,
            now: read.now(),
        })
    }
}

/// What the caller holds as a user of the organization that it acts for.
pub(crate) struct Visible {
    customer: OrganizationId,
    user: UserId,
    now: Timestamp,
}

static HELD: Source = Source {
    from: "assignment a
        join subscription s on s.customer_id = a.customer_id and s.id = a.subscription_id
        join product p on p.sku_id = s.sku_id",
    id: "a.id",
    search: "p.search",
    index: None,
    sorts: &[
        Sort {
            name: "product",
            key: SortKey::Text("p.sort_key"),
        },
        Sort {
            name: "since",
            key: SortKey::Time("a.since"),
        },
    ],
    own: "product",
};

#[async_trait]
impl Rows for Visible {
    type Row = OwnLicense;
    type Page = OwnLicensesPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<OwnLicense>> {
        let conditions = vec![
            vec![
                Part::Sql("a.customer_id = "),
                Part::Id(self.customer.into_uuid()),
            ],
            vec![Part::Sql("a.user_id = "), Part::Id(self.user.into_uuid())],
            vec![
                Part::Sql("a.withdrawn_at is null and subscription_status(s, "),
                Part::Time(self.now),
                Part::Sql(") <> 'deleted'"),
            ],
        ];
        let wanted = Wanted::new(&HELD, query, conditions);
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, (self.customer, self.now), &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<OwnLicense> {
        spec::own_list(lang)
    }

    async fn around(
        self,
        found: Page<OwnLicense>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<OwnLicensesPage> {
        Ok(OwnLicensesPage { licenses: found })
    }
}

struct Row {
    id: Uuid,
    product: String,
    status: String,
    since: Timestamp,
}

async fn rows(
    db: &mut PgConnection,
    (customer, now): (OrganizationId, Timestamp),
    ids: &[Uuid],
) -> PortalResult<Vec<OwnLicense>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, p.name as product, subscription_status(s, $3) as "status!", a.since
         from assignment a
         join subscription s on s.customer_id = a.customer_id and s.id = a.subscription_id
         join product p on p.sku_id = s.sku_id
         where a.customer_id = $1 and a.id = any($2)"#,
        customer.into_uuid(),
        ids,
        now,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    rows.map(|row| {
        Ok(OwnLicense {
            product: row.product,
            since: row.since,
            status: row.status.parse().map_err(failed)?,
        })
    })
    .collect()
}
