//! A program admin assigns cases.

use tierline_app::portal::ReviewPortal as _;
use tierline_core::{review::Command, role::Role};

use super::submitted;
use crate::testing::world::{World, refused, request};

#[tokio::test]
async fn a_case_is_assigned_to_a_reviewer_who_is_told() {
    let world = World::new().await;
    let id = submitted(&world).await;
    let (first, second) = (
        world.colleague(&world.operator, Role::Reviewer).await,
        world.colleague(&world.operator, Role::Reviewer).await,
    );
    let admin = world.portal(&world.operator);
    let page = admin.case(id).await.unwrap();
    assert_eq!(page.may.assign, Ok(()));
    assert_eq!(page.assignees.len(), 3, "the admin reviews, too");
    // A reviewer neither assigns, nor reads who else there is.
    let seen = world.portal(&first).case(id).await.unwrap();
    assert!(seen.assignees.is_empty());
    let assign = |to| Command::Assign(to);
    let portal = world.portal(&first);
    let answer = portal
        .change_case(id, assign(second.user), None, request())
        .await;
    assert_eq!(refused(answer), "role_missing");
    portal
        .change_case(id, Command::Take, None, request())
        .await
        .unwrap();

    admin
        .change_case(id, assign(second.user), None, request())
        .await
        .unwrap();
    let page = world.portal(&second).case(id).await.unwrap();
    assert!(page.is_mine);
    assert_eq!(
        world.mailed("case_assigned").await,
        std::slice::from_ref(&second.email)
    );
    let told = page.timeline.entries.iter().any(|entry| {
        let what = entry
            .told
            .what
            .clone()
            .in_language(tierline_app::i18n::Lang::En);
        what.starts_with("Assigned the case to ")
    });
    assert!(told, "{:?}", page.timeline.entries);
    // Whoever assigns it to nobody else knows without a mail.
    admin
        .change_case(id, assign(world.operator.user), None, request())
        .await
        .unwrap();
    assert_eq!(world.mailed("case_assigned").await.len(), 1);
    // Nobody of the company that enrolls, and nobody of no reviewer's role.
    let answer = admin
        .change_case(id, assign(world.reseller.user), None, request())
        .await;
    assert_eq!(refused(answer), "no_reviewer");
    let report = crate::check::check(&world.state.pool).await.unwrap();
    let differs = report.differ.first.iter();
    assert!(
        differs.clone().all(|(object, _)| *object != "case"),
        "{report:?}"
    );
}
