use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, portal::NewInvitation};
use tierline_core::{
    ids::InvitationId,
    invitation::{CheckOutcome, Delivery},
    role::Role,
};
use uuid::Uuid;

use crate::testing::{
    self,
    world::{World, message, refused, request},
};

#[tokio::test]
async fn an_invitation_is_drafted_edited_sent_and_mailed() {
    let world = World::new().await;
    let portal = world.portal(&world.provider);
    let id = world
        .drafted(
            &world.provider,
            NewInvitation::Partnership,
            "someone@elsewhere.example",
        )
        .await;
    portal
        .edit_invitation(id, message(&world.reseller.email), None, request())
        .await
        .unwrap();
    portal
        .send_invitation(id, Delivery::Portal, request())
        .await
        .unwrap();
    assert_eq!(
        world.mailed("invitation").await,
        [world.reseller.email.clone()]
    );
    let body: String = sqlx::query_scalar("select text_body from mail")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let origin = world.state.config.public_url.join("/invitation/");
    assert!(body.contains(&origin) && !body.contains("{link}"), "{body}");
    // The addressee is known by the domain, and has been told nothing in the portal.
    assert_eq!(
        world
            .count("select count(*) from invitation where addressee_id is not null")
            .await,
        1
    );
    let told = sqlx::query_scalar::<_, i64>(
        "select count(*) from event_audience where organization_id = $1",
    )
    .bind(world.reseller.organization.into_uuid());
    assert_eq!(told.fetch_one(&world.state.pool).await.unwrap(), 0);
    assert_eq!(
        refused(
            portal
                .edit_invitation(id, message("a@b.example"), None, request())
                .await
        ),
        "invitation_already_sent"
    );
}

#[tokio::test]
async fn a_link_for_ones_own_mail_is_kept_in_the_browser_and_only_as_a_hash_in_the_database() {
    let world = World::new().await;
    let id = world
        .drafted(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let portal = world.portal(&world.provider);
    portal
        .send_invitation(id, Delivery::OwnMail, request())
        .await
        .unwrap();
    let token = portal.cookies.kept_link(id).unwrap();
    assert_eq!(
        portal.kept_link(id).unwrap(),
        world
            .state
            .config
            .public_url
            .join(&format!("/invitation/{token}"))
    );
    assert!(world.mailed("invitation").await.is_empty());
    let everywhere = world
        .count("select count(*) from (select body::text t from invitation union all select body::text from event
             union all select outcome::text from request_outcome union all select encode(token_hash, 'hex') from invitation_link) x
             where t ~ '[0-9a-f]{64}' and t not in (select encode(token_hash, 'hex') from invitation_link)")
        .await;
    assert_eq!(everywhere, 0);
    // Another browser of the same person does not have it.
    assert_eq!(world.portal(&world.provider).kept_link(id), None);
}

#[tokio::test]
async fn a_repeated_sending_makes_no_new_link() {
    let world = World::new().await;
    let id = world
        .drafted(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let (portal, once) = (world.portal(&world.provider), request());
    portal
        .send_invitation(id, Delivery::OwnMail, once)
        .await
        .unwrap();
    let token = portal.cookies.kept_link(id).unwrap();
    portal
        .send_invitation(id, Delivery::OwnMail, once)
        .await
        .unwrap();
    assert_eq!(portal.cookies.kept_link(id).unwrap(), token);
    assert_eq!(world.count("select count(*) from invitation_link").await, 1);
    // Sending again is a request of its own, and replaces the link.
    portal
        .send_invitation(id, Delivery::OwnMail, request())
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from invitation_link").await, 2);
    assert_eq!(
        refused(world.accepts(&world.reseller, &token).await),
        "link_replaced"
    );
    let newest = portal.cookies.kept_link(id).unwrap();
    world.accepts(&world.reseller, &newest).await.unwrap();
}

#[tokio::test]
async fn a_second_open_invitation_to_the_same_person_is_refused() {
    let world = World::new().await;
    world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let portal = world.portal(&world.provider);
    let upper = format!("ANNA{}", world.reseller.email.trim_start_matches("anna"));
    let again = portal
        .draft_invitation(NewInvitation::Partnership, message(&upper), request())
        .await;
    assert_eq!(refused(again), "already_invited");
}

#[tokio::test]
async fn a_canceled_invitation_is_over_and_its_recipient_is_told() {
    let world = World::new().await;
    let id = world
        .drafted(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let portal = world.portal(&world.provider);
    portal
        .send_invitation(id, Delivery::Portal, request())
        .await
        .unwrap();
    portal.cancel_invitation(id, request()).await.unwrap();
    assert_eq!(
        world.mailed("invitation_canceled").await,
        [world.reseller.email.clone()]
    );
    assert_eq!(
        refused(portal.cancel_invitation(id, request()).await),
        "invitation_canceled"
    );
}

#[tokio::test]
async fn the_role_in_the_database_counts_and_not_that_of_the_session() {
    let world = World::new().await;
    let agent = world.colleague(&world.provider, Role::SalesAgent).await;
    let draft = || message(&world.reseller.email);
    let portal = world.portal(&agent);
    sqlx::query("update membership set roles = '{helpdesk_agent}' where user_id = $1")
        .bind(agent.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    let refusal = portal
        .draft_invitation(NewInvitation::Partnership, draft(), request())
        .await;
    assert_eq!(refused(refusal), "role_missing");
    for change in [
        "blocked_at = now()",
        "blocked_at = null, must_change_password = true",
    ] {
        let statement = format!("update app_user set {change} where id = '{}'", agent.user);
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
            .execute(&world.state.pool)
            .await
            .unwrap();
        let answer = portal
            .draft_invitation(NewInvitation::Partnership, draft(), request())
            .await;
        assert_eq!(answer, Err(PortalError::SignedOut), "{change}");
    }
}

#[tokio::test]
async fn a_joint_invitation_is_for_partners_only() {
    let world = World::new().await;
    let portal = world.portal(&world.reseller);
    let joint =
        |id| portal.draft_invitation(NewInvitation::Joint(id), message("a@b.example"), request());
    let stranger = joint(world.provider.organization).await;
    let nobody = joint(Uuid::now_v7().into()).await;
    assert_eq!(
        (stranger, nobody),
        (Err(PortalError::NotFound), Err(PortalError::NotFound))
    );
    world.partners().await;
    let _: InvitationId = joint(world.provider.organization).await.unwrap();
}

#[tokio::test]
async fn a_drafts_checklist_goes_by_whom_sending_would_address() {
    let world = World::new().await;
    let to = "anna@late.example";
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, to)
        .await;
    let portal = world.portal(&world.provider);
    assert_eq!(portal.invitation(id).await.unwrap().addressee, None);
    let mut late =
        testing::given::stored_organization(&world.state.pool, world.other_reseller.organization)
            .await;
    (late.id, late.name, late.domain) = (
        uuid::Uuid::now_v7().into(),
        "Late".parse().unwrap(),
        "late.example".parse().unwrap(),
    );
    late.mpn = Some(testing::given::new_mpn());
    testing::given::organization(&world.state.pool, &late, world.now()).await;
    let page = portal.invitation(id).await.unwrap();
    assert_eq!(page.invitation.addressee, None);
    assert_eq!(page.addressee, Some(late.party()));
    assert!(
        page.checks
            .iter()
            .all(|check| check.outcome == CheckOutcome::Met)
    );
    world.sent(&world.provider, id).await;
    let page = portal.invitation(id).await.unwrap();
    assert_eq!(page.invitation.addressee, Some(late.id));
    assert_eq!(page.addressee, Some(late.party()));
}
