//! The operator keeps the registry.

use tierline_app::{error::PortalError, form::mark::Mark, portal::all::*};
use tierline_core::{
    membership::{Edit, NewMember},
    role::Role,
};

use super::{PASSWORD, in_use, location, member, postpone, profile};
use crate::testing::world::{World, refused, request};

fn new(account: &str, mpn: &str) -> NewMember {
    NewMember {
        account: account.parse().unwrap(),
        profiles: vec![profile(mpn, vec![location("7200001", "TW", true)])],
    }
}

#[tokio::test]
async fn a_member_is_registered_with_a_password_and_proved() {
    let world = World::new().await;
    let portal = world.portal(&world.operator);
    let registered = new("mpn@new.example", "7200000");
    let id = portal
        .register_member(registered, Some(PASSWORD), request())
        .await
        .unwrap();
    let page = portal.member(id).await.unwrap();
    assert!(page.has_password);
    assert_eq!(page.timeline.entries.len(), 1);

    postpone(&world, &world.reseller).await;
    let partner = world.portal(&world.reseller);
    partner
        .prove_membership("MPN@new.example", PASSWORD)
        .await
        .unwrap();
    // Another password takes back what the earlier one has proved.
    portal
        .set_member_password(id, "nine slow rivers", request())
        .await
        .unwrap();
    let identifiers = partner.identifiers().await.unwrap();
    assert!(identifiers.proved.is_none());
    // That it was set is in the history, by whom, and nothing of the password.
    let page = portal.member(id).await.unwrap();
    assert_eq!(page.timeline.entries.len(), 2);
    let newest = &page.timeline.entries[0];
    assert!(
        format!("{:?}", newest.told).contains("password"),
        "{newest:?}"
    );
    let secret =
        "select count(*) from event where body::text like '%argon2%' or body::text like '%rivers%'";
    assert_eq!(world.count(secret).await, 0);
}

#[tokio::test]
async fn an_account_and_an_mpn_id_stand_once() {
    let world = World::new().await;
    member(&world, "mpn@fabrikam.example").await;
    let portal = world.portal(&world.operator);
    let account = new("mpn@fabrikam.example", "7200000");
    let refusal = portal.register_member(account, None, request()).await;
    assert_eq!(refused(refusal), "member_account_taken");
    let mpn = new("mpn@new.example", "7100002");
    let refusal = portal.register_member(mpn, None, request()).await;
    assert_eq!(refused(refusal), "mpn_twice");
}

#[tokio::test]
async fn nobody_saves_over_an_unseen_change() {
    let world = World::new().await;
    let id = member(&world, "mpn@fabrikam.example").await;
    let portal = world.portal(&world.operator);
    let page = portal.member(id).await.unwrap();
    let mark = page.profiles[0].locations[0].mark.clone();
    let edit = |name: &str| Edit::Location {
        mpn: "7100001".parse().unwrap(),
        name: name.parse().unwrap(),
        country: "TW".parse().unwrap(),
        is_active: false,
    };
    let save = async |name: &str, mark: &Mark| {
        portal
            .edit_member(id, edit(name), Some(mark.clone()), request())
            .await
    };
    save("Taipei North", &mark).await.unwrap();
    let stopped = save("Taipei South", &mark).await;
    assert!(
        matches!(stopped, Err(PortalError::Changed(_))),
        "{stopped:?}"
    );
    let fresh = portal.member(id).await.unwrap();
    save("Taipei South", &fresh.profiles[0].locations[0].mark)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_reviewer_does_not_keep_the_registry() {
    let world = World::new().await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let portal = world.portal(&reviewer);
    let registered = new("mpn@new.example", "7200000");
    let refusal = portal.register_member(registered, None, request()).await;
    assert_eq!(refused(refusal), "role_missing");
}

#[tokio::test]
async fn a_location_in_use_stays_in_its_country() {
    let world = World::new().await;
    let id = member(&world, "mpn@fabrikam.example").await;
    in_use(&world, &world.reseller, "7100001").await;
    let portal = world.portal(&world.operator);
    let edit = |mpn: &str, country: &str| Edit::Location {
        mpn: mpn.parse().unwrap(),
        name: "Fabrikam".parse().unwrap(),
        country: country.parse().unwrap(),
        is_active: true,
    };
    let moved = edit("7100001", "DE");
    let answer = portal.edit_member(id, moved, None, request()).await;
    assert_eq!(refused(answer), "mpn_in_use");
    for free in [edit("7100001", "TW"), edit("7100002", "AT")] {
        let answer = portal.edit_member(id, free, None, request()).await;
        answer.unwrap();
    }
}
