//! The program's price sheet.

use serde_json::json;
use tierline_app::{catalog::list::Catalog, list::model::ListQuery, portal::all::*};
use tierline_core::{
    catalog::{Limits, SaleCommand},
    import::{Effect, Kind, Problem, Status, Wanted},
};

use super::{apply, code, given, lines, looked_at};
use crate::{
    import::Chosen,
    testing::world::{World, request},
};

const HEAD: &str = "ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,\
    EffectiveStartDate,EffectiveEndDate,ERP Price,Segment\n";

fn chosen() -> Chosen {
    Chosen {
        kind: Kind::PriceSheet,
        customer: None,
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

/// A line for so many licenses at most.
fn tier(sku: &str, name: &str, most: u32) -> String {
    line(sku, name, "100", "120").replace("\n", &format!(",1,{most}\n"))
}

#[tokio::test]
async fn what_the_operator_has_decided_stays_and_is_named_in_the_dry_run() {
    let (world, _own) = given().await;
    let head = HEAD.replace('\n', ",PricingTierRangeMin,PricingTierRangeMax\n");
    let sheet = |most| {
        let (basic, standard) = (tier("0001", "Basic", most), tier("0002", "Standard", 300));
        format!("{head}{basic}{standard}")
    };
    let checked = looked_at(&world, chosen(), sheet(300).as_bytes()).await;
    apply(&world, checked.row.id).await;
    let portal = world.portal(&world.operator);
    let page = portal.listed::<Catalog>(ListQuery::parse("origin=price_sheet"));
    let skus: Vec<_> = page.await.unwrap().products.rows;
    let skus: Vec<_> = skus.into_iter().map(|row| row.product.sku).collect();
    let decide = async |sku, command| {
        let reason = "it is retired".parse().unwrap();
        portal
            .change_sale(sku, command, reason, None, request())
            .await
    };
    let limits = Limits {
        minimum: 1,
        maximum: 200,
        per_customer: None,
        one_per_customer: false,
    };
    // There are no prices for more.
    let more = Limits {
        maximum: 301,
        ..limits
    };
    let unpriced = decide(skus[0], SaleCommand::SetLimits { limits: more }).await;
    assert_eq!(code(unpriced), "limits_unpriced");
    decide(skus[0], SaleCommand::SetLimits { limits })
        .await
        .unwrap();
    decide(skus[1], SaleCommand::Withdraw).await.unwrap();

    let checked = looked_at(&world, chosen(), sheet(100).as_bytes()).await;
    let kept = checked.first.iter().map(|line| {
        let range = (line.before.as_deref(), line.after.as_deref());
        (line.effect, range)
    });
    let kept: Vec<_> = kept.take(2).collect();
    assert_eq!(
        kept,
        [
            (Effect::LimitsUnpriced, (Some("1–100"), Some("1–200"))),
            (Effect::StaysWithdrawn, (None, None)),
        ]
    );
    apply(&world, checked.row.id).await;
    let basic = portal.product(skus[0], "").await.unwrap();
    assert_eq!(basic.row.product.limits.maximum, 200);
    assert_eq!(basic.sale.listed.limits.maximum, 100);
    assert!(!portal.product(skus[1], "").await.unwrap().row.product.sold);
    assert_eq!(
        catalog(&world, "origin=price_sheet&sold=no").await,
        [("Standard".to_owned(), false, None)]
    );
    // Who imported what, with the prices before and after.
    assert_eq!(basic.imports.len(), 2);
    assert_eq!(basic.imports[0].changes[0].effect, Effect::Changed);
    assert_eq!(basic.imports[1].changes[0].effect, Effect::Added);
    let standard = portal.product(skus[1], "").await.unwrap();
    assert_eq!(standard.imports.len(), 1, "the second import left it alone");
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

#[tokio::test]
async fn a_list_of_the_operators_own_is_checked_and_applied() {
    let (world, _own) = given().await;
    let list = || Chosen {
        kind: Kind::PriceList,
        customer: None,
        choice: serde_json::Value::Null,
        name: "prices.csv".to_owned(),
    };
    let (head, sku) = (
        "sku,part_number,name,maximum,per_customer,TWD\n",
        "3b555118-da6a-4418-894f-7df1e2096870",
    );
    let wrong = format!("{head}{sku},ROOM,Room,0,,12.5\n{sku},ROOM,Room,many,,\n");
    let found = looked_at(&world, list(), wrong.as_bytes()).await;
    assert_eq!(found.row.status, Status::Wrong);
    let told = found
        .first
        .iter()
        .map(|line| (line.line, line.problem.clone()));
    let below = Problem::Below {
        column: "maximum".to_owned(),
        other: "minimum".to_owned(),
    };
    let many = Problem::invalid("maximum", "many", Wanted::Licenses);
    assert_eq!(
        told.collect::<Vec<_>>(),
        [(Some(2), Some(below)), (Some(3), Some(many))]
    );

    let first = format!("{head}{sku},ROOM,Room,50,50,100\n");
    let checked = looked_at(&world, list(), first.as_bytes()).await;
    assert_eq!(
        checked.first[0].after.as_deref(),
        Some("1–50, ≤ 50, TWD 100.00")
    );
    apply(&world, checked.row.id).await;
    assert_eq!(
        catalog(&world, "search=room&market=TW").await,
        [("Room".to_owned(), true, Some(10_000))]
    );
    let portal = world.portal(&world.operator);
    let reason = "it is retired".parse().unwrap();
    let sku_id = sku.parse().unwrap();
    portal
        .change_sale(sku_id, SaleCommand::Withdraw, reason, None, request())
        .await
        .unwrap();
    let dearer = format!("{head}{sku},ROOM,Room,50,50,110\n");
    let checked = looked_at(&world, list(), dearer.as_bytes()).await;
    let effects: Vec<_> = checked.first.iter().map(|line| line.effect).collect();
    assert_eq!(effects, [Effect::StaysWithdrawn, Effect::Changed]);
    apply(&world, checked.row.id).await;
    assert_eq!(
        catalog(&world, "search=room&market=TW").await,
        [("Room".to_owned(), false, Some(11_000))]
    );
    let product = portal.product(sku_id, "").await.unwrap();
    let change = &product.imports[0].changes[0];
    assert_eq!(
        (change.before.as_deref(), change.after.as_deref()),
        (Some("TWD 100.00"), Some("TWD 110.00"))
    );
}
