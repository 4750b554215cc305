//! Drafting an invitation.

use super::{Event, Kind, LINK_PLACEHOLDER, Message};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::InvitationId,
    invitation,
    organization::{Capability, Organization},
    partnership::{self, Partnership},
    reach::GroupSet,
    refusal::Refusal,
    relationship::{self, Side},
};

/// Facts for drafting or sending an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct DraftFacts<'a> {
    /// The organization that invites; the actor's.
    pub inviter: &'a Organization,
    /// For a joint invitation: the provider and the inviter's partnership with it.
    pub provider: Option<PartnerOf<'a>>,
    /// The organization to which the recipient's domain belongs, if any.
    pub addressee: Option<&'a Organization>,
    /// For a partnership request: the partnership with the addressee, if there ever was one.
    pub partnership_with_addressee: Option<&'a Partnership>,
    /// An open invitation of the same kind from the same inviter to the same recipient.
    pub open_duplicate: Option<InvitationId>,
}

/// Another partner, with the partnership that ties it to the inviter.
#[derive(Clone, Copy, Debug)]
pub struct PartnerOf<'a> {
    /// The other partner.
    pub organization: &'a Organization,
    /// Their partnership, if there ever was one.
    pub partnership: Option<&'a Partnership>,
}

/// Decides whether this invitation may be drafted.
///
/// "On the **Indirect resellers** page, select **Request a partnership**. A draft email message appears" ("Partner with
/// indirect resellers in the CSP program"). A draft promises nothing: the request is checked again when it is sent, and
/// once more when it is accepted. An unknown addressee is checked at acceptance only.
///
/// # Errors
/// A [`Refusal`] that names the missing role, capability, agreement, MPN ID, partnership or region, or the existing
/// open invitation.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::{DraftFacts, Event, Kind, draft}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let facts = DraftFacts {
///     inviter: &provider,
///     provider: None,
///     addressee: Some(&reseller),
///     partnership_with_addressee: None,
///     open_duplicate: None,
/// };
/// let kind = Kind::Partnership { provider: provider.id };
/// let events = draft(facts, kind, &message(), &actor(&provider, Role::SalesAgent), day(1))?;
/// assert!(matches!(events[..], [Event::Drafted { .. }]));
///
/// // "If you don't have permission": a helpdesk agent asks nobody for a partnership.
/// let refusal = draft(facts, kind, &message(), &actor(&provider, Role::HelpdeskAgent), day(1)).unwrap_err();
/// assert_eq!(refusal.code(), "role_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn draft(
    facts: DraftFacts<'_>,
    kind: Kind,
    message: &Message,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    check(&facts, kind, actor, now)?;
    check_message(message)?;
    if let Some(invitation) = facts.open_duplicate {
        return Err(invitation::Refusal::AlreadyInvited { invitation }.into());
    }
    Ok(vec![Event::Drafted {
        inviter: facts.inviter.id,
        kind,
        addressee: facts.addressee.map(|organization| organization.id),
        message: message.clone(),
        groups: match kind {
            // Resellers are no customers.
            Kind::Partnership { .. } => GroupSet::EMPTY,
            Kind::Relationship { .. } | Kind::JointRelationship { .. } => actor.reach().given(),
        },
        at: now,
        by: actor.user,
    }])
}

/// Checks the conditions for drafting an invitation, which apply again when it is sent.
pub(super) fn check(
    facts: &DraftFacts<'_>,
    kind: Kind,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), Refusal> {
    let inviter = facts.inviter;
    match kind {
        Kind::Partnership { provider } => {
            access::authorize_own(inviter, actor, Action::RequestPartnership)?;
            if provider != inviter.id {
                return Err(access::role_missing(inviter, Action::RequestPartnership));
            }
            if let Some(reseller) = facts.addressee {
                check_known_reseller(inviter, reseller, facts.partnership_with_addressee, now)?;
            }
        }
        Kind::Relationship { partner, side } => {
            access::authorize_role(inviter, actor, Action::RequestRelationship)?;
            if partner != inviter.id {
                return Err(access::role_missing(inviter, Action::RequestRelationship));
            }
            if side == Side::DirectBill {
                access::may_gain_direct_customer(inviter)?;
            }
            access::may_transact(inviter, side.capability())?;
            check_known_customer(inviter, facts.addressee)?;
        }
        Kind::JointRelationship { reseller, provider } => {
            access::authorize_own(inviter, actor, Action::InviteForBoth)?;
            if reseller != inviter.id {
                return Err(access::role_missing(inviter, Action::InviteForBoth));
            }
            let Some(other) = facts
                .provider
                .filter(|other| other.organization.id == provider)
            else {
                return Err(access::Refusal::Itself.into());
            };
            if !other
                .partnership
                .is_some_and(|partnership| partnership.is_active(now))
            {
                return Err(partnership::Refusal::NoPartnership {
                    provider: other.organization.party(),
                    reseller: inviter.party(),
                }
                .into());
            }
            access::may_transact(other.organization, Capability::IndirectProvider)?;
            check_known_customer(inviter, facts.addressee)?;
        }
    }
    Ok(())
}

/// The personal link must stay in the text: "be sure to include the link as it is personalized for your account".
///
/// # Errors
/// [`invitation::Refusal::LinkMissingInMessage`].
pub(super) fn check_message(message: &Message) -> Result<(), Refusal> {
    if message.text.as_str().contains(LINK_PLACEHOLDER) {
        Ok(())
    } else {
        Err(invitation::Refusal::LinkMissingInMessage.into())
    }
}

fn check_known_reseller(
    provider: &Organization,
    reseller: &Organization,
    partnership: Option<&Partnership>,
    now: Timestamp,
) -> Result<(), Refusal> {
    if provider.id == reseller.id {
        return Err(access::Refusal::Itself.into());
    }
    access::same_region(provider, reseller)?;
    if partnership.is_some_and(|partnership| partnership.is_active(now)) {
        return Err(partnership::Refusal::PartnershipExists {
            provider: provider.party(),
            reseller: reseller.party(),
        }
        .into());
    }
    Ok(())
}

fn check_known_customer(
    inviter: &Organization,
    customer: Option<&Organization>,
) -> Result<(), Refusal> {
    let Some(customer) = customer else {
        return Ok(());
    };
    if customer.id == inviter.id {
        return Err(access::Refusal::Itself.into());
    }
    if customer.capabilities.is_partner() {
        return Err(relationship::Refusal::PartnerIsNoCustomer {
            organization: customer.party(),
        }
        .into());
    }
    Ok(access::same_region(inviter, customer)?)
}
