//! Who sees requests, where, and what is written about them.

use tierline_app::{
    error::PortalError,
    list::model::ListQuery,
    order_request::{list::OrderRequests, model::OrderRequestsPage},
    overview::model::Waiting,
    portal::all::*,
};
use tierline_core::{order_request::Command, role::Role};

use super::{act, ask, new_ones, page, world};
use crate::testing::world::{Person, World};

async fn listed(world: &World, person: &Person, query: &str) -> OrderRequestsPage {
    let portal = world.portal(person);
    let query = ListQuery::parse(query);
    portal.listed::<OrderRequests>(query).await.unwrap()
}

#[tokio::test]
async fn each_side_finds_it_and_nobody_else_does() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    for person in [&world.provider, &world.reseller] {
        let found = listed(&world, person, "").await;
        assert_eq!((found.requests.total, found.requests.rows[0].id), (1, id));
        assert_eq!((found.resellers.len(), found.customers.len()), (1, 1));
    }
    for stranger in [&world.customer, &world.other_provider] {
        assert_eq!(
            listed(&world, stranger, "state=all").await.requests.total,
            0
        );
        let answer = world
            .portal(stranger)
            .order_request(id, None, String::new())
            .await;
        assert_eq!(answer.err(), Some(PortalError::NotFound));
        let withdraw = act(&world, stranger, id, Command::Withdraw).await;
        assert_eq!(withdraw, Err(PortalError::NotFound));
    }
    let nobody = "reseller=0198c000-0000-7000-8000-000000000000";
    assert_eq!(
        listed(&world, &world.provider, nobody).await.requests.total,
        0
    );
    let reseller = format!("reseller={}", world.reseller.organization);
    assert_eq!(
        listed(&world, &world.provider, &reseller)
            .await
            .requests
            .total,
        1
    );
    let approved = listed(&world, &world.provider, "state=approved").await;
    assert_eq!(approved.requests.total, 0);
}

#[tokio::test]
async fn it_waits_on_the_overview_of_whoever_acts_next() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    let of_provider = world.portal(&world.provider).overview().await.unwrap();
    let is_for_us =
        |it: &Waiting| matches!(it, Waiting::OrderRequestForUs { request, .. } if *request == id);
    assert!(of_provider.for_us.iter().any(is_for_us));
    let of_reseller = world.portal(&world.reseller).overview().await.unwrap();
    let is_sent = |it: &Waiting| matches!(it, Waiting::OrderRequestSent { to, .. } if to.id == world.provider.organization);
    assert!(of_reseller.for_others.iter().any(is_sent));
    let helpdesk = world.colleague(&world.provider, Role::HelpdeskAgent).await;
    let of_helpdesk = world.portal(&helpdesk).overview().await.unwrap();
    assert!(!of_helpdesk.for_us.iter().any(is_for_us));
}

#[tokio::test]
async fn both_write_and_read_page_by_page() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    for number in 1..=60 {
        let by = if number % 2 == 0 {
            &world.provider
        } else {
            &world.reseller
        };
        let text = format!("Message {number}").parse().unwrap();
        act(&world, by, id, Command::Say { text }).await.unwrap();
    }
    let newest = page(&world, &world.reseller, id).await;
    let numbers = |page: &tierline_app::order_request::model::OrderRequestPage| {
        let numbers: Vec<u32> = page.messages.iter().map(|it| it.number).collect();
        (numbers.first().copied(), numbers.last().copied())
    };
    assert_eq!(numbers(&newest), (Some(11), Some(60)));
    assert_eq!(newest.earlier, Some(11));
    let portal = world.portal(&world.provider);
    let earlier = portal
        .order_request(id, newest.earlier, String::new())
        .await
        .unwrap();
    assert_eq!(
        (numbers(&earlier), earlier.earlier),
        ((Some(1), Some(10)), None)
    );
    assert_eq!(earlier.messages[0].text, "Message 1");
    assert_eq!(world.mailed("order_request_message").await.len(), 60);
}
