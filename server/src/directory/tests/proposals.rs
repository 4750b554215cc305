//! What a provider proposes, and who decides on it.

use tierline_app::{
    directory::list::ListingChanges, error::PortalError, list::model::ListQuery, portal::all::*,
};
use tierline_core::directory::{Command, Decision, Pace, ProposalState};

use super::{listing, profile, proposed, shown};
use crate::{
    check,
    testing::world::{World, refused, request},
};

fn reject() -> Decision {
    Decision::Reject {
        reason: "the page isn't there".parse().unwrap(),
    }
}

#[tokio::test]
async fn what_is_approved_is_shown_and_its_versions_are_kept() {
    let world = World::new().await;
    let by = &world.provider;
    let id = shown(&world, by, profile("Contoso", &["TW"])).await;
    assert_eq!(
        world.mailed("listing_approved").await,
        std::slice::from_ref(&by.email)
    );
    shown(&world, by, profile("Contoso Clouds", &["TW"])).await;
    let page = world.portal(by).own_listing().await.unwrap();
    let numbers: Vec<_> = page.versions.iter().map(|version| version.number).collect();
    assert_eq!(numbers, [2, 1]);
    assert!(page.timeline.is_some());
    let stranger = world.nobody().provider_profile(id).await.unwrap();
    assert_eq!(stranger.profile.name.as_str(), "Contoso Clouds");
    // Every object is what its history says.
    let report = check::check(&world.state.pool).await.unwrap();
    // What is put there for a test has no whole history.
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn a_rejection_tells_the_reason_and_shows_nothing() {
    let world = World::new().await;
    let by = &world.provider;
    proposed(&world, by, profile("Contoso", &["TW"])).await;
    let (id, number) = listing(&world, by).await;
    let operator = world.portal(&world.operator);
    operator
        .review_listing(id, number, reject(), request())
        .await
        .unwrap();
    let page = world.portal(by).own_listing().await.unwrap();
    let proposal = page.listing.unwrap().proposal.unwrap();
    assert_eq!(proposal.state(), ProposalState::Rejected);
    assert_eq!(
        world.mailed("listing_rejected").await,
        std::slice::from_ref(&by.email)
    );
    let nobody = world.nobody().provider_profile(id).await;
    assert_eq!(nobody.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn two_reviewers_decide_once() {
    let world = World::new().await;
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    let (id, number) = listing(&world, &world.provider).await;
    let (first, second) = (world.portal(&world.operator), world.portal(&world.operator));
    let (approved, rejected) = tokio::join!(
        first.review_listing(id, number, Decision::Approve, request()),
        second.review_listing(id, number, reject(), request()),
    );
    let late = match (approved, rejected) {
        (Ok(()), late) | (late, Ok(())) => refused(late),
        both => panic!("{both:?}"),
    };
    assert_eq!(late, "proposal_closed");
    let events = "select count(*) from event where object = 'listing' and body -> 'event' ->> 'type' in ('approved', 'rejected')";
    assert_eq!(world.count(events).await, 1);
}

#[tokio::test]
async fn a_proposal_is_between_its_provider_and_the_operator() {
    let world = World::new().await;
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    let (id, number) = listing(&world, &world.provider).await;
    // Another provider sees its own listing alone, and decides on nothing.
    let other = world.portal(&world.other_provider);
    assert_eq!(other.own_listing().await.unwrap().listing, None);
    assert_eq!(refused(other.review_page(id).await), "role_missing");
    let decided = other
        .review_listing(id, number, Decision::Approve, request())
        .await;
    assert_eq!(refused(decided), "role_missing");
    let listed = other.listed::<ListingChanges>(ListQuery::default()).await;
    assert_eq!(refused(listed), "role_missing");
    let nobody = world.nobody().provider_profile(id).await;
    assert_eq!(nobody.err(), Some(PortalError::NotFound));
    // A reseller has no listing.
    let reseller = world.portal(&world.reseller).own_listing().await;
    assert_eq!(reseller.err(), Some(PortalError::NotFound));
}

#[tokio::test]
async fn a_proposal_that_was_replaced_is_not_decided_on() {
    let world = World::new().await;
    let by = &world.provider;
    proposed(&world, by, profile("Contoso", &["TW"])).await;
    let (id, read) = listing(&world, by).await;
    proposed(&world, by, profile("Contoso Clouds", &["TW"])).await;
    let operator = world.portal(&world.operator);
    let decided = operator
        .review_listing(id, read, Decision::Approve, request())
        .await;
    assert_eq!(refused(decided), "proposal_closed");
    // The provider takes it back, too.
    let provider = world.portal(by);
    provider
        .change_listing(Command::Withdraw, None, request())
        .await
        .unwrap();
    let decided = operator
        .review_listing(id, read + 1, Decision::Approve, request())
        .await;
    assert_eq!(refused(decided), "proposal_closed");
}

#[tokio::test]
async fn a_draft_that_a_colleague_saved_is_not_overwritten_unseen() {
    let world = World::new().await;
    let provider = world.portal(&world.provider);
    let mark = provider.own_listing().await.unwrap().draft_mark;
    let save = |name: &str| Command::Save {
        profile: profile(name, &["TW"]),
    };
    let first = provider.change_listing(save("First"), Some(mark.clone()), request());
    first.await.unwrap();
    let second = provider.change_listing(save("Second"), Some(mark), request());
    let Err(PortalError::Changed(changed)) = second.await else {
        panic!("the first draft was lost");
    };
    let read = changed.mark.clone();
    let again = provider.change_listing(save("Second"), Some(changed.mark), request());
    again.await.unwrap();
    // Nor is a draft submitted or thrown away that nobody has read as it is.
    for command in [Command::Submit, Command::Discard] {
        let unread = provider.change_listing(command, Some(read.clone()), request());
        assert!(matches!(unread.await, Err(PortalError::Changed(_))));
    }
    let mark = provider.own_listing().await.unwrap().draft_mark;
    let submitted = provider.change_listing(Command::Submit, Some(mark), request());
    submitted.await.unwrap();
}

#[tokio::test]
async fn the_operator_sees_what_waits_by_its_age() {
    let world = World::new().await;
    proposed(
        &world,
        &world.other_provider,
        profile("Wide World", &["TW"]),
    )
    .await;
    proposed(&world, &world.provider, profile("Contoso", &["TW"])).await;
    let operator = world.portal(&world.operator);
    let names = async |query: &str| {
        let page = operator
            .listed::<ListingChanges>(ListQuery::parse(query))
            .await;
        let rows = page.unwrap().rows.into_iter();
        rows.map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(names("sort=name").await, ["Contoso", "Wide World"]);
    assert_eq!(names("search=wide").await, ["Wide World"]);
    let (id, number) = listing(&world, &world.provider).await;
    operator
        .review_listing(id, number, reject(), request())
        .await
        .unwrap();
    assert_eq!(names("").await, ["Wide World"]);
    assert_eq!(names("state=rejected").await, ["Contoso"]);
    assert_eq!(names("state=all&sort=name").await.len(), 2);
    let page = operator.review_page(id).await.unwrap();
    assert_eq!(page.may_approve.unwrap_err().code(), "proposal_closed");
    assert_eq!(page.promise.pace(world.now()), Pace::InTime);
}
