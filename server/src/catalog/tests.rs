mod order;
mod sale;

use tierline_core::{Timestamp, market::Currency};

use super::*;
use crate::testing;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

const LIST: &str = "\u{feff}SKU, part_number,name,minimum,maximum,per_customer,one_per_customer,sold,USD,jpy\n\
    3b555118-da6a-4418-894f-7df1e2096870,BASIC,\"Business Basic, \"\"new\"\"\",,300,300,,,6.5,900\n\
    00000000-0000-0000-0000-000000000002,ROOM,Meeting Room,5,50,,yes,no,,\n";

#[test]
fn a_price_list_is_read_with_its_limits_and_prices() {
    let listed = products(LIST.as_bytes()).unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0].name, "Business Basic, \"new\"");
    assert_eq!(
        listed[0].prices,
        [
            Money::new(650, Currency::Usd),
            Money::new(900, Currency::Jpy)
        ]
    );
    assert_eq!(
        (
            listed[0].sold,
            listed[0].limits.minimum,
            listed[0].limits.per_customer
        ),
        (true, 1, Some(300))
    );
    assert_eq!(
        (
            listed[1].sold,
            listed[1].limits.minimum,
            listed[1].limits.one_per_customer
        ),
        (false, 5, true)
    );
    assert!(listed[1].prices.is_empty());
}

#[test]
fn all_that_is_wrong_is_told_with_its_line() {
    let told = |text: &str| products(text.as_bytes()).unwrap_err().to_string();
    let columns = told("sku,name,XYZ,name\n");
    for expected in [
        "`XYZ`",
        "`part_number` is missing",
        "`maximum` is missing",
        "`name` appears twice",
    ] {
        assert!(
            columns.to_lowercase().contains(&expected.to_lowercase()),
            "{columns}"
        );
    }
    let rows = told(
        "sku,part_number,name,minimum,maximum,sold,EUR,JPY\n\
         nothing,A,,1,10,perhaps,1,5\n\
         00000000-0000-0000-0000-000000000001,B,Two,20,10,yes,1.234,1.5\n\
         00000000-0000-0000-0000-000000000002,C,Three,1,10,yes,,\n\
         00000000-0000-0000-0000-000000000002,C,Three,1,99999999999,yes,,\n\
         00000000-0000-0000-0000-000000000002,C,Three,1,10,yes,,\n\
         short,line\n",
    );
    for expected in [
        "line 2: sku `nothing` isn't a UUID",
        "line 2: name is empty",
        "line 2: sold `perhaps` isn't yes or no",
        "line 3: maximum is below minimum",
        "line 3: EUR `1.234` isn't a price",
        "line 3: JPY `1.5` isn't a price",
        "line 5: maximum `99999999999` isn't a whole number",
        "line 6: 00000000-0000-0000-0000-000000000002 is already on line 4",
        "line 7: it has 2 fields, and the first line names 8 columns",
    ] {
        assert!(rows.contains(expected), "`{expected}` is not in:\n{rows}");
    }
    assert!(told("sku,part_number,name,maximum\n").contains("nothing else"));
    assert!(told("").contains("empty"));
    assert!(told("sep=,\nsku,part_number,name,maximum\n").contains("directive"));
    assert!(told("sku;part_number;name;maximum\n1;2;3;4\n").contains("`;`"));
    let many = told(&format!(
        "sku,part_number,name,maximum\n{}",
        "nothing,A,One,1\n".repeat(57)
    ));
    assert!(many.ends_with("\n  and 7 more"), "{many}");
    assert_eq!(many.lines().count(), 52);
    let comma = told(
        "sku,part_number,name,maximum,EUR\n\
         00000000-0000-0000-0000-000000000001,A,One,10,\"5,60\"\n",
    );
    assert!(
        comma.contains("line 2: the price `5,60` has a comma"),
        "{comma}"
    );
}

#[tokio::test]
async fn the_effect_of_a_price_list_is_told_in_numbers() {
    let database = testing::database().await;
    let mut db = database.pool.begin().await.unwrap();
    let effect_of = async |db: &mut sqlx::PgConnection, list: &str| {
        let listed = products(list.as_bytes()).unwrap();
        let skus: Vec<Uuid> = listed.iter().map(|product| product.sku).collect();
        let before = store::lock(&mut *db, &skus).await.unwrap();
        store::import(db, &listed, NOW).await.unwrap();
        let effect = command::effect(&listed, &before);
        (
            effect.added,
            effect.changed,
            effect.unchanged,
            effect.prices,
        )
    };
    assert_eq!(effect_of(&mut db, LIST).await, (2, 0, 0, 2));
    assert_eq!(effect_of(&mut db, LIST).await, (0, 0, 2, 2));
    // Another price, another order of the currencies.
    let turned = LIST
        .replace("USD,jpy", "jpy,USD")
        .replace("6.5,900", "900,6.5");
    assert_eq!(effect_of(&mut db, &turned).await, (0, 0, 2, 2));
    let dearer = LIST.replace("6.5,900", "6.6,900");
    assert_eq!(effect_of(&mut db, &dearer).await, (0, 1, 1, 2));
    sqlx::query("update product set demo_figures = true where part_number = 'ROOM'")
        .execute(&mut *db)
        .await
        .unwrap();
    assert_eq!(effect_of(&mut db, &dearer).await, (0, 1, 1, 2));
}

#[tokio::test]
async fn what_is_imported_replaces_what_was_there_and_leaves_the_rest() {
    let database = testing::database().await;
    let listed = products(LIST.as_bytes()).unwrap();
    let mut db = database.pool.acquire().await.unwrap();
    store::import(&mut db, &listed, NOW).await.unwrap();
    let again = products(
        b"sku,part_number,name,maximum,EUR\n3b555118-da6a-4418-894f-7df1e2096870,BASIC,Basic,400,5.60\n"
            .as_slice(),
    )
    .unwrap();
    store::import(&mut db, &again, NOW).await.unwrap();
    let rows: Vec<String> = sqlx::query_scalar(
        "select concat_ws(' ', name, maximum, coalesce(per_customer::text, '-'), demo_figures, coalesce(minor::text, '-'))
         from product left join product_price using (sku_id) order by name",
    )
    .fetch_all(&database.pool)
    .await
    .unwrap();
    assert_eq!(rows, ["Basic 400 - f 560", "Meeting Room 50 - f -"]);
}
