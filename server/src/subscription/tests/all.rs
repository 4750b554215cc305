//! The list of all subscriptions: who knows of what, the filters and the pages, against Postgres.

use chrono::TimeDelta;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::all::*,
    subscription::{
        list::all::AllSubscriptions,
        model::all::{AllSubscriptionsPage, ListedSubscription},
    },
};
use tierline_core::{
    catalog::Kind,
    ids::{CustomerGroupId, SubscriptionId},
    reach::{GroupSet, Reach},
    relationship,
    role::Role,
    subscription::{Associate, AutoRenew, Command, Status},
};
use uuid::Uuid;

use super::{
    entries::agrees,
    life::{bought, buy, submit},
    with_many,
};
use crate::{
    jobs::expiry::catch_up_subscriptions,
    testing::world::{Person, World, refused, request},
};

pub(super) const OFF: Command = Command::SetAutoRenew {
    auto_renew: AutoRenew::Off,
};

async fn listed(
    world: &World,
    person: &Person,
    query: &str,
) -> Result<AllSubscriptionsPage, PortalError> {
    let portal = world.portal(person);
    portal
        .listed::<AllSubscriptions>(ListQuery::parse(query))
        .await
}

/// All rows of the list, page by page.
pub(super) async fn walked(world: &World, person: &Person, query: &str) -> Vec<ListedSubscription> {
    let portal = world.portal(person);
    let mut query = ListQuery::parse(query);
    let mut rows = Vec::new();
    loop {
        let page = portal.listed::<AllSubscriptions>(query.clone()).await;
        let page = page.unwrap().subscriptions;
        rows.extend(page.rows);
        let Some(next) = page.next else {
            // A search that fills its pages on the way does not count.
            assert!(page.is_at_least || page.total == rows.len() as u64);
            return rows;
        };
        query.cursor = next;
    }
}

fn ids(rows: &[ListedSubscription]) -> Vec<SubscriptionId> {
    rows.iter().map(|row| row.id).collect()
}

#[tokio::test]
async fn each_sees_what_it_may_know_of() {
    let (world, id) = bought().await;
    let customer = world.customer.organization;
    world
        .portal(&world.provider)
        .place_order(customer, vec![(world.sku, 2)], None, request())
        .await
        .unwrap();
    let seen = async |person: &Person| walked(&world, person, "").await.len();
    for (person, count) in [
        (&world.provider, 2),
        (&world.reseller, 2),
        (&world.customer, 2),
        (&world.other_provider, 0),
        (&world.other_reseller, 0),
        (&world.far_customer, 0),
    ] {
        assert_eq!(seen(person).await, count);
    }
    let rows = walked(&world, &world.provider, "").await;
    let row = rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!((row.licenses, row.status), (25, Status::Active));
    assert_eq!(row.auto_renew, Some(AutoRenew::On));
    assert_eq!(row.customer.id, customer);
    let reseller = row.reseller.as_ref().map(|it| it.id);
    assert_eq!(reseller, Some(world.reseller.organization));
    // Without the right to administer, a reseller knows of what it is partner of record for, or supports.
    let tie = world.relationship(&world.reseller).await;
    let by_customer = world.portal(&world.customer);
    let end = async |grant| {
        let end = relationship::Command::EndGrant(grant);
        by_customer
            .change_relationship(tie, end, None, request())
            .await
            .unwrap();
    };
    end(relationship::Grant::Administer).await;
    assert_eq!(ids(&walked(&world, &world.reseller, "").await), [id]);
    let other = rows.iter().find(|row| row.id != id).unwrap().id;
    let to = world.reseller.organization;
    world
        .portal(&world.provider)
        .associate(other, Associate::DesignateSupport { to }, request())
        .await
        .unwrap();
    assert_eq!(seen(&world.reseller).await, 2);
    end(relationship::Grant::Support).await;
    assert_eq!(ids(&walked(&world, &world.reseller, "").await), [id]);
    // Even a row that was left behind shows nothing without the relationship.
    for statement in [
        "alter table relationship disable trigger subscription_entry_updated",
        "update relationship set status = 'ended' where side = 'indirect_reseller'",
    ] {
        sqlx::query(statement)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    assert_eq!(seen(&world.reseller).await, 0);
    let user = world.colleague(&world.customer, Role::User).await;
    assert_eq!(refused(listed(&world, &user, "").await), "role_missing");
    let operator = listed(&world, &world.operator, "").await;
    assert_eq!(operator.map(drop), Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_narrowed_user_sees_the_customers_of_its_groups_alone() {
    let (world, id) = bought().await;
    let group = Uuid::now_v7();
    let only = GroupSet::of([CustomerGroupId::from_uuid(group)]).unwrap();
    let agent = Person {
        customers: Reach::Groups(only),
        ..world.colleague(&world.provider, Role::AdminAgent).await
    };
    let of = format!("of={}", world.customer.organization);
    let page = listed(&world, &agent, "").await.unwrap();
    assert!(page.subscriptions.rows.is_empty() && page.products.is_empty());
    let hidden = listed(&world, &agent, &of).await;
    assert_eq!(hidden.map(drop), Err(PortalError::NotFound));
    sqlx::query(
        "update relationship set groups = array[$1::uuid], body = jsonb_set(body, '{groups}', to_jsonb(array[$1::uuid]))
         where side = 'indirect_provider'",
    )
    .bind(group)
    .execute(&world.state.pool)
    .await
    .unwrap();
    for query in ["", of.as_str()] {
        assert_eq!(ids(&walked(&world, &agent, query).await), [id]);
    }
}

/// A hundred and twenty subscriptions in all states, of several kinds and of two products; the second one is returned.
async fn various() -> (World, Uuid) {
    let world = with_many().await;
    let other = Uuid::now_v7();
    sqlx::query(
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, search, sort_key)
         values ($1, 'OTHER', 'Other', true, 1, 300, ' other ', 'other')",
    )
    .bind(other)
    .execute(&world.state.pool)
    .await
    .unwrap();
    sqlx::query(
        r#"update subscription s set status = it.status, kind = it.kind, quantity = it.number,
            sku_id = case when number % 4 = 0 then $1 else s.sku_id end, since = since - number * interval '1 day',
            body = s.body
                || jsonb_build_object('quantity', number, 'since', since - number * interval '1 day',
                    'sku', case when number % 4 = 0 then $1 else s.sku_id end, 'course', jsonb_build_object(
                        'kind', it.kind, 'auto_renew', case when number % 3 = 0 then 'off' else 'on' end),
                    'state', jsonb_build_object('state', it.status)
                        || case when it.status = 'active' then '{}'::jsonb
                            else jsonb_build_object('at', since, 'by', gen_random_uuid()) end)
         from (select id, number, case number % 10 when 1 then 'suspended' when 2 then 'expired' when 3 then 'canceled'
                when 4 then 'deleted' else 'active' end as status,
                case number % 7 when 0 then 'software' when 1 then 'platform' when 2 then 'reservation'
                else 'license' end as kind
            from (select id, (row_number() over (order by id))::integer as number from subscription) numbered) it
         where it.id = s.id"#,
    )
    .bind(other)
    .execute(&world.state.pool)
    .await
    .unwrap();
    (world, other)
}

#[tokio::test]
async fn filtered_pages_are_what_the_filter_leaves_of_the_whole() {
    let (world, other) = various().await;
    agrees(&world).await;
    let all = walked(&world, &world.provider, "").await;
    assert_eq!(all.len(), 120);
    let check = async |query: &str, leaves: &dyn Fn(&ListedSubscription) -> bool| {
        let left: Vec<_> = all.iter().filter(|row| leaves(row)).cloned().collect();
        let found = walked(&world, &world.provider, query).await;
        assert_eq!(ids(&found), ids(&left), "{query}");
    };
    for status in Status::ALL {
        assert!(all.iter().any(|row| row.status == status));
        check(&format!("state={status}"), &|row| row.status == status).await;
    }
    for kind in Kind::ALL {
        assert!(all.iter().any(|row| row.kind == kind));
        check(&format!("kind={kind}"), &|row| row.kind == kind).await;
    }
    let off = |row: &ListedSubscription| row.auto_renew == Some(AutoRenew::Off);
    check("auto_renew=off", &off).await;
    check("auto_renew=on", &|row| {
        row.auto_renew == Some(AutoRenew::On)
    })
    .await;
    check("auto_renew=off&state=suspended", &|row| {
        off(row) && row.status == Status::Suspended
    })
    .await;
    check(&format!("product={other}"), &|row| row.product == "Other").await;
    let reseller = format!("filter={}", world.reseller.organization);
    check(&reseller, &|row| row.reseller.is_some()).await;
    check(&format!("{reseller}&kind=software"), &|row| {
        row.reseller.is_some() && row.kind == Kind::Software
    })
    .await;
    let nobody = format!("filter={}", world.other_reseller.organization);
    let nothing = [
        "state=lost",
        "kind=x",
        "product=x",
        "auto_renew=x",
        "search=tailspin",
    ];
    for query in nothing.into_iter().chain([nobody.as_str()]) {
        check(query, &|_| false).await;
    }
    check("search=northw", &|_| true).await;
    check("search=northwind&auto_renew=off", &off).await;
}

#[tokio::test]
async fn those_of_one_customer_are_found_and_sorted_by_product() {
    let (world, other) = various().await;
    let of = format!("of={}", world.customer.organization);
    let by_products = walked(&world, &world.provider, &of).await;
    assert_eq!(by_products.len(), 120);
    assert!(by_products.is_sorted_by_key(|row| row.product.to_lowercase()));
    let own = walked(&world, &world.customer, "").await;
    assert_eq!(ids(&own), ids(&by_products));
    for (person, of) in [
        (&world.provider, format!("{of}&")),
        (&world.customer, String::new()),
    ] {
        let sorted = async |sort: &str| walked(&world, person, &format!("{of}sort={sort}")).await;
        assert!(
            sorted("licenses")
                .await
                .is_sorted_by_key(|row| row.licenses)
        );
        assert!(sorted("since").await.is_sorted_by_key(|row| row.since));
        let ends = sorted("-ends").await;
        assert_eq!(ends.len(), 120);
        let found = walked(&world, person, &format!("{of}search=other")).await;
        assert!(found.len() == 30 && found.iter().all(|row| row.product == "Other"));
        let found = walked(&world, person, &format!("{of}product={other}&state=active")).await;
        assert!(!found.is_empty() && found.len() < 30);
    }
    let newest = walked(&world, &world.provider, "sort=-since").await;
    assert!(newest.is_sorted_by(|a, b| a.since >= b.since));
    let page = listed(&world, &world.provider, &of).await.unwrap();
    let named = page.customer.as_ref().map(|it| it.id);
    assert_eq!(named, Some(world.customer.organization));
    assert!(page.is_of_one() && page.products.len() == 2);
    // Another's customer is not there.
    let far = format!("of={}", world.far_customer.organization);
    for query in [far.as_str(), "of=x"] {
        let answer = listed(&world, &world.provider, query).await;
        assert_eq!(answer.map(drop), Err(PortalError::NotFound));
    }
    let answer = listed(&world, &world.other_provider, &of).await;
    assert_eq!(answer.map(drop), Err(PortalError::NotFound));
}

/// What has ended is found as that, whether or not it was written down.
#[tokio::test]
async fn a_state_is_that_of_the_moment() {
    let (world, id) = bought().await;
    let goes_on = buy(&world).await;
    submit(&world, &world.provider, id, OFF).await.unwrap();
    let found = async |query: &str| ids(&walked(&world, &world.provider, query).await);
    let filters = [
        "state=active",
        "state=expired",
        "state=deleted",
        "auto_renew=off",
    ];
    let stand = async || {
        let mut all = Vec::new();
        for filter in filters {
            all.push(found(filter).await);
        }
        all
    };
    let both = found("").await;
    let (none, ended) = (vec![], vec![id]);
    let before = [both, none.clone(), none.clone(), ended.clone()];
    assert_eq!(stand().await, before);
    let left = vec![goes_on];
    let mut days = 365;
    for then in [
        [left.clone(), ended.clone(), none.clone(), none.clone()],
        [left, none.clone(), ended, none],
    ] {
        world.state.clock.advance(TimeDelta::days(days)).unwrap();
        let rows = walked(&world, &world.provider, "").await;
        let row = rows.iter().find(|row| row.id == id).unwrap();
        assert_eq!(row.auto_renew, None);
        assert_eq!(stand().await, then, "before it is written down");
        days = 30;
    }
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    assert_eq!(found("state=deleted").await, [id]);
    assert_eq!(found("state=active").await, [goes_on]);
}
