//! The operator's catalog, by name.

use async_trait::async_trait;
use sqlx::PgConnection;
use tierline_app::{
    catalog::{
        list::{self as spec, Catalog, MARKET, ORIGIN, SOLD},
        model::{CatalogPage, CatalogRow, Origin},
    },
    i18n::Lang,
    list::{
        model::{ListQuery, Page},
        spec::List,
    },
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    ids::SkuId,
    market::{Country, Currency},
};

use crate::{
    catalog::store::{self, Row},
    list::{
        csv::Rows,
        in_order,
        shown::{Entry, Shown},
        source::{Part, Sort, SortKey, Source, Wanted},
    },
    organization::query::failed,
    pipeline::Read,
};

/// The products.
pub(crate) const LISTS: &[Entry] = &[Entry::of::<Catalog>()];

impl Shown for Catalog {
    type Rows = Visible;
    const FILE: &'static str = "catalog";

    async fn rows(read: &mut Read) -> PortalResult<Visible> {
        super::may_manage(read).await?;
        Ok(Visible { now: read.now() })
    }
}

/// Every product, as it is sold now.
pub(crate) struct Visible {
    now: Timestamp,
}

static PRODUCTS: Source = Source {
    from: "product p",
    id: "p.sku_id",
    search: "p.search",
    index: None,
    sorts: &[Sort {
        name: "name",
        key: SortKey::Text("p.sort_key"),
    }],
    own: "name",
};

#[async_trait]
impl Rows for Visible {
    type Row = CatalogRow;
    type Page = CatalogPage;

    async fn page(
        &self,
        db: &mut PgConnection,
        query: &ListQuery,
        size: usize,
        totaled: bool,
    ) -> PortalResult<Page<CatalogRow>> {
        let market = Country::parse(query.filter(MARKET)).ok();
        let currency = market.and_then(Country::currency);
        let wanted = Wanted::new(&PRODUCTS, query, self.conditions(query, market));
        let (found, total) = wanted.found(db, size, totaled).await.map_err(failed)?;
        let skus: Vec<SkuId> = found
            .rows
            .iter()
            .map(|sku| SkuId::from_uuid(*sku))
            .collect();
        let rows = store::rows(db, &skus, currency, self.now)
            .await
            .map_err(failed)?;
        let rows = in_order(&found.rows, rows, |row| row.sku_id);
        let rows = rows.into_iter().map(|row| shown(&row, currency)).collect();
        Ok(found.with(rows, total))
    }

    fn spec(&self, lang: Lang) -> List<CatalogRow> {
        spec::list(lang)
    }

    async fn around(
        self,
        found: Page<CatalogRow>,
        _: &ListQuery,
        db: &mut PgConnection,
    ) -> PortalResult<CatalogPage> {
        let sold = sqlx::query!(
            r#"select array(select distinct market from sheet_price) as "markets!",
                  array(select distinct currency from product_price) as "currencies!""#
        )
        .fetch_one(db)
        .await
        .map_err(failed)?;
        let has_price = |country: &Country| {
            sold.markets.iter().any(|code| code == country.code())
                || country
                    .currency()
                    .is_some_and(|it| sold.currencies.iter().any(|code| code == it.code()))
        };
        Ok(CatalogPage {
            products: found,
            markets: Country::all().filter(has_price).collect(),
        })
    }
}

impl Visible {
    fn conditions(&self, query: &ListQuery, market: Option<Country>) -> Vec<Vec<Part>> {
        let mut conditions = Vec::new();
        let sold = query.filter(SOLD);
        if sold == "yes" || sold == "no" {
            // As core has it: of the price sheet, what has a price today, and never what was withdrawn.
            conditions.push(vec![
                Part::Sql(
                    "(case when p.offer is null then p.sold else exists (select from sheet_price s
                        where s.sku_id = p.sku_id and s.starts_at <= ",
                ),
                Part::Time(self.now),
                Part::Sql(" and (s.ends_at is null or s.ends_at > "),
                Part::Time(self.now),
                Part::Sql(
                    ")) end and not exists (select from product_sale d where d.id = p.sku_id and d.withdrawn))",
                ),
                Part::Sql(if sold == "yes" { "" } else { " is false" }),
            ]);
        }
        if let Some(market) = market {
            let currency = market.currency().map_or("", Currency::code);
            conditions.push(vec![
                Part::Sql("(exists (select from sheet_price s where s.sku_id = p.sku_id and s.market = "),
                Part::Text(market.code().to_owned()),
                Part::Sql(") or exists (select from product_price c where c.sku_id = p.sku_id and c.currency = "),
                Part::Text(currency.to_owned()),
                Part::Sql("))"),
            ]);
        }
        let origin = Origin::ALL
            .into_iter()
            .find(|it| it.code() == query.filter(ORIGIN));
        if let Some(origin) = origin {
            conditions.push(vec![Part::Sql(match origin {
                Origin::PriceSheet => "p.offer is not null",
                Origin::PriceList => "p.offer is null and not p.demo_figures",
                Origin::Demo => "p.offer is null and p.demo_figures",
            })]);
        }
        conditions
    }
}

/// A product as the operator sees it.
pub(super) fn shown(row: &Row, currency: Option<Currency>) -> CatalogRow {
    let origin = match (&row.offer, row.demo_figures) {
        (Some(_), _) => Origin::PriceSheet,
        (None, false) => Origin::PriceList,
        (None, true) => Origin::Demo,
    };
    CatalogRow {
        product: row.product(currency),
        part_number: row.part_number.clone(),
        origin,
    }
}
