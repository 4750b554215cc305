//! The answer to an invitation: by a new account, or by one that exists.

use super::{Event, MemberInvitation, Refusal};
use crate::{
    Timestamp,
    account::{self, Origin, Password, User},
    group::CustomerGroup,
    ids::UserId,
    invitation,
};

/// Facts for accepting an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct JoinFacts<'a> {
    /// The invitation.
    pub invitation: &'a MemberInvitation,
    /// The number of the link that was opened.
    pub link: u32,
    /// The account of the invited address, if there is one.
    pub account: Option<&'a User>,
    /// The groups of customers to which the invitation is narrowed, removed ones among them.
    pub groups: &'a [CustomerGroup],
}

/// Whether the link can be used now.
///
/// # Errors
/// The end that the invitation has reached, or [`LinkReplaced`](crate::invitation::Refusal::LinkReplaced).
///
/// ```
/// use tierline_core::{member::{INVITATION_VALIDITY, check_link}, testing::*};
/// let invitation = member_invitation(&reseller());
/// assert!(check_link(&invitation, 1, day(2)).is_ok());
/// let late = check_link(&invitation, 1, day(1) + INVITATION_VALIDITY).unwrap_err();
/// assert_eq!(late.code(), "invitation_expired");
/// ```
pub fn check_link(
    invitation: &MemberInvitation,
    link: u32,
    now: Timestamp,
) -> Result<(), crate::Refusal> {
    if let Some(refusal) = invitation.closed(now) {
        return Err(refusal);
    }
    if link == invitation.link {
        Ok(())
    } else {
        let at = invitation.link_made;
        Err(invitation::Refusal::LinkReplaced { at }.into())
    }
}

/// Decides whether somebody without an account joins by making one, under the invited address and with a password of
/// their own. Returns the events of the account and of the invitation.
///
/// # Errors
/// As [`check_link`]; [`Refusal::AccountExists`], [`Refusal::InvitedGroupsRemoved`].
///
/// ```
/// use tierline_core::{Evolve as _, account::{Password, User}, member::{JoinFacts, join_as_new}, testing::*};
/// let invitation = member_invitation(&reseller());
/// let facts = JoinFacts { invitation: &invitation, link: 1, account: None, groups: &[] };
/// let (events, _) = join_as_new(facts, id(90), day(2)).unwrap();
/// let mia = User::replay(id(90), &events).unwrap();
/// assert_eq!((mia.user_name, mia.password), (invitation.address.clone(), Password::Own));
/// assert_eq!(mia.roles[&reseller().id], invitation.roles);
/// ```
pub fn join_as_new(
    facts: JoinFacts<'_>,
    user: UserId,
    now: Timestamp,
) -> Result<(Vec<account::Event>, Event), crate::Refusal> {
    let invitation = facts.invitation;
    check_link(invitation, facts.link, now)?;
    if facts.account.is_some() {
        let address = invitation.address.clone();
        return Err(Refusal::AccountExists { address }.into());
    }
    let added = account::Event::Added {
        organization: invitation.organization,
        name: invitation.name.clone(),
        user_name: invitation.address.clone(),
        roles: invitation.roles,
        password: Password::Own,
        origin: Origin::Invited,
        at: now,
    };
    let narrowed = invitation.narrows(facts.groups, &invitation.name, now)?;
    let accepted = Event::Accepted {
        user,
        name: invitation.name.clone(),
        user_name: invitation.address.clone(),
        at: now,
    };
    let events = [added].into_iter().chain(narrowed);
    Ok((events.collect(), accepted))
}

/// Decides whether the signed-in user joins. "A user of several organizations keeps one account": the account of the
/// invited address gets the roles, and no other one.
///
/// # Errors
/// As [`check_link`]; [`Refusal::InvitedAnother`], [`Refusal::MemberBlocked`] for a blocked account,
/// [`Refusal::AlreadyMember`], [`Refusal::InvitedGroupsRemoved`].
///
/// ```
/// use tierline_core::{member::{JoinFacts, MemberInvitation, join}, testing::*};
/// let ben = user(81);
/// let invitation = MemberInvitation { address: ben.user_name.clone(), ..member_invitation(&provider()) };
/// let facts = JoinFacts { invitation: &invitation, link: 1, account: Some(&ben), groups: &[] };
/// assert!(join(facts, ben.id, day(2)).is_ok());
/// assert_eq!(join(facts, id(82), day(2)).unwrap_err().code(), "invited_another");
/// ```
pub fn join(
    facts: JoinFacts<'_>,
    reader: UserId,
    now: Timestamp,
) -> Result<(Vec<account::Event>, Event), crate::Refusal> {
    let invitation = facts.invitation;
    check_link(invitation, facts.link, now)?;
    let Some(user) = facts.account.filter(|user| user.id == reader) else {
        let invited = invitation.address.clone();
        return Err(Refusal::InvitedAnother { invited }.into());
    };
    if user.is_blocked {
        return Err(Refusal::MemberBlocked { by_operator: true }.into());
    }
    if user.roles.contains_key(&invitation.organization) {
        let address = user.user_name.clone();
        return Err(Refusal::AlreadyMember { address }.into());
    }
    let joined = account::Event::JoinedByInvitation {
        organization: invitation.organization,
        roles: invitation.roles,
        at: now,
    };
    let narrowed = invitation.narrows(facts.groups, &user.name, now)?;
    let accepted = Event::Accepted {
        user: user.id,
        name: user.name.clone(),
        user_name: user.user_name.clone(),
        at: now,
    };
    let events = [joined].into_iter().chain(narrowed);
    Ok((events.collect(), accepted))
}
