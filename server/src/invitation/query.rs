//! Invitations, for their senders.

pub(crate) mod link;

mod list;
mod place;

use tierline_app::{
    error::PortalError,
    invitation::model::{InvitationPage, NewInvitationPage},
    partnership::model::{Among, Finding},
    portal::PortalResult,
};
use tierline_core::{
    access::{self, Action},
    actor::Actor,
    ids::{InvitationId, OrganizationId},
    invitation::{Pace, State, may_know, may_send_now, readiness},
    organization::{Organization, Party},
};

pub(crate) use list::{LISTS, kinds, open};
pub(crate) use place::place;

use crate::{
    activity::query::{self as timeline, Reader},
    invitation::{facts::Managing, store as invitation_store},
    mark,
    organization::{query as load, query::failed},
    partnership::query::{Choosing, choices},
    pipeline::Read,
    relationship,
    store::Hold,
};

/// The data for beginning an invitation, from a customer's page or from scratch.
pub(crate) async fn new_invitation(
    read: &mut Read,
    customer: Option<OrganizationId>,
    providers: Finding,
) -> PortalResult<NewInvitationPage> {
    let now = read.now();
    let actor = read.actor()?;
    let organization = load::organization(read, actor.organization).await?;
    if !organization.capabilities.is_partner() {
        return Err(PortalError::NotFound);
    }
    access::authorize_own(&organization, &actor, Action::ManageInvitation)?;
    let customer = match customer {
        Some(id) => Some(reach(read, &organization, &actor, id).await?),
        None => None,
    };
    let choosing = Choosing {
        organization: organization.id,
        among: Among::Providers,
        customer: None,
    };
    Ok(NewInvitationPage {
        user_name: load::user_name(read.db(), actor.user.into_uuid()).await?,
        providers: choices(read.db(), choosing, providers, now).await?,
        organization,
        actor,
        customer,
    })
}

/// A customer that the caller may see, and the address of its admin: the work account, whose domain later tells the
/// addressed organization.
async fn reach(
    read: &mut Read,
    organization: &Organization,
    actor: &Actor,
    id: OrganizationId,
) -> PortalResult<(Party, String)> {
    let profile = load::profile(read, id).await?;
    let known = &profile.organization;
    relationship::reach(read, organization, actor, known, Action::ViewCustomers).await?;
    let admin = sqlx::query_scalar!(
        "select u.email from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and 'global_admin' = any(m.roles) and u.blocked_at is null and m.blocked_at is null
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
    let organization = load::organization(read, actor.organization).await?;
    access::authorize_own(&organization, &actor, Action::ViewPartners)?;
    let known = (read.now(), Hold::Free);
    let Managing { invitation, asking } =
        Managing::load(read.db(), organization.id, id, None, known).await?;
    let invitation = invitation.value;
    may_know(&invitation, &organization, &actor).map_err(|_| PortalError::NotFound)?;
    let pace = Pace::from(&read.settings().await?);
    let pace = invitation_store::pace(read.db(), &invitation, pace, known)
        .await
        .map_err(failed)?;
    let pace = may_send_now(&invitation, pace, read.now());
    let addressee = match (&invitation.state, invitation.addressee) {
        // Its recipient's organization may have come to exist since: sending goes by that.
        (State::Draft, _) => asking.addressee,
        (_, Some(id)) => Some(load::organization(read, id).await?),
        (_, None) => None,
    };
    let reader = Reader::of(&organization, &actor, read.now());
    Ok(InvitationPage {
        pace,
        checks: readiness(&organization, addressee.as_ref(), invitation.kind),
        addressee: addressee.map(|addressee| addressee.party()),
        provider: asking.provider.map(|(provider, _)| provider.party()),
        message_mark: mark::of(&invitation.message).map_err(failed)?,
        link: None,
        timeline: timeline::of_objects(read.db(), &reader, &[id.into_uuid()]).await?,
        organization,
        actor,
        invitation,
    })
}
