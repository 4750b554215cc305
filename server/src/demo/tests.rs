mod seen;

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{PgPool, types::Json};
use tierline_core::{
    Evolve as _,
    account::User,
    agreement::Agreement,
    catalog::{Kind, PriceList},
    directory::{Ask, Listing},
    enrollment::Enrollment,
    event::Event,
    group::CustomerGroup,
    invitation::{Invitation, Status},
    membership::Member,
    order::Order,
    order_request::OrderRequest,
    organization::Organization,
    partnership::Partnership,
    program::Program,
    relationship::Relationship,
    review::Case,
    subscription::{Billing, Subscription, Term},
};
use uuid::Uuid;

use super::*;
use crate::{
    account::password,
    organization::store,
    relationship::co_serving::tests::assert_as_decided,
    testing::{self, TestDatabase},
};

async fn world() -> (TestDatabase, AppState) {
    let database = testing::demo_database().await;
    let state = super::test_state(&database.pool);
    (database, state)
}

/// The number of rows in each table.
async fn counts(pool: &PgPool) -> BTreeMap<String, i64> {
    let tables: Vec<String> =
        sqlx::query_scalar("select tablename::text from pg_tables where schemaname = 'public'")
            .fetch_all(pool)
            .await
            .unwrap();
    let mut counts = BTreeMap::new();
    for table in tables {
        let count =
            sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
                .fetch_one(pool)
                .await;
        counts.insert(table, count.unwrap());
    }
    counts
}

#[tokio::test]
async fn seeding_is_done_once() {
    let database = testing::database().await;
    let pool = &database.pool;
    let state = super::test_state(pool);
    assert_eq!(seed(&state).await.unwrap(), Seeded::Now);
    let before = counts(pool).await;
    assert_eq!(seed(&state).await.unwrap(), Seeded::Before);
    assert_eq!(counts(pool).await, before);

    let reopened = sqlx::raw_sql("update demo_world set finished_at = null")
        .execute(pool)
        .await
        .unwrap_err();
    assert!(
        reopened.to_string().contains("stays finished"),
        "{reopened}"
    );

    // An interrupted seeding is started over.
    sqlx::raw_sql(
        "alter table demo_world disable trigger user; update demo_world set finished_at = null;
         alter table demo_world enable trigger user",
    )
    .execute(pool)
    .await
    .unwrap();
    assert_eq!(seed(&state).await.unwrap(), Seeded::Now);
    let after = counts(pool).await;
    for table in [
        "organization",
        "app_user",
        "invitation",
        "partnership",
        "relationship",
        "subscription",
        "event",
        "mail",
    ] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

#[tokio::test]
async fn a_database_in_use_is_left_alone() {
    let database = testing::database().await;
    sqlx::query(
        "insert into organization (id, name, domain, country, capabilities, created_at)
         values (gen_random_uuid(), 'Real', 'real.example', 'TW', '{}', now())",
    )
    .execute(&database.pool)
    .await
    .unwrap();
    assert_eq!(
        seed(&super::test_state(&database.pool)).await.unwrap(),
        Seeded::NotEmpty
    );
    assert_eq!(counts(&database.pool).await["organization"], 1);
}

/// The events of every object, in chronological order.
async fn histories(pool: &PgPool) -> BTreeMap<(String, Uuid), Vec<Event>> {
    let rows: Vec<(String, Uuid, Json<Event>)> =
        sqlx::query_as("select object, object_id, body from event order by id")
            .fetch_all(pool)
            .await
            .unwrap();
    let mut histories: BTreeMap<_, Vec<Event>> = BTreeMap::new();
    for (object, id, event) in rows {
        histories.entry((object, id)).or_default().push(event.0);
    }
    histories
}

async fn bodies<T: serde::de::DeserializeOwned + Send + Unpin + 'static>(
    pool: &PgPool,
    table: &str,
) -> Vec<(Uuid, T)> {
    let rows: Vec<(Uuid, Json<T>)> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("select id, body from {table}")))
            .fetch_all(pool)
            .await
            .unwrap();
    rows.into_iter().map(|(id, body)| (id, body.0)).collect()
}

#[tokio::test]
async fn a_first_walk_finds_a_reseller_that_can_accept() {
    let (database, _) = world().await;
    let id = |name| organizations::named(name).unwrap().id().into_uuid();
    let (provider, reseller) = (id("Contoso Distribution"), id("Nod Cloud Services"));
    let mut connection = database.pool.acquire().await.unwrap();
    let load = async |connection: &mut sqlx::PgConnection, id| {
        let mut found = crate::organization::store::load(connection, &[id])
            .await
            .unwrap();
        found.remove(0).value
    };
    let provider = load(&mut connection, provider).await;
    let found = load(&mut connection, reseller).await;
    let reseller_side = tierline_core::organization::Capability::IndirectReseller;
    tierline_core::access::may_transact(&found, reseller_side).unwrap();
    tierline_core::access::same_region(&provider, &found).unwrap();
    let partnerships: i64 =
        sqlx::query_scalar("select count(*) from partnership where reseller_id = $1")
            .bind(reseller)
            .fetch_one(&database.pool)
            .await
            .unwrap();
    assert_eq!(partnerships, 0);
    let admin = people::first_of("Nod Cloud Services").unwrap();
    assert!(
        admin
            .roles()
            .contains(tierline_core::role::Role::GlobalAdmin)
    );
    // The README names it.
    assert_eq!(admin.email(), "ivy.chiang@nodcloud.example");
}

#[tokio::test]
async fn history_and_state_agree() {
    let (database, _) = world().await;
    let pool = &database.pool;
    let histories = histories(pool).await;
    let mut checked = 0;
    macro_rules! check {
        ($table:literal, $object:literal, $kind:ident, $state:ty) => {
            for (id, state) in bodies::<$state>(pool, $table).await {
                let events = &histories[&($object.to_owned(), id)];
                let folded = events.iter().fold(None, |before, event| match event {
                    Event::$kind { id, event } => <$state>::evolve(*id, before, event),
                    other => panic!("{other:?}"),
                });
                assert_eq!(folded.as_ref(), Some(&state));
                checked += events.len();
            }
        };
    }
    check!("invitation", "invitation", Invitation, Invitation);
    check!("partnership", "partnership", Partnership, Partnership);
    check!("relationship", "relationship", Relationship, Relationship);
    check!("customer_order", "order", Order, Order);
    check!("order_request", "order_request", OrderRequest, OrderRequest);
    check!("subscription", "subscription", Subscription, Subscription);
    check!("price_list", "price_list", PriceList, PriceList);
    check!("registry_member", "member", Member, Member);
    check!("agreement", "agreement", Agreement, Agreement);
    check!("enrollment", "enrollment", Enrollment, Enrollment);
    check!("enrollment_case", "case", Case, Case);
    check!("listing", "listing", Listing, Listing);
    check!("partner_ask", "ask", Ask, Ask);
    check!("program_settings", "program", Program, Program);
    check!(
        "customer_group",
        "customer_group",
        CustomerGroup,
        CustomerGroup
    );
    for ((object, id), events) in &histories {
        match object.as_str() {
            "organization" => {
                let events = events.iter().map(|event| match event {
                    Event::Organization { event, .. } => event,
                    other => panic!("{other:?}"),
                });
                let folded = Organization::replay((*id).into(), events);
                let mut db = pool.acquire().await.unwrap();
                let stored = store::load(&mut db, &[*id]).await.unwrap().remove(0);
                assert_eq!(folded, Some(stored.value));
            }
            "user" => {
                let events = events.iter().map(|event| match event {
                    Event::User { event, .. } => event,
                    other => panic!("{other:?}"),
                });
                let folded = User::replay((*id).into(), events);
                let mut db = pool.acquire().await.unwrap();
                let stored = crate::account::store::load(&mut db, &[*id]).await.unwrap();
                assert_eq!(folded.as_ref(), stored.first().map(|it| &it.value));
            }
            _ => continue,
        }
        checked += events.len();
    }
    assert_eq!(checked, histories.values().map(Vec::len).sum::<usize>());
}

#[tokio::test]
async fn one_customer_has_subscriptions_in_every_state() {
    let (database, state) = world().await;
    let rows: Vec<(String, Json<Subscription>)> = sqlx::query_as(
        "select s.status, s.body from subscription s join organization o on o.id = s.customer_id
         where o.name = 'Zava Logistics'",
    )
    .fetch_all(&database.pool)
    .await
    .unwrap();
    let states: BTreeSet<&str> = rows.iter().map(|(status, _)| status.as_str()).collect();
    let all = ["active", "canceled", "deleted", "expired", "suspended"];
    assert_eq!(states, all.into());
    let now = state.clock.now();
    let days = chrono::TimeDelta::days;
    let count = |is: &dyn Fn(&Subscription) -> bool| {
        let active = rows.iter().filter(|(status, _)| status == "active");
        active.filter(|(_, it)| is(&it.0)).count()
    };
    assert_eq!(count(&|it| it.ends < now + days(7)), 1, "renews soon");
    assert_eq!(count(&|it| it.since > now - days(7)), 1, "new");
    assert_eq!(count(&|it| it.course.pending.is_some()), 1, "changes");
    let is_long = |it: &Subscription| it.plan.term == Term::ThreeYears;
    assert_eq!(count(&is_long), 2, "for three years");
    let is_yearly = |it: &Subscription| it.plan.billing == Billing::Annual;
    assert_eq!(count(&is_yearly), 2, "billed every year");
    assert_eq!(count(&|it| it.course.base.is_some()), 1, "an add-on");
    for kind in Kind::ALL {
        assert!(count(&|it| it.course.kind == kind) > 0, "{kind}");
    }
}

#[tokio::test]
async fn the_catalog_has_products_of_every_kind_with_what_the_price_sheet_lacks() {
    let (database, _) = world().await;
    let kinds: Vec<String> =
        sqlx::query_scalar("select distinct kind from product where offer is not null order by 1")
            .fetch_all(&database.pool)
            .await
            .unwrap();
    assert_eq!(kinds, ["license", "platform", "reservation", "software"]);
    let ties: Vec<String> = sqlx::query_scalar(
        "select t.tie || ' ' || p.name || ' > ' || o.name from product_tie t join product p on p.sku_id = t.sku_id
         join product o on o.sku_id = t.other_id where p.offer is not null order by 1",
    )
    .fetch_all(&database.pool)
    .await
    .unwrap();
    assert_eq!(
        ties,
        [
            "base Zava Fleet Maps (add-on) > Zava Fleet",
            "base Zava Fleet Maps (add-on) > Zava Fleet Premium",
            "upgrade Zava Fleet > Zava Fleet Premium",
        ]
    );
}

/// Asserts that every kept total equals the count.
async fn assert_tallies_are_right(pool: &PgPool) {
    let wrong: i64 = sqlx::query_scalar(
        "with kept as (
            select organization_id, what, other_id, sum(amount) as total from tally group by 1, 2, 3
         ), counted as (
            select partner_id, 'customers', null::uuid, count(*) from relationship where status = 'active' group by 1
            union all
            select partner_id, 'customers', other_id, count(*) from served_together group by 1, 3
            union all
            select organization, 'subscriptions', null, count(*)
                from subscription cross join lateral unnest(array[partner_id, partner_of_record_id]) organization
                where status = 'active' and organization is not null group by 1
         ), counted_named(organization_id, what, other_id, total) as (select * from counted)
         select count(*) from kept full join counted_named c
            on c.organization_id = kept.organization_id and c.what = kept.what and c.other_id is not distinct from kept.other_id
         where coalesce(kept.total, 0) <> coalesce(c.total, 0)",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(wrong, 0);
}

#[tokio::test]
async fn customers_are_filled_in_with_right_totals() {
    let (database, state) = world().await;
    let pool = &database.pool;
    let before = counts(pool).await;
    let mut heard = Vec::new();
    assert_eq!(
        fill(&state, 12_345, |there| heard.push(there))
            .await
            .unwrap(),
        12_345
    );
    assert_eq!(heard, [10_000, 12_345]);
    let after = counts(pool).await;
    assert_eq!(after["organization"] - before["organization"], 12_345);
    assert_eq!(after["relationship"] - before["relationship"], 2 * 12_345);
    assert_eq!(
        after["served_together"] - before["served_together"],
        2 * 12_345
    );
    assert!(after["subscription"] - before["subscription"] > 12_345);
    assert_eq!(after["event"], before["event"]);
    assert_tallies_are_right(pool).await;

    // The same number exists already; a higher one adds the difference.
    assert_eq!(fill(&state, 12_345, |_| ()).await.unwrap(), 0);
    assert_eq!(fill(&state, 12_400, |_| ()).await.unwrap(), 55);
    assert_tallies_are_right(pool).await;
    assert_as_decided(pool, state.clock.now()).await;

    // Core reads back its own output, within its own limits.
    let relationships = bodies::<Relationship>(pool, "relationship").await;
    assert!(
        relationships
            .iter()
            .all(|(id, it)| it.id.into_uuid() == *id)
    );
    let orders = bodies::<Order>(pool, "customer_order").await;
    assert!(orders.iter().all(|(_, it)| !it.lines.is_empty()));
    let odd: i64 = sqlx::query_scalar(
        "select count(*) from relationship r join organization c on c.id = r.customer_id
         where r.customer_name <> c.name or r.customer_domain <> c.domain",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(odd, 0);
    let beyond: i64 = sqlx::query_scalar(
        "select count(*) from subscription s join product p on p.sku_id = s.sku_id
         where s.quantity not between p.minimum and p.maximum",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    assert_eq!(beyond, 0);

    // Ended, moved and deleted rows are subtracted from the totals, and compacting changes none.
    sqlx::query("update relationship set status = 'ended' where customer_name like 'A%'")
        .execute(pool)
        .await
        .unwrap();
    sqlx::query("update served_together set place = place + 1 where customer_name like 'B%'")
        .execute(pool)
        .await
        .unwrap();
    sqlx::query("delete from served_together where customer_name like 'C%'")
        .execute(pool)
        .await
        .unwrap();
    sqlx::query("delete from subscription where quantity > 100")
        .execute(pool)
        .await
        .unwrap();
    assert_tallies_are_right(pool).await;
    assert!(crate::list::tally::compact(pool).await.unwrap() > 0);
    assert_eq!(crate::list::tally::compact(pool).await.unwrap(), 0);
    assert_tallies_are_right(pool).await;
}
