use std::collections::HashSet;

use tierline_app::customer::list::Customers;
use tierline_app::invitation::list::{CustomerRequests, PartnershipRequests};
use tierline_app::list::model::{ListQuery, Page};
use tierline_app::mail::list::{DeadMails, Mailbox};
use tierline_app::partnership::list::Resellers;
use tierline_app::portal::all::*;

use tierline_core::text::search::{Search, SearchText};

use super::World;
use crate::{catalog::query::SIZE as PRODUCTS, demo, list::SIZE};

/// Reads a list to its end and back again: no row twice, none missing, and as many as the total says.
macro_rules! walk {
    ($query:expr, $read:expr, $key:expr) => {
        walk!($query, $read, $key, SIZE)
    };
    ($query:expr, $read:expr, $key:expr, $size:expr) => {{
        let query: ListQuery = $query;
        let at = |cursor: &str| ListQuery {
            cursor: cursor.to_owned(),
            ..query.clone()
        };
        let mut page: Page<_> = $read(at("")).await;
        assert!(page.previous.is_none(), "{query:?}");
        let total = page.total;
        let mut forth = Vec::new();
        let mut pages = 1;
        forth.extend(page.rows.iter().map($key));
        while let Some(next) = page.next.take() {
            assert_eq!(page.rows.len(), $size, "{query:?}");
            page = $read(at(&next)).await;
            // A total of "at least" grows with the rows found.
            assert!(page.is_at_least || page.total == total, "{query:?}");
            assert!(
                page.previous.is_some() && !page.rows.is_empty(),
                "{query:?}"
            );
            forth.extend(page.rows.iter().map($key));
            pages += 1;
        }
        if page.is_at_least {
            assert!(forth.len() as u64 >= total, "{query:?}");
        } else {
            assert_eq!(forth.len() as u64, total, "{query:?}");
        }
        assert_eq!(
            forth.iter().collect::<HashSet<_>>().len(),
            forth.len(),
            "{query:?}"
        );
        let mut back: Vec<_> = page.rows.iter().map($key).collect();
        while let Some(previous) = page.previous.take() {
            page = $read(at(&previous)).await;
            assert!(page.next.is_some(), "{query:?}");
            back.splice(0..0, page.rows.iter().map($key));
            pages -= 1;
        }
        assert_eq!((back, pages), (forth.clone(), 1), "{query:?}");
        forth
    }};
}

fn query(sort: &str, filter: &str, search: &str) -> ListQuery {
    ListQuery {
        sort: sort.to_owned(),
        search: search.to_owned(),
        filters: Some(filter)
            .filter(|filter| !filter.is_empty())
            .map(|filter| ("filter".to_owned(), filter.to_owned()))
            .into_iter()
            .collect(),
        ..ListQuery::default()
    }
}

#[tokio::test]
async fn customers_page_by_page() {
    let world = World::new().await;
    demo::fill(&world.state, 2_000, |_| ()).await.unwrap();
    let portal = world.of("Grace Lin");
    let read = async |query| portal.listed::<Customers>(query).await.unwrap().customers;
    let first = portal
        .listed::<Customers>(ListQuery::default())
        .await
        .unwrap();
    let all = first.customers.total;
    assert!(all > 200, "{all}");

    let by_name = walk!(query("name", "", ""), read, |row| (
        row.party.name.as_str().to_lowercase(),
        row.party.id
    ));
    assert!(by_name.iter().map(|(name, _)| name).is_sorted());
    let mut turned = walk!(query("-name", "", ""), read, |row| (
        row.party.name.as_str().to_lowercase(),
        row.party.id
    ));
    turned.reverse();
    assert_eq!(
        turned.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        by_name.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    let since = walk!(query("since", "", ""), read, |row| (
        row.since,
        row.party.id
    ));
    assert!(since.iter().map(|(since, _)| since).is_sorted());
    let since = walk!(query("-since", "", ""), read, |row| (
        row.since,
        row.party.id
    ));
    assert!(since.iter().rev().map(|(since, _)| since).is_sorted());
    let names: HashSet<_> = by_name.iter().map(|(_, id)| *id).collect();
    assert_eq!(
        names,
        since.iter().map(|(_, id)| *id).collect::<HashSet<_>>()
    );

    // Filtered by each reseller, the list splits into parts.
    let mut parts = 0;
    for partner in &first.partners.partners {
        let filter = partner.party.id.to_string();
        for sort in ["name", "-since"] {
            let part = walk!(query(sort, &filter, ""), read, |row| {
                assert!(row.other_partners.contains(&partner.party));
                row.party.id
            });
            parts += part.len() as u64;
        }
    }
    assert_eq!(parts, 2 * all);
    // So it does by country, alone and beside a reseller.
    let longest = first
        .partners
        .partners
        .first()
        .unwrap()
        .party
        .id
        .to_string();
    for other in ["", &longest] {
        let whole = read(query("", other, "")).await.total;
        let mut in_all = 0;
        for country in ["TW", "JP", "HK", "DE"] {
            let mut narrowed = query("-since", other, "");
            narrowed
                .filters
                .insert("country".to_owned(), country.to_owned());
            let part = walk!(narrowed, read, |row| {
                assert_eq!(row.country.code(), country);
                row.party.id
            });
            in_all += part.len() as u64;
        }
        assert_eq!(in_all, whole, "{other}");
    }
    assert_eq!(read(query("", "nobody", "")).await.total, 0);

    // Searched by the beginning of any word of the name or of the domain, in upper or lower case.
    for (sort, search) in [
        ("name", "S"),
        ("-name", "s"),
        ("since", "S"),
        ("-since", "宏"),
        ("name", "NORTHWIND."),
    ] {
        let found = walk!(query(sort, "", search), read, |row| {
            let name = row.party.name.as_str();
            let text = SearchText::of([name, &row.domain]).with_id(&row.party.id.to_string());
            assert!(Search::parse(search).finds(&text), "{name}");
            row.party.id
        });
        assert!(!found.is_empty(), "{search}");
    }
    // All matches of core's search, in order, whichever plan the query takes.
    let texts: Vec<_> = walk!(query("name", "", ""), read, |row| (
        row.party.name.to_string(),
        row.domain.clone(),
        row.party.id
    ))
    .into_iter()
    .map(|(name, domain, id)| {
        let text = SearchText::of([name.as_str(), &domain]).with_id(&id.to_string());
        (text, id)
    })
    .collect();
    for search in [
        "z",
        "a",
        "s",
        "zephyr",
        "rail",
        "qqq",
        "s qqq",
        "oak b",
        "b oak",
        "group",
        "group company",
        "company z",
        "customers",
        "customers s",
        "c",
        "southgatelaboratories",
        "公司",
        "宏",
        "遠",
        "食品",
        "宏 公司",
        "a b c d e f g h",
        "pine bakery group",
        "0",
        "northwind",
    ] {
        let wanted = Search::parse(search);
        let expected: Vec<_> = texts
            .iter()
            .filter(|(text, _)| wanted.finds(text))
            .map(|(_, id)| *id)
            .collect();
        let found = walk!(query("name", "", search), read, |row| row.party.id);
        assert_eq!(found, expected, "{search}");
        for (sort, filter) in [
            ("-name", ""),
            ("since", ""),
            ("-since", ""),
            ("name", longest.as_str()),
        ] {
            let mut found = walk!(query(sort, filter, search), read, |row| row.party.id);
            let mut expected = expected.clone();
            if !filter.is_empty() {
                let of_both: HashSet<_> =
                    walk!(query("name", filter, ""), read, |row| row.party.id)
                        .into_iter()
                        .collect();
                expected.retain(|id| of_both.contains(id));
            }
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{search} {sort} {filter}");
        }
    }
    let expected = by_name
        .iter()
        .filter(|(name, _)| name.split(' ').any(|word| word.starts_with("se")))
        .count();
    assert_eq!(
        walk!(query("name", "", "se"), read, |row| row.party.id).len(),
        expected
    );
    let filter = first.partners.partners[0].party.id.to_string();
    walk!(query("name", &filter, "s"), read, |row| row.party.id);
    walk!(query("-since", &filter, "s"), read, |row| row.party.id);
    for odd in ["%", "_", "\\", "\0", "'", "100%"] {
        assert_eq!(read(query("name", "", odd)).await.rows.len(), 0, "{odd:?}");
    }
    assert_eq!(
        read(ListQuery {
            cursor: "zz".to_owned(),
            ..ListQuery::default()
        })
        .await
        .rows
        .len(),
        SIZE
    );
    let row = &read(query("name", "", "woodgrove")).await.rows[0];
    assert_eq!((row.subscriptions, row.licenses), (4, 220 + 220 + 15 + 30));
}

#[tokio::test]
async fn other_lists_page_by_page() {
    let world = World::new().await;
    // Enough partners, invitations and mails for several pages.
    for statement in [
        "insert into organization (id, name, domain, country, capabilities, created_at, sort_key, search)
            select gen_random_uuid(), 'Partner ' || n, 'partner' || n || '.example', 'TW', '{\"indirect_reseller\": \"active\"}', now(),
                'partner ' || n, ' partner ' || n || ' partner' || n || ' example '
            from generate_series(1, 120) n",
        "insert into partnership (provider_id, reseller_id, id, status, since, body)
            select p.provider_id, o.id, o.id, 'active', p.since + (row_number() over ()) * interval '1 hour',
                p.body || jsonb_build_object('id', o.id, 'reseller', o.id)
            from (select * from partnership where status = 'active' order by since limit 1) p, organization o
            where o.domain like 'partner%'",
        "insert into invitation (organization_id, id, kind, recipient, status, created_at, created_by, sent_at, expires_at, body, search)
            select i.organization_id, u.id, i.kind, 'r' || n || '@partner.example', i.status, i.created_at, i.created_by, i.sent_at,
                i.expires_at, i.body || jsonb_build_object('id', u.id), ' r' || n || ' partner example '
            from (select * from invitation i where i.kind = 'partnership' and i.status = 'draft' limit 1) i,
                generate_series(1, 130) n, lateral (select gen_random_uuid() as id where n > 0) u",
        "insert into mail (id, to_address, language, kind, subject, status, created_at, search, words)
            select gen_random_uuid(), 'm' || n || '@mail.example', 'en', 'invitation', 'Subject ' || n,
                case when n <= 110 then 'dead' else 'queued' end, now() - n * interval '1 minute', found.by,
                words_of_search(btrim(found.by), found.by)
            from generate_series(1, 150) n, lateral (select ' m' || n || ' mail example subject ' || n || ' ' as by) found",
    ] {
        sqlx::query(statement).execute(world.pool()).await.unwrap();
    }
    let grace = world.of("Grace Lin");
    let resellers = async |query| grace.listed::<Resellers>(query).await.unwrap().partners;
    for sort in ["", "name", "-name", "since", "-since"] {
        assert!(
            walk!(query(sort, "", ""), resellers, |row| row.partnership.id).len() > 120,
            "{sort}"
        );
    }
    let found = walk!(query("name", "active", "partner 1"), resellers, |row| {
        assert!(row.partner.name.as_str().contains('1'));
        row.partnership.id
    });
    assert_eq!(
        found.len(),
        (1..=120).filter(|n| n.to_string().starts_with('1')).count()
    );

    let requests = async |query| {
        grace
            .listed::<PartnershipRequests>(query)
            .await
            .unwrap()
            .invitations
    };
    for sort in ["", "created", "-created", "name", "-name"] {
        assert!(
            walk!(query(sort, "", ""), requests, |row| row.id).len() > 130,
            "{sort}"
        );
    }
    let mut parts = 0;
    for status in tierline_core::invitation::Status::ALL {
        let rows = walk!(query("", status.code(), ""), requests, |row| {
            assert_eq!(row.status, status);
            row.id
        });
        parts += rows.len() as u64;
    }
    assert_eq!(parts, requests(ListQuery::default()).await.total);
    assert_eq!(
        walk!(query("", "draft", "r12"), requests, |row| row.id).len(),
        11
    );
    let to_customers = async |query| {
        grace
            .listed::<CustomerRequests>(query)
            .await
            .unwrap()
            .invitations
    };
    let all = to_customers(ListQuery::default()).await.total;
    for (kind, expected) in [
        ("relationship", all),
        ("joint_relationship", 0),
        ("partnership", 0),
    ] {
        let filters = [("kind".to_owned(), kind.to_owned())].into();
        let query = ListQuery {
            filters,
            ..ListQuery::default()
        };
        assert_eq!(to_customers(query).await.total, expected, "{kind}");
    }

    let products = async |query| grace.products("TW", query).await.unwrap();
    assert_eq!(
        walk!(query("", "", ""), products, |row| row.product.sku, PRODUCTS).len(),
        // With those of the price sheet.
        575
    );
    let found = walk!(
        query("-name", "", "365 business"),
        products,
        |row| {
            let name = format!("{} {}", row.product.name, row.part_number).to_lowercase();
            assert!(name.contains("365") && name.contains("business"));
            assert!(row.product.price.is_some() && row.demo_figures);
            row.product.sku
        },
        PRODUCTS
    );
    assert!(found.len() > 3);

    let robin = world.of("Robin Counts");
    let dead = async |query| robin.listed::<DeadMails>(query).await.unwrap();
    assert_eq!(walk!(query("", "", ""), dead, |row| row.id).len(), 111);
    let mailbox = async |query| robin.listed::<Mailbox>(query).await.unwrap();
    assert!(walk!(query("", "", ""), mailbox, |row| row.id).len() > 130);
    let beginning_with_1 = |most: u32| {
        let numbers = 1..=most;
        numbers.filter(|n| n.to_string().starts_with('1')).count()
    };
    for sort in ["", "at"] {
        assert_eq!(
            walk!(query(sort, "", "m1@mail"), mailbox, |row| row.id).len(),
            beginning_with_1(150),
            "{sort}"
        );
        assert_eq!(
            walk!(query(sort, "", "m1@mail"), dead, |row| row.id).len(),
            beginning_with_1(110),
            "{sort}"
        );
    }
}
