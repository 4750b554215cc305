//! A customer's users with their licenses.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    i18n::Lang,
    license::{
        list::{self as spec, HOLDS, NONE, STATE, Users},
        model::{LicenseUserRow, LicenseUsersPage, LicensesRow},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    member::model::MemberState,
    portal::PortalResult,
};
use tierline_core::{Timestamp, ids::OrganizationId, role::Role};
use uuid::Uuid;

use super::{
    Asking,
    licenses::{self, SUBSCRIPTIONS, of_customer},
    removed,
};
use crate::{
    list::{
        SIZE,
        csv::Rows,
        in_order,
        shown::Shown,
        source::{Part, Sort, SortKey, Source, Wanted},
        typed,
    },
    organization::query::failed,
    pipeline::Read,
};

impl Shown for Users {
    type Rows = Visible;
    const FILE: &'static str = "users-and-licenses";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        Ok(Visible(Asking::of(read).await?))
    }
}

/// The users of the customer that the address names.
pub(crate) struct Visible(Asking);

static USERS: Source = Source {
    from: "membership m join app_user u on u.id = m.user_id",
    id: "u.id",
    search: "u.search",
    index: None,
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("u.sort_key"),
    }],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = LicenseUserRow;
    type Page = LicenseUsersPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<LicenseUserRow>> {
        let customer = self.0.named(db, &query.of).await?;
        if query.filter(STATE) == MemberState::Removed.code() {
            return removed::page(db, (customer.id, self.0.now), query, size, totaled).await;
        }
        let wanted = Wanted::new(&USERS, query, conditions(customer.id, query));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let rows = rows(db, customer.id, &found.rows).await?;
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<LicenseUserRow> {
        spec::users_list(lang)
    }

    async fn around(
        self,
        found: Page<LicenseUserRow>,
        query: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<LicenseUsersPage> {
        let customer = self.0.named(db, &query.of).await?;
        Ok(LicenseUsersPage {
            of: self.0.managed(&customer),
            users: found,
            offered: offered(db, customer.id, self.0.now).await?,
        })
    }
}

fn conditions(customer: OrganizationId, query: &ListQuery) -> Vec<Vec<Part>> {
    let mut conditions = vec![vec![
        Part::Sql("m.organization_id = "),
        Part::Id(customer.into_uuid()),
    ]];
    let state = query.filter(STATE);
    if !state.is_empty() {
        conditions.push(vec![
            Part::Sql(
                "case when m.blocked_at is null and u.blocked_at is null then 'active' else 'blocked' end = ",
            ),
            Part::Text(typed(state)),
        ]);
    }
    let holds = query.filter(HOLDS);
    if !holds.is_empty() {
        conditions.push(vec![
            Part::Sql(if holds == NONE { "not " } else { "" }),
            Part::Sql(
                "exists (select from assignment a where a.user_id = u.id and a.customer_id = m.organization_id
                    and a.withdrawn_at is null)",
            ),
        ]);
    }
    conditions
}

/// The first of the subscriptions of which licenses can be assigned.
async fn offered(
    db: &mut PgConnection,
    customer: OrganizationId,
    now: Timestamp,
) -> PortalResult<Vec<LicensesRow>> {
    let mut conditions = of_customer(customer, now);
    conditions.push(vec![
        Part::Sql("subscription_status(s, "),
        Part::Time(now),
        Part::Sql(") = 'active'"),
    ]);
    let wanted = Wanted::new(&SUBSCRIPTIONS, &ListQuery::default(), conditions);
    let found = wanted.page(db, SIZE).await.map_err(failed)?;
    licenses::rows(db, customer, &found.rows, now).await
}

struct Row {
    id: Uuid,
    name: String,
    address: String,
    roles: Vec<String>,
    is_active: bool,
    licenses: i64,
    products: Vec<String>,
}

/// These users of the customer.
pub(super) async fn rows(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
) -> PortalResult<Vec<LicenseUserRow>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select u.id, u.name, u.email as address, m.roles,
              m.blocked_at is null and u.blocked_at is null as "is_active!",
              (select count(*) from assignment a where a.user_id = u.id and a.customer_id = $1
                 and a.withdrawn_at is null) as "licenses!",
              array(select p.name from assignment a
                 join subscription s on s.customer_id = a.customer_id and s.id = a.subscription_id
                 join product p on p.sku_id = s.sku_id
                 where a.user_id = u.id and a.customer_id = $1 and a.withdrawn_at is null
                 order by p.sort_key, a.id limit 3) as "products!"
           from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and u.id = any($2)"#,
        customer.into_uuid(),
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let rows = in_order(ids, rows, |row| row.id).into_iter();
    Ok(rows.map(Row::shown).collect())
}

impl Row {
    fn shown(self) -> LicenseUserRow {
        LicenseUserRow {
            id: self.id.into(),
            name: self.name,
            address: self.address,
            roles: self
                .roles
                .iter()
                .filter_map(|name| name.parse::<Role>().ok())
                .collect(),
            state: state(self.is_active),
            licenses: u32::try_from(self.licenses).unwrap_or(u32::MAX),
            products: self.products,
            until: None,
        }
    }
}

/// Whether somebody may act for the customer.
pub(super) fn state(is_active: bool) -> MemberState {
    if is_active {
        MemberState::Active
    } else {
        MemberState::Blocked
    }
}
