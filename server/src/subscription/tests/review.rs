//! What waits while the operator verifies a customer's account, and what goes on.

use chrono::TimeDelta;
use tierline_app::{
    customer::list::Customers, error::PortalError, list::model::ListQuery,
    operator::list::Organizations, portal::all::*,
};
use tierline_core::{
    ids::OrganizationId,
    organization::ReviewAccount,
    role::Role,
    subscription::{Command, Shown, Status},
};

use super::life::{bought, nobody, page, submit};
use crate::{
    jobs::expiry::catch_up_subscriptions,
    testing::world::{Person, World, refused, request},
};

async fn review(
    world: &World,
    by: &Person,
    of: OrganizationId,
    change: ReviewAccount,
) -> Result<(), PortalError> {
    let reason = "the address does not exist".parse().unwrap();
    let portal = world.portal(by);
    portal.review_customer(of, change, reason, request()).await
}

#[tokio::test]
async fn increases_wait_and_decreases_and_cancellations_go_on() {
    let (world, id) = bought().await;
    let (customer, by) = (world.customer.organization, &world.operator);
    review(&world, by, customer, ReviewAccount::Begin)
        .await
        .unwrap();
    let to = |to| Command::SetQuantity { to };
    let more = submit(&world, &world.provider, id, to(30)).await;
    assert_eq!(refused(more), "customer_under_review");
    submit(&world, &world.provider, id, to(20)).await.unwrap();
    let after = page(&world, &world.provider, id).await;
    assert_eq!(after.subscription.quantity.get(), 20);
    let portal = world.portal(&world.provider);
    let new = portal.place_order(customer, vec![(world.sku, 1)], None, request());
    assert_eq!(refused(new.await), "customer_under_review");
    submit(&world, &world.provider, id, Command::RenewNow)
        .await
        .unwrap();
    submit(&world, &world.provider, id, Command::Cancel)
        .await
        .unwrap();
    world.agrees_but_for(&["organization"]).await;
}

/// The renewal falls into the review, and is written down after it.
#[tokio::test]
async fn a_scheduled_increase_waits_for_the_renewal_after_the_review() {
    let (world, id) = bought().await;
    let more = Command::Schedule {
        quantity: Some(40),
        upgrade: None,
        plan: None,
    };
    submit(&world, &world.provider, id, more).await.unwrap();
    let licenses = async || {
        let it = page(&world, &world.provider, id).await.subscription;
        let pending = it.course.pending.map(|it| it.change.quantity.get());
        (it.quantity.get(), pending)
    };
    let pass = |days| world.state.clock.advance(TimeDelta::days(days)).unwrap();
    let (customer, by) = (world.customer.organization, &world.operator);
    pass(364);
    review(&world, by, customer, ReviewAccount::Begin)
        .await
        .unwrap();
    assert!(page(&world, &world.provider, id).await.waits);
    pass(2);
    review(&world, by, customer, ReviewAccount::End)
        .await
        .unwrap();
    // The page knows it before it is written down.
    assert!(!page(&world, &world.provider, id).await.waits);
    assert_eq!(licenses().await, (25, Some(40)));
    let before = world.mailed("subscription_changed").await;
    assert!(!before.contains(&world.provider.email));
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    assert_eq!(licenses().await, (25, Some(40)));
    // Who scheduled it is told that it waits.
    let mut told = before;
    told.push(world.provider.email.clone());
    told.sort();
    assert_eq!(world.mailed("subscription_changed").await, told);
    pass(365);
    catch_up_subscriptions(world.state.clone()).await.unwrap();
    assert_eq!(licenses().await, (40, None));
    world.agrees_but_for(&["organization"]).await;
}

#[tokio::test]
async fn what_was_shown_before_the_review_is_refused_after_it() {
    let (world, id) = bought().await;
    let customer = world.customer.organization;
    let more = Command::SetQuantity { to: 30 };
    let portal = world.portal(&world.provider);
    let preview = portal.subscription_change(id, Some(more), String::new());
    let preview = preview.await.unwrap();
    review(&world, &world.operator, customer, ReviewAccount::Begin)
        .await
        .unwrap();
    let shown = Shown {
        version: preview.page.version,
        cost: preview.cost,
    };
    let late = portal
        .change_subscription(id, more, nobody(), shown, request())
        .await;
    assert_eq!(refused(late), "customer_under_review");
    review(&world, &world.operator, customer, ReviewAccount::End)
        .await
        .unwrap();
    submit(&world, &world.provider, id, more).await.unwrap();
    submit(&world, &world.provider, id, Command::Cancel)
        .await
        .unwrap();
    let page = page(&world, &world.provider, id).await;
    assert_eq!(page.subscription.state.status(), Status::Canceled);
    world.agrees_but_for(&["organization"]).await;
}

#[tokio::test]
async fn the_customer_and_its_partners_are_told_and_see_the_reason() {
    let (world, _) = bought().await;
    let (customer, by) = (world.customer.organization, &world.operator);
    review(&world, by, customer, ReviewAccount::Begin)
        .await
        .unwrap();
    let mut told = world.mailed("customer_review_begun").await;
    told.sort();
    let mut everybody: Vec<String> = [&world.customer, &world.provider, &world.reseller]
        .map(|it| it.email.clone())
        .into();
    everybody.sort();
    assert_eq!(told, everybody);

    let of_partner = world.portal(&world.reseller).customer(customer).await;
    let own = world
        .portal(&world.customer)
        .grants(ListQuery::default())
        .await;
    for seen in [
        of_partner.unwrap().subscriptions,
        own.unwrap().subscriptions,
    ] {
        let review = seen.review.unwrap();
        assert_eq!(review.reason, "the address does not exist");
    }
    // For its partners alone, and also among those of another partner.
    let served = async |person: &Person, query: &str| {
        let query = ListQuery::parse(query);
        let page = world.portal(person).listed::<Customers>(query).await;
        page.unwrap().customers.total
    };
    let with = format!("review=under_review&filter={}", world.reseller.organization);
    assert_eq!(served(&world.provider, "review=under_review").await, 1);
    assert_eq!(served(&world.provider, &with).await, 1);
    assert_eq!(
        served(&world.other_provider, "review=under_review").await,
        0
    );

    let organization = world.portal(by).organization(customer, "").await.unwrap();
    let reviewing = organization.review.unwrap();
    assert!(reviewing.may_end.is_ok() && reviewing.may_begin.is_err());
    assert!(reviewing.by.is_some());
    let listed = async |query: &str| {
        let query = ListQuery::parse(query);
        let page = world.portal(by).listed::<Organizations>(query).await;
        let rows = page.unwrap().organizations.rows.into_iter();
        rows.map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(listed("review=under_review").await, [customer]);

    review(&world, by, customer, ReviewAccount::End)
        .await
        .unwrap();
    assert_eq!(world.mailed("customer_review_ended").await.len(), 3);
    assert_eq!(listed("review=under_review").await, []);
    assert_eq!(served(&world.provider, "review=under_review").await, 0);
    let page = world.portal(&world.provider).customer(customer).await;
    assert_eq!(page.unwrap().subscriptions.review, None);
}

#[tokio::test]
async fn only_a_program_admin_reviews_and_only_customers() {
    let world = World::new().await;
    let customer = world.customer.organization;
    let begin = async |by: &Person, of| refused(review(&world, by, of, ReviewAccount::Begin).await);
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    for by in [&reviewer, &world.provider, &world.customer] {
        assert_eq!(begin(by, customer).await, "role_missing");
    }
    let partner = world.reseller.organization;
    assert_eq!(begin(&world.operator, partner).await, "not_a_customer");
    let end = review(&world, &world.operator, customer, ReviewAccount::End).await;
    assert_eq!(refused(end), "not_under_review");
    review(&world, &world.operator, customer, ReviewAccount::Begin)
        .await
        .unwrap();
    assert_eq!(begin(&world.operator, customer).await, "review_goes_on");
}
