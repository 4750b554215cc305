//! Many renewals that are changed at once: which were chosen, what was foreseen for each, and how far it has come.

use sqlx::{PgConnection, PgPool, types::Json};
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{BulkId, OrganizationId, SubscriptionId, UserId},
    subscription::{Bulk, Foreseen, Outlook},
};
use uuid::Uuid;

use crate::store::decoded;

/// A change of many renewals that goes on by itself.
#[derive(Debug)]
pub(crate) struct Begun {
    pub id: BulkId,
    pub organization: OrganizationId,
    pub user: UserId,
    pub what: Bulk,
    /// It is changed, and not only looked at.
    pub is_running: bool,
}

struct Row {
    id: Uuid,
    organization_id: Uuid,
    user_id: Uuid,
    what: String,
    is_running: bool,
}

impl Row {
    fn read(self) -> Result<Begun, sqlx::Error> {
        Ok(Begun {
            id: self.id.into(),
            organization: self.organization_id.into(),
            user: self.user_id.into(),
            what: decoded(self.what.parse())?,
            is_running: self.is_running,
        })
    }
}

/// The subscriptions among these whose renewals this user may know of at this moment.
pub(crate) async fn among(
    db: &mut PgConnection,
    (own, now): (OrganizationId, Timestamp),
    groups: Option<&[Uuid]>,
    subscriptions: &[Uuid],
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!(
        "select subscription_id from renewal
         where organization_id = $1 and subscription_id = any($3) and ($2::uuid[] is null or groups && $2)
            and exists (select from relationship r
                where r.partner_id = renewal.organization_id and r.customer_id = renewal.customer_id
                    and r.status = 'active'
                    and (renewal.is_own or r.body #>> '{grants,administer,state}' = 'in_force')
                    and (r.ends_at is null or r.ends_at > $4
                        or subscription_known(r, renewal.subscription_id, $4)))",
        own.as_uuid(),
        groups,
        subscriptions,
        now,
    )
    .fetch_all(db)
    .await
}

/// Begins a change of these.
pub(crate) async fn begin(
    db: &mut PgConnection,
    id: BulkId,
    (actor, now): (&Actor, Timestamp),
    what: Bulk,
    subscriptions: &[Uuid],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into renewal_bulk (id, organization_id, user_id, what, phase, began_at)
         values ($1, $2, $3, $4, 'looking', $5)",
        id.as_uuid(),
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
        what.code(),
        now,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into renewal_bulk_item (bulk_id, subscription_id) select $1, unnest($2::uuid[])",
        id.as_uuid(),
        subscriptions,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Those that go on by themselves, the oldest first.
pub(crate) async fn open_bulks(pool: &PgPool) -> Result<Vec<Begun>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, organization_id, user_id, what, phase = 'running' as "is_running!" from renewal_bulk
           where phase in ('looking', 'running') order by began_at, id limit 100"#
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// This one, if it goes on.
pub(crate) async fn open(pool: &PgPool, id: BulkId) -> Result<Option<Begun>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select id, organization_id, user_id, what, phase = 'running' as "is_running!" from renewal_bulk
           where id = $1 and phase in ('looking', 'running')"#,
        id.as_uuid(),
    )
    .fetch_optional(pool)
    .await?;
    row.map(Row::read).transpose()
}

/// The next ones to look at; none if another server is looking. Kept from others until the transaction ends.
pub(crate) async fn to_look_at(
    db: &mut PgConnection,
    id: BulkId,
    at_most: u32,
) -> Result<Vec<SubscriptionId>, sqlx::Error> {
    let taken = sqlx::query_scalar!(
        "select id from renewal_bulk where id = $1 and phase = 'looking' for update skip locked",
        id.as_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    if taken.is_none() {
        return Ok(Vec::new());
    }
    let next = sqlx::query_scalar!(
        "select subscription_id from renewal_bulk_item where bulk_id = $1 and state = 'waiting'
         order by subscription_id limit $2",
        id.as_uuid(),
        i64::from(at_most),
    )
    .fetch_all(db)
    .await?;
    Ok(next.into_iter().map(SubscriptionId::from_uuid).collect())
}

/// What was seen of one, or became of it.
#[derive(Debug)]
pub(crate) enum Seen {
    /// It can be changed, and then this comes of it.
    Can(Box<Foreseen>),
    /// It is so already.
    Same,
    /// It cannot be changed; without a reason where it is not known any more.
    Cannot(Option<Refusal>),
}

/// Notes what was seen.
pub(crate) async fn note_seen(
    db: &mut PgConnection,
    id: BulkId,
    seen: &[(SubscriptionId, Seen)],
) -> Result<(), sqlx::Error> {
    let foreseen = |it: &'_ Seen| match it {
        Seen::Can(foreseen) => Some((foreseen.cost(), next_licenses(foreseen), foreseen.next_term)),
        Seen::Same | Seen::Cannot(_) => None,
    };
    let (mut ids, mut states, mut costs) = (Vec::new(), Vec::new(), Vec::new());
    let (mut licenses, mut minors, mut currencies) = (Vec::new(), Vec::new(), Vec::new());
    let mut refusals: Vec<Option<Json<&Refusal>>> = Vec::new();
    for (subscription, it) in seen {
        let (cost, count, term) = foreseen(it).unwrap_or_default();
        ids.push(subscription.into_uuid());
        costs.push(cost);
        licenses.push(count);
        minors.push(term.map(|term| term.minor));
        currencies.push(term.map(|term| term.currency.code().to_owned()));
        let (state, refusal) = match it {
            Seen::Can(_) => ("can", None),
            Seen::Same => ("same", None),
            Seen::Cannot(refusal) => ("cannot", refusal.as_ref()),
        };
        states.push(state.to_owned());
        refusals.push(refusal.map(Json));
    }
    sqlx::query!(
        "update renewal_bulk_item i set state = new.state, cost = new.cost, licenses = new.licenses, minor = new.minor,
            currency = new.currency, refusal = new.refusal
         from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::text[], $8::jsonb[])
            as new (id, state, cost, licenses, minor, currency, refusal)
         where i.bulk_id = $1 and i.subscription_id = new.id",
        id.as_uuid(),
        &ids,
        &states,
        &costs,
        &licenses as _,
        &minors as _,
        &currencies as _,
        &refusals as _,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update renewal_bulk set phase = 'shown' where id = $1 and phase = 'looking' and not exists (
            select from renewal_bulk_item i where i.bulk_id = renewal_bulk.id and i.state = 'waiting')",
        id.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// None of what expires.
fn next_licenses(foreseen: &Foreseen) -> Option<i32> {
    let renews = foreseen.after.ending(None).map(|it| it.outlook);
    if !matches!(renews, Some(Outlook::Renews | Outlook::Changes)) {
        return None;
    }
    let pending = foreseen.after.course.pending.as_ref();
    let change = pending.map_or_else(|| foreseen.after.as_is(), |it| it.change);
    i32::try_from(change.quantity.get()).ok()
}

/// What has become of a change of the own organization's user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// It goes on by itself.
    UnderWay,
    /// It waits for its user.
    Shown,
    /// It is over.
    Done,
}

/// How far this change of the user has come, kept so until the transaction ends.
pub(crate) async fn phase(
    db: &mut PgConnection,
    actor: &Actor,
    id: BulkId,
) -> Result<Option<Phase>, sqlx::Error> {
    let phase = sqlx::query_scalar!(
        "select phase from renewal_bulk where id = $1 and organization_id = $2 and user_id = $3 for update",
        id.as_uuid(),
        actor.organization.as_uuid(),
        actor.user.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(phase.map(|phase| match phase.as_str() {
        "shown" => Phase::Shown,
        "done" => Phase::Done,
        _ => Phase::UnderWay,
    }))
}

/// From now on it is run.
pub(crate) async fn run(db: &mut PgConnection, id: BulkId) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk set phase = 'running' where id = $1 and phase = 'shown'",
        id.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What could not be changed is looked at again.
pub(crate) async fn retry(db: &mut PgConnection, id: BulkId) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk_item set state = 'waiting', refusal = null
         where bulk_id = $1 and state in ('cannot', 'failed')",
        id.as_uuid(),
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update renewal_bulk set phase = 'looking', ended_at = null, is_stopped = false
         where id = $1 and phase in ('shown', 'done')",
        id.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The next one to change.
pub(crate) async fn to_change(
    pool: &PgPool,
    id: BulkId,
) -> Result<Option<SubscriptionId>, sqlx::Error> {
    let next = sqlx::query_scalar!(
        "select subscription_id from renewal_bulk_item where bulk_id = $1 and state = 'can'
         order by subscription_id limit 1",
        id.as_uuid(),
    )
    .fetch_optional(pool)
    .await?;
    Ok(next.map(SubscriptionId::from_uuid))
}

/// What was foreseen of this one, if it is still to be changed and no other server is changing it.
pub(crate) async fn take(
    db: &mut PgConnection,
    id: BulkId,
    subscription: SubscriptionId,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "select i.cost from renewal_bulk_item i join renewal_bulk b on b.id = i.bulk_id and b.phase = 'running'
         where i.bulk_id = $1 and i.subscription_id = $2 and i.state = 'can' for update of i skip locked",
        id.as_uuid(),
        subscription.as_uuid(),
    )
    .fetch_optional(db)
    .await
}

/// Notes that this one was changed.
pub(crate) async fn note_done(
    db: &mut PgConnection,
    id: BulkId,
    subscription: SubscriptionId,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk_item set state = 'done' where bulk_id = $1 and subscription_id = $2",
        id.as_uuid(),
        subscription.as_uuid(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes that this one was not changed, and why, if there is a reason that can be told.
pub(crate) async fn note_failed(
    db: &mut PgConnection,
    id: BulkId,
    subscription: SubscriptionId,
    why: Option<&Refusal>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk_item set state = 'failed', refusal = $3 where bulk_id = $1 and subscription_id = $2
            and state = 'can'",
        id.as_uuid(),
        subscription.as_uuid(),
        why.map(Json) as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Ends a run that has nothing left to change.
pub(crate) async fn finish(pool: &PgPool, id: BulkId, now: Timestamp) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk set phase = 'done', ended_at = $2 where id = $1 and phase = 'running' and not exists (
            select from renewal_bulk_item i where i.bulk_id = renewal_bulk.id and i.state = 'can')",
        id.as_uuid(),
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Stops what its user may do no more. What was changed stays so.
pub(crate) async fn stop(pool: &PgPool, id: BulkId, now: Timestamp) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update renewal_bulk set phase = 'done', is_stopped = true, ended_at = $2
         where id = $1 and phase in ('looking', 'running')",
        id.as_uuid(),
        now,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Deletes what began before this time and goes on no more; returns how many.
pub(crate) async fn purge_bulks(
    db: &mut PgConnection,
    before: Timestamp,
) -> Result<u64, sqlx::Error> {
    let purged = sqlx::query!(
        "delete from renewal_bulk where began_at < $1 and phase in ('shown', 'done')",
        before,
    )
    .execute(db)
    .await?;
    Ok(purged.rows_affected())
}
