use tierline_app::{
    list::model::ListQuery,
    portal::{Lists as _, OverviewPortal as _, ReviewPortal as _},
    review::list::Cases,
};
use tierline_core::{enrollment::CheckKind, review::Command, role::Role};

use super::{pass, submitted};
use crate::testing::world::{World, refused, request};

/// So many more cases, each a minute younger than the one before.
async fn more_cases(world: &World, number: i32) {
    for statement in [
        "insert into organization (id, name, domain, country, capabilities, created_at, sort_key, search)
         select gen_random_uuid(), 'Company ' || n, 'company-' || n || '.example', 'DE',
            '{\"indirect_reseller\": \"enrolling\"}', now(), 'company ' || lpad(n::text, 6, '0'), ' company ' || n || ' '
         from generate_series(1, $1) n",
        "insert into enrollment (id, organization_id, status, turn, submitted_at, waiting_since, age_since, body, version)
         select o.own, o.id, e.status, e.turn, e.submitted_at, e.waiting_since + o.n * interval '1 minute',
            e.age_since + o.n * interval '1 minute',
            e.body || jsonb_build_object('id', o.own, 'organization', o.id), 1
         from enrollment e, (select id, row_number() over (order by sort_key) n, gen_random_uuid() own
               from organization where domain like 'company-%') o
         where o.n <= $1",
        "analyze enrollment",
    ] {
        let query = sqlx::query(statement);
        let query = if statement.contains("$1") { query.bind(number) } else { query };
        query.execute(&world.state.pool).await.unwrap();
    }
}

#[tokio::test]
async fn ten_thousand_cases_are_paged_by_key() {
    let world = World::new().await;
    submitted(&world).await;
    more_cases(&world, 10_000).await;
    let portal = world.portal(&world.operator);
    let mut query = ListQuery::default();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let page = portal.listed::<Cases>(query.clone()).await.unwrap().cases;
        assert!(page.total > 9_999, "{}", page.total);
        seen.extend(page.rows.iter().map(|row| row.enrollment));
        query.cursor = page.next.unwrap();
    }
    let rows = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), rows, "no case is on two pages");
    // The page is read from the index of those that wait, not sorted out of all of them.
    sqlx::query("update enrollment set waiting_since = null where id in (select id from enrollment order by id limit 8000)")
        .execute(&world.state.pool)
        .await
        .unwrap();
    sqlx::query("analyze enrollment")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let plan: Vec<String> = sqlx::query_scalar(
        "explain select age_since, id from enrollment
         where true and waiting_since is not null and (age_since, id) > ('-infinity', '00000000-0000-0000-0000-000000000000')
         order by age_since asc, id asc limit 51",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    let plan = plan.join("\n");
    assert!(
        plan.contains("enrollment_waiting_age") && !plan.contains("Sort"),
        "{plan}"
    );
}

#[tokio::test]
async fn queues_count_what_waits_and_who_has_it() {
    let world = World::new().await;
    let id = submitted(&world).await;
    more_cases(&world, 3).await;
    let portal = world.portal(&world.operator);
    portal
        .change_case(id, Command::Take, None, request())
        .await
        .unwrap();
    let queues = portal.overview().await.unwrap().queues;
    let counts: Vec<_> = queues
        .iter()
        .filter(|it| it.list.starts_with("/cases"))
        .map(|it| (it.count, it.mine, it.unassigned))
        .collect();
    assert_eq!(counts, [(4, 1, 3), (0, 0, 0), (0, 0, 0), (0, 0, 0)]);
    assert!(queues[0].oldest < queues[0].due);
    // Two weeks later all of them are late.
    let two_weeks = chrono::TimeDelta::days(14);
    world.state.clock.advance(two_weeks).unwrap();
    let late = portal.overview().await.unwrap().queues.remove(3);
    assert_eq!((late.count, late.mine), (4, 1));
    let query = ListQuery::parse(late.mine_list.split_once('?').unwrap().1);
    let mine = portal.listed::<Cases>(query).await.unwrap().cases;
    assert_eq!(mine.rows.len(), 1);
    // Others have none.
    let others = world.portal(&world.reseller).overview().await.unwrap();
    assert!(others.queues.is_empty());
}

#[tokio::test]
async fn filters_narrow_the_queue() {
    let world = World::new().await;
    let id = submitted(&world).await;
    more_cases(&world, 2).await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let portal = world.portal(&reviewer);
    let found = async |query: &str| {
        let page = portal
            .listed::<Cases>(ListQuery::parse(query))
            .await
            .unwrap();
        page.cases.rows.len()
    };
    assert_eq!(found("").await, 3);
    assert_eq!(found("country=DE").await, 2);
    assert_eq!(found("country=TW").await, 1);
    assert_eq!(found("state=contact").await, 0);
    assert_eq!(found("late=yes").await, 0);
    assert_eq!(found("search=company%202").await, 1);
    portal
        .change_case(id, Command::Take, None, request())
        .await
        .unwrap();
    assert_eq!(found("reviewer=me").await, 1);
    assert_eq!(found("reviewer=nobody").await, 2);
    for check in CheckKind::ALL {
        let command = Command::Rule(pass(check));
        portal
            .change_case(id, command, None, request())
            .await
            .unwrap();
    }
    assert_eq!(found("").await, 2);
    assert_eq!(found("state=done").await, 1);
    assert_eq!(found("state=all").await, 3);
}

#[tokio::test]
async fn the_list_is_the_reviewers_alone() {
    let world = World::new().await;
    for person in [&world.reseller, &world.provider, &world.customer] {
        let list = world
            .portal(person)
            .listed::<Cases>(ListQuery::default())
            .await;
        assert_eq!(refused(list.map(drop)), "role_missing");
    }
}
