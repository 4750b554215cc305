//! The catalog, and lines of it.

mod detail;
mod list;
mod plan;

pub(crate) use detail::product;
pub(crate) use list::LISTS;
pub(crate) use plan::{Told, lines, with_plans};

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    catalog::model::ProductRow,
    error::PortalError,
    list::model::{ListQuery, Page},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    catalog::{Held, Kind, Sale},
    customer::{CreateFacts, Taken, may_begin},
    market::{Country, Currency},
    organization::Organization,
    text::search::Search,
};

use self::plan::Filter;
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

/// The catalog, in the currency of this country and by the plans of its market; without prices for a country that has
/// no currency.
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
    let country = Country::parse(country).ok();
    let mut page = found(read.db(), country, &query, now).await?;
    if let Some(country) = country.filter(|country| country.currency().is_some()) {
        // It is asked by whoever makes a new customer, who orders for it.
        let creating = CreateFacts {
            partner: &organization,
            reseller: None,
            providers: &[],
            taken: Taken::default(),
            products: &[],
            offers: &[],
        };
        let told = Told::to(may_begin(creating, &actor, now).is_ok());
        with_plans(read.db(), &mut page.rows, (country, told), &query, now).await?;
    }
    Ok(page)
}

/// The operator, if the caller keeps its catalog.
async fn may_manage(read: &mut Read) -> PortalResult<Organization> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    access::authorize_on_program(&operator, &actor, Action::ManageCatalog)?;
    Ok(operator)
}

/// The row of a product of which the customer has nothing.
fn shown(row: Row, currency: Option<Currency>) -> ProductRow {
    ProductRow {
        held: Held::default(),
        product: row.product(currency),
        part_number: row.part_number,
        demo_figures: row.demo_figures,
        kind: Kind::License,
        plans: Vec::new(),
        goes_with: Vec::new(),
    }
}

macro_rules! rows {
    ($beyond:literal, $order:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            Row,
            r#"select p.sku_id, p.sort_key as "key!", p.part_number, p.offer, p.name, p.sold, p.minimum, p.maximum, p.per_customer,
                  p.one_per_customer, p.demo_figures, c.minor as "minor?", d.body as "sale?: Json<Sale>"
               from product p left join product_price c on c.sku_id = p.sku_id and c.currency = $1
                  left join product_sale d on d.id = p.sku_id
               where p.search like all($2) and p.kind = any($6) and (not $7 or case when p.offer is null then $8
                  else exists (select from sheet_price s where s.sku_id = p.sku_id and s.market = $9
                     and s.term = any($10) and s.plan = any($11)
                     and s.starts_at <= $12 and (s.ends_at is null or s.ends_at > $12)) end)
                  and (p.sort_key, p.sku_id) "# + $beyond + r#" ($3, $4)
               order by p.sort_key"# + $order + ", p.sku_id" + $order + " limit $5",
            $($argument),+
        )
    };
}

/// The products whose name or part number contains every typed word, of the kind and sold by the plans that are asked
/// for.
pub(crate) async fn found(
    db: &mut PgConnection,
    country: Option<Country>,
    query: &ListQuery,
    now: Timestamp,
) -> PortalResult<Page<ProductRow>> {
    let words = search::patterns_of(&Search::parse(&query.search));
    let currency = country.and_then(Country::currency);
    let market = country.map_or("", |country| country.code());
    let filter = Filter::of(query);
    let (kinds, terms, billings) = (filter.kinds(), filter.terms(), filter.billings());
    let (by_plan, simple) = (filter.is_by_plan(), filter.has_simple());
    let total = sqlx::query_scalar!(
        r#"select count(*) as "count!" from product p
           where p.search like all($1) and p.kind = any($2) and (not $3 or case when p.offer is null then $4
              else exists (select from sheet_price s where s.sku_id = p.sku_id and s.market = $5
                 and s.term = any($6) and s.plan = any($7)
                 and s.starts_at <= $8 and (s.ends_at is null or s.ends_at > $8)) end)"#,
        &words,
        &kinds,
        by_plan,
        simple,
        market,
        &terms,
        &billings,
        now,
    )
    .fetch_one(&mut *db)
    .await
    .map_err(failed)?;
    let (_, descending) = sorting(&query.sort, "name");
    let place = SeekPosition::<String>::of(&query.cursor, descending);
    let code = currency.map_or("", Currency::code);
    let mut rows = if place.descending {
        rows!(
            "<", " desc", code, &words, place.key, place.id, LIMIT, &kinds, by_plan, simple,
            market, &terms, &billings, now
        )
        .fetch_all(&mut *db)
        .await
    } else {
        rows!(
            ">", " asc", code, &words, place.key, place.id, LIMIT, &kinds, by_plan, simple, market,
            &terms, &billings, now
        )
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
