use serde::Serialize;
use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, portal::NewInvitation};
use tierline_core::{Evolve as _, ids::InvitationId, invitation::Invitation};

use super::{Command, CommandError, CommandResult, Context, Principal, Unit, rehearse, run};
use crate::{
    store::{Hold, Stored},
    testing::world::{World, message, request},
};

#[tokio::test]
async fn a_repeated_request_gets_the_first_answer() {
    let world = World::new().await;
    let (portal, once) = (world.portal(&world.provider), request());
    let draft =
        || portal.draft_invitation(NewInvitation::Partnership, message("a@b.example"), once);
    assert_eq!(draft().await.unwrap(), draft().await.unwrap());
    assert_eq!(world.count("select count(*) from invitation").await, 1);
    assert_eq!(world.count("select count(*) from event").await, 1);
}

#[tokio::test]
async fn the_same_id_with_another_body_is_refused() {
    let world = World::new().await;
    let (portal, once) = (world.portal(&world.provider), request());
    portal
        .draft_invitation(NewInvitation::Partnership, message("a@b.example"), once)
        .await
        .unwrap();
    let other = portal
        .draft_invitation(NewInvitation::Partnership, message("c@d.example"), once)
        .await;
    assert_eq!(other, Err(PortalError::Conflict));
    // Each organization has its own request ids.
    let reseller = world.portal(&world.reseller);
    let elsewhere =
        reseller.draft_invitation(NewInvitation::Relationship, message("c@d.example"), once);
    assert!(elsewhere.await.is_ok());
}

#[tokio::test]
async fn a_refused_request_may_be_asked_again() {
    let world = World::new().await;
    let (portal, once) = (world.portal(&world.reseller), request());
    let joint = NewInvitation::Joint(world.provider.organization);
    let draft = || portal.draft_invitation(joint, message("a@b.example"), once);
    assert_eq!(draft().await, Err(PortalError::NotFound));
    world.partners().await;
    assert!(draft().await.is_ok());
}

#[tokio::test]
async fn when_a_mail_cannot_be_stored_nothing_is_left() {
    let world = World::new().await;
    let token = world
        .invited(
            &world.provider,
            NewInvitation::Partnership,
            &world.reseller.email,
        )
        .await;
    let events = world.count("select count(*) from event").await;
    sqlx::raw_sql(
        "create function no_mail() returns trigger language plpgsql as $$ begin raise exception 'the post is on strike'; end $$;
         create trigger no_mail before insert on mail for each row execute function no_mail()",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let once = request();
    let accept = || async {
        world
            .portal(&world.reseller)
            .accept(&token, true, Vec::new(), once)
            .await
    };
    assert!(matches!(accept().await, Err(PortalError::Fault { .. })));
    assert_eq!(world.count("select count(*) from partnership").await, 0);
    assert_eq!(world.count("select count(*) from event").await, events);
    assert_eq!(
        world
            .count("select count(*) from invitation where status = 'sent'")
            .await,
        1
    );
    sqlx::raw_sql("drop trigger no_mail on mail")
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert!(
        accept().await.is_ok(),
        "the same request goes through when the fault is gone"
    );
}

#[tokio::test]
async fn events_are_never_changed() {
    let world = World::new().await;
    world
        .drafted(&world.provider, NewInvitation::Partnership, "a@b.example")
        .await;
    for statement in [
        "update event set at = now()",
        "delete from event",
        "truncate event cascade",
        "update event_audience set event_id = event_id",
        "delete from event_audience",
        "truncate event_audience",
    ] {
        let error = sqlx::raw_sql(statement)
            .execute(&world.state.pool)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("append-only"), "{error}");
    }
    // Nor can they be cleared away by claiming that a demo world is being made.
    let claimed = sqlx::raw_sql("insert into demo_world (begun_at) values (now())")
        .execute(&world.state.pool)
        .await
        .unwrap_err();
    assert!(claimed.to_string().contains("empty database"), "{claimed}");
}

#[tokio::test]
async fn history_gives_the_stored_state() {
    let world = World::new().await;
    world.partners().await;
    world.joint_customer().await;
    let rows: Vec<(uuid::Uuid, sqlx::types::Json<Invitation>)> =
        sqlx::query_as("select id, body from invitation")
            .fetch_all(&world.state.pool)
            .await
            .unwrap();
    assert_eq!(rows.len(), 2);
    for (id, stored) in rows {
        let events: Vec<sqlx::types::Json<tierline_core::event::Event>> =
            sqlx::query_scalar("select body from event where object_id = $1 order by id")
                .bind(id)
                .fetch_all(&world.state.pool)
                .await
                .unwrap();
        let folded = events
            .into_iter()
            .fold(None, |before, event| match event.0 {
                tierline_core::event::Event::Invitation { id, event } => {
                    Invitation::evolve(id, before, &event)
                }
                other => panic!("{other:?} is of another object"),
            });
        assert_eq!(folded, Some(stored.0));
    }
}

/// Saves an invitation that was read without a lock, which no command may do.
#[derive(Debug, Serialize)]
struct SaveStale {
    id: InvitationId,
}

impl Command for SaveStale {
    const NAME: &'static str = "save_stale";
    type Facts = Stored<Invitation>;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let mut stored = crate::invitation::store::own(unit.db, own, self.id, Hold::Locked)
            .await?
            .ok_or(CommandError::NotFound)?;
        stored.version -= 1;
        Ok(stored)
    }

    fn decide(&self, _: &Self::Facts, _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(
        &self,
        mut stored: Self::Facts,
        (): (),
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let canceled = tierline_core::invitation::Event::Canceled {
            at: unit.now(),
            by: stored.value.created_by,
        };
        unit.apply_events(&mut stored, &[canceled]).await
    }
}

#[tokio::test]
async fn no_update_is_lost() {
    let world = World::new().await;
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, "a@b.example")
        .await;
    let principal = Principal::User(world.provider.user, world.provider.organization);
    assert_eq!(
        run(&world.state, principal, None, &SaveStale { id }).await,
        Err(PortalError::Conflict)
    );
}

#[tokio::test]
async fn a_rehearsal_answers_like_the_change_and_writes_nothing() {
    let world = World::new().await;
    let id = world
        .drafted(&world.provider, NewInvitation::Partnership, "a@b.example")
        .await;
    let principal = Principal::User(world.provider.user, world.provider.organization);
    let (once, stale) = (Some(request()), SaveStale { id });
    // Only writing it would fail.
    assert_eq!(
        rehearse(&world.state, principal, once, &stale).await,
        Ok(())
    );
    assert_eq!(
        world.count("select count(*) from request_outcome").await,
        1,
        "that of the draft"
    );
    let missing = SaveStale {
        id: InvitationId::from_uuid(uuid::Uuid::now_v7()),
    };
    assert_eq!(
        rehearse(&world.state, principal, once, &missing).await,
        Err(PortalError::NotFound)
    );
}
