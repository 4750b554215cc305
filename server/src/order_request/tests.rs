//! Requests for orders, against Postgres.

mod asked_first;
mod lines;
mod losing;
mod seen;

use tierline_app::{error::PortalError, order_request::model::OrderRequestPage, portal::all::*};
use tierline_core::{
    ids::{OrderRequestId, SubscriptionId},
    license::Losing,
    order_request::{Approval, Command, Loses, NewLine, NewRequest, Status, Wanted, When},
};
use uuid::Uuid;

use crate::{
    check::check,
    jobs::expiry::lapse_order_requests,
    testing::world::{Person, World, refused, request},
};

/// A provider, a reseller and their customer, with a price for the product.
async fn world() -> World {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    price(&world, 1_000).await;
    world
}

async fn price(world: &World, minor: i64) {
    sqlx::query(
        "insert into product_price (sku_id, currency, minor) values ($1, 'TWD', $2)
         on conflict (sku_id, currency) do update set minor = $2",
    )
    .bind(world.sku.into_uuid())
    .bind(minor)
    .execute(&world.state.pool)
    .await
    .unwrap();
}

fn new_ones(world: &World, quantity: u32) -> Wanted {
    Wanted::New {
        lines: vec![NewLine::of(world.sku, quantity)],
    }
}

fn more(subscription: SubscriptionId, to: u32) -> Wanted {
    Wanted::Quantity {
        subscription,
        from: 25,
        to,
        when: When::Now,
    }
}

async fn ask(world: &World, wanted: Wanted) -> Result<OrderRequestId, PortalError> {
    let new = NewRequest {
        note: Some("They open a second shop".parse().unwrap()),
        ..NewRequest::of(wanted)
    };
    let (customer, provider) = (world.customer.organization, world.provider.organization);
    world
        .portal(&world.reseller)
        .ask_for_order(customer, Some(provider), new, request())
        .await
}

async fn page(world: &World, person: &Person, id: OrderRequestId) -> OrderRequestPage {
    world
        .portal(person)
        .order_request(id, None, String::new())
        .await
        .unwrap()
}

/// What the provider has seen when it approves.
async fn shown(world: &World, id: OrderRequestId) -> Approval {
    let page = page(world, &world.provider, id).await;
    Approval {
        revision: page.request.revision,
        cost: page.cost,
        confirmed: false,
    }
}

async fn approve(
    world: &World,
    person: &Person,
    id: OrderRequestId,
    shown: Approval,
) -> Result<(), PortalError> {
    world
        .portal(person)
        .approve_order_request(id, shown, nobody(), request())
        .await
}

async fn act(
    world: &World,
    person: &Person,
    id: OrderRequestId,
    command: Command,
) -> Result<(), PortalError> {
    world
        .portal(person)
        .act_on_order_request(id, command, request())
        .await
}

/// Nobody is said to lose a license.
fn nobody() -> Loses {
    Loses::Said(Losing::Chosen(Default::default()))
}

async fn bought(world: &World) -> SubscriptionId {
    let portal = world.portal(&world.provider);
    let of_record = Some(world.reseller.organization);
    portal
        .place_order(
            world.customer.organization,
            vec![(world.sku, 25)],
            of_record,
            request(),
        )
        .await
        .unwrap();
    let id: Uuid = sqlx::query_scalar("select id from subscription")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    id.into()
}

/// Nothing that has a history is otherwise than it says.
async fn agrees(world: &World) {
    let report = check(&world.state.pool).await.unwrap();
    let (differ, not_stored) = (report.differ.count, report.not_stored.count);
    assert_eq!((differ, not_stored), (0, 0), "{report}");
}

#[tokio::test]
async fn an_approval_is_one_order_of_the_provider() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    assert_eq!(
        world.mailed("order_requested").await,
        std::slice::from_ref(&world.provider.email)
    );
    assert_eq!(world.count("select count(*) from customer_order").await, 0);
    let shown = shown(&world, id).await;
    let once = request();
    let portal = world.portal(&world.provider);
    for _ in 0..2 {
        // A repeated request gets its first answer.
        portal
            .approve_order_request(id, shown.clone(), nobody(), once)
            .await
            .unwrap();
    }
    assert_eq!(world.count("select count(*) from customer_order").await, 1);
    assert_eq!(
        world
            .count("select sum(quantity) from subscription where partner_of_record_id is not null")
            .await,
        25
    );
    assert_eq!(
        world.mailed("order_request_approved").await,
        std::slice::from_ref(&world.reseller.email)
    );
    let again = approve(&world, &world.provider, id, shown).await;
    assert_eq!(refused(again), "request_closed");
    let page = page(&world, &world.reseller, id).await;
    assert_eq!((page.status, page.estimate), (Status::Approved, None));
    agrees(&world).await;
}

#[tokio::test]
async fn of_two_who_approve_at_the_same_time_one_does() {
    let world = world().await;
    let subscription = bought(&world).await;
    let id = ask(&world, more(subscription, 30)).await.unwrap();
    let shown = shown(&world, id).await;
    let (one, other) = tokio::join!(
        approve(&world, &world.provider, id, shown.clone()),
        approve(&world, &world.provider, id, shown.clone()),
    );
    let failed = [one, other].into_iter().find(Result::is_err).unwrap();
    assert_eq!(refused(failed), "request_closed");
    assert_eq!(
        world
            .count("select quantity::bigint from subscription")
            .await,
        30
    );
    // The purchase, and one increase.
    assert_eq!(world.count("select count(*) from charge").await, 2);
    agrees(&world).await;
}

#[tokio::test]
async fn a_price_that_changes_meanwhile_is_refused_by_name_and_then_confirmed() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    let before = shown(&world, id).await;
    price(&world, 1_200).await;
    let stale = approve(&world, &world.provider, id, before).await;
    assert_eq!(refused(stale), "cost_changed");
    let today = shown(&world, id).await;
    assert!(page(&world, &world.provider, id).await.has_other_prices);
    let unconfirmed = approve(&world, &world.provider, id, today.clone()).await;
    assert_eq!(refused(unconfirmed), "prices_changed");
    let confirmed = Approval {
        confirmed: true,
        ..today
    };
    let approved = approve(&world, &world.provider, id, confirmed).await;
    assert_eq!(approved, Ok(()));
    assert_eq!(world.count("select amount from charge").await, 25 * 1_200);
}

#[tokio::test]
async fn the_provider_changes_what_is_asked_for_and_both_see_it() {
    let world = world().await;
    let subscription = bought(&world).await;
    let id = ask(&world, more(subscription, 40)).await.unwrap();
    let portal = world.portal(&world.provider);
    let reason = Some("Ten are left".parse().unwrap());
    portal
        .change_order_request(id, more(subscription, 35), reason, 0, request())
        .await
        .unwrap();
    assert_eq!(
        world.mailed("order_request_changed").await,
        std::slice::from_ref(&world.reseller.email)
    );
    let seen = page(&world, &world.reseller, id).await;
    assert_eq!(seen.request.asked, more(subscription, 40));
    assert_eq!(seen.request.wanted(), &more(subscription, 35));
    let shown = shown(&world, id).await;
    assert_eq!(approve(&world, &world.provider, id, shown).await, Ok(()));
    assert_eq!(
        world
            .count("select quantity::bigint from subscription")
            .await,
        35
    );
    agrees(&world).await;
}

#[tokio::test]
async fn a_request_is_declined_or_withdrawn_and_nothing_is_ordered() {
    let world = world().await;
    let declined = ask(&world, new_ones(&world, 25)).await.unwrap();
    let reason = "Not before March".parse().unwrap();
    let decline = Command::Decline { reason };
    let by_reseller = act(&world, &world.reseller, declined, decline.clone()).await;
    assert_eq!(refused(by_reseller), "another_side");
    act(&world, &world.provider, declined, decline)
        .await
        .unwrap();
    let withdrawn = ask(&world, new_ones(&world, 25)).await.unwrap();
    act(&world, &world.reseller, withdrawn, Command::Withdraw)
        .await
        .unwrap();
    assert_eq!(
        world.mailed("order_request_declined").await,
        std::slice::from_ref(&world.reseller.email)
    );
    assert_eq!(
        world.mailed("order_request_withdrawn").await,
        std::slice::from_ref(&world.provider.email)
    );
    assert_eq!(world.count("select count(*) from customer_order").await, 0);
    agrees(&world).await;
}

#[tokio::test]
async fn one_request_for_a_subscription_waits() {
    let world = world().await;
    let subscription = bought(&world).await;
    ask(&world, more(subscription, 30)).await.unwrap();
    let again = ask(&world, more(subscription, 31)).await;
    assert_eq!(refused(again), "order_already_asked");
    let too_many = ask(&world, new_ones(&world, 301)).await;
    assert_eq!(refused(too_many), "quantity_outside");
}

#[tokio::test]
async fn time_ends_a_request_that_nobody_answers() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    assert_eq!(lapse_order_requests(world.state.clone()).await.unwrap(), 0);
    world
        .state
        .clock
        .advance(chrono::TimeDelta::days(31))
        .unwrap();
    // Over, whether or not it is written down.
    let seen = page(&world, &world.provider, id).await;
    assert_eq!(seen.status, Status::Lapsed);
    assert_eq!(lapse_order_requests(world.state.clone()).await.unwrap(), 1);
    assert_eq!(lapse_order_requests(world.state.clone()).await.unwrap(), 0);
    assert_eq!(
        world.mailed("order_request_lapsed").await,
        std::slice::from_ref(&world.reseller.email)
    );
    agrees(&world).await;
}
