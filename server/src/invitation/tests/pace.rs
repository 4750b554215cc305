//! How often invitations are sent.

use std::sync::Arc;

use chrono::TimeDelta;
use tierline_app::invitation::list::PartnershipRequests;
use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, list::model::ListQuery, portal::NewInvitation};
use tierline_core::{
    Refusal,
    ids::InvitationId,
    invitation::{self, Delivery},
};

use crate::testing::{
    config,
    world::{Person, World, request},
};

async fn world(arguments: &[&str]) -> World {
    let mut world = World::new().await;
    world.state.config = Arc::new(config(arguments));
    world
}

async fn send(world: &World, by: &Person, id: InvitationId) -> Result<(), PortalError> {
    let portal = world.portal(by);
    portal
        .send_invitation(id, Delivery::Portal, request())
        .await
}

fn why(result: Result<(), PortalError>) -> invitation::Refusal {
    match result {
        Err(PortalError::Refused(refusal)) => match *refusal {
            Refusal::Invitation(refusal) => refusal,
            refusal => panic!("refused for {refusal:?}"),
        },
        result => panic!("not refused: {result:?}"),
    }
}

#[tokio::test]
async fn the_same_invitation_is_not_sent_twice_in_a_row() {
    let world = world(&["--demo", "--resend-minutes", "5"]).await;
    let (by, kind) = (&world.provider, NewInvitation::Partnership);
    let id = world.drafted(by, kind, "someone@elsewhere.example").await;
    send(&world, by, id).await.unwrap();
    let again = world.state.clock.now() + TimeDelta::minutes(5);
    let page = world.portal(by).invitation(id).await.unwrap();
    let refusal = invitation::Refusal::SentRecently { again };
    assert_eq!(page.pace, Err(refusal.clone().into()));
    assert_eq!(why(send(&world, by, id).await), refusal);
    assert_eq!(world.mailed("invitation").await.len(), 1);

    world.state.clock.set(again).unwrap();
    let page = world.portal(by).invitation(id).await.unwrap();
    assert_eq!(page.pace, Ok(()));
    send(&world, by, id).await.unwrap();
    assert_eq!(world.mailed("invitation").await.len(), 2);
}

#[tokio::test]
async fn canceling_and_writing_anew_to_the_same_person_is_no_way_around() {
    let world = world(&["--demo", "--resend-minutes", "5"]).await;
    let (by, kind) = (&world.provider, NewInvitation::Partnership);
    let first = world.drafted(by, kind, "someone@elsewhere.example").await;
    send(&world, by, first).await.unwrap();
    let again = world.state.clock.now() + TimeDelta::minutes(5);
    let portal = world.portal(by);
    portal.cancel_invitation(first, request()).await.unwrap();
    let second = world.drafted(by, kind, "Someone@elsewhere.example").await;
    assert_eq!(
        why(send(&world, by, second).await),
        invitation::Refusal::SentRecently { again }
    );
    let other = world.drafted(by, kind, "another@elsewhere.example").await;
    send(&world, by, other).await.unwrap();
}

#[tokio::test]
async fn a_list_says_of_each_row_what_sending_it_would_answer() {
    let world = world(&["--demo", "--resend-minutes", "5"]).await;
    let (by, kind) = (&world.provider, NewInvitation::Partnership);
    let first = world.drafted(by, kind, "someone@elsewhere.example").await;
    send(&world, by, first).await.unwrap();
    let sent = world.state.clock.now();
    world.state.clock.set(sent + TimeDelta::minutes(3)).unwrap();
    let second = world.drafted(by, kind, "another@elsewhere.example").await;
    send(&world, by, second).await.unwrap();
    let draft = world.drafted(by, kind, "third@elsewhere.example").await;

    let mut paces = Vec::new();
    for minutes in [3, 5, 8] {
        let now = sent + TimeDelta::minutes(minutes);
        world.state.clock.set(now).unwrap();
        let portal = world.portal(by);
        let page = portal
            .listed::<PartnershipRequests>(ListQuery::default())
            .await;
        let rows = page.unwrap().invitations.rows;
        for id in [first, second, draft] {
            let row = rows.iter().find(|row| row.id == id).unwrap();
            let own = portal.invitation(id).await.unwrap().pace;
            assert_eq!(row.pace, own, "as its own page after {minutes} minutes");
            paces.push(row.pace.is_ok());
        }
    }
    assert_eq!(
        paces,
        [false, false, true, true, false, true, true, true, true]
    );
}

#[test]
fn the_settings_begin_as_core_recommends() {
    #[derive(clap::Parser)]
    struct Command {
        #[command(flatten)]
        flags: crate::config::Flags,
    }
    let flags = <Command as clap::Parser>::parse_from(["tierline"]).flags;
    let core = invitation::Pace::default();
    assert_eq!(flags.resend_minutes, core.between.num_minutes().to_string());
    assert_eq!(flags.invitations_a_day, core.a_day.to_string());
}

#[tokio::test]
async fn an_organization_sends_so_many_a_day_whoever_asks_and_however_often_at_once() {
    let world = world(&[
        "--demo",
        "--resend-minutes",
        "0",
        "--invitations-a-day",
        "3",
    ])
    .await;
    let (by, kind) = (&world.provider, NewInvitation::Partnership);
    let start = world.state.clock.now();
    let mut ids = Vec::new();
    for n in 0..6 {
        let to = format!("someone{n}@elsewhere.example");
        ids.push(world.drafted(by, kind, &to).await);
    }
    let sent = futures_util::future::join_all(ids.iter().map(|id| send(&world, by, *id))).await;
    let refusal = invitation::Refusal::SendingQuotaReached {
        a_day: 3,
        again: start + TimeDelta::days(1),
    };
    assert_eq!(sent.iter().filter(|sent| sent.is_ok()).count(), 3);
    for sent in sent.into_iter().filter(Result::is_err) {
        assert_eq!(why(sent), refusal);
    }
    // Sending again counts too, and another organization's sending does not.
    let first = ids[0];
    assert_eq!(
        world.portal(by).invitation(first).await.unwrap().pace,
        Err(refusal.into())
    );
    let other = &world.reseller;
    let theirs = world
        .drafted(
            other,
            NewInvitation::Relationship,
            "someone@elsewhere.example",
        )
        .await;
    send(&world, other, theirs).await.unwrap();

    world.state.clock.set(start + TimeDelta::days(1)).unwrap();
    let mut sent = 0;
    for id in &ids {
        sent += usize::from(send(&world, by, *id).await.is_ok());
    }
    assert_eq!(sent, 3);
    assert_eq!(world.mailed("invitation").await.len(), 7);
}
