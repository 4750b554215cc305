//! What an invitation's link opens. Reading it changes nothing: not the invitation, not a counter, nothing.

use sqlx::{PgConnection, types::Json};
use tierline_app::{
    error::PortalError,
    invitation::model::{AskingPartner, GrantedNow, LinkPage},
    portal::PortalResult,
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::{OrganizationId, PartnershipId},
    invitation::{self, AcceptFacts, Invitation, Kind, LINK_PLACEHOLDER, Pair, State, check_link},
    organization::{Organization, Party},
    partnership::Partnership,
    relationship::{GrantSet, Relationship, Side},
    role::Role,
};

use crate::{
    invitation::token::TokenHash,
    organization::{
        query as load,
        query::{Profile, failed},
    },
    pipeline::Read,
};

/// What this token opens, for anyone who has it.
pub(crate) async fn link(read: &mut Read, token: &str) -> PortalResult<LinkPage> {
    let now = read.now();
    let (invitation, number) = presented(read.db(), token).await?;
    let asking = asking(read.db(), &invitation).await?;
    let reader = match read.actor() {
        Ok(actor) => Some((
            load::organization(read.db(), actor.organization).await?,
            actor,
        )),
        Err(PortalError::SignedOut) => None,
        Err(error) => return Err(error),
    };
    let addressee = load::party_of(read.db(), invitation.addressee).await?;
    let signed_in_for = |id: OrganizationId| {
        reader
            .as_ref()
            .is_some_and(|(organization, _)| organization.id == id)
    };
    let accepted_by = match invitation.state {
        State::Accepted { organization, .. } if signed_in_for(organization) => Some(organization),
        _ => None,
    };
    let mut page = LinkPage {
        kind: invitation.kind,
        partners: asking
            .iter()
            .map(|(profile, side)| partner(profile, *side))
            .collect(),
        text: text(&invitation),
        link: crate::invitation::token::invitation_link(&read.state.config, token),
        expires: invitation.expires(),
        addressee: addressee
            .clone()
            .filter(|addressee| signed_in_for(addressee.id)),
        open: check_link(&invitation, number, now),
        may_accept: None,
        organization: None,
        admins: Vec::new(),
        accepted_by,
        partnership: None,
        granted: None,
    };
    if let Some((organization, actor)) = &reader {
        let partners: Vec<&Organization> = asking
            .iter()
            .map(|(profile, _)| &profile.organization)
            .collect();
        let ties = Ties::load(read.db(), organization.id, &partners).await?;
        let presented = Presented {
            invitation: &invitation,
            number,
            addressee: addressee.as_ref(),
        };
        page.may_accept = Some(rehearse(
            presented,
            organization,
            &partners,
            &ties,
            actor,
            now,
        ));
        if !actor.roles.contains(Role::GlobalAdmin) {
            page.admins = admins(read.db(), organization.id).await?;
        }
        if page.accepted_by.is_some() {
            page.partnership = ties.partnership(organization, actor);
            page.granted = ties.granted(organization, actor, &partners);
        }
        page.organization = Some(organization.party());
    }
    Ok(page)
}

/// The invitation of this token, and which of its links it is. Tokens are stored hashed.
async fn presented(db: &mut PgConnection, token: &str) -> PortalResult<(Invitation, u32)> {
    let hash = TokenHash::of(token);
    let row = sqlx::query!(
        r#"select l.number, i.body as "body: Json<Invitation>"
           from invitation_link l
           join invitation i on i.organization_id = l.organization_id and i.id = l.invitation_id
           where l.token_hash = $1"#,
        hash.as_bytes(),
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed)?
    .ok_or(PortalError::NotFound)?;
    Ok((row.body.0, u32::try_from(row.number).map_err(failed)?))
}

/// The partners that ask, each with the side it would take, the inviter first.
async fn asking(
    db: &mut PgConnection,
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
        found.push((load::profile(db, partner).await?, side));
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

/// The message without its link: who reads it here has followed that already.
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

/// What already ties the asking partners to the organization that would accept, and to each other.
struct Ties {
    of: Vec<(Option<Partnership>, Option<Relationship>)>,
    of_the_two: Option<Partnership>,
}

impl Ties {
    async fn load(
        db: &mut PgConnection,
        organization: OrganizationId,
        partners: &[&Organization],
    ) -> PortalResult<Ties> {
        let mut of = Vec::with_capacity(partners.len());
        for partner in partners {
            let partnership = load::partnership_between(db, partner.id, organization).await?;
            let mut relationship = load::relationship_of(db, partner.id, organization).await?;
            if !relationship.as_ref().is_some_and(Relationship::is_active) {
                relationship = load::relationship_of(db, organization, partner.id)
                    .await?
                    .or(relationship);
            }
            of.push((partnership, relationship));
        }
        let of_the_two = match partners {
            [reseller, provider] => load::partnership_of(db, provider.id, reseller.id).await?,
            _ => None,
        };
        Ok(Ties { of, of_the_two })
    }

    /// The partnership with who asked, for who may see partners.
    fn partnership(&self, organization: &Organization, actor: &Actor) -> Option<PartnershipId> {
        access::authorize_own(organization, actor, Action::ViewPartners).ok()?;
        let (partnership, _) = self.of.first()?;
        let found = partnership.as_ref()?;
        (found.reseller == organization.id).then_some(found.id)
    }

    /// The partners that may act for this customer now, by name, for who may see them.
    fn granted(
        &self,
        organization: &Organization,
        actor: &Actor,
        partners: &[&Organization],
    ) -> Option<Vec<GrantedNow>> {
        organization.capabilities.customer?;
        access::authorize_own(organization, actor, Action::ViewGrants).ok()?;
        let mut granted: Vec<_> = partners
            .iter()
            .zip(&self.of)
            .filter_map(|(partner, (_, relationship))| {
                let relationship = relationship.as_ref()?;
                let is_ours = relationship.customer == organization.id;
                (is_ours && relationship.is_active()).then(|| GrantedNow {
                    partner: partner.party(),
                    grants: relationship.grants.set(),
                })
            })
            .collect();
        granted.sort_by(|a, b| a.partner.name.as_str().cmp(b.partner.name.as_str()));
        Some(granted)
    }
}

/// An invitation with the link that was presented.
struct Presented<'a> {
    invitation: &'a Invitation,
    number: u32,
    addressee: Option<&'a Party>,
}

/// Would accepting be allowed?
fn rehearse(
    presented: Presented<'_>,
    organization: &Organization,
    partners: &[&Organization],
    ties: &Ties,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let pairs: Vec<Pair<'_>> = partners
        .iter()
        .zip(&ties.of)
        .map(|(partner, (partnership, relationship))| Pair {
            partner,
            partnership: partnership.as_ref(),
            relationship: relationship.as_ref(),
        })
        .collect();
    let facts = AcceptFacts {
        invitation: presented.invitation,
        link: presented.number,
        organization,
        addressee: presented.addressee,
        partners: &pairs,
        partnership: ties.of_the_two.as_ref(),
    };
    invitation::may_accept(facts, actor, now)
}

/// The global admins of an organization by name, for a colleague who needs one.
async fn admins(db: &mut PgConnection, organization: OrganizationId) -> PortalResult<Vec<String>> {
    sqlx::query_scalar!(
        "select u.name from membership m join app_user u on u.id = m.user_id
         where m.organization_id = $1 and 'global_admin' = any(m.roles) and u.blocked_at is null
         order by u.name, u.id",
        organization.into_uuid(),
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)
}
