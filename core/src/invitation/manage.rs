//! The inviter's commands on an invitation: edit, send, resend, cancel; and its expiry.

use super::{
    Delivery, DraftFacts, Event, Invitation, Kind, Message, PaceFacts, State, Status, VALIDITY,
    draft, may_send_now,
};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::OrganizationId,
    invitation,
    organization::Organization,
    refusal::Refusal,
};

/// Facts for managing an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ManageFacts<'a> {
    /// The invitation.
    pub invitation: &'a Invitation,
    /// Inviter, provider, addressee and duplicates, as for a new draft. The invitation itself is no duplicate.
    pub draft: DraftFacts<'a>,
    /// What the inviter has sent lately.
    pub pace: PaceFacts,
}

/// A command of the inviter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Change recipient or text before sending.
    Edit {
        /// The new recipient and text.
        message: Message,
        /// The organization to which the recipient's domain belongs, if any.
        addressee: Option<OrganizationId>,
    },
    /// Send a draft.
    Send {
        /// The way it is sent.
        delivery: Delivery,
    },
    /// Send again with a new link; the old link is replaced, and the validity starts over.
    Resend {
        /// The way it is sent.
        delivery: Delivery,
    },
    /// Take it back.
    Cancel,
}

/// Whether a user of the inviter may know of this invitation. Requests to customers are for those in whose reach the
/// customer will be; requests to resellers are for everybody with the role.
///
/// # Errors
/// [`OutOfReach`](access::Refusal::OutOfReach).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{actor::Actor, invitation::{Kind, may_know}, reach::{GroupSet, Reach}, relationship::Side, role::Role};
/// let provider = provider();
/// let narrowed = Actor { customers: Reach::Groups(GroupSet::of([id(1)])?), ..actor(&provider, Role::SalesAgent) };
/// let to_reseller = invitation(&provider, Kind::Partnership { provider: provider.id }, None);
/// assert!(may_know(&to_reseller, &provider, &narrowed).is_ok());
///
/// let to_customer = invitation(&provider, Kind::Relationship { partner: provider.id, side: Side::IndirectProvider }, None);
/// assert_eq!(may_know(&to_customer, &provider, &narrowed).unwrap_err().code(), "out_of_reach");
/// # Ok::<(), tierline_core::reach::TooMany>(())
/// ```
pub fn may_know(
    invitation: &Invitation,
    inviter: &Organization,
    actor: &Actor,
) -> Result<(), Refusal> {
    match invitation.kind {
        Kind::Partnership { .. } => Ok(()),
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => {
            Ok(access::within(inviter, actor, invitation.groups.iter())?)
        }
    }
}

/// Decides a command of the inviter. Any user of the inviting organization with the role may do this, whoever drafted
/// it.
///
/// Taking an invitation back needs only the role: an inviter that has lost its capability can still do it. The text is
/// fixed once it is sent; resending sends the same text with another link.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing); a command that the [state](crate::invitation#states) does not
/// allow, as [`invitation::Refusal::InvitationAlreadySent`], [`invitation::Refusal::InvitationNotSent`] or the end that
/// it has reached; for editing and sending, also as [`draft()`](crate::invitation::draft());
/// for sending, also as [`may_send_now`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::{Command, Delivery, DraftFacts, Event, Kind, ManageFacts, PaceFacts, decide}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, Some(reseller.id));
/// let draft = DraftFacts {
///     inviter: &provider,
///     provider: None,
///     addressee: Some(&reseller),
///     partnership_with_addressee: None,
///     open_duplicate: None,
/// };
/// let facts = ManageFacts { invitation: &sent, draft, pace: PaceFacts::default() };
/// let agent = actor(&provider, Role::SalesAgent);
///
/// // Sending again makes link number 2; number 1 is replaced.
/// let events = decide(facts, &Command::Resend { delivery: Delivery::Portal }, &agent, day(5))?;
/// assert!(matches!(events[..], [Event::Sent { link: 2, .. }]));
/// let refusal = decide(facts, &Command::Send { delivery: Delivery::Portal }, &agent, day(5)).unwrap_err();
/// assert_eq!(refusal.code(), "invitation_already_sent");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: ManageFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let invitation = facts.invitation;
    access::authorize_own(facts.draft.inviter, actor, Action::ManageInvitation)?;
    if invitation.inviter != actor.organization {
        return Err(access::role_missing(
            facts.draft.inviter,
            Action::ManageInvitation,
        ));
    }
    may_know(invitation, facts.draft.inviter, actor)?;
    let status = invitation.status(now);
    match command {
        Command::Edit { message, addressee } => {
            if status != Status::Draft {
                return Err(invitation::Refusal::InvitationAlreadySent.into());
            }
            draft::check(&facts.draft, invitation.kind, actor, now)?;
            draft::check_message(message)?;
            Ok(vec![Event::Edited {
                addressee: *addressee,
                message: message.clone(),
                at: now,
                by: actor.user,
            }])
        }
        Command::Send { delivery } => {
            if status != Status::Draft {
                return Err(invitation::Refusal::InvitationAlreadySent.into());
            }
            send(&facts, *delivery, actor, now)
        }
        Command::Resend { delivery } => match status {
            Status::Sent | Status::Opened | Status::Expired => send(&facts, *delivery, actor, now),
            _ => {
                Err(closed(invitation, now)
                    .unwrap_or(invitation::Refusal::InvitationNotSent.into()))
            }
        },
        Command::Cancel => {
            match status {
                Status::Draft | Status::Sent | Status::Opened => Ok(vec![Event::Canceled {
                    at: now,
                    by: actor.user,
                }]),
                _ => Err(closed(invitation, now)
                    .unwrap_or(invitation::Refusal::InvitationNotSent.into())),
            }
        }
    }
}

fn send(
    facts: &ManageFacts<'_>,
    delivery: Delivery,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    draft::check(&facts.draft, facts.invitation.kind, actor, now)?;
    draft::check_message(&facts.invitation.message)?;
    if let Some(invitation) = facts.draft.open_duplicate {
        return Err(invitation::Refusal::AlreadyInvited { invitation }.into());
    }
    may_send_now(facts.invitation, facts.pace, now)?;
    Ok(vec![Event::Sent {
        link: facts.invitation.link + 1,
        delivery,
        expires: now + VALIDITY,
        at: now,
        by: actor.user,
    }])
}

/// The reason why an invitation can no longer be answered, if there is one.
pub(super) fn closed(invitation: &Invitation, now: Timestamp) -> Option<Refusal> {
    match &invitation.state {
        State::Draft => Some(invitation::Refusal::InvitationNotSent.into()),
        State::Sent { expires, .. } | State::Opened { expires, .. } if *expires <= now => {
            Some(invitation::Refusal::InvitationExpired { at: *expires }.into())
        }
        State::Sent { .. } | State::Opened { .. } => None,
        State::Accepted { at, .. } => {
            Some(invitation::Refusal::InvitationAccepted { at: *at }.into())
        }
        State::Declined { at, .. } => {
            Some(invitation::Refusal::InvitationDeclined { at: *at }.into())
        }
        State::Canceled { at, .. } => {
            Some(invitation::Refusal::InvitationCanceled { at: *at }.into())
        }
        State::Expired { at } => Some(invitation::Refusal::InvitationExpired { at: *at }.into()),
    }
}

impl Invitation {
    /// The event by which a job records the expiry; none when there is nothing to record.
    ///
    /// ```
    /// use tierline_core::{invitation::{Event, Kind, VALIDITY}, testing::*};
    /// let provider = provider();
    /// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, None);
    /// assert_eq!(sent.lapse(day(2)), None);
    /// let over = day(1) + VALIDITY;
    /// assert_eq!(sent.lapse(over), Some(Event::Expired { at: over }));
    /// ```
    #[must_use]
    pub fn lapse(&self, now: Timestamp) -> Option<Event> {
        match &self.state {
            State::Sent { expires, .. } | State::Opened { expires, .. } if *expires <= now => {
                Some(Event::Expired { at: *expires })
            }
            _ => None,
        }
    }
}
