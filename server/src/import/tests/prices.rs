//! The program's price sheet.

use serde_json::json;
use tierline_app::{catalog::list::Catalog, list::model::ListQuery, portal::all::*};
use tierline_core::import::{Effect, Kind, Problem, Status, Wanted};

use super::{apply, given, lines, looked_at};
use crate::{import::Chosen, testing::world::World};

const HEAD: &str = "ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,\
    EffectiveStartDate,EffectiveEndDate,ERP Price,Segment\n";

fn chosen() -> Chosen {
    Chosen {
        kind: Kind::PriceSheet,
        choice: json!({ "markets": ["TW"], "segment": "Commercial" }),
        name: "sheet.csv".to_owned(),
    }
}

/// A product for a month.
fn line(sku: &str, name: &str, partner: &str, retail: &str) -> String {
    format!(
        "Business,CFQ7TTC0LH18,{sku},{name},P1M,Monthly,TW,TWD,{partner},2026-01-01T00:00:00Z,\
         9999-12-31T00:00:00Z,{retail},Commercial\n"
    )
}

async fn catalog(world: &World, query: &str) -> Vec<(String, bool, Option<i64>)> {
    let portal = world.portal(&world.operator);
    let page = portal.listed::<Catalog>(ListQuery::parse(query)).await;
    let rows = page.unwrap().products.rows.into_iter();
    rows.map(|it| {
        let price = it.product.price.map(|price| price.minor);
        (it.product.name, it.product.sold, price)
    })
    .collect()
}

#[tokio::test]
async fn old_and_new_prices_are_shown_before_they_are_applied() {
    let (world, _own) = given().await;
    let first = format!(
        "{HEAD}{}{}",
        line("0001", "Basic", "100", "120"),
        line("0002", "Standard", "200", "240")
    );
    let checked = looked_at(&world, chosen(), first.as_bytes()).await;
    assert_eq!(checked.row.status, Status::Checked, "{checked:?}");
    assert_eq!((checked.row.counts.lines, checked.row.counts.added), (2, 2));
    assert_eq!(checked.choice, ["TW", "Commercial"]);
    assert_eq!(catalog(&world, "origin=price_sheet").await, []);
    apply(&world, checked.row.id).await;
    assert_eq!(
        catalog(&world, "origin=price_sheet&market=TW").await,
        [
            ("Basic".to_owned(), true, Some(12_000)),
            ("Standard".to_owned(), true, Some(24_000)),
        ]
    );

    let second = format!(
        "{HEAD}{}{}",
        line("0001", "Basic", "110", "130"),
        line("0003", "Premium", "300", "360")
    );
    let checked = looked_at(&world, chosen(), second.as_bytes()).await;
    let counts = checked.row.counts;
    assert_eq!((counts.added, counts.changed, counts.ended), (1, 1, 1));
    let changed = lines(&world, checked.row.id, "effect=changed").await;
    assert_eq!(changed[0].subject, "Basic (CFQ7TTC0LH18:0001)");
    assert_eq!(
        changed[0].before.as_deref(),
        Some("TWD 100.00 / TWD 120.00")
    );
    assert_eq!(changed[0].after.as_deref(), Some("TWD 110.00 / TWD 130.00"));
    let ended = lines(&world, checked.row.id, "effect=ended").await;
    assert_eq!(
        (ended[0].effect, ended[0].after.as_deref()),
        (Effect::Ended, None)
    );
    apply(&world, checked.row.id).await;
    assert_eq!(
        catalog(&world, "origin=price_sheet&sold=no").await,
        [("Standard".to_owned(), false, None)]
    );
    let sold = catalog(&world, "origin=price_sheet&sold=yes&market=TW").await;
    assert_eq!(
        sold,
        [
            ("Basic".to_owned(), true, Some(13_000)),
            ("Premium".to_owned(), true, Some(36_000)),
        ]
    );
    let by = "select count(*) from event where object = 'price_list'";
    assert_eq!(world.count(by).await, 2);
}

#[tokio::test]
async fn every_wrong_line_of_a_sheet_is_named() {
    let (world, _own) = given().await;
    let wrong = line("1", "Basic", "100", "120").repeat(70);
    let found = looked_at(&world, chosen(), format!("{HEAD}{wrong}").as_bytes()).await;
    assert_eq!(
        (found.row.status, found.row.counts.wrong),
        (Status::Wrong, 70)
    );
    let sku = Problem::invalid("SkuId", "1", Wanted::Sku);
    assert_eq!(found.first[0].problem, Some(sku));
    let other = looked_at(&world, chosen(), b"sku,part_number,name,maximum\n").await;
    let missing = Problem::ColumnMissing {
        column: "ProductId".to_owned(),
    };
    assert!(
        other
            .first
            .iter()
            .any(|it| it.problem.as_ref() == Some(&missing))
    );
}

#[tokio::test]
async fn a_product_shows_its_prices_of_one_market() {
    let (world, _own) = given().await;
    let file = format!("{HEAD}{}", line("0001", "Basic", "100", "120"));
    let checked = looked_at(&world, chosen(), file.as_bytes()).await;
    apply(&world, checked.row.id).await;
    let portal = world.portal(&world.operator);
    let page = portal.listed::<Catalog>(ListQuery::parse("origin=price_sheet"));
    let sku = page.await.unwrap().products.rows[0].product.sku;
    let product = portal.product(sku, "").await.unwrap();
    assert_eq!(product.market, "TW".parse().ok());
    assert_eq!(product.prices.len(), 1);
    assert_eq!(product.prices[0].partner, "TWD 100.00");
    assert!(
        world
            .portal(&world.provider)
            .product(sku, "")
            .await
            .is_err()
    );
}
