//! The list of all subscriptions in the demo world, with a few hundred more: every page is read, and filters split it.

use std::collections::BTreeSet;

use tierline_app::{
    list::model::ListQuery,
    portal::all::*,
    subscription::{list::all::AllSubscriptions, model::all::ListedSubscription},
};
use tierline_core::{catalog::Kind, subscription::Status};

use super::World;
use crate::{demo, web::RequestPortal};

/// Every row, page by page, and the total that the first page says.
async fn walked(portal: &RequestPortal, query: &str) -> (Vec<ListedSubscription>, u64) {
    let mut query = ListQuery::parse(query);
    let (mut rows, mut total) = (Vec::new(), None);
    loop {
        let page = portal.listed::<AllSubscriptions>(query.clone()).await;
        let page = page.unwrap().subscriptions;
        total.get_or_insert(page.total);
        rows.extend(page.rows);
        let Some(next) = page.next else {
            return (rows, total.unwrap_or_default());
        };
        query.cursor = next;
    }
}

#[tokio::test]
async fn subscriptions_page_by_page() {
    let world = World::new().await;
    demo::fill(&world.state, 300, |_| ()).await.unwrap();
    for name in ["Grace Lin", "Amy Huang"] {
        let portal = world.of(name);
        let (all, total) = walked(&portal, "").await;
        assert_eq!(all.len() as u64, total);
        let ids = |rows: &[ListedSubscription]| -> BTreeSet<_> {
            rows.iter().map(|row| row.id).collect()
        };
        let every = ids(&all);
        assert_eq!(every.len(), all.len(), "no row twice");
        for sort in ["since", "licenses", "customer"] {
            let (up, _) = walked(&portal, &format!("sort={sort}")).await;
            let (mut down, _) = walked(&portal, &format!("sort=-{sort}")).await;
            down.reverse();
            assert!(up == down && ids(&up) == every, "{name} {sort}");
            assert!(sort != "since" || up.is_sorted_by_key(|row| row.since));
            assert!(sort != "licenses" || up.is_sorted_by_key(|row| row.licenses));
        }
        // What is found by a word is what has a word that begins so, in whatever order.
        for search in ["customers", "a", "zephyr", "qqq"] {
            let (by_name, _) = walked(&portal, &format!("search={search}")).await;
            let (by_age, _) = walked(&portal, &format!("search={search}&sort=-since")).await;
            assert_eq!(ids(&by_name), ids(&by_age), "{name} {search}");
            assert!(search != "customers" || !by_name.is_empty());
            assert!(search != "qqq" || by_name.is_empty());
        }
        // Each is in one state, and of one kind.
        let states = Status::ALL.map(|it| format!("state={it}"));
        let kinds = Kind::ALL.map(|it| format!("kind={it}"));
        for parts in [states.as_slice(), kinds.as_slice()] {
            let mut found = 0;
            for part in parts {
                let (rows, total) = walked(&portal, part).await;
                assert!(ids(&rows).is_subset(&every), "{name} {part}");
                found += total;
            }
            assert_eq!(found, total, "{name} {parts:?}");
        }
    }
}
