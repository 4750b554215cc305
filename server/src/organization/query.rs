//! Loading whole objects by their keys.

use std::collections::HashMap;

use serde::Deserialize;
use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    organization::model::{OwnProfile, Requirement, UnderReview},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    ids::OrganizationId,
    organization::{AccountReview, Organization, Party, RequiredOf},
    role::{Role, RoleSet},
};
use uuid::Uuid;

pub(crate) use crate::fault::failed;
use crate::{mark, organization::store, pipeline::Read};

/// An organization with stored facts beyond those that the rules need.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub organization: Organization,
    pub contact: Option<String>,
    pub address: Vec<String>,
    pub created: Timestamp,
}

/// The organizations with these ids, in no particular order, with the agreements that count at this moment.
pub(crate) async fn profiles(
    db: &mut PgConnection,
    ids: &[Uuid],
    now: Timestamp,
) -> PortalResult<Vec<Profile>> {
    let recorded = store::recorded(&mut *db, ids, now).await.map_err(failed)?;
    let rows = store::kept(&mut *db, ids).await.map_err(failed)?;
    let mut beside: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let profiles = recorded.into_iter().filter_map(|recorded| {
        let organization = recorded.at(now);
        let row = beside.remove(organization.id.as_uuid())?;
        Some(Profile {
            organization,
            contact: row.contact,
            address: row.address,
            created: row.created_at,
        })
    });
    Ok(profiles.collect())
}

/// One organization, for the reader of a page.
pub(crate) async fn profile(read: &mut Read, id: OrganizationId) -> PortalResult<Profile> {
    let now = read.now();
    profiles(read.db(), &[id.into_uuid()], now)
        .await?
        .pop()
        .ok_or(PortalError::NotFound)
}

/// One organization, in the form the rules need, for the reader of a page.
pub(crate) async fn organization(
    read: &mut Read,
    id: OrganizationId,
) -> PortalResult<Organization> {
    let now = read.now();
    organization_at(read.db(), id, now).await
}

/// One organization, in the form the rules need, as it stands at this moment.
pub(crate) async fn organization_at(
    db: &mut PgConnection,
    id: OrganizationId,
    now: Timestamp,
) -> PortalResult<Organization> {
    let mut found = store::recorded(db, &[id.into_uuid()], now)
        .await
        .map_err(failed)?;
    let recorded = found.pop().ok_or(PortalError::NotFound)?;
    Ok(recorded.at(now))
}

/// The names of organizations, by id.
pub(crate) async fn parties(
    db: &mut PgConnection,
    ids: &[OrganizationId],
) -> PortalResult<HashMap<OrganizationId, Party>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.into_uuid()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!("select id, name from organization where id = any($1)", &ids)
        .fetch_all(&mut *db)
        .await
        .map_err(failed)?;
    rows.into_iter()
        .map(|row| party(row.id, &row.name).map(|party| (party.id, party)))
        .collect()
}

/// The party with this id, if there is such an organization.
pub(crate) async fn party_of(
    db: &mut PgConnection,
    id: Option<OrganizationId>,
) -> PortalResult<Option<Party>> {
    let Some(id) = id else { return Ok(None) };
    Ok(parties(db, &[id]).await?.remove(&id))
}

/// A party from a stored id and name.
pub(crate) fn party(id: Uuid, name: &str) -> PortalResult<Party> {
    Ok(Party {
        id: OrganizationId::from_uuid(id),
        name: name.parse().map_err(failed)?,
    })
}

/// The name of a user.
pub(crate) async fn user_name(db: &mut PgConnection, user: Uuid) -> PortalResult<String> {
    let name = sqlx::query_scalar!("select name from app_user where id = $1", user)
        .fetch_optional(&mut *db)
        .await
        .map_err(failed)?;
    Ok(name.unwrap_or_default())
}

/// The review of this customer's account, as it is shown to whoever knows of it.
pub(crate) async fn under_review(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> PortalResult<Option<UnderReview>> {
    let review = store::account_review(db, customer).await;
    Ok(review.map_err(failed)?.as_ref().map(reviewed))
}

/// The same of one that is known. Who of the operator began it is nobody else's.
pub(crate) fn reviewed(review: &AccountReview) -> UnderReview {
    UnderReview {
        since: review.since,
        reason: review.reason.to_string(),
    }
}

/// The own organization's profile, for all of its users.
pub(crate) async fn own_profile(read: &mut Read) -> PortalResult<OwnProfile> {
    let actor = read.actor()?;
    let own = profile(read, actor.organization).await?;
    access::authorize_own(&own.organization, &actor, Action::ViewOwn)?;
    Ok(OwnProfile {
        organization: own.organization,
        address: own.address,
        contact: own.contact,
        since: own.created,
    })
}

/// Of whom the own organization requires a second factor, and how many of them have none.
pub(crate) async fn requirement(read: &mut Read) -> PortalResult<Requirement> {
    let (actor, minimum) = (read.actor()?, read.state.config.second_factor);
    let own = organization(read, actor.organization).await?;
    access::authorize_own(&own, &actor, Action::RequireSecondFactor)?;
    let strict = own.second_factor.or(minimum);
    Ok(Requirement {
        required_of: own.second_factor,
        minimum,
        without: without_factor(read.db(), own.id, strict).await?,
        mark: mark::of(&own.second_factor).map_err(failed)?,
    })
}

/// The number of users concerned who have no second factor.
async fn without_factor(
    db: &mut PgConnection,
    organization: OrganizationId,
    required_of: RequiredOf,
) -> PortalResult<u64> {
    let rows = sqlx::query_as!(
        WithoutFactor,
        r#"select m.roles, count(*) as "users!" from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and u.blocked_at is null and m.blocked_at is null and not u.has_second_factor group by m.roles"#,
        organization.as_uuid(),
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    Ok(WithoutFactor::concerned(rows, required_of))
}

/// Users without a second factor, counted by their roles, of which there are few combinations: core says which of them
/// are concerned.
#[derive(Debug, Deserialize)]
pub(crate) struct WithoutFactor {
    roles: Vec<String>,
    users: i64,
}

impl WithoutFactor {
    /// How many of them it is required of.
    pub(crate) fn concerned(
        all: impl IntoIterator<Item = WithoutFactor>,
        required_of: RequiredOf,
    ) -> u64 {
        let concerned = all.into_iter().filter(|it| {
            let roles = it.roles.iter();
            let roles = roles.filter_map(|name| name.parse::<Role>().ok());
            required_of.includes(roles.collect::<RoleSet>())
        });
        concerned.map(|it| it.users.unsigned_abs()).sum()
    }
}
