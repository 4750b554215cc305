//! Orders, against Postgres.

mod history;
mod plans;
mod sheet;

use std::sync::Arc;

use tierline_app::error::{FieldProblem, PortalError};
use tierline_app::portal::all::*;
use tierline_app::{list::model::ListQuery, partnership::model::Finding};
use tierline_core::{
    access::{Action, CustomerFacts, authorize_on_customer},
    ids::SkuId,
    role::Role,
};
use uuid::Uuid;

use crate::testing::{
    statements::sent_by,
    world::{World, refused, request},
};

#[tokio::test]
async fn the_provider_orders_with_the_reseller_as_partner_of_record() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let agent = world.colleague(&world.provider, Role::SalesAgent).await;
    let (customer, of_record) = (
        world.customer.organization,
        Some(world.reseller.organization),
    );
    let once = request();
    for _ in 0..2 {
        world
            .portal(&agent)
            .place_order(customer, vec![(world.sku, 25)], of_record, once)
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
        world.mailed("order_submitted").await,
        [world.reseller.email.clone(), world.customer.email.clone()]
    );
    let body: String =
        sqlx::query_scalar("select text_body from mail where kind = 'order_submitted' limit 1")
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    assert!(body.contains("25 × Business Basic"), "{body}");
}

/// Another connection holds the customer and its relationships. An order that looked for their rows first would wait
/// for it until the time is up.
#[tokio::test]
async fn an_order_for_the_customer_of_others_waits_for_nothing() {
    let world = World::new().await;
    world.serves_too(&world.other_provider).await;
    let mut holder = world.state.pool.begin().await.unwrap();
    sqlx::query(
        "select from organization o join relationship r on r.customer_id = o.id where o.id = $1 for update",
    )
    .bind(world.customer.organization.into_uuid())
    .fetch_all(&mut *holder)
    .await
    .unwrap();
    let lines = vec![(world.sku, 25)];
    let answer = world
        .portal(&world.provider)
        .place_order(world.customer.organization, lines, None, request())
        .await;
    assert_eq!(answer.unwrap_err(), PortalError::NotFound);
    holder.rollback().await.unwrap();
}

#[tokio::test]
async fn licenses_from_others_are_hidden_where_nothing_can_be_ordered() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    world.serves_too(&world.other_provider).await;
    let customer = world.customer.organization;
    world
        .portal(&world.other_provider)
        .place_order(customer, vec![(world.sku, 25)], None, request())
        .await
        .unwrap();
    for (person, licenses) in [(&world.provider, 25), (&world.reseller, 0)] {
        let chosen = vec![(world.sku, "1".to_owned()).into()];
        let page = world
            .portal(person)
            .new_subscription(customer, ListQuery::default(), chosen, Finding::default())
            .await
            .unwrap();
        assert_eq!(page.chosen[0].product.held.licenses, licenses);
        let shown = page.products.rows.iter().map(|row| row.held.licenses);
        assert_eq!(shown.sum::<u32>(), licenses);
    }
}

#[tokio::test]
async fn limits_are_told_at_the_line() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let portal = world.portal(&world.provider);
    let customer = world.customer.organization;
    let order =
        |quantity| portal.place_order(customer, vec![(world.sku, quantity)], None, request());
    let field = format!("lines[sku-{}]", world.sku);
    assert_eq!(
        order(301).await,
        Err(PortalError::field(&field, FieldProblem::QuantityOutside))
    );
    order(200).await.unwrap();
    assert_eq!(
        order(101).await,
        Err(PortalError::field(&field, FieldProblem::CustomerMaximum))
    );
    assert_eq!(
        refused(
            portal
                .place_order(customer, Vec::new(), None, request())
                .await
        ),
        "no_lines"
    );
    let unknown = SkuId::from_uuid(Uuid::now_v7());
    let answer = portal
        .place_order(customer, vec![(unknown, 1)], None, request())
        .await;
    assert_eq!(
        answer,
        Err(PortalError::field(
            format!("lines[sku-{unknown}]"),
            FieldProblem::ProductNotSold
        ))
    );
}

#[tokio::test]
async fn a_reseller_is_told_who_orders() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let order = vec![(world.sku, 1)];
    let answer = world
        .portal(&world.reseller)
        .place_order(world.customer.organization, order, None, request())
        .await;
    assert_eq!(refused(answer), "provider_orders");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn orders_at_once_never_exceed_what_a_customer_may_have() {
    let world = Arc::new(World::new().await);
    world.partners().await;
    world.joint_customer().await;
    let ordering: Vec<_> = (0..12)
        .map(|_| {
            let world = world.clone();
            tokio::spawn(async move {
                let (customer, lines) = (world.customer.organization, vec![(world.sku, 100)]);
                world
                    .portal(&world.provider)
                    .place_order(customer, lines, None, request())
                    .await
            })
        })
        .collect();
    let mut placed = 0;
    for answer in ordering {
        match answer.await.unwrap() {
            Ok(()) => placed += 1,
            Err(error) => assert!(matches!(error, PortalError::Invalid(_)), "{error:?}"),
        }
    }
    assert_eq!(placed, 3);
    assert_eq!(
        world.count("select sum(quantity) from subscription").await,
        300
    );
}

#[tokio::test]
async fn an_order_of_two_lines_sends_few_statements() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let other = Uuid::now_v7();
    sqlx::query(
        "insert into product (sku_id, part_number, name, sold, minimum, maximum, sort_key)
         values ($1, 'OTHER', 'Other', true, 1, 300, 'other')",
    )
    .bind(other)
    .execute(&world.state.pool)
    .await
    .unwrap();
    let lines = vec![(world.sku, 25), (SkuId::from_uuid(other), 5)];
    let (customer, of_record) = (
        world.customer.organization,
        Some(world.reseller.organization),
    );
    let portal = world.portal(&world.provider);
    let (placed, sent) = sent_by(portal.place_order(customer, lines, of_record, request())).await;
    placed.unwrap();
    assert!((10..=18).contains(&sent), "{sent} statements");
}

#[tokio::test]
async fn a_reseller_is_told_of_its_order_what_its_page_has_told_before() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let (portal, customer) = (world.portal(&world.reseller), world.customer.organization);
    for (unsigned, expected) in [
        (false, "provider_orders"),
        (true, "provider_without_relationship"),
    ] {
        if unsigned {
            // The right to order is granted still, but the provider does no business.
            sqlx::query("update organization set agreement = null where id = $1")
                .bind(world.provider.organization.into_uuid())
                .execute(&world.state.pool)
                .await
                .unwrap();
        }
        let page = portal.customer(customer).await.unwrap();
        let facts = CustomerFacts {
            organization: &page.organization,
            customer: &page.customer,
            relationship: Some(&page.relationship),
            providers: &page.providers,
        };
        let before = authorize_on_customer(facts, &page.actor, Action::PlaceOrder).unwrap_err();
        assert_eq!(before.code(), expected);
        let lines = vec![(world.sku, 1)];
        let after = portal.place_order(customer, lines, None, request()).await;
        assert_eq!(after, Err(PortalError::from(before)));
    }
}
