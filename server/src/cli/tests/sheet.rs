//! Imports of the program's price sheet, one after another.

use tierline_app::list::model::ListQuery;
use tierline_core::market::Country;

use super::{AdminError, Installation, request};
use crate::{catalog, cli::perform, clock::Clock};

/// The form of the program's sheet; what is in it is made up.
const SHEET: &str = include_str!("../../../../core/src/catalog/sheet/sample.csv");

#[tokio::test]
async fn the_programs_price_sheet_is_imported_as_it_comes() {
    let here = Installation::on(march()).await;
    let file = SheetFile::new();
    file.write(SHEET);
    let plain = file.import();
    let import = format!("{plain} --market TW,Germany --segment Commercial");
    match perform(&here.state, request(&plain).unwrap()).await {
        Err(AdminError::Unprepared(error)) => {
            assert!(error.to_string().contains("--market"), "{error}");
        }
        other => panic!("{other:?}"),
    }

    let dry = here.done(&format!("{import} --dry-run")).await.to_string();
    for expected in [
        "price sheet for DE, TW, commercial: 14 prices of 3 products; skipped 18 lines for other",
        "14 new, 0 changed, 0 ended, 0 unchanged; 3 new products",
        "new: Cloud Basic (CFQ7TEST0001:0001), TW, P1Y annual, from 1 license: TWD 1216.00, retail TWD 1536.00",
        "nothing was written",
    ] {
        assert!(dry.contains(expected), "`{expected}` is not in:\n{dry}");
    }
    assert_eq!(here.number("select count(*) from product").await, 0);
    assert!(imports(&here).await.is_empty());

    let done = here.done(&import).await.to_string();
    assert!(done.contains("14 new"), "{done}");
    let stored: Vec<String> = sqlx::query_scalar(
        "select concat_ws(' ', offer, market, segment, term, plan, tier_from, tier_to, currency, partner_minor,
            retail_minor, extract(year from starts_at), extract(epoch from ends_at)::bigint)
         from sheet_price join product using (sku_id) where market = 'DE' order by offer, term, plan, tier_from",
    )
    .fetch_all(here.pool())
    .await
    .unwrap();
    assert_eq!(
        stored,
        [
            "CFQ7TEST0001:0001 DE commercial P1M monthly 1 EUR 400 500 2026",
            "CFQ7TEST0001:0001 DE commercial P1Y annual 1 EUR 3800 4800 2026",
            "CFQ7TEST0001:0001 DE commercial P1Y monthly 1 EUR 4000 5000 2026",
            "CFQ7TEST0001:0001 DE commercial P3Y triennial 1 EUR 10000 12000 2026",
            "CFQ7TEST0002:000A DE commercial P1Y annual 1 99 EUR 9000 10000 2026",
            "CFQ7TEST0002:000A DE commercial P1Y annual 100 500 EUR 8000 10000 2026",
            "CFQ7TEST0003:0002 DE commercial P1M none 1 EUR 0 0 2026 1782864000",
        ]
    );
    // The catalog has the retail price of a month.
    let shown = catalog_in(&here, "TW").await;
    assert_eq!(shown[0], "Cloud Basic sold 1 2147483647 TWD 16000");
    let again = here.done(&import).await.to_string();
    assert!(
        again.contains("0 new, 0 changed, 0 ended, 14 unchanged; 0 new products"),
        "{again}"
    );

    // A later sheet: one price has changed, and one product is gone in Germany.
    let later: String = SHEET
        .split_inclusive('\n')
        .filter(|line| !line.contains("Meeting Room") || line.contains(",TW,"))
        .map(|line| line.replace("TW,TWD,128.00,1,", "TW,TWD,130.00,1,"))
        .collect();
    file.write(&later);
    let later = here.done(&import).await.to_string();
    for expected in [
        "0 new, 1 changed, 2 ended, 11 unchanged",
        "TWD 128.00, retail TWD 160.00 -> TWD 130.00, retail TWD 160.00",
        "ended: Meeting Room (CFQ7TEST0002:000A), DE, P1Y annual, from 100 licenses: EUR 80.00",
    ] {
        assert!(later.contains(expected), "`{expected}` is not in:\n{later}");
    }
    let ended = "select count(*) from sheet_price join product using (sku_id)
        where name = 'Meeting Room' and market = 'DE' and ends_at = '2026-03-01T00:00:00Z'";
    assert_eq!(here.number(ended).await, 2);
    // It is still sold in Taiwan.
    assert_eq!(sold(&here).await, 3);
    let without: String = SHEET
        .split_inclusive('\n')
        .filter(|line| !line.contains("Meeting Room"))
        .collect();
    file.write(&without);
    here.done(&import).await;
    assert_eq!(sold(&here).await, 2);
    // Added, changed, unchanged, prices: an event for each import, with the user who did it.
    assert_eq!(
        imports(&here).await,
        [
            "3 0 0 14 Pat",
            "0 0 3 14 Pat",
            "0 2 1 12 Pat",
            "0 2 1 10 Pat"
        ]
    );
}

#[tokio::test]
async fn an_import_leaves_what_other_markets_and_segments_brought() {
    let here = Installation::on(march()).await;
    let file = SheetFile::new();
    let import = |market: &str, segment: &str| {
        format!("{} --market {market} --segment {segment}", file.import())
    };
    file.write(SHEET);
    here.done(&import("DE", "Commercial")).await;
    let before = catalog(&here).await;
    assert_eq!(before[0], "Cloud Basic sold 1 2147483647 EUR 500");
    assert_eq!(before[1], "Meeting Room sold 1 500");

    // The same products for education: other names, prices and numbers of licenses.
    let education = SHEET
        .replace("Commercial", "Other")
        .replace("Education", "Commercial")
        .replace(",Other", ",Education")
        .replace(",Cloud Basic,Example", ",Basic for schools,Example")
        .replace("EUR,4.00,1,,", "EUR,1.00,1,5,")
        .replace(",5.00,Education", ",2.00,Education")
        .replace(",100,500,", ",100,900,");
    file.write(&education);
    here.done(&import("DE", "Education")).await;
    assert_eq!(catalog(&here).await, before);

    // Another market with the same currency and another price: neither is shown.
    let france = SHEET
        .replace(",DE,EUR,", ",FR,EUR,")
        .replace(",5.00,Commercial", ",5.50,Commercial");
    file.write(&france);
    let dry = format!("{} --dry-run", import("FR", "Commercial"));
    for line in [dry, import("FR", "Commercial")] {
        let told = here.done(&line).await.to_string();
        let expected = "markets with the same currency have different prices: 1 price";
        assert!(told.contains(expected), "{told}");
    }
    assert_eq!(catalog(&here).await[0], "Cloud Basic sold 1 2147483647");

    // Once the other market has the same price, it is shown.
    file.write(&france.replace(",5.50,Commercial", ",5.00,Commercial"));
    here.done(&import("FR", "Commercial")).await;
    assert_eq!(catalog(&here).await, before);
}

#[tokio::test]
async fn products_whose_prices_have_all_ended_are_not_sold() {
    let here = Installation::on(march()).await;
    let file = SheetFile::new();
    file.write(SHEET);
    let import = format!("{} --market TW --segment Commercial", file.import());
    here.done(&import).await;
    // By the day, without another import.
    let at = |moment: &str| here.state.clock.set(moment.parse().unwrap()).unwrap();
    at("2026-06-30T23:59:59.999999Z");
    assert_eq!(catalog(&here).await[2], "Trial sold 1 2147483647");
    at("2026-07-01T00:00:00Z");
    assert_eq!(catalog(&here).await[2], "Trial ended 1 2147483647");
    here.done(&import).await;
    assert_eq!(catalog(&here).await[2], "Trial ended 1 2147483647");
    // The same for a product whose first sheet is an old one.
    let import = format!("{} --market JP --segment Commercial", file.import());
    file.write(&SHEET.replace("CFQ7TEST0003", "CFQ7TEST0004"));
    here.done(&import).await;
    let last = catalog(&here).await.pop();
    assert_eq!(last.as_deref(), Some("Trial ended 1 2147483647"));
    assert_eq!(here.number("select count(*) from product").await, 4);
}

#[tokio::test]
async fn a_price_counts_from_its_first_day() {
    let here = Installation::on(march()).await;
    let file = SheetFile::new();
    let import = format!("{} --market DE --segment Commercial", file.import());
    file.write(SHEET);
    here.done(&import).await;
    // The next sheet is imported before its prices begin; one of its products is new.
    let next = SHEET
        .replace("2026-01-01T00:00:00", "2026-04-01T00:00:00")
        .replace(",5.00,Commercial", ",6.00,Commercial")
        .replace("Meeting Room,CFQ7TEST0002", "Meeting Room,CFQ7TEST0009");
    file.write(&next);
    here.done(&import).await;
    let at = |moment: &str| here.state.clock.set(moment.parse().unwrap()).unwrap();
    at("2026-03-31T23:59:59.999999Z");
    let march = catalog(&here).await;
    assert_eq!(march[0], "Cloud Basic sold 1 2147483647 EUR 500");
    assert_eq!(sold(&here).await, 2);
    at("2026-04-01T00:00:00Z");
    let april = catalog(&here).await;
    assert_eq!(april[0], "Cloud Basic sold 1 2147483647 EUR 600");
    assert_eq!(sold(&here).await, 3);
}

#[tokio::test]
async fn a_simple_list_takes_a_product_out_of_the_sheet() {
    let here = Installation::on(march()).await;
    let file = SheetFile::new();
    file.write(SHEET);
    here.done(&format!(
        "{} --market DE --segment Commercial",
        file.import()
    ))
    .await;
    let sku: uuid::Uuid =
        sqlx::query_scalar("select sku_id from product where name = 'Cloud Basic'")
            .fetch_one(here.pool())
            .await
            .unwrap();
    file.write(&format!(
        "sku,part_number,name,maximum,EUR\n{sku},OWN,Cloud Basic,20,7.00\n"
    ));
    here.done(&file.import()).await;
    assert_eq!(catalog(&here).await[0], "Cloud Basic sold 1 20 EUR 700");
}

fn march() -> Clock {
    Clock::manual("2026-03-01T00:00:00Z".parse().unwrap())
}

/// What the catalog has at this moment, by name.
async fn catalog(here: &Installation) -> Vec<String> {
    catalog_in(here, "DE").await
}

async fn catalog_in(here: &Installation, country: &str) -> Vec<String> {
    let mut db = here.pool().acquire().await.unwrap();
    let (query, now) = (ListQuery::default(), here.state.clock.now());
    let country: Country = country.parse().unwrap();
    let page = catalog::query::found(&mut db, Some(country), &query, now).await;
    let shown = page.unwrap().rows.into_iter().map(|row| {
        let (product, limits) = (&row.product, row.product.limits);
        let sold = if product.sold { "sold" } else { "ended" };
        let (from, to) = (limits.minimum, limits.maximum);
        match product.price {
            Some(price) => format!(
                "{} {sold} {from} {to} {} {}",
                product.name,
                price.currency.code(),
                price.minor
            ),
            None => format!("{} {sold} {from} {to}", product.name),
        }
    });
    shown.collect()
}

async fn sold(here: &Installation) -> usize {
    let shown = catalog(here).await;
    shown.iter().filter(|line| line.contains(" sold ")).count()
}

/// The imports in the log, the oldest first.
async fn imports(here: &Installation) -> Vec<String> {
    sqlx::query_scalar(
        "select concat_ws(' ', effect ->> 'added', effect ->> 'changed', effect ->> 'unchanged', effect ->> 'prices',
            split_part(u.name, ' ', 1))
         from (select id, body -> 'event' -> 'effect' as effect, (body -> 'event' ->> 'by')::uuid as by from event
            where object = 'price_list') e
         join app_user u on u.id = e.by order by e.id",
    )
    .fetch_all(here.pool())
    .await
    .unwrap()
}

/// A file that is there as long as its test runs.
struct SheetFile(std::path::PathBuf);

impl SheetFile {
    fn new() -> SheetFile {
        let name = format!("tierline-sheet-{}.csv", uuid::Uuid::now_v7().simple());
        SheetFile(std::env::temp_dir().join(name))
    }

    fn write(&self, text: &str) {
        std::fs::write(&self.0, text).unwrap();
    }

    fn import(&self) -> String {
        format!("catalog import {}", self.0.display())
    }
}

impl Drop for SheetFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
