//! What is told before something is ended, and the notice that goes out with the end.

use tierline_app::{error::PortalError, portal::NewInvitation, portal::all::*};
use tierline_core::{
    customer::{Effect, EndingFacts, ending},
    ids::RelationshipId,
    order_request::{NewLine, NewRequest, Wanted},
    partnership,
    relationship::{Command, Grant, GrantSet, RelationshipFacts},
    role::Role,
    subscription::Subscription,
};

use crate::testing::world::{Person, World, request};

/// The texts of mails of this kind.
async fn texts(world: &World, kind: &str) -> Vec<String> {
    sqlx::query_scalar("select text_body from mail where kind = $1 order by id")
        .bind(kind)
        .fetch_all(&world.state.pool)
        .await
        .unwrap()
}

async fn speaks(world: &World, person: &Person, language: &str) {
    sqlx::query("update app_user set language = $1 where email = $2")
        .bind(language)
        .bind(&person.email)
        .execute(&world.state.pool)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_customer_reads_what_follows_before_it_takes_a_right_away() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, with_reseller) = world.joint_customer().await;
    world
        .portal(&world.provider)
        .place_order(
            world.customer.organization,
            vec![(world.sku, 3)],
            None,
            request(),
        )
        .await
        .unwrap();
    speaks(&world, &world.provider, "zh-Hant").await;
    let portal = world.portal(&world.customer);
    let page = portal
        .ending(with_provider, Some(Grant::OrderOnBehalf))
        .await
        .unwrap();
    assert_eq!(page.grant, Some(Grant::OrderOnBehalf));
    assert_eq!((page.relationships.len(), page.subscriptions.total), (2, 1));
    // In the language of the partner's admins.
    assert!(page.draft.contains("權限"), "{}", page.draft);
    let bought: Vec<Subscription> = page
        .subscriptions
        .rows
        .iter()
        .map(|row| row.subscription.clone())
        .collect();
    let facts = EndingFacts {
        asked: RelationshipFacts {
            relationship: &page.relationship,
            customer: &page.organization,
            partner: &page.partner,
        },
        relationships: &page.relationships,
        subscriptions: &bought,
        requests: page.requests,
    };
    let command = Command::EndGrant(Grant::OrderOnBehalf);
    let told = ending(facts, command, &page.actor, world.state.clock.now()).unwrap();
    assert_eq!(told.nobody_else, GrantSet::EMPTY.with(Grant::OrderOnBehalf));
    // The reseller administers: renewals are in its hands.
    assert_eq!(
        told.subscriptions[0].effects,
        [Effect::NoChanges, Effect::Renews]
    );
    // Nothing of it blocks the command, and the notice goes out with the mail.
    let text = "Please hand over what is open.".parse().unwrap();
    portal
        .change_relationship(with_provider, command, Some(text), request())
        .await
        .unwrap();
    let sent = texts(&world, "grant_ended").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("Please hand over what is open."));
    // Without one nothing is said beside what ended.
    portal
        .change_relationship(with_reseller, Command::End, None, request())
        .await
        .unwrap();
    assert!(!texts(&world, "relationship_ended").await[0].contains("Message from"));
}

#[tokio::test]
async fn all_subscriptions_and_open_requests_are_looked_at() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, with_reseller) = world.joint_customer().await;
    let customer = world.customer.organization;
    let many = crate::list::SIZE + 1;
    for _ in 0..many {
        world
            .portal(&world.provider)
            .place_order(customer, vec![(world.sku, 1)], None, request())
            .await
            .unwrap();
    }
    let new = NewRequest::of(Wanted::New {
        lines: vec![NewLine::of(world.sku, 2)],
    });
    let provider = Some(world.provider.organization);
    world
        .portal(&world.reseller)
        .ask_for_order(customer, provider, new, request())
        .await
        .unwrap();
    let portal = world.portal(&world.customer);
    let page = portal.ending(with_provider, None).await.unwrap();
    let concerned = &page.subscriptions;
    assert_eq!((concerned.rows.len(), concerned.total), (many, many as u64));
    let ends: Vec<_> = (concerned.rows.iter())
        .map(|row| row.subscription.ends)
        .collect();
    assert!(ends.is_sorted());
    // Until it is asked, the customer knows nothing of a request.
    let asked = async || {
        let mut requests = Vec::new();
        for id in [with_provider, with_reseller] {
            requests.push(portal.ending(id, None).await.unwrap().requests);
        }
        requests
    };
    assert_eq!(asked().await, [0, 0]);
    portal.set_asked_first(true, request()).await.unwrap();
    assert_eq!(asked().await, [1, 1]);
}

#[tokio::test]
async fn only_the_customer_reads_what_follows_for_it() {
    let world = World::new().await;
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let of_provider = world.portal(&world.provider);
    let missing = RelationshipId::from_uuid(uuid::Uuid::now_v7());
    for id in [with_provider, missing] {
        assert_eq!(
            of_provider.ending(id, None).await.unwrap_err(),
            PortalError::NotFound
        );
    }
    let own = world.portal(&world.customer);
    assert_eq!(
        own.ending(missing, None).await.unwrap_err(),
        PortalError::NotFound
    );
    // Whoever sees the partners sees this too, and is refused the end of it alone.
    let billing = world.colleague(&world.customer, Role::BillingAdmin).await;
    let page = world.portal(&billing).ending(with_provider, None).await;
    assert_eq!(page.unwrap().grant, None);
    let user = world.colleague(&world.customer, Role::User).await;
    let answer = world.portal(&user).ending(with_provider, None).await;
    assert_eq!(crate::testing::world::refused(answer), "role_missing");
}

#[tokio::test]
async fn either_side_reads_what_follows_before_it_ends_a_partnership() {
    let world = World::new().await;
    let id = world.partners().await;
    world.joint_customer().await;
    world
        .portal(&world.provider)
        .place_order(
            world.customer.organization,
            vec![(world.sku, 3)],
            Some(world.reseller.organization),
            request(),
        )
        .await
        .unwrap();
    let provider = world.provider.organization;
    world
        .invited(
            &world.reseller,
            NewInvitation::Joint(provider),
            "boss@unknown.example",
        )
        .await;
    speaks(&world, &world.reseller, "zh-Hans").await;
    let of_provider = world.portal(&world.provider);
    let page = of_provider.partnership_ending(id).await.unwrap();
    // What a reseller has asked of others is its own affair.
    assert_eq!((page.of_record, page.invitations), (1, 0));
    assert_eq!(page.page.shared_customers, 1);
    assert_eq!((page.subscriptions, page.licenses), (1, 3));
    assert_eq!((page.supported, page.scheduled, page.requests), (0, 0, 0));
    assert!(page.draft.contains("合作关系"), "{}", page.draft);
    let of_reseller = world.portal(&world.reseller);
    let new = NewRequest::of(Wanted::New {
        lines: vec![NewLine::of(world.sku, 2)],
    });
    of_reseller
        .ask_for_order(world.customer.organization, Some(provider), new, request())
        .await
        .unwrap();
    let page = of_reseller.partnership_ending(id).await.unwrap();
    assert_eq!((page.of_record, page.invitations), (1, 1));
    assert_eq!((page.subscriptions, page.requests), (1, 1));
    // The draft is sent as it is.
    let reason = Some(page.draft.parse().unwrap());
    of_reseller
        .change_partnership(id, partnership::Command::End { reason }, request())
        .await
        .unwrap();
    let sent = texts(&world, "partnership_ending").await;
    assert!(sent[0].contains("Message from"), "{sent:?}");
    let stranger = world.portal(&world.other_provider);
    assert_eq!(
        stranger.partnership_ending(id).await.unwrap_err(),
        PortalError::NotFound
    );
}
