//! Organizations and subscriptions that are filled in, and the lists that are read of them.

use sqlx::PgPool;
use tierline_app::{
    directory::list::ListingChanges,
    list::{
        Listed,
        model::{ListQuery, Page},
    },
    mail::list::{DeadMails, Mailbox},
    membership::list::Registry,
    operator::list::Organizations,
    portal::all::*,
    review::list::Cases,
    subscription::list::statement::StatementLines,
};
use tierline_core::text::search::Search;

use super::{fill_program, fill_renewals, fill_subscriptions};
use crate::{
    check,
    demo::{portal_of, test_state},
    jobs::expiry::{catch_up_subscriptions, remind_of_renewals},
    list::search::patterns,
    state::AppState,
    testing::{self, TestDatabase},
    web::RequestPortal,
};

/// The demo world with so many organizations more.
async fn filled(organizations: u64) -> (TestDatabase, AppState) {
    let database = testing::demo_database().await;
    let state = test_state(&database.pool);
    assert_eq!(
        fill_program(&state, organizations, |_| ()).await.unwrap(),
        organizations
    );
    (database, state)
}

async fn count(pool: &PgPool, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn organizations_are_filled_in_with_what_belongs_to_them() {
    let (database, state) = filled(400).await;
    let pool = &database.pool;
    let of = "from organization o where o.domain like '%.companies.example'";
    for (what, expected) in [
        (format!("select count(*) {of}"), 400),
        (
            format!("select count(*) {of} and capabilities ? 'customer'"),
            240,
        ),
        (
            format!(
                "select count(*) from enrollment where waiting_since is not null and organization_id in (select id {of})"
            ),
            40,
        ),
        (
            format!(
                "select count(*) from enrollment where turn = 'contact' and organization_id in (select id {of})"
            ),
            20,
        ),
        (
            format!(
                "select count(*) from enrollment where status = 'active' and organization_id in (select id {of})"
            ),
            80,
        ),
        (
            format!(
                "select count(*) from enrollment_case where organization_id in (select id {of})"
            ),
            20,
        ),
        (
            format!(
                "select count(*) from listing where published_at is not null and provider_id in (select id {of})"
            ),
            20,
        ),
        (
            format!(
                "select count(*) from listing where proposal_state = 'submitted' and provider_id in (select id {of})"
            ),
            4,
        ),
        (
            "select count(*) from registry_member where account like '%.companies.example'"
                .to_owned(),
            20,
        ),
        (
            format!(
                "select count(*) from registry_mpn r join organization o on o.mpn = r.mpn where o.id in (select id {of})"
            ),
            80,
        ),
    ] {
        let counted: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(what.clone()))
            .fetch_one(pool)
            .await
            .unwrap();
        assert_eq!(counted, expected, "{what}");
    }
    // The same number is there already, and a higher one goes on from it, in whole blocks.
    assert_eq!(fill_program(&state, 400, |_| ()).await.unwrap(), 0);
    assert_eq!(fill_program(&state, 401, |_| ()).await.unwrap(), 20);
    let report = check::check(pool).await.unwrap();
    assert!(report.is_good(), "{report}");
    assert!(report.filled_in >= 420, "{report}");
}

/// They are what was bought and what time has brought, and so go on by themselves.
#[tokio::test]
async fn subscriptions_are_filled_in_with_their_histories() {
    let database = testing::demo_database().await;
    let state = test_state(&database.pool);
    let pool = &database.pool;
    let reseller = portal_of(&state, "Ben Lee");
    let october = async || {
        let query = ListQuery::parse("month=2026-10");
        let page = reseller.listed::<StatementLines>(query).await.unwrap();
        page.lines.total
    };
    // What there is to tell of the demo world.
    remind_of_renewals(state.clone()).await.unwrap();
    let told = "select count(*) from mail where kind = 'renewal_reminder'";
    let mails = count(pool, told).await;
    let before = october().await;
    for added in [1_000, 0] {
        let filled = fill_subscriptions(&state, 1_000, |_| ()).await.unwrap();
        assert_eq!(filled, added);
    }
    assert_eq!(october().await, before + 1_000);
    let of_crowd = [
        "select count(*) from membership m join organization o on o.id = m.organization_id
         where o.domain like '%.crowd.example'",
        "select count(*) from assignment a join organization o on o.id = a.customer_id
         where o.domain like '%.crowd.example' and a.withdrawn_at is null",
    ];
    for (sql, expected) in of_crowd.into_iter().zip([2_000, 5_000]) {
        assert_eq!(count(pool, sql).await, expected);
    }
    assert_eq!(catch_up_subscriptions(state.clone()).await.unwrap(), 0);
    for added in [1_000, 0] {
        let filled = fill_renewals(&state, 1_000, |_| ()).await.unwrap();
        assert_eq!(filled, added);
    }
    let renewals = "select count(*) from event where body -> 'event' ->> 'type' = 'renewed'";
    let renewed = count(pool, renewals).await;
    for done in [1_000, 0] {
        let report = check::check(pool).await.unwrap();
        assert!(report.is_good(), "{report}");
        let caught_up = catch_up_subscriptions(state.clone()).await.unwrap();
        assert_eq!(caught_up, done);
    }
    assert_eq!(count(pool, renewals).await, renewed + 1_000);
    remind_of_renewals(state.clone()).await.unwrap();
    assert_eq!(count(pool, told).await, mails, "nobody is told of it");
}

/// Every row that a list has, page by page.
async fn all<L: Listed, R>(
    portal: &RequestPortal,
    query: &str,
    of: impl Fn(L::Page) -> Page<R>,
) -> Vec<R> {
    let mut query = ListQuery::parse(query);
    let mut rows = Vec::new();
    loop {
        let page = of(portal.listed::<L>(query.clone()).await.unwrap());
        rows.extend(page.rows);
        let Some(next) = page.next else { return rows };
        query.cursor = next;
    }
}

/// How many rows of a table a search finds, by what stands beside them.
async fn expected(pool: &PgPool, table: &str, search: &str) -> usize {
    let patterns = patterns(Search::parse(search).words());
    let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select count(*) from {table} like all($1)"
    )))
    .bind(patterns)
    .fetch_one(pool)
    .await
    .unwrap();
    usize::try_from(rows).unwrap()
}

/// Rows are so many that every way of searching is gone.
#[tokio::test]
async fn lists_find_by_their_indexes_what_stands_beside_each_row() {
    let (database, state) = filled(1_000).await;
    let pool = &database.pool;
    let operator = portal_of(&state, "Robin Counts");
    for search in [
        "a",
        "companies",
        "bakery",
        "group",
        "zephyr",
        "qqq",
        "公司",
        "group companies",
        "20000001",
        "mpn",
    ] {
        for sort in ["", "-name", "since", "-since"] {
            let query = format!("search={search}&sort={sort}");
            let found = all::<Organizations, _>(&operator, &query, |page| page.organizations).await;
            let rows = expected(pool, "organization where search", search).await;
            assert_eq!(found.len(), rows, "organizations {query}");
            let found = all::<Registry, _>(&operator, &query, |page| page.members).await;
            let rows = expected(pool, "registry_member where search", search).await;
            assert_eq!(found.len(), rows, "registry {query}");
        }
        for query in ["sort=-since", "sort=name"] {
            let query = format!("search={search}&{query}");
            let found = all::<Cases, _>(&operator, &query, |page| page.cases).await;
            let rows = expected(
                pool,
                "enrollment where waiting_since is not null and search",
                search,
            )
            .await;
            assert_eq!(found.len(), rows, "cases {query}");
            let found =
                all::<ListingChanges, _>(&operator, &format!("{query}&state=all"), |page| page)
                    .await;
            let rows = expected(
                pool,
                "listing where proposal_state is not null and proposed_search",
                search,
            )
            .await;
            assert_eq!(found.len(), rows, "listing changes {query}");
        }
        for query in ["", "sort=at"] {
            let query = format!("search={search}&{query}");
            let found = all::<DeadMails, _>(&operator, &query, |page| page).await;
            let rows = expected(pool, "mail where status = 'dead' and search", search).await;
            assert_eq!(found.len(), rows, "undelivered mails {query}");
            let found = all::<Mailbox, _>(&operator, &query, |page| page).await;
            let rows = expected(pool, "mail where search", search).await;
            assert_eq!(found.len(), rows, "mails {query}");
        }
        for near in ["", "&near=DE"] {
            let query = ListQuery::parse(&format!("search={search}{near}"));
            let found = operator.find_providers(query).await.unwrap().providers;
            let rows = expected(
                pool,
                "listing where published_at is not null and provider_state = 'active' and search",
                search,
            )
            .await;
            assert_eq!(found.rows.len(), rows.min(50), "providers {search}{near}");
        }
    }
}

#[tokio::test]
async fn filters_leave_what_they_say() {
    let (database, state) = filled(1_000).await;
    let pool = &database.pool;
    let operator = portal_of(&state, "Robin Counts");
    for (query, sql) in [
        (
            "capability=customer",
            "select count(*) from organization where capabilities ->> 'customer' is not null",
        ),
        (
            "state=enrolling",
            "select count(*) from organization where capabilities::text like '%\"enrolling\"%'",
        ),
        (
            "state=active&capability=indirect_provider",
            "select count(*) from organization where capabilities ->> 'indirect_provider' = 'active'",
        ),
        (
            "country=DE",
            "select count(*) from organization where country = 'DE'",
        ),
        ("capability=%22", "select 0::bigint"),
    ] {
        let found = all::<Organizations, _>(&operator, query, |page| page.organizations).await;
        assert_eq!(
            i64::try_from(found.len()).unwrap(),
            count(pool, sql).await,
            "{query}"
        );
    }
    for (query, sql) in [
        (
            "state=inactive",
            "select count(*) from registry_member where not is_active",
        ),
        (
            "state=active",
            "select count(*) from registry_member where is_active",
        ),
        (
            "country=DE",
            "select count(*) from registry_member where 'DE' = any(countries)",
        ),
        ("state=x", "select 0::bigint"),
    ] {
        let found = all::<Registry, _>(&operator, query, |page| page.members).await;
        assert_eq!(
            i64::try_from(found.len()).unwrap(),
            count(pool, sql).await,
            "{query}"
        );
    }
    for (query, sql) in [
        ("state=proposed", "select count(*) from enrollment_case where proposed_since is not null"),
        ("reviewer=nobody",
            "select count(*) from enrollment e where waiting_since is not null and not exists (
                select from enrollment_case c where c.enrollment_id = e.id and c.reviewer_id is not null)"),
    ] {
        let found = all::<Cases, _>(&operator, query, |page| page.cases).await;
        assert_eq!(i64::try_from(found.len()).unwrap(), count(pool, sql).await, "{query}");
    }
    // What there is to choose from is what there is.
    let page = operator
        .listed::<Organizations>(ListQuery::default())
        .await
        .unwrap();
    let countries = count(pool, "select count(distinct country) from organization").await;
    assert_eq!(i64::try_from(page.countries.len()).unwrap(), countries);
    assert!(page.countries.is_sorted());
    let page = operator
        .listed::<Registry>(ListQuery::default())
        .await
        .unwrap();
    let countries = count(pool, "select count(distinct country) from registry_mpn").await;
    assert_eq!(i64::try_from(page.countries.len()).unwrap(), countries);
    let page = operator
        .listed::<Cases>(ListQuery::default())
        .await
        .unwrap();
    let sql = "select count(distinct o.country) from enrollment e join organization o on o.id = e.organization_id
        where e.submitted_at is not null";
    assert_eq!(
        i64::try_from(page.countries.len()).unwrap(),
        count(pool, sql).await
    );
}

/// What stands beside cases, listings and agreements is the organization's own, also after it has changed.
#[tokio::test]
async fn copies_and_totals_follow_the_organization() {
    let (database, _) = filled(200).await;
    let pool = &database.pool;
    for change in [
        "select 1",
        "update organization set search = ' changed ', sort_key = 'changed', words = array_to_tsvector('{changed}'::text[])
         where id in (select organization_id from enrollment order by id limit 7)",
        "update organization set capabilities = capabilities || '{\"indirect_provider\": \"suspended\"}'
         where id in (select provider_id from listing order by id limit 3)",
        "update organization set capabilities = capabilities || '{\"indirect_reseller\": \"active\"}',
            agreement = '{\"version\": \"0.9\"}'
         where capabilities ? 'customer' and id in (select id from organization order by id limit 50)",
        "update enrollment_case set reviewer_id = null where id in (select id from enrollment_case order by id limit 4)",
        "select tally_compact()",
    ] {
        sqlx::query(change).execute(pool).await.unwrap();
        for wrong in [
            "select count(*) from enrollment e join organization o on o.id = e.organization_id
             left join enrollment_case c on c.enrollment_id = e.id
             where (e.sort_key, e.search, e.words, e.country, e.reviewer_id, e.proposed_since)
                is distinct from (o.sort_key, o.search, o.words, o.country, c.reviewer_id, c.proposed_since)",
            "select count(*) from listing l join organization o on o.id = l.provider_id
             where l.provider_state is distinct from o.capabilities ->> 'indirect_provider'",
            "select count(*) from (select distinct kind from agreement) a
             where (select coalesce(sum(amount), 0) from agreement_tally t where t.kind = a.kind and t.name is null)
                <> (select count(*) from organization o where agreement_concerns(o, a.kind))",
            "select count(*) from agreement a
             where (select coalesce(sum(amount), 0) from agreement_tally t where t.kind = a.kind and t.name = a.name)
                <> (select count(*) from organization o
                    where agreement_concerns(o, a.kind) and agreement_is_signed(o, a.kind, a.name))",
        ] {
            assert_eq!(count(pool, wrong).await, 0, "{change}\n{wrong}");
        }
    }
}
