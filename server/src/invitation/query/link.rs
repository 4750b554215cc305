//! The page behind an invitation's link. Reading it changes nothing, not even a counter.

use sqlx::PgConnection;
use tierline_app::{
    error::PortalError,
    invitation::model::{AskingPartner, GrantedNow, LinkPage},
    portal::PortalResult,
};
use tierline_core::{
    Refusal,
    access::{self, Action},
    actor::Actor,
    customer::may_sign_up,
    ids::{OrganizationId, PartnershipId},
    invitation::{self, Invitation, Kind, LINK_PLACEHOLDER, State, check_link},
    relationship::{GrantSet, Side},
    role::Role,
};

use crate::{
    invitation::{
        facts::{Accepting, Followed},
        store,
        token::TokenHash,
    },
    organization::{
        query as load,
        query::{Profile, failed},
    },
    pipeline::Read,
    store::Hold,
};

/// The page for this token, for anyone who has it.
pub(crate) async fn link(read: &mut Read, token: &str) -> PortalResult<LinkPage> {
    let now = read.now();
    let followed = Followed::link(read.db(), &TokenHash::of(token), Hold::Free).await?;
    let invitation = &followed.invitation.value;
    let asking = asking(read, invitation).await?;
    let reader = match read.actor() {
        Ok(actor) => Some(actor),
        Err(PortalError::SignedOut) => None,
        Err(error) => return Err(error),
    };
    let addressee = load::party_of(read.db(), invitation.addressee).await?;
    let signed_in_for = |id: OrganizationId| reader.is_some_and(|actor| actor.organization == id);
    let accepted_by = match invitation.state {
        State::Accepted { organization, .. } if signed_in_for(organization) => Some(organization),
        _ => None,
    };
    let token_hash = TokenHash::of(token);
    let made_tenant = store::made_tenant(read.db(), token_hash.as_bytes())
        .await
        .map_err(failed)?;
    let mut page = LinkPage {
        kind: invitation.kind,
        partners: asking
            .iter()
            .map(|(profile, side)| partner(profile, *side))
            .collect(),
        text: text(invitation),
        link: crate::invitation::token::invitation_link(&read.state.config.public_url, token),
        expires: invitation.expires(),
        addressee: addressee.filter(|addressee| signed_in_for(addressee.id)),
        open: check_link(invitation, followed.number, now),
        may_sign_up: may_sign_up(invitation, followed.number, made_tenant, now),
        may_accept: None,
        organization: None,
        admins: Vec::new(),
        accepted_by,
        partnership: None,
        granted: None,
    };
    if let Some(actor) = reader {
        let own = actor.organization;
        let accepting = Accepting::load(read.db(), &followed, own, (now, Hold::Free)).await?;
        let may_accept = accepting.ask(&followed, |about| {
            invitation::may_accept(about, &actor, now)
        });
        if let Err(Refusal::Access(access::Refusal::RoleMissing { needs, .. })) = &may_accept {
            page.admins = colleagues(read.db(), own, needs).await?;
        }
        page.may_accept = Some(may_accept);
        if page.accepted_by.is_some() {
            page.partnership = partnership(&accepting, &actor);
            page.granted = granted(&accepting, &actor);
        }
        page.organization = Some(accepting.organization.party());
    }
    Ok(page)
}

/// The partners that ask, each with the side it would take, the inviter first.
async fn asking(
    read: &mut Read,
    invitation: &Invitation,
) -> PortalResult<Vec<(Profile, Option<Side>)>> {
    let asking: Vec<(OrganizationId, Option<Side>)> = match invitation.kind {
        Kind::Partnership { provider } => vec![(provider, None)],
        kind => kind
            .partners()
            .into_iter()
            .map(|(partner, side)| (partner, Some(side)))
            .collect(),
    };
    let mut found = Vec::with_capacity(asking.len());
    for (partner, side) in asking {
        found.push((load::profile(read, partner).await?, side));
    }
    Ok(found)
}

fn partner(profile: &Profile, side: Option<Side>) -> AskingPartner {
    AskingPartner {
        party: profile.organization.party(),
        country: profile.organization.country,
        known_since: profile.created,
        side,
        asks_for: side.map_or(GrantSet::EMPTY, Side::asks_for),
    }
}

/// The message without its link, which the reader has already followed.
fn text(invitation: &Invitation) -> String {
    let lines = invitation
        .message
        .text
        .as_str()
        .lines()
        .filter(|line| line.trim() != LINK_PLACEHOLDER);
    let text = lines
        .map(|line| line.replace(LINK_PLACEHOLDER, ""))
        .collect::<Vec<_>>()
        .join("\n");
    text.replace("\n\n\n", "\n\n").trim().to_owned()
}

/// The partnership with the asking provider, for a reader who may see partners.
fn partnership(accepting: &Accepting, actor: &Actor) -> Option<PartnershipId> {
    let own = &accepting.organization;
    access::authorize_own(own, actor, Action::ViewPartners).ok()?;
    let found = accepting.partners.first()?.partnership.as_ref()?;
    (found.reseller == own.id).then_some(found.id)
}

/// The asking partners that may act for this customer now, by name, for a reader who may see them.
fn granted(accepting: &Accepting, actor: &Actor) -> Option<Vec<GrantedNow>> {
    let own = &accepting.organization;
    own.capabilities.customer?;
    access::authorize_own(own, actor, Action::ViewGrants).ok()?;
    let mut granted: Vec<_> = accepting
        .partners
        .iter()
        .filter_map(|tied| {
            let relationship = tied.relationship.as_ref()?;
            let is_ours = relationship.customer == own.id;
            (is_ours && relationship.is_active()).then(|| GrantedNow {
                partner: tied.partner.party(),
                grants: relationship.grants.set(),
            })
        })
        .collect();
    granted.sort_by(|a, b| a.partner.name.as_str().cmp(b.partner.name.as_str()));
    Some(granted)
}

/// The most colleagues that are named to somebody.
const TOLD: i64 = 20;

/// The first users of an organization by name that have one of these roles, for a colleague who has none of them.
async fn colleagues(
    db: &mut PgConnection,
    organization: OrganizationId,
    roles: &[Role],
) -> PortalResult<Vec<String>> {
    let roles: Vec<String> = roles.iter().map(|role| role.code().to_owned()).collect();
    sqlx::query_scalar!(
        "select u.name from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and m.roles && $3 and u.blocked_at is null and m.blocked_at is null
         order by u.name, u.id limit $2",
        organization.into_uuid(),
        TOLD,
        &roles,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)
}
