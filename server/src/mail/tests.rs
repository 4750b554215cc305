use tierline_app::error::PortalError;
use tierline_app::portal::all::*;
use uuid::Uuid;

use crate::testing::world::{World, request};

#[tokio::test]
async fn only_the_operator_sends_a_dead_mail_again() {
    let world = World::new().await;
    let id = Uuid::now_v7();
    sqlx::query(
        "insert into mail (id, to_address, language, kind, subject, text_body, status, attempts, created_at)
         values ($1, 'a@b.example', 'en', 'invitation', 'Hello', 'Hello', 'dead', 9, now())",
    )
    .bind(id)
    .execute(&world.state.pool)
    .await
    .unwrap();
    let answer = world
        .portal(&world.provider)
        .resend_mail(id, request())
        .await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let (portal, once) = (world.portal(&world.operator), request());
    portal.resend_mail(id, once).await.unwrap();
    portal.resend_mail(id, once).await.unwrap();
    assert_eq!(
        portal.resend_mail(id, request()).await,
        Err(PortalError::NotFound)
    );
    assert_eq!(
        world
            .count("select count(*) from mail where status = 'queued'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_clock_that_is_none_of_the_demo_does_not_move() {
    let world = World::new().await;
    assert_eq!(
        world.portal(&world.provider).move_clock(1).await,
        Err(PortalError::NotFound)
    );
}
