//! Loading whole objects by their keys.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    organization::model::{OwnProfile, Requirement},
    portal::PortalResult,
};
use tierline_core::{
    Timestamp,
    access::{self, Action},
    enrollment::Enrollment,
    ids::OrganizationId,
    organization::{Capabilities, Organization, Party, RequiredOf, SignedAgreement},
    role::{Role, RoleSet},
};
use uuid::Uuid;

pub(crate) use crate::fault::failed;
use crate::{mark, organization::store::stands, pipeline::Read};

/// An organization with stored facts beyond those that the rules need.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub organization: Organization,
    pub contact: Option<String>,
    pub address: Vec<String>,
    pub created: Timestamp,
}

/// The organizations with these ids, in no particular order.
pub(crate) async fn profiles(db: &mut PgConnection, ids: &[Uuid]) -> PortalResult<Vec<Profile>> {
    let rows = sqlx::query!(
        r#"select id, name, domain, country, capabilities as "capabilities: Json<Capabilities>",
              agreement as "agreement: Json<SignedAgreement>", mpn, second_factor, contact, address,
              created_at,
              (select e.body from enrollment e where e.organization_id = organization.id
                 and e.suspends_at <= program_time()) as "lapsed: Json<Enrollment>"
           from organization where id = any($1)"#,
        ids
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let profiles = rows.into_iter().map(|row| {
        let organization = Organization {
            id: OrganizationId::from_uuid(row.id),
            name: row.name.parse().map_err(failed)?,
            domain: row.domain.parse().map_err(failed)?,
            country: row.country.parse().map_err(failed)?,
            capabilities: row.capabilities.0,
            agreement: row.agreement.map(|agreement| agreement.0),
            mpn: row
                .mpn
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(failed)?,
            second_factor: row.second_factor.parse().map_err(failed)?,
        };
        Ok(Profile {
            organization: stands(organization, row.lapsed),
            contact: row.contact,
            address: row.address,
            created: row.created_at,
        })
    });
    profiles.collect()
}

/// One organization.
pub(crate) async fn profile(db: &mut PgConnection, id: OrganizationId) -> PortalResult<Profile> {
    profiles(db, &[id.into_uuid()])
        .await?
        .pop()
        .ok_or(PortalError::NotFound)
}

/// One organization, in the form the rules need.
pub(crate) async fn organization(
    db: &mut PgConnection,
    id: OrganizationId,
) -> PortalResult<Organization> {
    Ok(profile(db, id).await?.organization)
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

/// The own organization's profile, for all of its users.
pub(crate) async fn own_profile(read: &mut Read) -> PortalResult<OwnProfile> {
    let actor = read.actor()?;
    let own = profile(read.db(), actor.organization).await?;
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
    let own = organization(read.db(), actor.organization).await?;
    access::authorize_own(&own, &actor, Action::RequireSecondFactor)?;
    let strict = own.second_factor.max(minimum);
    Ok(Requirement {
        required_of: own.second_factor,
        minimum,
        without: without_factor(read.db(), own.id, strict).await?,
        mark: mark::of(&own.second_factor).map_err(failed)?,
    })
}

/// The number of users concerned who have no second factor. Counted by roles, of which there are few combinations: core
/// says which of them are concerned.
async fn without_factor(
    db: &mut PgConnection,
    organization: OrganizationId,
    required_of: RequiredOf,
) -> PortalResult<u64> {
    let rows = sqlx::query!(
        r#"select m.roles, count(*) as "users!" from membership m join app_user u on u.id = m.user_id
           where m.organization_id = $1 and u.blocked_at is null and m.blocked_at is null and not u.has_second_factor group by m.roles"#,
        organization.as_uuid(),
    )
    .fetch_all(db)
    .await
    .map_err(failed)?;
    let concerned = rows.into_iter().filter(|row| {
        let roles = row
            .roles
            .iter()
            .filter_map(|name| name.parse::<Role>().ok());
        required_of.includes(roles.collect::<RoleSet>())
    });
    Ok(concerned
        .map(|row| u64::try_from(row.users).unwrap_or_default())
        .sum())
}
