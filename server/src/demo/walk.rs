//! A first walk through the demo, which ticks itself off by what has happened since the demo's story ended.

use sqlx::PgPool;
use tierline_app::demo::model::{Step, WalkStep};

use super::people;

/// The steps, each with the person who can do it.
const STEPS: [(Step, &str); 6] = [
    (Step::RequestPartnership, "Grace Lin"),
    (Step::AuthorizeProvider, "Ivy Chiang"),
    (Step::InviteCustomer, "Amy Huang"),
    (Step::RemovePermission, "Wendy Tsai"),
    (Step::PlaceOrder, "Kim Abercrombie"),
    (Step::ResendMail, "Robin Counts"),
];

/// Of all that has happened since the story, so much is looked through.
const LOOKED_THROUGH: i64 = 5_000;

/// The steps, and which of them are done.
pub(super) async fn walk(pool: &PgPool) -> Result<Vec<WalkStep>, sqlx::Error> {
    let done = sqlx::query!(
        r#"with since as materialized (
              select e.object_id, e.object, e.body -> 'event' ->> 'type' as what
              from demo_world w join event e on e.id > w.story_end
              where e.object in ('invitation', 'partnership', 'relationship', 'order')
              order by e.id limit $1
           )
           select
              exists (select from since s join invitation i on i.id = s.object_id
                  where s.object = 'invitation' and s.what = 'sent' and i.kind = 'partnership') as "requested!",
              exists (select from since where object = 'partnership' and what = 'formed') as "authorized!",
              exists (select from since s join invitation i on i.id = s.object_id
                  where s.object = 'invitation' and s.what = 'sent' and i.kind <> 'partnership') as "invited!",
              exists (select from since where object = 'relationship' and what in ('grant_ended', 'ended')) as "removed!",
              exists (select from since where object = 'order' and what = 'placed') as "ordered!",
              not exists (select from mail m join demo_world w on m.created_at <= w.finished_at
                  where m.status = 'dead') as "resent!""#,
        LOOKED_THROUGH,
    )
    .fetch_one(pool)
    .await?;
    let is_done = |step| match step {
        Step::RequestPartnership => done.requested,
        Step::AuthorizeProvider => done.authorized,
        Step::InviteCustomer => done.invited,
        Step::RemovePermission => done.removed,
        Step::PlaceOrder => done.ordered,
        Step::ResendMail => done.resent,
    };
    let steps = STEPS.into_iter().filter_map(|(step, name)| {
        let person = people::named(name).ok()?;
        Some(WalkStep {
            step,
            organization: person.home.to_owned(),
            email: person.email(),
            done: is_done(step),
        })
    });
    Ok(steps.collect())
}
