//! The operator's users to whom a case can be assigned.

use sqlx::PgConnection;
use tierline_app::review::model::Reviewer;
use tierline_core::{
    ids::{OrganizationId, UserId},
    review::Assignee,
};

use crate::{account::store as accounts, store::decoded};

/// This user, if it is somebody of the operator who can sign in.
pub(super) async fn of(
    db: &mut PgConnection,
    user: UserId,
    operator: OrganizationId,
    applying: OrganizationId,
) -> Result<Option<Assignee>, sqlx::Error> {
    let Some(place) = accounts::place(db, user, operator, false).await? else {
        return Ok(None);
    };
    let belongs = accounts::place(db, user, applying, false).await?;
    let name = accounts::name_of(db, user).await?;
    Ok(Some(Assignee {
        user,
        name: decoded(name.parse())?,
        roles: place.roles,
        belongs_to_it: belongs.is_some(),
    }))
}

/// The most reviewers that are offered, by name.
const MOST: i64 = 200;

/// Those to whom the case of this organization can be assigned, by name.
pub(super) async fn all(
    db: &mut PgConnection,
    operator: OrganizationId,
    applying: OrganizationId,
) -> Result<Vec<Reviewer>, sqlx::Error> {
    let rows = sqlx::query!(
        "select u.id, u.name from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and m.roles && array['reviewer', 'program_admin']
            and m.blocked_at is null and u.blocked_at is null and not u.must_change_password
            and not exists (select from membership own where own.organization_id = $2 and own.user_id = u.id)
         order by u.sort_key, u.id limit $3",
        operator.into_uuid(),
        applying.into_uuid(),
        MOST,
    )
    .fetch_all(db)
    .await?;
    let reviewers = rows.into_iter().map(|row| Reviewer {
        id: row.id.into(),
        name: row.name,
    });
    Ok(reviewers.collect())
}
