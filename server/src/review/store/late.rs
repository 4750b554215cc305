//! Cases past the promise, and who has been told of them.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{EnrollmentId, OrganizationId, UserId},
};

use crate::list::count;

/// Cases that have waited since before this moment, and of which the applicant has not been told; the oldest first.
pub(crate) async fn untold(
    db: &mut PgConnection,
    before: Timestamp,
) -> Result<Vec<EnrollmentId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select e.id from enrollment e where e.waiting_since < $1
            and not exists (select from enrollment_lateness l
                where l.enrollment_id = e.id and l.applicant_told = e.waiting_since)
         order by e.waiting_since, e.id limit 1000",
        before,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(EnrollmentId::from_uuid).collect())
}

/// The wait of which the applicant was told last.
pub(crate) async fn told(
    db: &mut PgConnection,
    id: EnrollmentId,
) -> Result<Option<Timestamp>, sqlx::Error> {
    let told = sqlx::query_scalar!(
        "select applicant_told from enrollment_lateness where enrollment_id = $1",
        id.into_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(told.flatten())
}

/// Notes that the applicant is told of the wait since then.
pub(crate) async fn tell(
    db: &mut PgConnection,
    id: EnrollmentId,
    since: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into enrollment_lateness (enrollment_id, applicant_told) values ($1, $2)
         on conflict (enrollment_id) do update set applicant_told = excluded.applicant_told",
        id.into_uuid(),
        since,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The companies whose cases have waited since before this moment, and of which the reviewers have not been told: the
/// first of them, the oldest first.
pub(crate) async fn companies(
    db: &mut PgConnection,
    before: Timestamp,
    at_most: i64,
) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "select o.name from enrollment e join organization o on o.id = e.organization_id
         where e.waiting_since < $1
            and not exists (select from enrollment_lateness l
                where l.enrollment_id = e.id and l.reviewers_told = e.waiting_since)
         order by e.waiting_since, e.id limit $2",
        before,
        at_most,
    )
    .fetch_all(db)
    .await
}

/// Notes that the reviewers are told of all of them; returns how many they are.
pub(crate) async fn tell_reviewers(
    db: &mut PgConnection,
    before: Timestamp,
) -> Result<u64, sqlx::Error> {
    let told = sqlx::query_scalar!(
        r#"with told as (
              insert into enrollment_lateness (enrollment_id, reviewers_told)
              select e.id, e.waiting_since from enrollment e where e.waiting_since < $1
                  and not exists (select from enrollment_lateness l
                      where l.enrollment_id = e.id and l.reviewers_told = e.waiting_since)
              on conflict (enrollment_id) do update set reviewers_told = excluded.reviewers_told
              returning 1
           ) select count(*) as "count!" from told"#,
        before,
    )
    .fetch_one(db)
    .await?;
    Ok(count(told))
}

/// The users who review for the operator, with its organization: as many as it has let.
pub(crate) async fn reviewers(
    db: &mut PgConnection,
) -> Result<Vec<(UserId, OrganizationId)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select m.user_id, m.organization_id
         from organization o
         join membership m on m.organization_id = o.id
         join app_user u on u.id = m.user_id
         where o.capabilities ->> 'operator' = 'active' and m.roles && array['reviewer', 'program_admin']
            and m.blocked_at is null and u.blocked_at is null
         order by m.user_id"
    )
    .fetch_all(db)
    .await?;
    let reviewers = rows.into_iter();
    Ok(reviewers
        .map(|row| (row.user_id.into(), row.organization_id.into()))
        .collect())
}
