//! **Renewals**: who knows of what, the filters and the pages, against Postgres.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;
use sqlx::types::Json;
use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    portal::all::*,
    subscription::{
        list::renewals::Renewals,
        model::{RenewalRow, RenewalsPage},
    },
};
use tierline_core::{
    Timestamp,
    ids::{CustomerGroupId, SubscriptionId},
    market::Currency,
    reach::{GroupSet, Reach},
    relationship,
    role::Role,
    subscription::{AutoRenew, Command, Outlook, Sides, Subscription, is_shown_to},
};
use uuid::Uuid;

use super::{
    life::{bought, page, submit},
    with_many,
};
use crate::{
    jobs::expiry::catch_up_subscriptions,
    relationship::store::in_force,
    store::Hold,
    testing::world::{Person, World, refused, request},
};

async fn listed(world: &World, person: &Person, query: &str) -> Result<RenewalsPage, PortalError> {
    let portal = world.portal(person);
    portal.listed::<Renewals>(ListQuery::parse(query)).await
}

/// All rows of the list, page by page.
async fn walked(world: &World, person: &Person, query: &str) -> Vec<RenewalRow> {
    let portal = world.portal(person);
    let mut query = ListQuery::parse(query);
    let mut rows = Vec::new();
    loop {
        let page = portal.listed::<Renewals>(query.clone()).await.unwrap();
        let page = page.renewals;
        rows.extend(page.rows);
        let Some(next) = page.next else {
            // A search that fills its pages on the way does not count.
            assert!(page.is_at_least || page.total == rows.len() as u64);
            return rows;
        };
        query.cursor = next;
    }
}

fn ids(rows: &[RenewalRow]) -> Vec<SubscriptionId> {
    rows.iter().map(|row| row.subscription).collect()
}

/// The stored rows are those that core asks for.
async fn agrees(world: &World) {
    let pool = &world.state.pool;
    let stored: Vec<(Uuid, Uuid, Timestamp, String)> =
        sqlx::query_as("select organization_id, subscription_id, at, outlook from renewal")
            .fetch_all(pool)
            .await
            .unwrap();
    let stored: BTreeSet<_> = stored.into_iter().collect();
    let bodies: Vec<Json<Subscription>> = sqlx::query_scalar("select body from subscription")
        .fetch_all(pool)
        .await
        .unwrap();
    let all: HashMap<SubscriptionId, Subscription> =
        bodies.into_iter().map(|Json(it)| (it.id, it)).collect();
    let mut expected = BTreeSet::new();
    let mut db = pool.acquire().await.unwrap();
    for it in all.values() {
        let base = it.course.base.and_then(|base| all.get(&base));
        let Some(ending) = it.ending(base) else {
            continue;
        };
        for person in [
            &world.provider,
            &world.other_provider,
            &world.reseller,
            &world.other_reseller,
            &world.customer,
            &world.far_customer,
        ] {
            let own = person.organization;
            let tie = in_force(
                &mut db,
                own,
                it.customer,
                (world.state.clock.now(), Hold::Free),
            )
            .await
            .unwrap();
            let sides = Sides {
                customer: it.customer,
                partner: it.partner,
                of_record: it.partner_of_record,
                support: it.support_contact,
            };
            if is_shown_to(sides, own, tie.as_ref()) {
                expected.insert((
                    own.into_uuid(),
                    it.id.into_uuid(),
                    ending.at,
                    ending.outlook.to_string(),
                ));
            }
        }
    }
    assert_eq!(stored, expected);
}

/// An add-on of this subscription, and software, beside it.
pub(super) async fn with_relatives(world: &World, base: SubscriptionId) {
    sqlx::query(
        r#"insert into subscription (customer_id, id, order_id, partner_id, partner_of_record_id, sku_id, quantity,
            status, since, starts_at, ends_at, body, version, kind, base_id)
         select customer_id, fresh.id, order_id, partner_id, partner_of_record_id, sku_id, quantity, status, since,
            starts_at, ends_at + interval '90 days', body || jsonb_build_object('id', fresh.id,
                'ends', ends_at + interval '90 days', 'course', fresh.course), 1, fresh.kind, fresh.base
         from subscription, lateral (values
            (gen_random_uuid(), 'license', subscription.id, jsonb_build_object('base', subscription.id)),
            (gen_random_uuid(), 'software', null, jsonb_build_object('kind', 'software')))
            as fresh (id, kind, base, course)
         where subscription.id = $1"#,
    )
    .bind(base.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_stored_is_what_core_says_whatever_happens() {
    let (world, id) = bought().await;
    agrees(&world).await;
    with_relatives(&world, id).await;
    agrees(&world).await;
    let portal = world.portal(&world.provider);
    let customer = world.customer.organization;
    let lines = vec![(world.sku, 2)];
    portal
        .place_order(customer, lines, None, request())
        .await
        .unwrap();
    agrees(&world).await;
    let changed = Command::Schedule {
        quantity: Some(20),
        upgrade: None,
        plan: None,
    };
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    for command in [changed, off, Command::Suspend, Command::Reactivate] {
        submit(&world, &world.provider, id, command).await.unwrap();
        agrees(&world).await;
    }
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    let portal = world.portal(&world.customer);
    portal
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    agrees(&world).await;
    world.state.clock.advance(TimeDelta::days(366)).unwrap();
    let state = world.state.clone();
    catch_up_subscriptions(state.clone()).await.unwrap();
    agrees(&world).await;
    world.state.clock.advance(TimeDelta::days(31)).unwrap();
    catch_up_subscriptions(state).await.unwrap();
    agrees(&world).await;
}

#[tokio::test]
async fn each_sees_what_it_may_know_of() {
    let (world, id) = bought().await;
    let portal = world.portal(&world.provider);
    let customer = world.customer.organization;
    let lines = vec![(world.sku, 2)];
    portal
        .place_order(customer, lines, None, request())
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
    let row = rows.iter().find(|row| row.subscription == id).unwrap();
    assert_eq!((row.licenses, row.outlook), (25, Outlook::Renews));
    assert_eq!(row.customer.id, customer);
    let reseller = row.reseller.as_ref().map(|it| it.id);
    assert_eq!(reseller, Some(world.reseller.organization));
    // Without the right to administer, a reseller knows of what it is partner of record for.
    let tie = world.relationship(&world.reseller).await;
    let end = relationship::Command::EndGrant(relationship::Grant::Administer);
    let by_customer = world.portal(&world.customer);
    by_customer
        .change_relationship(tie, end, None, request())
        .await
        .unwrap();
    assert_eq!(ids(&walked(&world, &world.reseller, "").await), [id]);
    // Even a row that was left behind shows nothing without the relationship.
    for statement in [
        "alter table relationship disable trigger renewal_updated",
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
    let page = listed(&world, &agent, "").await.unwrap();
    assert!(page.renewals.rows.is_empty() && page.products.is_empty());
    assert!(page.months.iter().all(|month| month.count == 0));
    sqlx::query("update relationship set groups = array[$1] where side = 'indirect_provider'")
        .bind(group)
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(ids(&walked(&world, &agent, "").await), [id]);
}

/// A hundred and twenty subscriptions that end every five days; of each ten some end, and one has expired.
async fn spread() -> World {
    let world = with_many().await;
    sqlx::query(
        r#"update subscription s set ends_at = it.ends,
            status = case when number % 10 = 7 then 'expired' else s.status end,
            body = s.body || jsonb_build_object('ends', it.ends)
                || case when number % 3 = 0 then '{"course": {"auto_renew": "off"}}' else '{}'::jsonb end
                || case when number % 10 = 7
                    then jsonb_build_object('state', jsonb_build_object('state', 'expired', 'at', it.ends))
                    else '{}' end
         from (select id, number, starts_at + number * interval '5 days' as ends from (
            select id, starts_at, row_number() over (order by id) as number from subscription) numbered) it
         where it.id = s.id"#,
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    world
}

#[tokio::test]
async fn filtered_pages_are_what_the_filter_leaves_of_the_whole() {
    let world = spread().await;
    let all = walked(&world, &world.provider, "").await;
    assert_eq!(all.len(), 120);
    assert!(all.is_sorted_by_key(|row| row.ends));
    let now = world.now();
    let within = |row: &RenewalRow, days| {
        row.outlook != Outlook::Expired && row.ends < now + TimeDelta::days(days)
    };
    let in_march = |row: &RenewalRow| row.ends.format("%Y-%m").to_string() == "2027-03";
    let check = async |query: &str, leaves: &dyn Fn(&RenewalRow) -> bool| {
        let left: Vec<_> = all.iter().filter(|row| leaves(row)).cloned().collect();
        let found = walked(&world, &world.provider, query).await;
        assert_eq!(ids(&found), ids(&left), "{query}");
    };
    let ends = |row: &RenewalRow| row.outlook == Outlook::Ends;
    for days in [30, 60, 90] {
        check(&format!("when={days}"), &|row| within(row, days)).await;
    }
    check("when=expired", &|row| row.outlook == Outlook::Expired).await;
    check("month=2027-03", &in_march).await;
    check("outlook=ends", &ends).await;
    check("outlook=renews", &|row| row.outlook == Outlook::Renews).await;
    check("outlook=ends&month=2027-03", &|row| {
        in_march(row) && ends(row)
    })
    .await;
    check(&format!("product={}", world.sku), &|_| true).await;
    let reseller = format!("filter={}", world.reseller.organization);
    check(&reseller, &|row| row.reseller.is_some()).await;
    let nobody = format!("filter={}", world.other_reseller.organization);
    let nothing = ["when=soon", "month=x", "product=x", "search=tailspin"];
    for query in nothing.into_iter().chain([nobody.as_str()]) {
        check(query, &|_| false).await;
    }
    check("search=northw", &|_| true).await;
    check("search=northwind&outlook=ends", &ends).await;
    let mut reversed = ids(&walked(&world, &world.provider, "sort=-ends").await);
    reversed.reverse();
    assert_eq!(reversed, ids(&all));
    // A customer finds its own by product.
    sqlx::query("update product set search = ' business basic '")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let own = walked(&world, &world.customer, "search=business").await;
    assert_eq!(own.len(), 120);
}

#[tokio::test]
async fn the_calendar_counts_what_its_links_show() {
    let world = spread().await;
    for person in [&world.provider, &world.reseller, &world.customer] {
        let page = listed(&world, person, "when=30&search=nothing").await;
        let months = page.unwrap().months;
        assert_eq!(months.len(), 12);
        assert_eq!(months[0].code, "2026-11");
        assert_eq!(months[11].code, "2027-10");
        for month in months {
            let rows = walked(&world, person, &format!("month={}", month.code)).await;
            assert_eq!(month.count, rows.len() as u64, "{}", month.code);
            assert!(!month.is_at_least);
        }
    }
}

/// What is said before of a customer that has moved is what its renewal does.
#[tokio::test]
async fn a_customer_that_has_moved_renews_in_the_currency_that_was_said() {
    let (world, id) = bought().await;
    let said = async || {
        let page = page(&world, &world.provider, id).await;
        let listed = listed(&world, &world.provider, "").await.unwrap();
        let row = listed.renewals.rows[0].renews_in;
        assert_eq!(page.renews_in, row);
        row
    };
    assert_eq!(said().await, None);
    sqlx::query("insert into product_price (sku_id, currency, minor) values ($1, 'EUR', 500)")
        .bind(world.sku.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    sqlx::query("update organization set country = 'DE' where id = $1")
        .bind(world.customer.organization.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(said().await, Some(Currency::Eur));
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    let portal = world.portal(&world.provider);
    let change = portal.subscription_change(id, Some(off), String::new());
    assert_eq!(change.await.unwrap().renews_in, None);
    world.state.clock.advance(TimeDelta::days(366)).unwrap();
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    let page = page(&world, &world.provider, id).await;
    let charged = page.subscription.term_price().map(|price| price.currency);
    assert_eq!((charged, page.renews_in), (Some(Currency::Eur), None));
}
