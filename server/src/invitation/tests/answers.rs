use std::sync::Arc;

use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, portal::NewInvitation};
use tierline_core::{
    relationship::{self, Grant, GrantSet},
    role::Role,
};

use crate::testing::world::{World, refused, request};

#[tokio::test]
async fn a_reseller_accepts_a_partnership() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let agent = world.colleague(&world.reseller, Role::AdminAgent).await;
    assert_eq!(refused(world.accepts(&agent, &token).await), "role_missing");
    let unticked = world
        .portal(&world.reseller)
        .accept(&token, false, Vec::new(), request())
        .await;
    assert_eq!(refused(unticked), "not_confirmed");
    world.accepts(&world.reseller, &token).await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from partnership where status = 'active'")
            .await,
        1
    );
    assert_eq!(
        world.mailed("invitation_accepted").await,
        [world.provider.email.clone()]
    );
    let in_log_of_reseller = sqlx::query_scalar::<_, String>(
        "select body -> 'event' ->> 'type' from event join event_audience on event_id = id where event_audience.organization_id = $1 order by id",
    )
    .bind(world.reseller.organization.into_uuid());
    assert_eq!(
        in_log_of_reseller
            .fetch_all(&world.state.pool)
            .await
            .unwrap(),
        ["accepted", "formed"]
    );
}

#[tokio::test]
async fn a_customer_accepts_for_both_partners_with_the_rights_it_left_ticked() {
    let world = World::new().await;
    world.partners().await;
    let joint = NewInvitation::Joint(world.provider.organization);
    let token = world
        .invited(&world.reseller, joint, &world.customer.email)
        .await;
    let grants = vec![(
        world.reseller.organization,
        GrantSet::EMPTY.with(Grant::Administer),
    )];
    world
        .portal(&world.customer)
        .accept(&token, true, grants, request())
        .await
        .unwrap();
    let rows: Vec<(String, String, Option<String>)> = sqlx::query_as(
        "select side, (body -> 'grants' -> 'support' ->> 'state'), other_id::text
         from relationship left join served_together on relationship_id = id order by side",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    let (provider, reseller) = (
        world.provider.organization.to_string(),
        world.reseller.organization.to_string(),
    );
    assert_eq!(
        rows,
        [
            (
                "indirect_provider".to_owned(),
                "in_force".to_owned(),
                Some(reseller)
            ),
            (
                "indirect_reseller".to_owned(),
                "not_granted".to_owned(),
                Some(provider)
            ),
        ]
    );
    // The sender and the provider's admins are told.
    let told = [
        world.provider.email.clone(),
        world.provider.email.clone(),
        world.reseller.email.clone(),
    ];
    assert_eq!(world.mailed("invitation_accepted").await, told);
}

#[tokio::test]
async fn a_customer_of_another_region_is_refused_with_the_reason() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.reseller,
            NewInvitation::Relationship,
            "somebody@adventure.example",
        )
        .await;
    assert_eq!(
        refused(world.accepts(&world.far_customer, &token).await),
        "region_mismatch"
    );
    assert_eq!(world.count("select count(*) from relationship").await, 0);
}

#[tokio::test]
async fn an_invitation_is_answered_by_whom_it_is_addressed_to() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    assert_eq!(
        refused(world.accepts(&world.other_reseller, &token).await),
        "addressed_to_another"
    );
    assert_eq!(
        world.accepts(&world.reseller, "no such link").await,
        Err(PortalError::NotFound)
    );
    assert_eq!(
        world
            .nobody()
            .accept(&token, true, Vec::new(), request())
            .await,
        Err(PortalError::SignedOut)
    );
}

#[tokio::test]
async fn opening_counts_once_and_tells_who_is_addressed() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    assert_eq!(
        world.nobody().open_link("no such link").await,
        Err(PortalError::NotFound)
    );
    world.nobody().open_link(&token).await.unwrap();
    world
        .portal(&world.other_reseller)
        .open_link(&token)
        .await
        .unwrap();
    assert_eq!(
        world
            .count("select count(*) from event where body -> 'event' ->> 'type' = 'opened'")
            .await,
        1
    );
    assert_eq!(
        world
            .count(
                "select count(*) from invitation where status = 'opened' and opened_at is not null"
            )
            .await,
        1
    );
    let told = sqlx::query_scalar::<_, uuid::Uuid>(
        "select a.organization_id from event_audience a join event on event_id = id where body -> 'event' ->> 'type' = 'opened' order by 1",
    );
    assert_eq!(
        told.fetch_all(&world.state.pool).await.unwrap(),
        [world.provider.organization.into_uuid()]
    );
    world
        .portal(&world.reseller)
        .open_link(&token)
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from event_audience a join event on event_id = id where body -> 'event' ->> 'type' = 'opened'").await, 2);
}

#[tokio::test]
async fn declining_is_an_end_and_is_told() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let reason = "we work with another provider".parse().unwrap();
    world
        .portal(&world.reseller)
        .decline(&token, Some(reason), request())
        .await
        .unwrap();
    assert_eq!(
        refused(world.accepts(&world.reseller, &token).await),
        "invitation_declined"
    );
    assert_eq!(
        world.mailed("invitation_declined").await,
        [world.provider.email.clone()]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_who_accept_one_link_at_once_one_does() {
    let world = Arc::new(World::new().await);
    world.partners().await;
    let joint = NewInvitation::Joint(world.provider.organization);
    let token = world
        .invited(&world.reseller, joint, &world.customer.email)
        .await;
    let accepting: Vec<_> = (0..200)
        .map(|_| {
            let (world, token) = (world.clone(), token.clone());
            tokio::spawn(async move { world.accepts(&world.customer, &token).await })
        })
        .collect();
    let mut accepted = 0;
    for answer in accepting {
        match answer.await.unwrap() {
            Ok(()) => accepted += 1,
            refusal => assert_eq!(refused(refusal), "invitation_accepted"),
        }
    }
    assert_eq!(accepted, 1);
    assert_eq!(world.count("select count(*) from relationship").await, 2);
    assert_eq!(
        world
            .count("select count(*) from event where body -> 'event' ->> 'type' = 'established'")
            .await,
        2
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_request_sent_many_times_at_once_is_done_once_and_always_answered_the_same() {
    let world = Arc::new(World::new().await);
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let once = request();
    let accepting: Vec<_> = (0..50)
        .map(|_| {
            let (world, token) = (world.clone(), token.clone());
            tokio::spawn(async move {
                world
                    .portal(&world.reseller)
                    .accept(&token, true, Vec::new(), once)
                    .await
            })
        })
        .collect();
    for answer in accepting {
        let kind = answer.await.unwrap().unwrap();
        assert_eq!(kind.code(), "partnership");
    }
    assert_eq!(world.count("select count(*) from partnership").await, 1);
    assert_eq!(
        world
            .count("select count(*) from mail where kind = 'invitation_accepted'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_customer_with_as_many_partners_as_it_may_have_ends_one_first() {
    let world = World::new().await;
    world.partners().await;
    let (ours, _) = world.joint_customer().await;
    // Two are there; as many more as it takes.
    sqlx::query(
        "with new as materialized (
            select gen_random_uuid() as partner, gen_random_uuid() as id from generate_series(3, $2)),
         partners as (
            insert into organization (id, name, domain, country, capabilities, created_at)
            select new.partner, 'Partner', new.partner || '.example', o.country, o.capabilities, o.created_at
            from new, organization o where o.id = $1
            returning id)
         insert into relationship (partner_id, customer_id, id, side, customer_name, customer_key, search, words, status,
            since, body)
         select new.partner, r.customer_id, new.id, r.side, r.customer_name, r.customer_key, r.search, r.words, r.status,
            r.since, r.body || jsonb_build_object('id', new.id, 'partner', new.partner, 'together_with', null)
         from new join partners on partners.id = new.partner, relationship r where r.partner_id = $1",
    )
    .bind(world.reseller.organization.as_uuid())
    .bind(relationship::MOST_PARTNERS.cast_signed())
    .execute(&world.state.pool)
    .await
    .unwrap();

    let by = &world.other_reseller;
    let token = world
        .invited(by, NewInvitation::Relationship, &world.customer.email)
        .await;
    let portal = world.portal(&world.customer);
    let page = portal.link(&token).await.unwrap();
    assert_eq!(
        page.may_accept.unwrap().unwrap_err().code(),
        "too_many_partners"
    );
    assert_eq!(
        refused(world.accepts(&world.customer, &token).await),
        "too_many_partners"
    );
    portal
        .change_relationship(ours, relationship::Command::End, None, request())
        .await
        .unwrap();
    world.accepts(&world.customer, &token).await.unwrap();
}
