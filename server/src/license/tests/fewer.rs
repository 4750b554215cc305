//! Fewer licenses than users hold, another product, and none any more.

use std::{collections::BTreeSet, sync::Arc};

use chrono::TimeDelta;
use tierline_app::{error::PortalError, portal::all::*, subscription::model::ChangePage};
use tierline_core::{
    ids::{AssignmentId, SubscriptionId, UserId},
    license::{Losing, TooMany},
    role::Role,
    subscription::{AutoRenew, Command, Shown},
};
use uuid::Uuid;

use super::{assign, has_histories, held, is_consistent, licenses, with_licenses};
use crate::{
    jobs::expiry::catch_up_subscriptions,
    testing::world::{Person, World, refused, request},
};

const ONE: Command = Command::SetQuantity { to: 1 };

/// A subscription of so many licenses, and as many users, each of whom got one a minute after the one before.
async fn all_held(quantity: u32) -> (World, SubscriptionId, Vec<Person>) {
    let (world, id) = with_licenses(quantity).await;
    let mut users = Vec::new();
    for _ in 0..quantity {
        world.state.clock.advance(TimeDelta::minutes(1)).unwrap();
        let user = world.colleague(&world.customer, Role::User).await;
        assign(&world, &world.customer, id, &[user.user])
            .await
            .unwrap();
        users.push(user);
    }
    (world, id, users)
}

/// A decrease is the ordering partner's.
async fn preview(world: &World, id: SubscriptionId, command: Command, search: &str) -> ChangePage {
    let portal = world.portal(&world.provider);
    let page = portal.subscription_change(id, Some(command), search.to_owned());
    page.await.unwrap()
}

async fn submit(
    world: &World,
    id: SubscriptionId,
    command: Command,
    losing: Losing,
) -> Result<(), PortalError> {
    let page = preview(world, id, command, "").await;
    assert_eq!(page.problem, None);
    let shown = Shown {
        version: page.page.version,
        cost: page.cost,
    };
    let portal = world.portal(&world.provider);
    portal
        .change_subscription(id, command, losing, shown, request())
        .await
}

fn nobody() -> Losing {
    Losing::Chosen(BTreeSet::new())
}

/// Lets the ordering partner administer the customer's users too, as a direct-bill partner does.
async fn administers(world: &World) {
    sqlx::query(
        "update relationship set body = jsonb_set(body, '{grants,administer}', body #> '{grants,order_on_behalf}')
         where partner_id = $1",
    )
    .bind(world.provider.organization.into_uuid())
    .execute(&world.state.pool)
    .await
    .unwrap();
}

async fn holders(world: &World) -> BTreeSet<UserId> {
    let ids: Vec<Uuid> =
        sqlx::query_scalar("select user_id from assignment where withdrawn_at is null")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    ids.into_iter().map(UserId::from_uuid).collect()
}

async fn held_by(world: &World, user: &Person) -> AssignmentId {
    let id: Uuid = sqlx::query_scalar("select id from assignment where user_id = $1")
        .bind(user.user.into_uuid())
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    AssignmentId::from_uuid(id)
}

/// How many events of licenses are in the log of this person's organization.
async fn logged(world: &World, of: &Person) -> i64 {
    sqlx::query_scalar(
        "select count(*) from event_audience a join event e on e.id = a.event_id
         where e.object = 'assignment' and a.organization_id = $1",
    )
    .bind(of.organization.into_uuid())
    .fetch_one(&world.state.pool)
    .await
    .unwrap()
}

async fn pass(world: &World, days: i64) {
    world.state.clock.advance(TimeDelta::days(days)).unwrap();
}

async fn catch_up(world: &World) {
    catch_up_subscriptions(world.state.clone()).await.unwrap();
}

#[tokio::test]
async fn nobody_loses_a_license_before_it_is_said_who() {
    let (world, id, users) = all_held(3).await;
    let page = preview(&world, id, ONE, "").await;
    let two = TooMany {
        now: 2,
        at_renewal: 0,
    };
    assert_eq!((page.page.assigned, page.too_many), (3, two));
    assert_eq!(
        refused(submit(&world, id, ONE, nobody()).await),
        "too_many_assigned"
    );
    // Who only orders for the customer has no hand in who uses it, and leaves it to the rule.
    assert_eq!(page.losing, None);
    let chosen = Losing::Chosen(held(&world).await);
    assert_eq!(
        refused(submit(&world, id, ONE, chosen).await),
        "grant_missing"
    );
    assert_eq!(holders(&world).await.len(), 3);

    submit(&world, id, ONE, Losing::Latest).await.unwrap();
    assert_eq!(holders(&world).await, BTreeSet::from([users[0].user]));
    let [row] = licenses(&world, &world.customer).await.try_into().unwrap();
    assert_eq!((row.bought, row.assigned), (1, 1));
    // It is in the history of whoever lost one.
    let portal = world.portal(&world.customer);
    let customer = world.customer.organization;
    let page = portal.license_user(customer, users[2].user, String::new());
    assert_eq!(page.await.unwrap().timeline.entries.len(), 2);
    assert_eq!(logged(&world, &world.customer).await, 5);
    // Whoever only orders reads in its own log that there are fewer, and not who lost one.
    assert_eq!(logged(&world, &world.provider).await, 0);
    is_consistent(&world).await;
}

#[tokio::test]
async fn who_administers_the_users_chooses_who_loses_one() {
    let (world, id, users) = all_held(3).await;
    administers(&world).await;
    let choice = preview(&world, id, ONE, "").await.losing.unwrap();
    assert_eq!((choice.holders.len(), choice.more), (3, false));
    let search = users[1].email.as_str();
    let choice = preview(&world, id, ONE, search).await.losing.unwrap();
    let found: Vec<_> = choice.holders.iter().map(|it| it.user).collect();
    assert!(found.contains(&users[1].user), "{found:?}");
    let nothing = preview(&world, id, ONE, "nobody's name").await;
    assert!(nothing.losing.unwrap().holders.is_empty());

    let first = held_by(&world, &users[0]).await;
    let too_few = Losing::Chosen([first].into());
    assert_eq!(
        refused(submit(&world, id, ONE, too_few).await),
        "too_many_assigned"
    );
    let second = held_by(&world, &users[1]).await;
    let both = Losing::Chosen([first, second].into());
    submit(&world, id, ONE, both).await.unwrap();
    assert_eq!(holders(&world).await, BTreeSet::from([users[2].user]));
}

#[tokio::test]
async fn others_than_were_shown_lose_no_license() {
    let (world, id, users) = all_held(3).await;
    // Whoever names nobody is told of them too, as a form keeps them.
    let told = preview(&world, id, ONE, "").await.lost;
    administers(&world).await;
    let page = preview(&world, id, ONE, "").await;
    assert_eq!((page.losing.unwrap().latest.len(), &page.lost), (2, &told));
    let shown = Shown {
        version: page.page.version,
        cost: page.cost,
    };
    let portal = world.portal(&world.customer);
    let last = BTreeSet::from([held_by(&world, &users[2]).await]);
    portal
        .withdraw_licenses(world.customer.organization, last, request())
        .await
        .unwrap();
    let portal = world.portal(&world.provider);
    let refusal = portal
        .change_subscription(id, ONE, Losing::Shown(told), shown, request())
        .await;
    assert_eq!(refused(refusal), "others_lose");
    assert_eq!(holders(&world).await.len(), 2);

    let now = preview(&world, id, ONE, "").await.lost;
    submit(&world, id, ONE, Losing::Shown(now)).await.unwrap();
    assert_eq!(holders(&world).await, BTreeSet::from([users[0].user]));
    // The reseller's relationship was inserted, too.
    world.agrees_but_for(&["user", "relationship"]).await;
    has_histories(&world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_the_last_license_and_one_fewer_only_one_happens() {
    let (world, id) = with_licenses(2).await;
    let (mia, tom) = (
        world.colleague(&world.customer, Role::User).await,
        world.colleague(&world.customer, Role::User).await,
    );
    assign(&world, &world.customer, id, &[mia.user])
        .await
        .unwrap();
    let page = preview(&world, id, ONE, "").await;
    assert_eq!(page.too_many, TooMany::default());
    let shown = Shown {
        version: page.page.version,
        cost: page.cost,
    };
    let world = Arc::new(world);
    let fewer = tokio::spawn({
        let world = world.clone();
        async move {
            let portal = world.portal(&world.provider);
            portal
                .change_subscription(id, ONE, nobody(), shown, request())
                .await
        }
    });
    let last = tokio::spawn({
        let world = world.clone();
        async move { assign(&world, &world.customer, id, &[tom.user]).await }
    });
    match (fewer.await.unwrap(), last.await.unwrap()) {
        (Ok(()), refusal) => assert_eq!(refused(refusal), "no_license_left"),
        (refusal, assigned) => {
            assert_eq!(refused(refusal), "too_many_assigned");
            assigned.unwrap();
        }
    }
    let more = "select count(*) from subscription s where s.quantity <
        (select count(*) from assignment a where a.subscription_id = s.id and a.withdrawn_at is null)";
    assert_eq!(world.count(more).await, 0);
    is_consistent(&world).await;
}

#[tokio::test]
async fn at_a_renewal_those_who_got_theirs_last_lose_them() {
    let (world, id, users) = all_held(3).await;
    let later = Command::Schedule {
        quantity: Some(1),
        upgrade: None,
        plan: None,
    };
    let two = TooMany {
        now: 0,
        at_renewal: 2,
    };
    assert_eq!(preview(&world, id, later, "").await.too_many, two);
    submit(&world, id, later, nobody()).await.unwrap();
    let portal = world.portal(&world.provider);
    assert_eq!(portal.subscription(id).await.unwrap().too_many, two);
    assert_eq!(holders(&world).await.len(), 3);
    pass(&world, 366).await;
    // Before the job has run, the page shows it so already.
    let page = portal.subscription(id).await.unwrap();
    assert_eq!((page.assigned, page.too_many), (1, TooMany::default()));
    catch_up(&world).await;
    assert_eq!(holders(&world).await, BTreeSet::from([users[0].user]));
    let lost = "select count(*) from event where object = 'assignment'
        and body -> 'event' ->> 'why' = 'fewer_licenses' and body -> 'event' ->> 'by' is not null";
    assert_eq!(world.count(lost).await, 2);
    is_consistent(&world).await;
}

/// The job has not run since it expired: nobody gets a license of it, and whoever held one keeps it.
#[tokio::test]
async fn nothing_is_assigned_after_an_expiry_that_is_not_recorded() {
    let (world, id) = with_licenses(3).await;
    let (mia, tom) = (
        world.colleague(&world.customer, Role::User).await,
        world.colleague(&world.customer, Role::User).await,
    );
    assign(&world, &world.customer, id, &[mia.user])
        .await
        .unwrap();
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, id, off, nobody()).await.unwrap();
    pass(&world, 366).await;
    let refusal = assign(&world, &world.customer, id, &[tom.user]).await;
    assert_eq!(refused(refusal), "subscription_not_in_use");
    // What was refused has recorded nothing either.
    let expired = "select count(*) from subscription where status = 'expired'";
    assert_eq!(world.count(expired).await, 0);
    catch_up(&world).await;
    assert_eq!(world.count(expired).await, 1);
    assert_eq!(holders(&world).await, BTreeSet::from([mia.user]));
    is_consistent(&world).await;
}

/// It renewed with more licenses: one of them is assigned, and the renewal is recorded with that.
#[tokio::test]
async fn what_a_renewal_brought_is_assigned_before_the_job_has_run() {
    let (world, id, _) = all_held(1).await;
    let later = Command::Schedule {
        quantity: Some(2),
        upgrade: None,
        plan: None,
    };
    submit(&world, id, later, nobody()).await.unwrap();
    pass(&world, 366).await;
    let tom = world.colleague(&world.customer, Role::User).await;
    assign(&world, &world.customer, id, &[tom.user])
        .await
        .unwrap();
    let [row] = licenses(&world, &world.customer).await.try_into().unwrap();
    assert_eq!((row.bought, row.assigned), (2, 2));
    is_consistent(&world).await;
}

/// Somebody changes it before the job has run: the renewal is recorded with that, and so is what it takes.
#[tokio::test]
async fn a_change_after_the_renewal_takes_what_the_renewal_takes() {
    let (world, id, users) = all_held(3).await;
    let later = Command::Schedule {
        quantity: Some(1),
        upgrade: None,
        plan: None,
    };
    submit(&world, id, later, nobody()).await.unwrap();
    pass(&world, 366).await;
    let more = Command::SetQuantity { to: 2 };
    submit(&world, id, more, nobody()).await.unwrap();
    assert_eq!(holders(&world).await, BTreeSet::from([users[0].user]));
    is_consistent(&world).await;
}

#[tokio::test]
async fn an_upgrade_takes_the_licenses_with_it() {
    let (world, id, users) = all_held(2).await;
    let target = Uuid::now_v7();
    for statement in [
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'BP', 'Business Premium', true, 1, 300, 'business premium')",
        "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', 2000)",
        "insert into product_tie (sku_id, tie, other_id) select sku_id, 'upgrade', $1::uuid from subscription",
    ] {
        sqlx::query(statement)
            .bind(target)
            .execute(&world.state.pool)
            .await
            .unwrap();
    }
    let upgrade = Command::Upgrade { to: target.into() };
    submit(&world, id, upgrade, nobody()).await.unwrap();
    assert_eq!(holders(&world).await.len(), 2);
    let [row] = licenses(&world, &world.customer).await.try_into().unwrap();
    assert_eq!(
        (row.product.as_str(), row.assigned),
        ("Business Premium", 2)
    );
    // What is withdrawn later is of the product that it was.
    let portal = world.portal(&world.customer);
    let mia = BTreeSet::from([held_by(&world, &users[0]).await]);
    portal
        .withdraw_licenses(world.customer.organization, mia, request())
        .await
        .unwrap();
    let named: Vec<String> = sqlx::query_scalar(
        "select body -> 'event' ->> 'sku' from event
         where object = 'assignment' and body -> 'event' ->> 'type' <> 'assigned'",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(named, vec![target.to_string(); 3]);
    is_consistent(&world).await;
}

#[tokio::test]
async fn what_expired_is_still_held_until_it_is_deleted() {
    let (world, id, _) = all_held(2).await;
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    submit(&world, id, off, nobody()).await.unwrap();
    pass(&world, 366).await;
    catch_up(&world).await;
    assert_eq!(holders(&world).await.len(), 2);
    pass(&world, 30).await;
    catch_up(&world).await;
    assert!(holders(&world).await.is_empty());
    let by_itself = "select count(*) from event where object = 'assignment'
        and body -> 'event' ->> 'why' = 'subscription_deleted' and body -> 'event' ->> 'by' is null";
    assert_eq!(world.count(by_itself).await, 2);
    is_consistent(&world).await;
}
