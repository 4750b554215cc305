//! Objects of others get exactly the same answer as missing ones.

use tierline_app::portal::all::*;
use tierline_app::{
    customer::model::CustomerDraft,
    error::PortalError,
    portal::{DraftCheck, NewInvitation},
};
use tierline_core::{
    ids::*,
    invitation::Delivery,
    partnership,
    relationship::{self, Grant},
};
use uuid::Uuid;

use crate::testing::world::{World, message, request};

#[tokio::test]
async fn foreign_ids_answer_like_missing_ones() {
    let world = World::new().await;
    let partnership = world.partners().await;
    let (_, relationship) = world.joint_customer().await;
    let invitation = world
        .drafted(&world.provider, NewInvitation::Partnership, "x@y.example")
        .await;
    let draft = CustomerDraftId::from_uuid(Uuid::now_v7());
    let portal = world.portal(&world.provider);
    portal
        .save_customer_draft(draft, CustomerDraft::default().into(), DraftCheck::Nothing)
        .await
        .unwrap();
    let missing = || Uuid::now_v7();
    let stranger = world.portal(&world.other_reseller);
    for invitation in [invitation, missing().into()] {
        let edit = stranger
            .edit_invitation(invitation, message("x@y.example"), None, request())
            .await;
        assert_eq!(edit, Err(PortalError::NotFound));
        let send = stranger
            .send_invitation(invitation, Delivery::Portal, request())
            .await;
        assert_eq!(send, Err(PortalError::NotFound));
        assert_eq!(
            stranger.cancel_invitation(invitation, request()).await,
            Err(PortalError::NotFound)
        );
    }
    for partnership in [partnership, missing().into()] {
        assert_eq!(
            stranger
                .change_partnership(
                    partnership,
                    partnership::Command::End { reason: None },
                    request()
                )
                .await,
            Err(PortalError::NotFound)
        );
        assert_eq!(
            stranger
                .change_partnership(
                    partnership,
                    partnership::Command::RevokeTenantAdmin,
                    request()
                )
                .await,
            Err(PortalError::NotFound)
        );
    }
    for relationship in [relationship, missing().into()] {
        assert_eq!(
            stranger
                .change_relationship(relationship, relationship::Command::End, None, request())
                .await,
            Err(PortalError::NotFound)
        );
        let grant = stranger
            .change_relationship(
                relationship,
                relationship::Command::EndGrant(Grant::Support),
                None,
                request(),
            )
            .await;
        assert_eq!(grant, Err(PortalError::NotFound));
    }
    for customer in [world.customer.organization, missing().into()] {
        let order = stranger
            .place_order(customer, vec![(world.sku, 1)], None, request())
            .await;
        assert_eq!(order, Err(PortalError::NotFound));
        assert_eq!(
            stranger.renew_setup_password(customer, request()).await,
            Err(PortalError::NotFound)
        );
        assert_eq!(
            stranger.setup_info(customer).await,
            Err(PortalError::NotFound)
        );
    }
    for draft in [draft, missing().into()] {
        assert_eq!(
            stranger.submit_customer_draft(draft, None).await,
            Err(PortalError::NotFound)
        );
        stranger.cancel_customer_draft(draft).await.unwrap();
    }
    assert_eq!(world.count("select count(*) from customer_draft").await, 1);
    for reseller in [world.other_reseller.organization, missing().into()] {
        let order = portal
            .place_order(
                world.customer.organization,
                vec![(world.sku, 1)],
                Some(reseller),
                request(),
            )
            .await;
        assert_eq!(order, Err(PortalError::NotFound));
        let draft = CustomerDraft {
            reseller: reseller.to_string(),
            ..Default::default()
        };
        let saved = portal
            .save_customer_draft(missing().into(), draft.into(), DraftCheck::Nothing)
            .await;
        assert_eq!(saved, Err(PortalError::NotFound));
    }
}

#[tokio::test]
async fn nobody_changes_nothing() {
    let world = World::new().await;
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, "x@y.example")
        .await;
    let nobody = world.nobody();
    assert_eq!(
        nobody.cancel_invitation(id, request()).await,
        Err(PortalError::SignedOut)
    );
    assert_eq!(nobody.move_clock(1).await, Err(PortalError::SignedOut));
    let draft = nobody
        .draft_invitation(
            NewInvitation::Partnership,
            message("x@y.example"),
            request(),
        )
        .await;
    assert_eq!(draft, Err(PortalError::SignedOut));
}
