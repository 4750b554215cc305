//! The catalog, and lines of it.

mod detail;
mod list;

pub(crate) use detail::product;
pub(crate) use list::LISTS;

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    catalog::model::{ChosenLine, ProductRow},
    error::PortalError,
    list::model::{ListQuery, Page},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    catalog::{Held, Sale},
    ids::SkuId,
    market::{Country, Currency},
    organization::Organization,
    text::search::Search,
};

use super::store::{self, Row};
use crate::{
    list::{SeekPosition, count, search, sorting},
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// Products on a page: fewer than in a list, because the form around them goes on below.
pub(crate) const SIZE: usize = 20;
/// One more tells whether there is another page.
const LIMIT: i64 = SIZE as i64 + 1;

/// The catalog, in the currency of this country; without prices for a country that has no currency.
pub async fn products(
    read: &mut Read,
    country: &str,
    query: ListQuery,
) -> PortalResult<Page<ProductRow>> {
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ViewCustomers)?;
    let now = read.now();
    let currency = Country::parse(country).ok().and_then(Country::currency);
    found(read.db(), currency, &query, now).await
}

/// The operator, if the caller keeps its catalog.
async fn may_manage(read: &mut Read) -> PortalResult<Organization> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageCatalog)?;
    Ok(operator)
}

/// The chosen lines, with their products; SKUs that are not in the catalog are left out.
pub(crate) async fn lines(
    db: &mut PgConnection,
    currency: Option<Currency>,
    chosen: Vec<(SkuId, String)>,
    now: Timestamp,
) -> PortalResult<Vec<ChosenLine>> {
    let skus: Vec<SkuId> = chosen.iter().map(|(sku, _)| *sku).collect();
    let rows = store::rows(db, &skus, currency, now)
        .await
        .map_err(failed)?;
    let products: HashMap<SkuId, ProductRow> = rows
        .into_iter()
        .map(|row| (SkuId::from_uuid(row.sku_id), shown(row, currency)))
        .collect();
    let lines = chosen.into_iter().filter_map(|(sku, quantity)| {
        let product = products.get(&sku)?.clone();
        Some(ChosenLine { product, quantity })
    });
    Ok(lines.collect())
}

/// The row of a product of which the customer has nothing.
fn shown(row: Row, currency: Option<Currency>) -> ProductRow {
    ProductRow {
        held: Held::default(),
        product: row.product(currency),
        part_number: row.part_number,
        demo_figures: row.demo_figures,
    }
}

macro_rules! rows {
    ($beyond:literal, $order:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            r#"select p.sku_id, lower(p.name collate "C") as "key!", p.part_number, p.offer, p.name, p.sold, p.minimum, p.maximum, p.per_customer,
                  p.one_per_customer, p.demo_figures, c.minor as "minor?", d.body as "sale?: Json<Sale>"
               from product p left join product_price c on c.sku_id = p.sku_id and c.currency = $1
                  left join product_sale d on d.id = p.sku_id
               where p.search like all($2)
                  and (lower(p.name collate "C"), p.sku_id) "# + $beyond + r#" ($3, $4)
               order by lower(p.name collate "C")"# + $order + ", p.sku_id" + $order + " limit $5",
            $($argument),+
        )
    };
}

/// The products whose name or part number contains every typed word.
pub(crate) async fn found(
    db: &mut PgConnection,
    currency: Option<Currency>,
    query: &ListQuery,
    now: Timestamp,
) -> PortalResult<Page<ProductRow>> {
    let words = search::patterns_of(&Search::parse(&query.search));
    let total = sqlx::query_scalar!(
        r#"select count(*) as "count!" from product where search like all($1)"#,
        &words,
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    let (_, descending) = sorting(&query.sort, "name");
    let place = SeekPosition::<String>::of(&query.cursor, descending);
    let code = currency.map_or("", Currency::code);
    let mut rows = if place.descending {
        rows!("<", " desc", code, &words, place.key, place.id, LIMIT)
            .fetch_all(&mut *db)
            .await
    } else {
        rows!(">", " asc", code, &words, place.key, place.id, LIMIT)
            .fetch_all(&mut *db)
            .await
    }
    .map_err(failed)?;
    store::by_dates(db, &mut rows, currency, now)
        .await
        .map_err(failed)?;
    let found = place.page(rows, SIZE, count(total), |row: &Row| {
        (row.key.clone(), row.sku_id)
    });
    let rows = found
        .rows
        .into_iter()
        .map(|row| shown(row, currency))
        .collect();
    Ok(Page {
        rows,
        total: found.total,
        is_at_least: false,
        next: found.next,
        previous: found.previous,
    })
}
