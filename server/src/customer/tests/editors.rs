//! Two users who edit the same object: the second is told of the first one's changes, and may knowingly replace them.

use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::{CustomerDraft, DraftPart},
    error::PortalError,
    form::mark::{Changed, Mark, StoredField},
    partnership::model::Finding,
    portal::{DraftChange, DraftCheck, NewInvitation, PortalResult},
};
use tierline_core::ids::CustomerDraftId;
use uuid::Uuid;

use crate::testing::world::{World, message, request};

fn told(answer: PortalResult<()>) -> Changed {
    match answer {
        Err(PortalError::Changed(changed)) => *changed,
        other => panic!("was not told of a change: {other:?}"),
    }
}

fn details(name: &str, mark: Option<Mark>) -> DraftChange {
    DraftChange {
        draft: CustomerDraft {
            name: name.to_owned(),
            ..CustomerDraft::default()
        },
        part: DraftPart::Details,
        filled_with: mark,
    }
}

fn lines(lines: &[(String, &str)], mark: Option<Mark>) -> DraftChange {
    let lines = lines
        .iter()
        .map(|(sku, quantity)| (sku.clone(), (*quantity).to_owned()));
    DraftChange {
        draft: CustomerDraft {
            lines: lines.collect(),
            ..CustomerDraft::default()
        },
        part: DraftPart::Lines,
        filled_with: mark,
    }
}

#[tokio::test]
async fn the_second_editor_of_an_invitation_is_told_what_the_first_has_saved() {
    let world = World::new().await;
    let portal = world.portal(&world.provider);
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, "a@b.example")
        .await;
    let both_see = portal.invitation(id).await.unwrap().message_mark;
    let first = portal.edit_invitation(
        id,
        message("first@b.example"),
        Some(both_see.clone()),
        request(),
    );
    first.await.unwrap();

    let mine = message("second@b.example");
    let answer = portal
        .edit_invitation(id, mine.clone(), Some(both_see), request())
        .await;
    let changed = told(answer);
    assert_eq!(
        changed.fields,
        [StoredField::new("recipient", "first@b.example")]
    );
    let stored = portal.invitation(id).await.unwrap();
    assert_eq!(
        stored.invitation.message.recipient.as_str(),
        "first@b.example"
    );

    let again = portal.edit_invitation(id, mine.clone(), Some(changed.mark), request());
    again.await.unwrap();
    let stored = portal.invitation(id).await.unwrap();
    assert_eq!(stored.invitation.message, mine);
}

#[tokio::test]
async fn a_form_without_a_mark_of_what_is_there_saves_over_nothing() {
    let world = World::new().await;
    let portal = world.portal(&world.provider);
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, "a@b.example")
        .await;
    let forged = Some(Mark::new(""));
    let answer = portal
        .edit_invitation(id, message("x@y.example"), forged, request())
        .await;
    told(answer);
}

#[tokio::test]
async fn details_and_lines_of_one_draft_are_saved_apart() {
    let world = World::new().await;
    world.partners().await;
    let portal = world.portal(&world.provider);
    let id = CustomerDraftId::from_uuid(Uuid::now_v7());
    let sku = world.sku.to_string();
    let page = portal.customer_draft(id, Finding::default()).await.unwrap();
    let first = details("First", Some(page.details_mark.clone()));
    portal
        .save_customer_draft(id, first, DraftCheck::Nothing)
        .await
        .unwrap();
    // Another tab, with the lines open since before.
    let other = lines(&[(sku.clone(), "7")], Some(page.lines_mark.clone()));
    portal
        .save_customer_draft(id, other.clone(), DraftCheck::Nothing)
        .await
        .unwrap();
    // Posted twice.
    portal
        .save_customer_draft(id, other, DraftCheck::Nothing)
        .await
        .unwrap();
    let stored = portal
        .customer_draft(id, Finding::default())
        .await
        .unwrap()
        .draft;
    assert_eq!((stored.name.as_str(), stored.lines.len()), ("First", 1));

    let late = details("Second", Some(page.details_mark));
    let answer = portal
        .save_customer_draft(id, late, DraftCheck::Nothing)
        .await;
    assert_eq!(told(answer).fields, [StoredField::new("name", "First")]);
    let late = lines(&[(sku, "8")], Some(page.lines_mark));
    let answer = portal
        .save_customer_draft(id, late, DraftCheck::Nothing)
        .await;
    let changed = told(answer);
    let shown: Vec<&str> = changed
        .fields
        .iter()
        .map(|field| field.value.as_str())
        .collect();
    assert!(
        matches!(shown.as_slice(), [line] if line.ends_with(": 7")),
        "{shown:?}"
    );
    assert_eq!(
        portal
            .customer_draft(id, Finding::default())
            .await
            .unwrap()
            .draft,
        stored
    );
}

#[tokio::test]
async fn what_is_submitted_is_what_was_reviewed() {
    let world = World::new().await;
    world.partners().await;
    let portal = world.portal(&world.provider);
    let id = CustomerDraftId::from_uuid(Uuid::now_v7());
    let save = |name| portal.save_customer_draft(id, details(name, None), DraftCheck::Nothing);
    save("Reviewed").await.unwrap();
    let reviewed = portal
        .customer_draft(id, Finding::default())
        .await
        .unwrap()
        .mark;
    save("Changed since").await.unwrap();
    assert_eq!(
        portal.submit_customer_draft(id, Some(reviewed)).await,
        Err(PortalError::Conflict)
    );
}
