//! Statements, against Postgres.

use chrono::TimeDelta;
use futures_util::TryStreamExt as _;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::all::*,
    route::{self, encode},
    subscription::{
        list::statement::StatementLines,
        model::statement::{StatementLine, StatementPage},
    },
};
use tierline_core::{
    ids::SubscriptionId,
    market::Currency,
    money::Money,
    reach::{GroupSet, Reach},
    relationship,
    role::Role,
    subscription::{Command, Month, Reason, Sides, is_shown_to, statement},
};
use uuid::Uuid;

use super::life::{bought, submit};
use crate::{
    relationship::store::in_force,
    store::Hold,
    subscription::{document, query::LISTS, store},
    testing::world::{Person, World, refused, request},
};

async fn asked(world: &World, person: &Person, query: &str) -> Result<StatementPage, PortalError> {
    let portal = world.portal(person);
    portal
        .listed::<StatementLines>(ListQuery::parse(query))
        .await
}

async fn shown(world: &World, person: &Person, query: &str) -> StatementPage {
    asked(world, person, query).await.unwrap()
}

/// The page of this cursor.
fn at(cursor: &str) -> String {
    format!("cursor={}", encode(cursor))
}

fn taiwan(minor: i64) -> Money {
    Money::new(minor, Currency::Twd)
}

/// So many more lines of this currency, each of this amount, due now.
async fn charged(world: &World, id: SubscriptionId, count: i32, currency: &str, amount: i64) {
    sqlx::query(
        "insert into charge (subscription_id, line, reason, sku_id, quantity, price, currency, amount, period, periods,
            period_starts, period_ends, starts, days, at)
         select c.subscription_id, (select max(line) from charge where subscription_id = $1) + number, 'increase',
            c.sku_id, 1, c.price, $3, $4, c.period, c.periods, c.period_starts, c.period_ends, c.starts, c.days, $5
         from charge c, generate_series(1, $2) number where c.subscription_id = $1 and c.line = 1",
    )
    .bind(id.into_uuid())
    .bind(count)
    .bind(currency)
    .bind(amount)
    .bind(world.now())
    .execute(&world.state.pool)
    .await
    .unwrap();
}

/// Another subscription of 25 licenses, without a partner of record.
async fn another(world: &World) -> SubscriptionId {
    world
        .portal(&world.provider)
        .place_order(
            world.customer.organization,
            vec![(world.sku, 25)],
            None,
            request(),
        )
        .await
        .unwrap();
    let id: Uuid =
        sqlx::query_scalar("select id from subscription where partner_of_record_id is null")
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    id.into()
}

#[tokio::test]
async fn months_follow_each_other_and_the_present_one_is_open() {
    let (world, id) = bought().await;
    world.state.clock.advance(TimeDelta::days(10)).unwrap();
    let more = Command::SetQuantity { to: 35 };
    submit(&world, &world.provider, id, more).await.unwrap();
    for person in [&world.provider, &world.reseller, &world.customer] {
        // December, which nobody has named.
        let december = shown(&world, person, "").await;
        assert_eq!(december.month.to_string(), "2026-12");
        assert!(december.is_open && december.next.is_none());
        let line = &december.lines.rows[0];
        assert_eq!(
            (line.charge.reason, line.charge.amount),
            (Reason::Increase, taiwan(6_667))
        );
        assert_eq!(line.customer.id, world.customer.organization);
        assert_eq!(december.lines.total, 1);
        let november = shown(&world, person, "month=2026-11").await;
        assert_eq!(december.previous, Some(november.month));
        assert_eq!(november.next, Some(december.month));
        assert!(!november.is_open);
        assert_eq!(november.totals[0].due, taiwan(25_000));
        let customer = world.customer.organization;
        for of in [None, Some(id)] {
            assert_eq!(november.sums_of(customer, of), november.totals);
        }
        let october = shown(&world, person, "month=2026-10").await;
        assert!(october.lines.rows.is_empty() && october.totals.is_empty());
        // What is no month, and what is yet to come, is the present one.
        for wrong in ["month=2027-01", "month=later"] {
            assert_eq!(shown(&world, person, wrong).await.month, december.month);
        }
    }
}

#[tokio::test]
async fn nothing_is_added_across_currencies() {
    let (world, id) = bought().await;
    charged(&world, id, 2, "JPY", 1_501).await;
    charged(&world, id, 1, "JPY", -700).await;
    let page = shown(&world, &world.customer, "").await;
    let told: Vec<_> = page
        .totals
        .iter()
        .map(|it| (it.charged, it.credited, it.due))
        .collect();
    let yen = |minor| Money::new(minor, Currency::Jpy);
    assert_eq!(
        told,
        [
            (yen(3_002), yen(-700), yen(2_302)),
            (taiwan(25_000), taiwan(0), taiwan(25_000)),
        ]
    );
    // As core adds the same lines.
    let mut db = world.state.pool.acquire().await.unwrap();
    let ledger = store::whole(&mut db, &[id.into_uuid()]).await.unwrap();
    let expected = statement(&ledger, Month::of(world.now())).unwrap();
    assert_eq!(page.totals, expected.totals);
    let lines: Vec<_> = page.lines.rows.iter().map(|row| row.charge).collect();
    assert_eq!(lines, ledger);
}

#[tokio::test]
async fn every_line_is_on_one_page_and_sums_are_of_all() {
    let (world, id) = bought().await;
    let other = another(&world).await;
    charged(&world, id, 60, "TWD", 3).await;
    charged(&world, other, 60, "JPY", -2).await;
    let ids = |rows: &[StatementLine]| -> Vec<(Uuid, i64)> {
        rows.iter()
            .map(|row| {
                let charge = row.charge;
                (charge.subscription.into_uuid(), charge.amount.minor)
            })
            .collect()
    };
    let first = shown(&world, &world.provider, "").await;
    assert_eq!((first.lines.total, first.lines.rows.len()), (122, 50));
    assert!(first.lines.previous.is_none());
    let (mut page, mut seen) = (first.clone(), ids(&first.lines.rows));
    let mut sizes = vec![50];
    while let Some(next) = page.lines.next {
        page = shown(&world, &world.provider, &at(&next)).await;
        assert_eq!(page.totals, first.totals);
        sizes.push(page.lines.rows.len());
        seen.extend(ids(&page.lines.rows));
    }
    assert_eq!(sizes, [50, 50, 22]);
    let all: i64 = seen.iter().map(|(_, minor)| minor).sum();
    assert_eq!(all, 2 * 25_000 + 60 * 3 - 60 * 2);
    assert!(seen.is_sorted_by_key(|(id, _)| *id));
    while let Some(previous) = page.lines.previous {
        seen.truncate(seen.len() - page.lines.rows.len());
        page = shown(&world, &world.provider, &at(&previous)).await;
        assert!(seen.ends_with(&ids(&page.lines.rows)));
    }
    assert_eq!(page.lines.rows, first.lines.rows);
}

#[tokio::test]
async fn statements_of_others_are_like_missing_ones() {
    let (world, _) = bought().await;
    let of = format!("of={}", world.customer.organization);
    let with = format!("reseller={}", world.reseller.organization);
    let total = async |person: &Person, query: &str| {
        let page = asked(&world, person, query).await;
        page.map(|page| page.lines.total)
    };
    let missing = Err(PortalError::NotFound);
    for person in [&world.provider, &world.reseller, &world.customer] {
        assert_eq!(total(person, &of).await, Ok(1));
    }
    assert_eq!(total(&world.provider, &with).await, Ok(1));
    for stranger in [&world.other_provider, &world.other_reseller] {
        assert_eq!(total(stranger, &of).await, missing);
        assert_eq!(total(stranger, &with).await, missing);
        assert_eq!(total(stranger, "").await, Ok(0));
    }
    assert_eq!(total(&world.far_customer, &of).await, missing);
    assert_eq!(total(&world.far_customer, "").await, Ok(0));
    for nothing in [Uuid::now_v7().to_string(), "x".to_owned()] {
        let asked = format!("of={nothing}");
        assert_eq!(total(&world.provider, &asked).await, missing);
        let asked = format!("reseller={nothing}");
        assert_eq!(total(&world.provider, &asked).await, missing);
    }
    let user = world.colleague(&world.customer, Role::User).await;
    assert_eq!(refused(total(&user, "").await), "role_missing");
    assert_eq!(refused(total(&world.operator, "").await), "role_missing");
    let clerk = world.colleague(&world.customer, Role::BillingAdmin).await;
    assert_eq!(total(&clerk, "").await, Ok(1));
    let nobody = world.nobody();
    let answer = nobody.listed::<StatementLines>(ListQuery::default()).await;
    assert_eq!(answer.err(), Some(PortalError::SignedOut));
}

#[tokio::test]
async fn a_narrowed_user_sees_the_lines_of_its_groups_alone() {
    let (world, _) = bought().await;
    let group = Uuid::now_v7();
    let agent = Person {
        customers: Reach::Groups(GroupSet::of([group.into()]).unwrap()),
        ..world.colleague(&world.provider, Role::AdminAgent).await
    };
    let of = format!("of={}", world.customer.organization);
    assert_eq!(shown(&world, &agent, "").await.lines.total, 0);
    let answer = asked(&world, &agent, &of).await;
    assert_eq!(answer.err(), Some(PortalError::NotFound));
    sqlx::query(
        "update relationship set groups = array[$1::uuid], body = jsonb_set(body, '{groups}', to_jsonb(array[$1::uuid]))
         where partner_id = $2",
    )
    .bind(group)
    .bind(world.provider.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(shown(&world, &agent, "").await.lines.total, 1);
    assert_eq!(shown(&world, &agent, &of).await.lines.total, 1);
}

/// The database's rule is core's, before and after the reseller loses its right.
#[tokio::test]
async fn what_is_shown_is_what_core_says() {
    let (world, with_record) = bought().await;
    let without = another(&world).await;
    world.serves_too(&world.other_provider).await;
    let everybody = [
        &world.provider,
        &world.other_provider,
        &world.reseller,
        &world.other_reseller,
        &world.customer,
        &world.far_customer,
    ];
    let customer = world.customer.organization;
    for ended in [false, true] {
        if ended {
            let id = world.relationship(&world.reseller).await;
            let end = relationship::Command::EndGrant(relationship::Grant::Administer);
            let portal = world.portal(&world.customer);
            portal
                .change_relationship(id, end, None, request())
                .await
                .unwrap();
        }
        for person in everybody {
            let mut expected = Vec::new();
            for (id, of_record) in [
                (with_record, Some(world.reseller.organization)),
                (without, None),
            ] {
                let sides = Sides {
                    customer,
                    partner: world.provider.organization,
                    of_record,
                    support: world.provider.organization,
                };
                let mut db = world.state.pool.acquire().await.unwrap();
                let own = person.organization;
                let tie = in_force(
                    &mut db,
                    own,
                    customer,
                    (world.state.clock.now(), Hold::Free),
                )
                .await
                .unwrap();
                if is_shown_to(sides, own, tie.as_ref()) {
                    expected.push(id);
                }
            }
            expected.sort_unstable();
            let page = shown(&world, person, "").await;
            let rows = page.lines.rows.iter();
            let found: Vec<SubscriptionId> = rows.map(|row| row.charge.subscription).collect();
            assert_eq!(found, expected, "{}", person.email);
        }
        let seen = shown(&world, &world.reseller, "").await.lines.total;
        assert_eq!(seen, if ended { 1 } else { 2 });
    }
}

#[tokio::test]
async fn the_file_has_every_line_with_its_calculation() {
    let (world, id) = bought().await;
    charged(&world, id, 1, "JPY", -700).await;
    let portal = world.portal(&world.customer);
    let list = LISTS.iter().find(|list| list.path == route::STATEMENT);
    let file = (list.unwrap().file)(portal.call(), ListQuery::default());
    let pieces: Vec<Vec<u8>> = file.await.unwrap().pieces.try_collect().await.unwrap();
    let text = String::from_utf8(pieces.concat()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].contains("Customer,Customer ID,Subscription"));
    assert!(lines[1].contains("Northwind"), "{text}");
    assert!(lines[1].contains("Purchase,2026-11-21,2026-11-21,2026-12-21,30,30,25"));
    assert!(lines[1].ends_with("250.00,TWD"), "{text}");
    // No formula, and no text.
    assert!(lines[2].ends_with(",-700,JPY"), "{text}");
}

/// A document that `pdftotext` reads: skipped, and said so, where that program is missing.
#[tokio::test]
async fn the_document_tells_lines_and_sums() {
    let (world, id) = bought().await;
    charged(&world, id, 1, "JPY", -700).await;
    let portal = world.portal(&world.customer);
    let (name, bytes) = document(portal.call(), ListQuery::default()).await.unwrap();
    assert_eq!(name, "statement-2026-11");
    let stranger = world.portal(&world.other_provider);
    let of = ListQuery::parse(&format!("of={}", world.customer.organization));
    let answer = document(stranger.call(), of).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let Some(text) = crate::pdf::tests::text_of(&bytes) else {
        return;
    };
    for expected in [
        "November 2026",
        "Northwind",
        "Purchase",
        "TWD 250.00",
        "JPY -700",
    ] {
        assert!(text.contains(expected), "no `{expected}` in:\n{text}");
    }
}

/// A reseller's month has ten thousand lines; what has many more is a file.
#[tokio::test]
async fn a_document_has_many_lines_and_not_any_number() {
    let (world, id) = bought().await;
    charged(&world, id, 2_500, "TWD", 3).await;
    let portal = world.portal(&world.reseller);
    let made = document(portal.call(), ListQuery::default()).await;
    assert!(made.is_ok(), "{:?}", made.err());
    charged(&world, id, 20_000, "TWD", 3).await;
    let made = document(portal.call(), ListQuery::default()).await;
    assert_eq!(made, Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_customer_costs_what_its_subscriptions_cost_a_month() {
    let (world, _) = bought().await;
    another(&world).await;
    let customer = world.customer.organization;
    let page = world.portal(&world.provider).customer(customer).await;
    assert_eq!(page.unwrap().subscriptions.monthly, [taiwan(50_000)]);
    let own = world
        .portal(&world.customer)
        .grants(ListQuery::default())
        .await;
    assert_eq!(own.unwrap().subscriptions.monthly, [taiwan(50_000)]);
}
