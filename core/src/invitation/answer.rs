//! Opening and declining an invitation by its link.

use super::{Event, Invitation, Kind, State, manage::closed};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    invitation,
    organization::{Organization, Party},
    refusal::Refusal,
    text::Reason,
};

/// Facts for declining an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AnswerFacts<'a> {
    /// The invitation.
    pub invitation: &'a Invitation,
    /// The number of the link that was presented.
    pub link: u32,
    /// The organization that the person is signed in for.
    pub organization: &'a Organization,
    /// The organization the invitation is addressed to, for naming it in a refusal.
    pub addressee: Option<&'a Party>,
}

/// Decides whether this link can still be answered. The end states are told apart (rule 3), for every link of the
/// invitation: an invitation accepted by its newest link is accepted for the older ones too. A replaced link is
/// reported as replaced even after the invitation has expired.
///
/// # Errors
/// [`invitation::Refusal::LinkReplaced`], [`invitation::Refusal::InvitationExpired`],
/// [`invitation::Refusal::InvitationAccepted`],
/// [`invitation::Refusal::InvitationDeclined`], [`invitation::Refusal::InvitationCanceled`] or
/// [`invitation::Refusal::InvitationNotSent`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::invitation::{Kind, VALIDITY, check_link};
/// let provider = provider();
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, None);
/// assert!(check_link(&sent, 1, day(2)).is_ok());
/// assert_eq!(check_link(&sent, 0, day(2)).unwrap_err().code(), "link_replaced");
/// // Expiry counts even when no job has written it down.
/// assert_eq!(check_link(&sent, 1, day(1) + VALIDITY).unwrap_err().code(), "invitation_expired");
/// ```
pub fn check_link(invitation: &Invitation, link: u32, now: Timestamp) -> Result<(), Refusal> {
    match (closed(invitation, now), invitation.link_made) {
        // An invitation that was answered or taken back is over for every link, old and new.
        (Some(refusal), _) if !is_expiry(&refusal) => Err(refusal),
        (_, Some(at)) if link != invitation.link => {
            Err(invitation::Refusal::LinkReplaced { at }.into())
        }
        (Some(refusal), _) => Err(refusal),
        (None, _) => Ok(()),
    }
}

const fn is_expiry(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Invitation(invitation::Refusal::InvitationExpired { .. })
    )
}

/// Opens an invitation: a user signed in with the link, or chose to continue. Opening it again is no event.
///
/// # Errors
/// As [`check_link`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, invitation::{Event, Invitation, Kind, open}};
/// let provider = provider();
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, None);
/// let events = open(&sent, 1, day(2))?;
/// assert_eq!(events, [Event::Opened { at: day(2) }]);
/// let opened = Invitation::evolve(sent.id, Some(sent), &events[0]).unwrap();
/// assert!(open(&opened, 1, day(3))?.is_empty());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn open(invitation: &Invitation, link: u32, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    check_link(invitation, link, now)?;
    Ok(match invitation.state {
        State::Sent { .. } => vec![Event::Opened { at: now }],
        _ => Vec::new(),
    })
}

/// Declines an invitation, with or without a reason. Any user who could accept it may decline it, even if the
/// organization lacks the capability or the agreement that accepting would need.
///
/// # Errors
/// As [`check_link`]; [`invitation::Refusal::AddressedToAnother`]; [`Itself`](crate::access::Refusal::Itself) for the
/// partners that ask; [`RoleMissing`](crate::access::Refusal::RoleMissing).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::{AnswerFacts, Kind, decline}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, Some(reseller.id));
/// let facts = AnswerFacts { invitation: &sent, link: 1, organization: &reseller, addressee: Some(&reseller.party()) };
/// assert!(decline(facts, None, &actor(&reseller, Role::GlobalAdmin), day(2)).is_ok());
/// assert_eq!(decline(facts, None, &actor(&reseller, Role::AdminAgent), day(2)).unwrap_err().code(), "role_missing");
/// ```
pub fn decline(
    facts: AnswerFacts<'_>,
    reason: Option<Reason>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    check_link(facts.invitation, facts.link, now)?;
    addressed(facts.invitation, facts.organization, facts.addressee)?;
    let asks = facts
        .invitation
        .kind
        .partners()
        .iter()
        .any(|(partner, _)| *partner == facts.organization.id);
    if asks || facts.invitation.inviter == facts.organization.id {
        return Err(access::Refusal::Itself.into());
    }
    access::authorize_role(facts.organization, actor, answering(facts.invitation.kind))?;
    Ok(vec![Event::Declined {
        organization: facts.organization.id,
        reason,
        at: now,
        by: actor.user,
    }])
}

/// The action of answering an invitation of this kind.
pub(super) const fn answering(kind: Kind) -> Action {
    match kind {
        Kind::Partnership { .. } => Action::AcceptPartnership,
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => Action::AcceptRelationship,
    }
}

/// Checks that an invitation addressed to a known organization is answered by that one only.
pub(super) fn addressed(
    invitation: &Invitation,
    organization: &Organization,
    addressee: Option<&Party>,
) -> Result<(), Refusal> {
    match (invitation.addressee, addressee) {
        (Some(id), Some(party)) if id != organization.id => {
            Err(invitation::Refusal::AddressedToAnother {
                addressee: party.clone(),
                signed_in: organization.party(),
            }
            .into())
        }
        (Some(id), None) if id != organization.id => Err(access::role_missing(
            organization,
            answering(invitation.kind),
        )),
        _ => Ok(()),
    }
}
