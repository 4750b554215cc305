//! Who of the operator works on a proposal, how much waits, and a rejection before it is made.

use chrono::TimeDelta;
use tierline_app::{
    directory::list::ListingChanges, i18n::Lang, list::model::ListQuery, portal::all::*,
};
use tierline_core::{
    directory::{Assignment, Decision},
    role::Role,
};

use super::{listing, profile, proposed, shown};
use crate::{
    check,
    testing::world::{World, refused, request},
};

#[tokio::test]
async fn a_change_is_one_reviewers_at_a_time_and_no_concern_of_the_provider() {
    let world = World::new().await;
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    let (id, number) = listing(&world, &world.provider).await;
    let first = world.colleague(&world.operator, Role::Reviewer).await;
    let second = world.colleague(&world.operator, Role::Reviewer).await;
    let (first, second) = (world.portal(&first), world.portal(&second));
    let take = Assignment::Take;
    first
        .assign_listing(id, number, take, request())
        .await
        .unwrap();
    let page = first.review_page(id).await.unwrap();
    assert!(page.is_mine && page.reviewer.is_some());
    let seen = second.review_page(id).await.unwrap();
    assert_eq!(seen.may_take.unwrap_err().code(), "change_taken");
    assert_eq!(seen.may_approve.unwrap_err().code(), "change_taken");
    let answer = second.assign_listing(id, number, take, request()).await;
    assert_eq!(refused(answer), "change_taken");
    let names = async |portal: &crate::web::RequestPortal, query: &str| {
        let page = portal.listed::<ListingChanges>(ListQuery::parse(query));
        page.await.unwrap().rows.len()
    };
    assert_eq!(names(&first, "reviewer=me").await, 1);
    assert_eq!(names(&second, "reviewer=me").await, 0);
    assert_eq!(names(&second, "reviewer=nobody").await, 0);
    assert_eq!(names(&second, "late=yes").await, 0);

    // The provider learns nothing of it: neither who, nor that.
    let provider = world.portal(&world.provider);
    let own = provider.own_listing().await.unwrap();
    let proposal = own.listing.unwrap().proposal.unwrap();
    assert_eq!(proposal.reviewer, None);
    let entries = own.timeline.unwrap().entries;
    assert!(
        entries.iter().all(|it| !it
            .told
            .what
            .clone()
            .in_language(Lang::En)
            .starts_with("Took")),
        "{entries:?}"
    );
    first
        .assign_listing(id, number, Assignment::GiveBack, request())
        .await
        .unwrap();
    second
        .review_listing(id, number, Decision::Approve, request())
        .await
        .unwrap();
    let report = check::check(&world.state.pool).await.unwrap();
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn the_start_page_counts_what_waits_what_is_late_and_what_is_whose() {
    let world = World::new().await;
    let queues = async || {
        let overview = world.portal(&world.operator).overview().await.unwrap();
        let queues = overview.queues.into_iter();
        let changes = queues.filter(|queue| queue.list.starts_with("/listing-changes"));
        changes
            .map(|queue| (queue.count, queue.mine, queue.unassigned))
            .collect::<Vec<_>>()
    };
    assert_eq!(queues().await, [(0, 0, 0), (0, 0, 0)]);
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    world.state.clock.advance(TimeDelta::weeks(3)).unwrap();
    proposed(
        &world,
        &world.other_provider,
        profile("Wide World", &["TW"]),
    )
    .await;
    let (id, number) = listing(&world, &world.provider).await;
    world
        .portal(&world.operator)
        .assign_listing(id, number, Assignment::Take, request())
        .await
        .unwrap();
    assert_eq!(queues().await, [(2, 1, 1), (1, 1, 0)]);
    let late = world
        .portal(&world.operator)
        .listed::<ListingChanges>(ListQuery::parse("late=yes"))
        .await
        .unwrap();
    assert_eq!(late.rows.len(), 1);
    assert!(late.rows[0].is_mine);
}

#[tokio::test]
async fn a_rejection_shows_its_mail_and_sends_nothing() {
    let world = World::new().await;
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    let (id, number) = listing(&world, &world.provider).await;
    let operator = world.portal(&world.operator);
    let unwritten = operator.rejection(id, number, None).await.unwrap();
    assert_eq!((unwritten.may, unwritten.mails.len()), (Ok(()), 0));
    let reason = Some("the page isn't there".parse().unwrap());
    let page = operator.rejection(id, number, reason).await.unwrap();
    let [mail] = page.mails.as_slice() else {
        panic!("{page:?}");
    };
    assert_eq!(mail.to, world.provider.email);
    assert!(mail.text.contains("the page isn't there"), "{}", mail.text);
    assert_eq!(page.reason.as_deref(), Some("the page isn't there"));
    assert_eq!(world.mailed("listing_rejected").await.len(), 0);
}

#[tokio::test]
async fn versions_before_those_of_a_page_are_there_too() {
    let world = World::new().await;
    let mut id = None;
    for n in 0..22 {
        let profile = profile(&format!("Contoso {n}"), &["TW"]);
        id = Some(shown(&world, &world.provider, profile).await);
    }
    let provider = world.portal(&world.provider);
    let own = provider.own_listing().await.unwrap();
    let last = own.versions.last().unwrap().number;
    assert_eq!((own.versions.len(), last), (20, 3));
    let numbers = |page: tierline_app::directory::model::VersionsPage| {
        let versions = page.versions.into_iter();
        versions.map(|version| version.number).collect::<Vec<_>>()
    };
    let earlier = provider.listing_versions(None, last).await.unwrap();
    assert_eq!(numbers(earlier), [2, 1]);
    let reviewed = world.portal(&world.operator);
    let earlier = reviewed.listing_versions(id, last).await.unwrap();
    assert_eq!(numbers(earlier), [2, 1]);
    // Nobody else reads them by an id.
    let other = world.portal(&world.other_provider);
    assert_eq!(
        refused(other.listing_versions(id, last).await),
        "role_missing"
    );
}
