//! What follows from the end of a partnership for each customer that both serve: in steps, interrupted anywhere, by
//! several servers, and each once.

use chrono::TimeDelta;
use std::time::Duration;
use tierline_app::{partnership::model::Settling, portal::all::*, relationship::model::EndDates};
use tierline_core::{
    ids::{PartnershipId, RelationshipId},
    organization::Capability,
    partnership::Command,
};

use crate::{
    jobs::expiry,
    partnership::command::go_on_settling,
    testing::world::{World, refused, request},
};

/// So many more customers that both serve.
async fn more_shared(world: &World, like: (RelationshipId, RelationshipId), count: usize) {
    for number in 1..=count {
        let name = format!("Customer {number:03}");
        let id = world.unmanned(&name, Capability::Customer).await;
        for like in [like.0, like.1] {
            sqlx::query(
                "insert into relationship (partner_id, customer_id, id, side, customer_name, customer_key, search,
                    words, status, since, body, version)
                 select partner_id, $1, own, side, customer_name, customer_key, search, words, status, since,
                    (body - 'together_with') || jsonb_build_object('id', own, 'customer', $1::uuid,
                        'together_with', null), 1
                 from relationship, gen_random_uuid() as own where id = $2",
            )
            .bind(id.into_uuid())
            .bind(like.into_uuid())
            .execute(&world.state.pool)
            .await
            .unwrap();
        }
    }
}

/// A partnership with 23 customers that both serve.
async fn with_customers() -> (World, PartnershipId) {
    let world = World::new().await;
    let id = world.partners().await;
    let like = world.joint_customer().await;
    more_shared(&world, like, 22).await;
    (world, id)
}

async fn settling(world: &World, id: PartnershipId) -> Option<Settling> {
    let portal = world.portal(&world.provider);
    portal.partnership(id).await.unwrap().settling
}

async fn end(world: &World, id: PartnershipId) {
    let portal = world.portal(&world.provider);
    let end = Command::End { reason: None };
    portal.change_partnership(id, end, request()).await.unwrap();
}

const TOLD: &str =
    "select count(*) from event where body -> 'event' ->> 'type' = 'partners_parted'";
const TWICE: &str = "select count(*) from (select object_id from event
    where body -> 'event' ->> 'type' = 'partners_parted' group by 1 having count(*) > 1) it";

#[tokio::test]
async fn rights_end_at_once_while_customers_are_told_in_steps() {
    let (world, id) = with_customers().await;
    assert_eq!(settling(&world, id).await, None);
    end(&world, id).await;
    let begun = settling(&world, id).await.unwrap();
    assert_eq!((begun.chosen, begun.done, begun.is_done), (23, 0, false));
    // Nothing was done for any customer yet, and nothing is done together any more.
    let reseller = Some(world.reseller.organization);
    let order = world
        .portal(&world.provider)
        .place_order(
            world.customer.organization,
            vec![(world.sku, 1)],
            reseller,
            request(),
        )
        .await;
    assert_eq!(refused(order), "no_partnership");
    assert_eq!(world.count(TOLD).await, 0);
    // One step, as far as a server came that was killed then.
    assert_eq!(go_on_settling(&world.state, id, 1).await.unwrap(), 5);
    let begun = settling(&world, id).await.unwrap();
    assert_eq!((begun.done, begun.is_done), (5, false));
    // Two servers go on.
    let job = || expiry::settle_partnerships(world.state.clone());
    let (one, two) = tokio::join!(job(), job());
    assert_eq!(one.unwrap() + two.unwrap(), 18);
    let done = settling(&world, id).await.unwrap();
    assert_eq!((done.done, done.is_done, done.tells), (23, true, true));
    assert_eq!(world.count(TOLD).await, 23);
    assert_eq!(world.count(TWICE).await, 0);
    assert_eq!(
        world.mailed("partners_parted").await,
        std::slice::from_ref(&world.customer.email)
    );
    assert_eq!(job().await.unwrap(), 0);
    // Those that were not set up in one act serve the customers side by side from now on.
    let together = "select count(distinct relationship_id) from served_together";
    assert_eq!(world.count(together).await, 2);
}

#[tokio::test]
async fn it_is_interrupted_anywhere_and_nobody_is_left_out_or_told_twice() {
    let (world, id) = with_customers().await;
    end(&world, id).await;
    // A server is killed after some milliseconds, again and again, while another one works too.
    for milliseconds in [1, 2, 3, 5, 8, 13, 21, 34] {
        let jobs = [0, 1].map(|_| tokio::spawn(expiry::settle_partnerships(world.state.clone())));
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        for job in &jobs {
            job.abort();
        }
        for job in jobs {
            drop(job.await);
        }
        assert_eq!(world.count(TWICE).await, 0);
    }
    while settling(&world, id).await.is_some_and(|it| !it.is_done) {
        expiry::settle_partnerships(world.state.clone())
            .await
            .unwrap();
    }
    assert_eq!(settling(&world, id).await.unwrap().done, 23);
    assert_eq!(world.count(TOLD).await, 23);
    assert_eq!(world.count(TWICE).await, 0);
}

#[tokio::test]
async fn a_notice_tells_nobody_before_it_is_over() {
    let (world, id) = with_customers().await;
    let portal = world.portal(&world.reseller);
    let notice = Command::End { reason: None };
    portal
        .change_partnership(id, notice, request())
        .await
        .unwrap();
    expiry::settle_partnerships(world.state.clone())
        .await
        .unwrap();
    let known = settling(&world, id).await.unwrap();
    assert_eq!((known.tells, known.is_done), (false, true));
    assert_eq!(world.count(TOLD).await, 0);
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    expiry::lapse_partnerships(world.state.clone())
        .await
        .unwrap();
    expiry::settle_partnerships(world.state.clone())
        .await
        .unwrap();
    assert_eq!(world.count(TOLD).await, 23);
    let done = settling(&world, id).await.unwrap();
    assert_eq!((done.tells, done.done, done.is_done), (true, 23, true));
}

#[tokio::test]
async fn without_shared_customers_there_is_nothing_to_do() {
    let world = World::new().await;
    let id = world.partners().await;
    end(&world, id).await;
    assert_eq!(settling(&world, id).await, None);
    let job = expiry::settle_partnerships(world.state.clone());
    assert_eq!(job.await.unwrap(), 0);
}

#[tokio::test]
async fn a_customer_that_one_of_them_serves_no_more_is_told_nothing() {
    let world = World::new().await;
    let id = world.partners().await;
    let (_, with_reseller) = world.joint_customer().await;
    let last = (world.now() + TimeDelta::days(10)).date_naive();
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(with_reseller).await.unwrap().mark;
    let dates = EndDates {
        whole: Some(last),
        ..EndDates::default()
    };
    portal
        .set_end_dates(with_reseller, dates, Some(mark), request())
        .await
        .unwrap();
    // No job has written the end down.
    world.state.clock.advance(TimeDelta::days(12)).unwrap();
    end(&world, id).await;
    assert_eq!(settling(&world, id).await, None);
    assert_eq!(
        expiry::settle_partnerships(world.state.clone())
            .await
            .unwrap(),
        0
    );
    assert_eq!(world.count(TOLD).await, 0);
}
