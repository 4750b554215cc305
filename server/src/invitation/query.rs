//! Invitations, for those who send them.

pub(crate) mod link;

mod list;

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    invitation::model::{InvitationPage, NewInvitationPage},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action, CustomerFacts},
    actor::Actor,
    ids::{InvitationId, OrganizationId},
    invitation::{Invitation, Kind, readiness},
    organization::{Organization, Party},
};

pub(crate) use list::{file, invitations};

use crate::{
    activity::query as timeline,
    mark,
    organization::{query as load, query::failed},
    partnership::query as partner,
    pipeline::Read,
};

/// What is needed to begin an invitation, from a customer's page or from nothing.
pub(crate) async fn new_invitation(
    read: &mut Read,
    customer: Option<OrganizationId>,
) -> PortalResult<NewInvitationPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ManageInvitation)?;
    let customer = match customer {
        Some(id) => Some(reach(read, &organization, &actor, id).await?),
        None => None,
    };
    let choices = partner::choices(read.db(), organization.id, Some(now)).await?;
    Ok(NewInvitationPage {
        user_name: load::user_name(read.db(), actor.user.into_uuid()).await?,
        providers: partner::as_reseller(organization.id, choices).collect(),
        organization,
        actor,
        customer,
    })
}

/// A customer that the caller may see, and where to reach its admin: by the work account, whose domain tells later
/// whom the invitation is addressed to.
async fn reach(
    read: &mut Read,
    organization: &Organization,
    actor: &Actor,
    id: OrganizationId,
) -> PortalResult<(Party, String)> {
    let profile = load::profile(read.db(), id).await?;
    // Without one there is no customer; the own organization has none with itself.
    let Some(relationship) = load::relationship_of(read.db(), organization.id, id).await? else {
        return Err(PortalError::NotFound);
    };
    let facts = CustomerFacts {
        organization,
        customer: &profile.organization,
        relationship: Some(&relationship),
        providers: &[],
    };
    let seen = access::authorize_on_customer(facts, actor, Action::ViewCustomers);
    crate::pipeline::visible(seen)?;
    let admin = sqlx::query_scalar!(
        "select u.email from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and 'global_admin' = any(m.roles) and u.blocked_at is null
         order by u.created_at, u.id limit 1",
        id.into_uuid(),
    )
    .fetch_optional(read.db())
    .await
    .map_err(failed)?;
    Ok((
        profile.organization.party(),
        admin.or(profile.contact).unwrap_or_default(),
    ))
}

/// An invitation of the signed-in partner.
pub(crate) async fn invitation(read: &mut Read, id: InvitationId) -> PortalResult<InvitationPage> {
    let actor = read.actor()?;
    let organization = load::organization(read.db(), actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let invitation = own(read.db(), organization.id, id).await?;
    let addressee = match invitation.addressee {
        Some(id) => Some(load::organization(read.db(), id).await?),
        None => None,
    };
    let provider = match invitation.kind {
        Kind::JointRelationship { provider, .. } => Some(provider),
        Kind::Partnership { .. } | Kind::Relationship { .. } => None,
    };
    Ok(InvitationPage {
        checks: readiness(&organization, addressee.as_ref(), invitation.kind),
        addressee: addressee.map(|addressee| addressee.party()),
        provider: load::party_of(read.db(), provider).await?,
        message_mark: mark::of(&invitation.message).map_err(failed)?,
        link: None,
        timeline: timeline::of_objects(read.db(), organization.id, &[id.into_uuid()], None).await?,
        organization,
        actor,
        invitation,
    })
}

async fn own(
    db: &mut PgConnection,
    inviter: OrganizationId,
    id: InvitationId,
) -> PortalResult<Invitation> {
    let body = sqlx::query_scalar!(
        r#"select body as "body: Json<Invitation>" from invitation where organization_id = $1 and id = $2"#,
        inviter.into_uuid(),
        id.into_uuid(),
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed)?;
    Ok(body.ok_or(PortalError::NotFound)?.0)
}
