//! Imports of a customer's users, for those who manage them: each organization sees those that it has begun itself.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    i18n::Lang,
    import::{
        list::{self as spec, UserImportLines},
        model::{ImportDetail, ImportStart, LineRow},
    },
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    ids::{ImportId, OrganizationId},
    import::Kind,
};
use uuid::Uuid;

use super::{EARLIER, lines};
use crate::{
    license::query::Asking,
    list::{csv::Rows, shown::Shown},
    organization::query::failed,
    pipeline::Read,
};

/// What there is to know before an import of the customer's users begins.
pub(crate) async fn start(read: &mut Read, customer: OrganizationId) -> PortalResult<ImportStart> {
    let asking = Asking::of(read).await?;
    asking.customer(read.db(), customer).await?;
    let ids = sqlx::query_scalar!(
        "select id from import where kind = $1 and customer_id = $2 and operator_id = $3
         order by at desc, id desc limit $4",
        Kind::Users.code(),
        customer.into_uuid(),
        asking.own().into_uuid(),
        EARLIER,
    )
    .fetch_all(read.db())
    .await
    .map_err(failed)?;
    super::begun(read, &ids).await
}

/// An import of the customer's users, with its first lines.
pub(crate) async fn detail(
    read: &mut Read,
    customer: OrganizationId,
    id: ImportId,
) -> PortalResult<ImportDetail> {
    let asking = Asking::of(read).await?;
    if visible(&asking, read.db(), id.into_uuid()).await? != customer {
        return Err(PortalError::NotFound);
    }
    let row = super::of(read.db(), id)
        .await?
        .ok_or(PortalError::NotFound)?;
    super::whole(read, row).await
}

/// The customer of an import that the caller may see. Others are not there.
async fn visible(asking: &Asking, db: &mut PgConnection, id: Uuid) -> PortalResult<OrganizationId> {
    let customer = sqlx::query_scalar!(
        r#"select customer_id as "customer!" from import
           where id = $1 and operator_id = $2 and customer_id is not null"#,
        id,
        asking.own().into_uuid(),
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed)?;
    let customer = OrganizationId::from_uuid(customer.ok_or(PortalError::NotFound)?);
    asking.customer(db, customer).await?;
    Ok(customer)
}

impl Shown for UserImportLines {
    type Rows = OfCustomers;
    const FILE: &'static str = "user-import-lines";

    async fn rows(read: &mut Read) -> PortalResult<OfCustomers> {
        Asking::of(read).await.map(OfCustomers)
    }
}

/// The lines of imports for customers.
pub(crate) struct OfCustomers(Asking);

#[async_trait]
impl Rows for OfCustomers {
    type Row = LineRow;
    type Page = Page<LineRow>;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<LineRow>> {
        let import: Uuid = query.of.parse().map_err(|_| PortalError::NotFound)?;
        visible(&self.0, db, import).await?;
        lines::of_import(db, import, query, (size, totaled)).await
    }

    fn spec(&self, lang: Lang) -> List<LineRow> {
        spec::of_user_lines(lang)
    }

    async fn around(
        self,
        found: Page<LineRow>,
        _: &ListQuery,
        _: &mut PgConnection,
    ) -> PortalResult<Page<LineRow>> {
        Ok(found)
    }
}
