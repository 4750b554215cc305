//! The activity log. Nothing in it is ever changed.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    actor::Actor,
    event::Event,
    ids::{EventId, InvitationId, OrganizationId},
};
use uuid::Uuid;

/// Appends an event for the organizations that it concerns.
pub(crate) async fn append(
    db: &mut PgConnection,
    id: EventId,
    at: Timestamp,
    by: Option<&Actor>,
    event: &Event,
    audience: &[Uuid],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into event (id, at, organization_id, user_id, object, object_id, body)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id.as_uuid(),
        at,
        by.map(|actor| actor.organization.into_uuid()),
        by.map(|actor| actor.user.into_uuid()),
        event.object(),
        event.object_id(),
        Json(event) as _,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into event_audience (organization_id, event_id) select distinct audience, $2::uuid from unnest($1::uuid[]) audience",
        audience,
        id.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// From now on an organization knows that it was asked: the opening of the invitation is in its log too.
pub(crate) async fn tell_of_opening(
    db: &mut PgConnection,
    organization: OrganizationId,
    invitation: InvitationId,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into event_audience (organization_id, event_id)
         select $1, id from event where object_id = $2 and body -> 'event' ->> 'type' = 'opened'
         on conflict do nothing",
        organization.as_uuid(),
        invitation.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}
