//! What the migration that made room for several other partners does with the data that it finds.

use std::collections::BTreeMap;

use sqlx::types::Json;
use tierline_core::{
    Timestamp,
    partnership::{self, Partnership, TenantAdmin},
    relationship::{Grant, GrantSet, Grants, Origin, Relationship, Side, State},
};
use uuid::Uuid;

use super::*;
use crate::relationship::co_serving::tests::assert_as_decided;

/// The first migration with the table.
const VERSION: i64 = 5;

const PROVIDER: u128 = 1;
const OTHER_PROVIDER: u128 = 2;
const RESELLER: u128 = 3;
const OTHER_RESELLER: u128 = 4;
const DIRECT: u128 = 5;

fn day(number: u32) -> Timestamp {
    format!("2026-03-{number:02}T00:00:00Z").parse().unwrap()
}

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

async fn migrate_where(pool: &PgPool, wanted: impl Fn(i64) -> bool) {
    for migration in MIGRATIONS.iter().filter(|it| wanted(it.version)) {
        let statements = sqlx::AssertSqlSafe(migration.sql.as_str().to_owned());
        sqlx::raw_sql(statements).execute(pool).await.unwrap();
    }
}

async fn organization(pool: &PgPool, number: u128, name: &str) {
    sqlx::query(
        "insert into organization (id, name, domain, country, capabilities, created_at)
         values ($1, $2, $3, 'TW', '{}', $4)",
    )
    .bind(Uuid::from_u128(number))
    .bind(name)
    .bind(format!("org{number}.example"))
    .bind(day(1))
    .execute(pool)
    .await
    .unwrap();
}

async fn in_partnership(
    pool: &PgPool,
    number: u128,
    sides: (u128, u128),
    state: partnership::State,
) {
    let status = match &state {
        partnership::State::Active => "active",
        partnership::State::Ending { .. } => "ending",
        partnership::State::Ended { .. } => "ended",
    };
    let new = Partnership {
        id: id(number),
        provider: id(sides.0),
        reseller: id(sides.1),
        invitation: id(900),
        since: day(1),
        accepted_by: id(901),
        tenant_admin: TenantAdmin::Granted { at: day(1) },
        state,
    };
    sqlx::query(
        "insert into partnership (provider_id, reseller_id, id, status, since, ends_at, body)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new.provider.into_uuid())
    .bind(new.reseller.into_uuid())
    .bind(new.id.into_uuid())
    .bind(status)
    .bind(new.since)
    .bind(new.ends())
    .bind(Json(&new))
    .execute(pool)
    .await
    .unwrap();
}

/// In force, with all that the side asks for.
fn serves(number: u128, partner: u128, customer: u128, side: Side) -> Relationship {
    Relationship {
        id: id(number),
        partner: id(partner),
        customer: id(customer),
        side,
        together_with: None,
        origin: Origin::Created {
            by: id(partner),
            user: id(901),
        },
        since: day(2),
        grants: Grants::granted(side.asks_for(), day(2)),
        state: State::Active,
    }
}

fn with(other: u128, relationship: Relationship) -> Relationship {
    Relationship {
        together_with: Some(id(other)),
        ..relationship
    }
}

async fn insert(pool: &PgPool, new: &Relationship) {
    sqlx::query(
        "insert into relationship (partner_id, customer_id, id, side, customer_name, status, since, body)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(new.partner.into_uuid())
    .bind(new.customer.into_uuid())
    .bind(new.id.into_uuid())
    .bind(new.side.capability().code())
    .bind(format!("Ümit {}", new.customer))
    .bind(if new.is_active() { "active" } else { "ended" })
    .bind(new.since)
    .bind(Json(new))
    .execute(pool)
    .await
    .unwrap();
}

#[tokio::test]
async fn everyone_who_serves_a_customer_together_is_found_as_core_decides_it() {
    use Side::{DirectBill, IndirectProvider, IndirectReseller};
    let database = testing::empty_database().await;
    let pool = &database.pool;
    migrate_where(pool, |version| version < VERSION).await;
    let partners = [PROVIDER, OTHER_PROVIDER, RESELLER, OTHER_RESELLER, DIRECT];
    for number in partners.into_iter().chain(10..=16) {
        organization(pool, number, "Somebody").await;
    }
    let ends = day(31);
    let over = partnership::State::Ended {
        at: day(5),
        by: id(PROVIDER),
        reason: None,
    };
    let ending = partnership::State::Ending {
        ends,
        by: id(OTHER_RESELLER),
        user: id(901),
        announced: day(1),
        reason: None,
    };
    in_partnership(pool, 20, (PROVIDER, RESELLER), partnership::State::Active).await;
    in_partnership(pool, 21, (PROVIDER, OTHER_RESELLER), ending).await;
    in_partnership(pool, 22, (OTHER_PROVIDER, RESELLER), over).await;

    let only_supports = Relationship {
        grants: Grants::granted(GrantSet::EMPTY.with(Grant::Support), day(2)),
        ..serves(34, PROVIDER, 11, IndirectProvider)
    };
    let left = Relationship {
        state: State::Ended {
            at: day(4),
            by: id(901),
        },
        ..with(PROVIDER, serves(39, RESELLER, 13, IndirectReseller))
    };
    let back_again = Relationship {
        since: day(9),
        ..serves(43, OTHER_PROVIDER, 15, IndirectProvider)
    };
    let relationships = [
        // Two resellers: one of the same act, and one whose partnership will end.
        with(RESELLER, serves(31, PROVIDER, 10, IndirectProvider)),
        with(PROVIDER, serves(32, RESELLER, 10, IndirectReseller)),
        serves(33, OTHER_RESELLER, 10, IndirectReseller),
        // A provider that may not order.
        only_supports,
        serves(35, RESELLER, 11, IndirectReseller),
        // The partnership is over, the act was one.
        with(RESELLER, serves(36, OTHER_PROVIDER, 12, IndirectProvider)),
        serves(37, RESELLER, 12, IndirectReseller),
        // One of the two has left.
        with(RESELLER, serves(38, PROVIDER, 13, IndirectProvider)),
        left,
        // A direct-bill partner beside others.
        serves(40, DIRECT, 14, DirectBill),
        serves(41, PROVIDER, 14, IndirectProvider),
        // The partnership is over, and the provider came back alone.
        with(OTHER_PROVIDER, serves(42, RESELLER, 15, IndirectReseller)),
        back_again,
    ];
    for relationship in &relationships {
        insert(pool, relationship).await;
    }
    // As it was until then: one other partner each, and totals by that.
    sqlx::query(
        "update relationship set other_partner_id = $1 where partner_id = $2 and status = 'active'",
    )
    .bind(Uuid::from_u128(RESELLER))
    .bind(Uuid::from_u128(PROVIDER))
    .execute(pool)
    .await
    .unwrap();

    migrate_where(pool, |version| version >= VERSION).await;
    assert_as_decided(pool, day(10)).await;
    let rows: Vec<(Uuid, Uuid, Option<Timestamp>)> = sqlx::query_as(
        "select relationship_id, other_id, until from served_together order by relationship_id, place",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let mut found: BTreeMap<u128, Vec<(u128, Option<Timestamp>)>> = BTreeMap::new();
    for (relationship, other, until) in rows {
        let others = found.entry(relationship.as_u128()).or_default();
        others.push((other.as_u128(), until));
    }
    let expected = BTreeMap::from([
        (31, vec![(RESELLER, None), (OTHER_RESELLER, Some(ends))]),
        (32, vec![(PROVIDER, None)]),
        (33, vec![(PROVIDER, Some(ends))]),
        (34, vec![(RESELLER, None)]),
        (36, vec![(RESELLER, None)]),
        (37, vec![(OTHER_PROVIDER, None)]),
    ]);
    assert_eq!(found, expected);
}
