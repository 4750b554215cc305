//! What the operator decides about the sale of a product, through the portal and PostgreSQL.

use tierline_app::{
    catalog::{
        list::Catalog,
        model::{CatalogProduct, InUse},
    },
    error::{FieldProblem, PortalError},
    form::mark::Mark,
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    catalog::{Limits, SaleCommand},
    role::Role,
};

use crate::{
    check::check,
    testing::world::{Person, World, refused, request},
};

const LISTED: Limits = Limits {
    minimum: 1,
    maximum: 300,
    per_customer: Some(300),
    one_per_customer: false,
};

async fn change(
    world: &World,
    by: &Person,
    command: SaleCommand,
    mark: Option<Mark>,
) -> Result<(), PortalError> {
    let reason = "it is retired".parse().unwrap();
    world
        .portal(by)
        .change_sale(world.sku, command, reason, mark, request())
        .await
}

async fn page(world: &World) -> CatalogProduct {
    let portal = world.portal(&world.operator);
    portal.product(world.sku, "").await.unwrap()
}

async fn order(world: &World, quantity: u32) -> Result<(), PortalError> {
    let lines = vec![(world.sku, quantity)];
    let portal = world.portal(&world.provider);
    let order = portal.place_order(world.customer.organization, lines, None, request());
    order.await.map(drop)
}

async fn sold(world: &World, sold: &str) -> usize {
    let portal = world.portal(&world.operator);
    let query = ListQuery::parse(&format!("sold={sold}"));
    let page = portal.listed::<Catalog>(query).await.unwrap();
    page.products.rows.len()
}

#[tokio::test]
async fn a_withdrawn_product_is_ordered_no_more_and_its_subscriptions_go_on() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    order(&world, 25).await.unwrap();
    let in_use = page(&world).await.sale.in_use;
    let expected = InUse {
        subscriptions: 1,
        licenses: 25,
        customers: 1,
        is_at_least: false,
    };
    assert_eq!(in_use, expected);
    let by = &world.operator;
    change(&world, by, SaleCommand::Withdraw, None)
        .await
        .unwrap();
    let field = format!("lines[sku-{}]", world.sku);
    let not_sold = PortalError::field(&field, FieldProblem::ProductNotSold);
    assert_eq!(order(&world, 1).await, Err(not_sold));
    assert_eq!(
        (sold(&world, "yes").await, sold(&world, "no").await),
        (0, 1)
    );
    let shown = page(&world).await;
    assert!(shown.sale.is_withdrawn && !shown.row.product.sold);
    assert_eq!(shown.sale.in_use, expected);
    let entry = &shown.timeline.entries[0];
    assert_eq!(entry.told.reason.as_deref(), Some("it is retired"));
    assert!(entry.by.is_some());
    // Once more changes nothing.
    change(&world, by, SaleCommand::Withdraw, None)
        .await
        .unwrap();
    assert_eq!(page(&world).await.timeline.entries.len(), 1);
    change(&world, by, SaleCommand::SellAgain, None)
        .await
        .unwrap();
    order(&world, 1).await.unwrap();
    assert_eq!(page(&world).await.timeline.entries.len(), 2);
    let report = check(&world.state.pool).await.unwrap();
    assert_eq!(report.differ.count, 0, "{report}");
}

#[tokio::test]
async fn own_limits_count_until_they_are_taken_back() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let by = &world.operator;
    let mark = page(&world).await.sale.limits_mark;
    let own = Limits {
        minimum: 5,
        maximum: 50,
        ..LISTED
    };
    let set = |limits| SaleCommand::SetLimits { limits };
    change(&world, by, set(own), Some(mark.clone()))
        .await
        .unwrap();
    let field = format!("lines[sku-{}]", world.sku);
    let outside = PortalError::field(&field, FieldProblem::QuantityOutside);
    assert_eq!(order(&world, 51).await, Err(outside));
    let shown = page(&world).await;
    assert_eq!(shown.row.product.limits, own);
    assert_eq!(shown.sale.listed.limits, LISTED);
    // Nobody saves over limits that somebody else has set since.
    let other = Limits {
        maximum: 100,
        ..LISTED
    };
    let late = change(&world, by, set(other), Some(mark)).await;
    assert!(matches!(late, Err(PortalError::Changed(_))), "{late:?}");
    let none = Limits { minimum: 60, ..own };
    let impossible = change(&world, by, set(none), None).await;
    assert_eq!(refused(impossible), "limits_impossible");
    let back = SaleCommand::TakeBackLimits;
    change(&world, by, back, None).await.unwrap();
    order(&world, 51).await.unwrap();
    let shown = page(&world).await;
    assert!(!shown.sale.has_own_limits);
    assert_eq!(shown.timeline.entries.len(), 2);
}

#[tokio::test]
async fn only_a_program_admin_decides_and_only_about_what_there_is() {
    let world = World::new().await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider] {
        let answer = change(&world, by, SaleCommand::Withdraw, None).await;
        assert_eq!(refused(answer), "role_missing");
    }
    let reason = "it is retired".parse().unwrap();
    let portal = world.portal(&world.operator);
    let nothing = portal.change_sale(
        uuid::Uuid::now_v7().into(),
        SaleCommand::Withdraw,
        reason,
        None,
        request(),
    );
    assert_eq!(nothing.await, Err(PortalError::NotFound));
}
