//! What the operator does for a user of another organization who can't get in, where nobody there can help: the only
//! global admin has lost the password or the second factor. The operator never learns a secret: a password is chosen by
//! a link that goes to the user's own address.

use serde::Serialize;

use super::{PASSWORD_LINK_VALIDITY, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    account::{self, Restoration, User},
    actor::Actor,
    invitation::{PaceFacts, may_send_link},
    organization::{self, Organization},
    text::Reason,
};

/// Facts about a user of an organization, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct RestoreFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The user's organization.
    pub organization: &'a Organization,
    /// The user.
    pub user: &'a User,
    /// What the organization has mailed lately.
    pub pace: PaceFacts,
}

/// How the operator helps. Serialized to tell a repeated request from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Restore {
    /// A link is mailed by which the user chooses another password.
    SendPasswordLink,
    /// The second factor is removed: the user has lost it.
    ResetSecondFactor,
    /// The account, which is blocked, works again.
    Unblock,
}

/// What has then happened: to the account, and in the history of the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Of the account.
    pub account: account::Event,
    /// Of the organization.
    pub organization: organization::Event,
}

/// Decides whether the operator helps this user in again, as one of this organization's. Unblocking an account that is
/// not blocked changes nothing.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings, also for a user of another organization;
/// [`Refusal::OwnAccount`], which is changed under **Settings**; [`Refusal::MemberBlocked`] for a link that could not
/// be used, because nobody is let in again as a side effect; [`Refusal::NoSecondFactor`];
/// [`SentRecently`](crate::invitation::Refusal::SentRecently) for another link too soon. The organization's quota of
/// links is none of the operator's.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     account::{Restoration, User},
///     invitation::PaceFacts,
///     member::{Restore, RestoreFacts, restore},
///     organization,
///     role::Role,
/// };
/// let (operator, reseller, ben) = (operator(), reseller(), user(81));
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "called, and named the last invoice".parse().unwrap();
/// let pace = PaceFacts::default();
/// let facts = RestoreFacts { operator: &operator, organization: &reseller, user: &ben, pace };
/// let restored = restore(facts, Restore::SendPasswordLink, &reason, &admin, day(2)).unwrap().unwrap();
/// assert!(matches!(
///     restored.organization,
///     organization::Event::AccessRestored { how: Restoration::PasswordLink { .. }, .. },
/// ));
/// let code = |facts, what| restore(facts, what, &reason, &admin, day(2)).unwrap_err().code();
/// assert_eq!(code(facts, Restore::ResetSecondFactor), "no_second_factor");
///
/// let blocked = User { is_blocked: true, ..ben.clone() };
/// let facts = RestoreFacts { user: &blocked, ..facts };
/// assert_eq!(code(facts, Restore::SendPasswordLink), "member_blocked");
/// assert!(restore(facts, Restore::Unblock, &reason, &admin, day(2)).unwrap().is_some());
/// let provider = provider();
/// assert_eq!(code(RestoreFacts { organization: &provider, ..facts }, Restore::Unblock), "role_missing");
/// ```
pub fn restore(
    facts: RestoreFacts<'_>,
    what: Restore,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Restored>, crate::Refusal> {
    let RestoreFacts {
        operator,
        organization,
        user,
        pace,
    } = facts;
    access::authorize_on_program(operator, actor, Action::ManageAccounts)?;
    if !user.roles.contains_key(&organization.id) {
        return Err(access::role_missing(operator, Action::ManageAccounts));
    }
    if user.id == actor.user {
        return Err(Refusal::OwnAccount.into());
    }
    let how = match what {
        Restore::SendPasswordLink => {
            if !user.may_act_in(organization.id) {
                let by_operator = user.is_blocked;
                return Err(Refusal::MemberBlocked { by_operator }.into());
            }
            let pace = PaceFacts {
                full_since: None,
                ..pace
            };
            may_send_link(None, pace, now)?;
            let expires = now + PASSWORD_LINK_VALIDITY;
            Restoration::PasswordLink { expires }
        }
        Restore::ResetSecondFactor if user.second_factor.is_none() => {
            return Err(Refusal::NoSecondFactor.into());
        }
        Restore::ResetSecondFactor => Restoration::SecondFactor,
        Restore::Unblock if !user.is_blocked => return Ok(None),
        Restore::Unblock => Restoration::Unblocked,
    };
    let (name, by) = (user.name.clone(), actor.user);
    Ok(Some(Restored {
        account: account::Event::AccessRestored {
            organization: organization.id,
            name: name.clone(),
            how,
            reason: reason.clone(),
            at: now,
            by,
        },
        organization: organization::Event::AccessRestored {
            operator: operator.id,
            user: user.id,
            name,
            how,
            reason: reason.clone(),
            at: now,
            by,
        },
    }))
}
