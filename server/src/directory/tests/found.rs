//! The public list: search, filters, distance and pages.

use tierline_app::{list::model::ListQuery, portal::all::*};
use tierline_core::{
    Evolve as _,
    directory::{Event, Listing, Nearness, nearness},
    market::Country,
};
use uuid::Uuid;

use super::{profile, shown};
use crate::{
    directory::store,
    pipeline::object::{New, Object as _},
    store::{Hold, Stored},
    testing::world::{World, request},
};

/// Listings beside each other, without the way that each of them comes.
async fn fill(world: &World, names: &[(&str, &[&str])]) {
    for (name, countries) in names {
        let provider = Uuid::now_v7();
        sqlx::query(
            "insert into organization (id, name, domain, country, capabilities, created_at)
             values ($1, $2, $3, 'TW', '{\"indirect_provider\": \"active\"}', now())",
        )
        .bind(provider)
        .bind(name)
        .bind(format!("{provider}.example"))
        .execute(&world.state.pool)
        .await
        .unwrap();
        let (at, by) = (world.now(), world.operator.user);
        let profile = profile(name, countries);
        let events = [
            Event::Drafted {
                provider: provider.into(),
                profile: profile.clone(),
                at,
                by,
            },
            Event::Submitted {
                number: 1,
                profile,
                at,
                by,
            },
            Event::Approved { number: 1, at, by },
        ];
        let id = Uuid::now_v7().into();
        let value = Listing::replay(id, &events).unwrap();
        let mut db = world.state.pool.acquire().await.unwrap();
        let begun = New {
            value: value.clone(),
            version: 1,
            beside: (),
        };
        Listing::insert(&mut db, &[begun]).await.unwrap();
        let after = Stored { value, version: 3 };
        assert!(Listing::save(&mut db, &after, 1).await.unwrap());
        let stored = store::listing(&mut db, id, Hold::Free).await.unwrap();
        assert!(stored.is_some());
    }
}

async fn names(world: &World, query: &str) -> Vec<String> {
    let page = world.nobody().find_providers(ListQuery::parse(query)).await;
    let rows = page.unwrap().providers.rows.into_iter();
    rows.map(|card| card.name).collect()
}

#[tokio::test]
async fn strangers_search_and_filter() {
    let world = World::new().await;
    shown(&world, &world.provider, profile("Contoso Cloud", &["TW"])).await;
    shown(
        &world,
        &world.other_provider,
        profile("Wide World", &["TW"]),
    )
    .await;
    assert_eq!(names(&world, "").await, ["Contoso Cloud", "Wide World"]);
    assert_eq!(names(&world, "search=cloud").await, ["Contoso Cloud"]);
    assert_eq!(names(&world, "place=TW&service=support").await.len(), 2);
    assert_eq!(
        names(&world, "service=marketing").await,
        Vec::<String>::new()
    );
    assert_eq!(names(&world, "place=taiwan").await.len(), 2);
    assert_eq!(names(&world, "place=DE").await, Vec::<String>::new());
    // Signs are no word of any name, in either order of the list.
    for query in ["search=!!", "search=!!&near=TW"] {
        assert_eq!(names(&world, query).await, Vec::<String>::new(), "{query}");
    }
    // What is no filter leaves all.
    assert_eq!(
        names(&world, "place=nowhere&service=x&near=y").await.len(),
        2
    );
}

/// The groups of the statement are those of core, and pages go through all of them in both directions.
#[tokio::test]
async fn the_nearest_come_first_page_by_page() {
    let world = World::new().await;
    let places: [&[&str]; 5] = [&["DE"], &["FR", "DE"], &["US"], &["AT"], &["JP"]];
    let all: Vec<(String, &[&str])> = (0..130)
        .map(|number| {
            (
                format!("Provider {number:03}"),
                places[number % places.len()],
            )
        })
        .collect();
    let given: Vec<(&str, &[&str])> = all.iter().map(|(name, at)| (name.as_str(), *at)).collect();
    fill(&world, &given).await;
    let near: Country = "DE".parse().unwrap();
    let mut expected: Vec<(Nearness, &str)> = given
        .iter()
        .map(|(name, at)| (nearness(&profile(name, at), near), *name))
        .collect();
    expected.sort();
    let expected: Vec<&str> = expected.into_iter().map(|(_, name)| name).collect();
    let nobody = world.nobody();
    let page = async |cursor: &str| {
        let query = ListQuery {
            cursor: cursor.to_owned(),
            ..ListQuery::parse("near=DE")
        };
        nobody.find_providers(query).await.unwrap().providers
    };
    let mut current = page("").await;
    assert_eq!((current.total, current.previous.clone()), (130, None));
    let mut forth: Vec<String> = current.rows.iter().map(|card| card.name.clone()).collect();
    while let Some(next) = current.next.clone() {
        current = page(&next).await;
        forth.extend(current.rows.iter().map(|card| card.name.clone()));
    }
    assert_eq!(forth, expected);
    let mut back: Vec<String> = current.rows.iter().map(|card| card.name.clone()).collect();
    while let Some(previous) = current.previous.clone() {
        current = page(&previous).await;
        let before: Vec<String> = current.rows.iter().map(|card| card.name.clone()).collect();
        back.splice(0..0, before);
    }
    assert_eq!(back, expected);
}

/// However common a word is: a short list is walked for a few rows, and looked up beyond.
#[tokio::test]
async fn rare_and_common_words_are_found_page_by_page() {
    let world = World::new().await;
    let all: Vec<String> = (0..130)
        .map(|number| {
            let seventh = if number % 7 == 6 { " Seventh" } else { "" };
            let last = if number == 129 { " Last" } else { "" };
            format!("Provider {number:03}{seventh}{last}")
        })
        .collect();
    let places: &[&str] = &["TW"];
    let given: Vec<(&str, &[&str])> = all.iter().map(|name| (name.as_str(), places)).collect();
    fill(&world, &given).await;
    let nobody = world.nobody();
    for (word, times) in [
        ("Provider", 130),
        ("Seventh", 18),
        ("Last", 1),
        ("nobody", 0),
    ] {
        let expected: Vec<&String> = all.iter().filter(|name| name.contains(word)).collect();
        assert_eq!(expected.len(), times);
        for near in ["", "&near=TW"] {
            let mut found: Vec<String> = Vec::new();
            let mut cursor = String::new();
            loop {
                let query = ListQuery {
                    cursor,
                    ..ListQuery::parse(&format!("search={word}{near}"))
                };
                let page = nobody.find_providers(query).await.unwrap().providers;
                found.extend(page.rows.into_iter().map(|card| card.name));
                let Some(next) = page.next else { break };
                cursor = next;
            }
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{word}{near}");
        }
    }
}

#[tokio::test]
async fn a_provider_that_moves_to_another_region_is_not_found_until_it_proposes_anew() {
    let world = World::new().await;
    let moved = &world.provider;
    shown(&world, moved, profile("Contoso Cloud", &["TW"])).await;
    assert_eq!(names(&world, "").await, ["Contoso Cloud"]);
    let country: Country = "DE".parse().unwrap();
    let reason = "it has moved".parse().unwrap();
    let operator = world.portal(&world.operator);
    operator
        .change_country(moved.organization, country, reason, request())
        .await
        .unwrap();
    assert!(names(&world, "").await.is_empty());
    // Its users learn why, and that it is so.
    let own = world.portal(moved).own_listing().await.unwrap();
    let entry = &own.timeline.unwrap().entries[0].told;
    assert_eq!(entry.reason.as_deref(), Some("it has moved"));
    let told = "select count(*) from mail where kind = 'country_changed' and text_body like '%was removed%'";
    assert_eq!(world.count(told).await, 1);

    shown(&world, moved, profile("Contoso Cloud", &["DE"])).await;
    assert_eq!(names(&world, "").await, ["Contoso Cloud"]);
    // What was shown before is still among its versions.
    assert_eq!(world.count("select count(*) from listing_version").await, 2);
}
