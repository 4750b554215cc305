//! The order of products in lists.

use tierline_app::{catalog::list::Catalog, list::model::ListQuery, portal::all::*};
use tierline_core::Timestamp;

use crate::{
    catalog::{products, store},
    testing::world::World,
};

const LIST: &str = "sku,part_number,name,maximum,TWD\n\
    00000000-0000-0000-0000-000000000004,D,Zoo,10,100\n\
    00000000-0000-0000-0000-000000000003,C,Edge,10,100\n\
    00000000-0000-0000-0000-000000000002,B,\u{c9}clair Plus,10,100\n\
    00000000-0000-0000-0000-000000000001,A,Eclair,10,100\n";

const BY_NAME: [&str; 5] = [
    "Business Basic",
    "Eclair",
    "\u{c9}clair Plus",
    "Edge",
    "Zoo",
];

#[tokio::test]
async fn accented_letters_sort_beside_the_others() {
    let world = World::new().await;
    let listed = products(LIST.as_bytes()).unwrap();
    let mut db = world.state.pool.acquire().await.unwrap();
    store::import(&mut db, &listed, Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    let portal = world.portal(&world.operator);
    let page = portal
        .listed::<Catalog>(ListQuery::default())
        .await
        .unwrap();
    let rows = page.products.rows.iter();
    let names: Vec<&str> = rows.map(|row| row.product.name.as_str()).collect();
    assert_eq!(names, BY_NAME);
    let portal = world.portal(&world.provider);
    let page = portal.products("TW", ListQuery::default()).await.unwrap();
    let rows = page.rows.iter();
    let names: Vec<&str> = rows.map(|row| row.product.name.as_str()).collect();
    assert_eq!(names, BY_NAME);
    // What is renamed is found at its new place.
    let renamed = LIST.replace("Zoo", "\u{c5}ngstr\u{f6}m");
    let listed = products(renamed.as_bytes()).unwrap();
    store::import(&mut db, &listed, Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    let page = portal.products("TW", ListQuery::default()).await.unwrap();
    assert_eq!(page.rows[0].product.name, "\u{c5}ngstr\u{f6}m");
}
