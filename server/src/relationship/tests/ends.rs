use chrono::TimeDelta;
use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, portal::NewInvitation};
use tierline_core::{
    partnership,
    relationship::{self, Grant},
    role::Role,
};

use crate::{
    jobs::expiry,
    testing::world::{World, refused, request},
};

#[tokio::test]
async fn a_provider_ends_a_partnership_at_once_and_customers_stay() {
    let world = World::new().await;
    let id = world.partners().await;
    world.joint_customer().await;
    world
        .portal(&world.provider)
        .change_partnership(id, partnership::Command::End { reason: None }, request())
        .await
        .unwrap();
    assert_eq!(
        world.mailed("partnership_ended").await,
        [world.reseller.email.clone()]
    );
    assert_eq!(
        world
            .count("select count(*) from relationship where status = 'active'")
            .await,
        2
    );
    let again = world
        .portal(&world.provider)
        .change_partnership(id, partnership::Command::End { reason: None }, request())
        .await;
    assert_eq!(refused(again), "partnership_ended");
    // The two may form a partnership again.
    world.partners().await;
    assert_eq!(world.count("select count(*) from partnership").await, 2);
}

#[tokio::test]
async fn a_reseller_gives_notice_and_the_end_is_written_down_when_it_comes() {
    let world = World::new().await;
    let id = world.partners().await;
    world
        .portal(&world.reseller)
        .change_partnership(id, partnership::Command::End { reason: None }, request())
        .await
        .unwrap();
    assert_eq!(
        world.mailed("partnership_ending").await,
        [world.provider.email.clone()]
    );
    assert_eq!(
        expiry::lapse_partnerships(world.state.clone())
            .await
            .unwrap(),
        0
    );
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    assert_eq!(
        expiry::lapse_partnerships(world.state.clone())
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        expiry::lapse_partnerships(world.state.clone())
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        world
            .count("select count(*) from partnership where status = 'ended'")
            .await,
        1
    );
    assert_eq!(world.mailed("partnership_ended").await.len(), 2);
    assert_eq!(world.count("select count(*) from event where user_id is null and body -> 'event' ->> 'type' = 'ended'").await, 1);
}

#[tokio::test]
async fn tenant_administration_is_taken_away_without_ending_the_partnership() {
    let world = World::new().await;
    let id = world.partners().await;
    let portal = world.portal(&world.provider);
    assert_eq!(
        refused(
            portal
                .change_partnership(id, partnership::Command::RevokeTenantAdmin, request())
                .await
        ),
        "role_missing"
    );
    world
        .portal(&world.reseller)
        .change_partnership(id, partnership::Command::RevokeTenantAdmin, request())
        .await
        .unwrap();
    assert_eq!(
        world
            .count("select count(*) from partnership where status = 'active'")
            .await,
        1
    );
    assert_eq!(
        world.mailed("grant_ended").await,
        [world.provider.email.clone()]
    );
}

#[tokio::test]
async fn tenant_administration_taken_away_is_given_again() {
    let world = World::new().await;
    let id = world.partners().await;
    let (provider, reseller) = (world.portal(&world.provider), world.portal(&world.reseller));
    assert_eq!(
        refused(
            reseller
                .change_partnership(id, partnership::Command::GrantTenantAdmin, request())
                .await
        ),
        "tenant_admin_granted"
    );
    reseller
        .change_partnership(id, partnership::Command::RevokeTenantAdmin, request())
        .await
        .unwrap();
    assert_eq!(
        refused(
            provider
                .change_partnership(id, partnership::Command::GrantTenantAdmin, request())
                .await
        ),
        "role_missing"
    );
    let agent = world.colleague(&world.reseller, Role::AdminAgent).await;
    let by_agent = world
        .portal(&agent)
        .change_partnership(id, partnership::Command::GrantTenantAdmin, request())
        .await;
    assert_eq!(refused(by_agent), "role_missing");
    assert!(world.mailed("tenant_admin_granted").await.is_empty());

    // Asked twice, done once.
    let once = request();
    reseller
        .change_partnership(id, partnership::Command::GrantTenantAdmin, once)
        .await
        .unwrap();
    reseller
        .change_partnership(id, partnership::Command::GrantTenantAdmin, once)
        .await
        .unwrap();
    assert_eq!(
        world.mailed("tenant_admin_granted").await,
        [world.provider.email.clone()]
    );
    let page = provider.partnership(id).await.unwrap();
    assert!(page.partnership.has_tenant_admin(world.state.clock.now()));
    assert_eq!(
        world
            .count(
                "select count(*) from event where user_id is not null
                 and body -> 'event' ->> 'type' = 'tenant_admin_granted'"
            )
            .await,
        1
    );
}

#[tokio::test]
async fn a_customer_takes_away_a_right_and_then_everything() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let portal = world.portal(&world.customer);
    let billing = world.colleague(&world.customer, Role::BillingAdmin).await;
    let answer = world
        .portal(&billing)
        .change_relationship(
            with_provider,
            relationship::Command::EndGrant(Grant::OrderOnBehalf),
            None,
            request(),
        )
        .await;
    assert_eq!(refused(answer), "role_missing");
    portal
        .change_relationship(
            with_provider,
            relationship::Command::EndGrant(Grant::OrderOnBehalf),
            None,
            request(),
        )
        .await
        .unwrap();
    assert_eq!(
        world.mailed("grant_ended").await,
        [world.provider.email.clone()]
    );
    let order = vec![(world.sku, 1)];
    let order = world
        .portal(&world.provider)
        .place_order(world.customer.organization, order, None, request())
        .await;
    assert_eq!(refused(order), "grant_missing");
    // The reseller has no provider left that may order.
    let alone = "select count(*) from relationship r where side = 'indirect_reseller'
        and not exists (select from served_together s where s.relationship_id = r.id)";
    assert_eq!(world.count(alone).await, 1);
    portal
        .change_relationship(with_provider, relationship::Command::End, None, request())
        .await
        .unwrap();
    assert_eq!(
        refused(
            portal
                .change_relationship(with_provider, relationship::Command::End, None, request())
                .await
        ),
        "grant_ended"
    );
    assert_eq!(
        world.mailed("relationship_ended").await,
        [world.provider.email.clone()]
    );
    // A partner cannot end it on the customer's behalf.
    let reseller = world.relationship(&world.reseller).await;
    assert_eq!(
        refused(
            world
                .portal(&world.reseller)
                .change_relationship(reseller, relationship::Command::End, None, request())
                .await
        ),
        "role_missing"
    );
}

#[tokio::test]
async fn a_pair_in_partnership_is_never_partner_and_customer() {
    let world = World::new().await;
    world.partners().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Relationship,
            "boss@unknown.example",
        )
        .await;
    let answer = world.accepts(&world.reseller, &token).await;
    assert_eq!(refused(answer), "partner_and_customer");
    assert_ne!(
        world.portal(&world.provider).open_link(&token).await,
        Err(PortalError::NotFound)
    );
}

#[tokio::test]
async fn a_partnership_can_be_formed_anew_before_a_job_has_written_down_the_end_of_the_last() {
    let world = World::new().await;
    let id = world.partners().await;
    world
        .portal(&world.reseller)
        .change_partnership(id, partnership::Command::End { reason: None }, request())
        .await
        .unwrap();
    world.state.clock.advance(TimeDelta::days(31)).unwrap();
    let anew = world.partners().await;
    assert_ne!(anew, id);
    assert_eq!(
        world
            .count("select count(*) from partnership where status = 'ended'")
            .await,
        1
    );
    assert_eq!(
        world
            .count("select count(*) from partnership where status = 'active'")
            .await,
        1
    );
    // The job finds nothing left to do.
    assert_eq!(
        expiry::lapse_partnerships(world.state.clone())
            .await
            .unwrap(),
        0
    );
}
