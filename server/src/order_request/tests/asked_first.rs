//! A customer that wants to be asked first.

use tierline_app::portal::all::*;
use tierline_core::{
    order_request::{Command, Status},
    role::Role,
};

use super::{act, approve, ask, new_ones, page, shown, world};
use crate::testing::world::{refused, request};

#[tokio::test]
async fn nothing_is_approved_before_the_customer_agrees() {
    let world = world().await;
    let portal = world.portal(&world.customer);
    assert!(!portal.asked_first().await.unwrap().asked_first);
    portal.set_asked_first(true, request()).await.unwrap();
    assert!(portal.asked_first().await.unwrap().asked_first);
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    assert_eq!(
        world.mailed("order_to_agree").await,
        std::slice::from_ref(&world.customer.email)
    );
    assert!(world.mailed("order_requested").await.is_empty());
    let seen = shown(&world, id).await;
    let early = approve(&world, &world.provider, id, seen.clone()).await;
    assert_eq!(refused(early), "request_waits");
    let agree = Command::Agree { revision: 0 };
    let billing = world.colleague(&world.customer, Role::BillingAdmin).await;
    let by_billing = act(&world, &billing, id, agree.clone()).await;
    assert_eq!(refused(by_billing), "role_missing");
    act(&world, &world.customer, id, agree).await.unwrap();
    assert_eq!(
        world.mailed("order_requested").await,
        std::slice::from_ref(&world.provider.email)
    );
    assert_eq!(approve(&world, &world.provider, id, seen).await, Ok(()));
    assert_eq!(world.count("select count(*) from customer_order").await, 1);
    world.agrees_but_for(&["organization"]).await;
}

#[tokio::test]
async fn what_waits_already_is_asked_about_as_well() {
    let world = world().await;
    let id = ask(&world, new_ones(&world, 25)).await.unwrap();
    let portal = world.portal(&world.customer);
    // Until it is asked, the customer knows nothing of it.
    assert!(portal.order_request(id, None, String::new()).await.is_err());
    portal.set_asked_first(true, request()).await.unwrap();
    let seen = page(&world, &world.customer, id).await;
    assert_eq!(seen.status, Status::WaitingForCustomer);
    let reason = "We close that shop".parse().unwrap();
    act(&world, &world.customer, id, Command::Disagree { reason })
        .await
        .unwrap();
    let seen = page(&world, &world.reseller, id).await;
    assert_eq!(seen.status, Status::Declined);
    assert_eq!(
        world.mailed("order_request_declined").await,
        std::slice::from_ref(&world.reseller.email)
    );
    world.agrees_but_for(&["organization"]).await;
}
