//! What the price sheet lacks of its products.

use serde_json::{Value, json};
use tierline_app::{
    catalog::list::Catalog, error::PortalError, list::model::ListQuery, portal::all::*,
};
use tierline_core::{
    catalog::{Kind as ProductKind, Limits, SaleCommand},
    ids::SkuId,
    import::{Effect, Kind, Problem, Status},
};

use super::{apply, given, lines, looked_at};
use crate::{
    catalog::store::offers,
    import::Chosen,
    testing::world::{World, request},
};

const SHEET: &str = "ProductTitle,ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,Market,Currency,UnitPrice,\
    EffectiveStartDate,EffectiveEndDate,ERP Price,Segment,PricingTierRangeMin,PricingTierRangeMax\n";
const HEAD: &str =
    "ProductId,SkuId,Kind,Minimum,Maximum,PerCustomer,OnePerCustomer,Bases,UpgradeTargets\n";

fn chosen(kind: Kind, choice: Value) -> Chosen {
    Chosen {
        kind,
        customer: None,
        choice,
        name: "products.csv".to_owned(),
    }
}

fn details() -> Chosen {
    chosen(Kind::ProductDetails, Value::Null)
}

/// The sheet's products, for up to so many licenses each.
async fn sheet(world: &World, most: u32) {
    let names = [("0001", "Basic"), ("0002", "Standard"), ("0003", "Phone")];
    let lines = names.map(|(sku, name)| {
        format!(
            "Business,CFQ7TTC0LH18,{sku},{name},P1M,Monthly,TW,TWD,100,2026-01-01T00:00:00Z,\
             9999-12-31T00:00:00Z,120,Commercial,1,{most}\n"
        )
    });
    let choice = json!({ "markets": ["TW"], "segment": "Commercial" });
    let file = format!("{SHEET}{}", lines.concat());
    let checked = looked_at(world, chosen(Kind::PriceSheet, choice), file.as_bytes()).await;
    apply(world, checked.row.id).await;
}

/// The products of the sheet in the order of their names: Basic, Phone, Standard.
async fn skus(world: &World) -> Vec<SkuId> {
    let portal = world.portal(&world.operator);
    let query = ListQuery::parse("origin=price_sheet");
    let page = portal.listed::<Catalog>(query).await.unwrap();
    let rows = page.products.rows.into_iter();
    rows.map(|row| row.product.sku).collect()
}

async fn limits(world: &World, sku: SkuId) -> Limits {
    let mut db = world.state.pool.acquire().await.unwrap();
    let country = "TW".parse().unwrap();
    let mut found = offers(&mut db, &[sku], country, world.now()).await.unwrap();
    found.remove(0).product.limits
}

#[tokio::test]
async fn what_the_file_says_counts_and_outlasts_the_next_price_sheet() {
    let (world, _own) = given().await;
    sheet(&world, 300).await;
    let [basic, phone, standard] = skus(&world).await[..] else {
        panic!("three products")
    };
    let file = format!(
        "{HEAD}CFQ7TTC0LH18,0001,license,2,50,100,no,,CFQ7TTC0LH18:0002\n\
         CFQ7TTC0LH18,0003,license,,,,yes,CFQ7TTC0LH18:0001,\n\
         CFQ7TTC0LH18,0002,,,,,,,\n"
    );
    let checked = looked_at(&world, details(), file.as_bytes()).await;
    assert_eq!(checked.row.status, Status::Checked, "{checked:?}");
    let counts = checked.row.counts;
    assert_eq!((counts.lines, counts.changed, counts.same), (3, 2, 1));
    let changed = lines(&world, checked.row.id, "effect=changed").await;
    assert_eq!(changed[0].subject, "Basic (CFQ7TTC0LH18:0001)");
    assert_eq!(changed[0].before.as_deref(), Some("license, 1–300"));
    assert_eq!(
        changed[0].after.as_deref(),
        Some("license, 2–50, ≤ 100, → CFQ7TTC0LH18:0002")
    );
    assert_eq!(limits(&world, basic).await.maximum, 300, "only looked at");
    apply(&world, checked.row.id).await;
    let own = Limits {
        minimum: 2,
        maximum: 50,
        per_customer: Some(100),
        one_per_customer: false,
    };
    assert_eq!(limits(&world, basic).await, own);

    let mut db = world.state.pool.acquire().await.unwrap();
    let country = "TW".parse().unwrap();
    let found = offers(&mut db, &[basic, phone], country, world.now())
        .await
        .unwrap();
    let of = |sku| found.iter().find(|it| it.product.sku == sku).unwrap();
    assert_eq!(of(basic).upgrades, [standard]);
    assert_eq!(of(phone).bases, [basic]);
    assert!(of(phone).product.limits.one_per_customer);
    assert_eq!(of(phone).kind, ProductKind::License);

    sheet(&world, 400).await;
    assert_eq!(limits(&world, basic).await, own);
    assert_eq!(limits(&world, standard).await.maximum, 400);
    // The history of the product has it, and so has the program's.
    let portal = world.portal(&world.operator);
    let page = portal.product(basic, "TW").await.unwrap();
    assert!(format!("{page:?}").contains("≤ 100"));
    let imported = "select count(*) from event where object = 'price_list' and body::text like '%details_imported%'";
    assert_eq!(world.count(imported).await, 1);

    // A line says everything: what it leaves empty is gone.
    let checked = looked_at(&world, details(), b"ProductId,SkuId\nCFQ7TTC0LH18,0001\n").await;
    apply(&world, checked.row.id).await;
    assert_eq!(limits(&world, basic).await.maximum, 400);
    assert_eq!(limits(&world, basic).await.per_customer, None);
}

#[tokio::test]
async fn every_wrong_line_is_named_and_nothing_is_changed() {
    let (world, _own) = given().await;
    sheet(&world, 300).await;
    let file = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,,,,,CFQ7TTC0LH18:0002\n\
         CFQ7TTC0LH18,0002,,,,,,,CFQ7TTC0LH18:0001\n\
         CFQ7TTC0LH18,0009,,,,,,,\n\
         CFQ7TTC0LH18,0003,software,,,,,CFQ7TTC0LH18:0001,\n"
    );
    let checked = looked_at(&world, details(), file.as_bytes()).await;
    assert_eq!(checked.row.status, Status::Wrong, "{checked:?}");
    let wrong = lines(&world, checked.row.id, "effect=wrong").await;
    let wrong: Vec<_> = wrong
        .into_iter()
        .map(|it| (it.line.unwrap(), it.problem.unwrap()))
        .collect();
    assert!(matches!(wrong[0], (2, Problem::Circle { .. })), "{wrong:?}");
    assert!(
        matches!(wrong[1], (4, Problem::Invalid { .. })),
        "{wrong:?}"
    );
    assert!(
        matches!(wrong[2], (5, Problem::OtherKind { .. })),
        "{wrong:?}"
    );
    assert_eq!(world.count("select count(*) from product_tie").await, 0);

    let checked = looked_at(&world, details(), b"ProductId,Color\nCFQ7TTC0LH18,red\n").await;
    assert_eq!(checked.row.status, Status::Wrong, "{checked:?}");
    assert_eq!(checked.row.counts.wrong, 2);
}

#[tokio::test]
async fn what_is_sold_beyond_the_limits_goes_on_and_is_named_in_the_dry_run() {
    let (world, _own) = given().await;
    sheet(&world, 300).await;
    world.partners().await;
    world.joint_customer().await;
    let [basic, phone, _] = skus(&world).await[..] else {
        panic!("three products")
    };
    let portal = world.portal(&world.provider);
    let (customer, of_record) = (
        world.customer.organization,
        Some(world.reseller.organization),
    );
    portal
        .place_order(customer, vec![(basic, 40)], of_record, request())
        .await
        .unwrap();
    let own = Limits {
        minimum: 1,
        maximum: 20,
        per_customer: None,
        one_per_customer: false,
    };
    let reason = "it is scarce".parse().unwrap();
    world
        .portal(&world.operator)
        .change_sale(
            phone,
            SaleCommand::SetLimits { limits: own },
            reason,
            None,
            request(),
        )
        .await
        .unwrap();
    let file = format!(
        "{HEAD}CFQ7TTC0LH18,0001,,,30,35,,,\n\
         CFQ7TTC0LH18,0002,,,500,,,,\n\
         CFQ7TTC0LH18,0003,,,10,,,,\n"
    );
    let checked = looked_at(&world, details(), file.as_bytes()).await;
    assert_eq!(checked.row.status, Status::Checked, "{checked:?}");
    let told: Vec<_> = lines(&world, checked.row.id, "")
        .await
        .into_iter()
        .filter(|it| it.effect != Effect::Changed)
        .map(|it| (it.effect, it.line, it.before, it.after))
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            (Effect::LimitsStay, Some(4), text("1–10"), text("1–20")),
            (
                Effect::BelowSold,
                Some(2),
                text("40–40, ≤ 40, × 1"),
                text("1–30, ≤ 35")
            ),
            (Effect::Unpriced, Some(3), text("1–300"), text("1–500")),
        ]
    );
    apply(&world, checked.row.id).await;
    assert_eq!(limits(&world, phone).await, own, "the operator's own stay");
    let more = portal.place_order(customer, vec![(basic, 1)], of_record, request());
    let more = more.await.unwrap_err();
    assert!(matches!(more, PortalError::Invalid(_)), "{more:?}");
}
