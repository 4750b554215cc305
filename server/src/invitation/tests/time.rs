use chrono::TimeDelta;
use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::CustomerDraft,
    portal::{DraftCheck, NewInvitation},
};
use uuid::Uuid;

use crate::{
    jobs::expiry,
    testing::world::{World, refused, request},
};

#[tokio::test]
async fn expiry_counts_before_it_is_written_down() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    world.state.clock.advance(TimeDelta::days(90)).unwrap();
    assert_eq!(
        refused(world.accepts(&world.reseller, &token).await),
        "invitation_expired"
    );
    assert_eq!(
        expiry::expire_invitations(world.state.clone())
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        expiry::expire_invitations(world.state.clone())
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        refused(world.accepts(&world.reseller, &token).await),
        "invitation_expired"
    );
    let written = "select count(*) from event where organization_id is null and body -> 'event' ->> 'type' = 'expired'";
    assert_eq!(world.count(written).await, 1);
}

#[tokio::test]
async fn inviters_are_reminded_once_for_each_sending() {
    let world = World::new().await;
    let id = world
        .drafted(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    world.sent(&world.provider, id).await;
    let remind = || expiry::remind(world.state.clone());
    assert_eq!(remind().await.unwrap(), 0);
    world.state.clock.advance(TimeDelta::days(84)).unwrap();
    assert_eq!(remind().await.unwrap(), 1);
    assert_eq!(remind().await.unwrap(), 0);
    assert_eq!(
        world.mailed("expiry_reminder").await,
        [world.provider.email.clone()]
    );
    world.sent(&world.provider, id).await;
    world.state.clock.advance(TimeDelta::days(84)).unwrap();
    assert_eq!(remind().await.unwrap(), 1);
}

#[tokio::test]
async fn old_drafts_and_outcomes_are_cleared_away() {
    let world = World::new().await;
    let draft = Uuid::now_v7().into();
    let portal = world.portal(&world.provider);
    portal
        .save_customer_draft(draft, CustomerDraft::default().into(), DraftCheck::Nothing)
        .await
        .unwrap();
    portal
        .draft_invitation(
            NewInvitation::Partnership,
            crate::testing::world::message("a@b.example"),
            request(),
        )
        .await
        .unwrap();
    sqlx::query(
        "insert into mail (id, to_address, language, kind, subject, status, created_at)
         values ($1, 'a@b.example', 'en', 'invitation', 'Hello', 'dead', $2)",
    )
    .bind(Uuid::now_v7())
    .bind(world.state.clock.now())
    .execute(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(expiry::purge(world.state.clone()).await.unwrap(), 0);
    world.state.clock.advance(TimeDelta::days(31)).unwrap();
    assert_eq!(expiry::purge(world.state.clone()).await.unwrap(), 3);
}
