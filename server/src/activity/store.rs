//! The activity log. Entries never change.

mod noted;
pub mod reading;

pub(crate) use noted::note;

use std::collections::BTreeSet;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    event::Event,
    ids::{InvitationId, OrganizationId, UserId},
};

/// An event, the version of its object after it, and the organizations that it concerns.
pub(crate) type Happened = (Event, i64, Vec<OrganizationId>);

/// Appends events in this order, in one statement. They are by this user, for this organization if for any.
pub(crate) async fn append(
    db: &mut PgConnection,
    at: Timestamp,
    by: Option<(UserId, Option<OrganizationId>)>,
    happened: &[Happened],
) -> Result<(), sqlx::Error> {
    let (mut objects, mut ids, mut versions, mut bodies) = (
        Vec::with_capacity(happened.len()),
        Vec::with_capacity(happened.len()),
        Vec::with_capacity(happened.len()),
        Vec::with_capacity(happened.len()),
    );
    let (mut concerned, mut of) = (Vec::new(), Vec::new());
    for (place, (event, version, audience)) in (1_i64..).zip(happened) {
        objects.push(event.object().to_owned());
        ids.push(event.object_id());
        versions.push(*version);
        bodies.push(Json(event));
        for organization in audience.iter().collect::<BTreeSet<_>>() {
            concerned.push(organization.into_uuid());
            of.push(place);
        }
    }
    sqlx::query!(
        "with happened as (
            select * from unnest($4::text[], $5::uuid[], $6::bigint[], $7::jsonb[])
               with ordinality as happened (object, object_id, version, body, place)
         ), written as (
            insert into event (at, organization_id, user_id, object, object_id, version, body)
            select $1, $2, $3, object, object_id, version, body from happened order by place
            returning id, object, object_id, version
         )
         insert into event_audience (organization_id, event_id)
         select audience.organization_id, written.id
         from unnest($8::uuid[], $9::bigint[]) as audience (organization_id, place)
         join happened on happened.place = audience.place
         join written on (written.object, written.object_id, written.version)
             = (happened.object, happened.object_id, happened.version)",
        at,
        by.and_then(|(_, organization)| organization.map(OrganizationId::into_uuid)),
        by.map(|(user, _)| user.into_uuid()),
        &objects,
        &ids,
        &versions,
        &bodies as _,
        &concerned,
        &of,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Makes the opening of an invitation visible to an organization that now knows of it: the event is in its log too from
/// now on.
pub(crate) async fn tell_of_opening(
    db: &mut PgConnection,
    organization: OrganizationId,
    invitation: InvitationId,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into event_audience (organization_id, event_id)
         select $1, id from event
         where object = 'invitation' and object_id = $2 and body -> 'event' ->> 'type' = 'opened'
         on conflict do nothing",
        organization.as_uuid(),
        invitation.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}
