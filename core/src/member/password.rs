//! Another password, chosen by the user on the page of a mailed link.

use chrono::TimeDelta;

use super::Refusal;
use crate::{
    Timestamp,
    account::{Event, User},
    ids::OrganizationId,
    invitation,
};

/// The time for which a link for another password works.
pub const PASSWORD_LINK_VALIDITY: TimeDelta = TimeDelta::days(1);

/// A link that was mailed to a user. The password stays as it is until the user has chosen another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordLink {
    /// The organization whose admin had it mailed.
    pub organization: OrganizationId,
    /// When it expires.
    pub expires: Timestamp,
    /// When a newer one was mailed, if one was.
    pub replaced: Option<Timestamp>,
    /// When the user chose another password since then, by this link or otherwise.
    pub used: Option<Timestamp>,
}

/// Whether another password can be chosen by this link now.
///
/// # Errors
/// [`Refusal::PasswordLinkUsed`], [`LinkReplaced`](crate::invitation::Refusal::LinkReplaced),
/// [`Refusal::PasswordLinkExpired`]; [`Refusal::PasswordLinkVoid`] when the user is blocked or has left the
/// organization.
///
/// ```
/// use tierline_core::{member::{PasswordLink, check_password_link}, testing::*};
/// let ben = user(81);
/// let link = PasswordLink { organization: reseller().id, expires: day(3), replaced: None, used: None };
/// let code = |ben: &_, link| check_password_link(ben, link, day(2)).map_err(|refusal| refusal.code());
/// assert_eq!(code(&ben, link), Ok(()));
/// assert_eq!(code(&ben, PasswordLink { expires: day(2), ..link }), Err("password_link_expired"));
/// assert_eq!(code(&ben, PasswordLink { replaced: Some(day(2)), ..link }), Err("link_replaced"));
/// assert_eq!(code(&ben, PasswordLink { used: Some(day(2)), ..link }), Err("password_link_used"));
/// assert_eq!(code(&ben, PasswordLink { organization: provider().id, ..link }), Err("password_link_void"));
/// ```
pub fn check_password_link(
    user: &User,
    link: PasswordLink,
    now: Timestamp,
) -> Result<(), crate::Refusal> {
    if let Some(at) = link.used {
        return Err(Refusal::PasswordLinkUsed { at }.into());
    }
    if let Some(at) = link.replaced {
        return Err(invitation::Refusal::LinkReplaced { at }.into());
    }
    if link.expires <= now {
        return Err(Refusal::PasswordLinkExpired { at: link.expires }.into());
    }
    if user.may_act_in(link.organization) {
        Ok(())
    } else {
        Err(Refusal::PasswordLinkVoid.into())
    }
}

/// Decides the choice of another password by this link.
///
/// # Errors
/// As [`check_password_link`].
///
/// ```
/// use tierline_core::{account::Event, member::{PasswordLink, choose_password}, testing::*};
/// let link = PasswordLink { organization: reseller().id, expires: day(3), replaced: None, used: None };
/// assert_eq!(choose_password(&user(81), link, day(2)), Ok(Event::PasswordChanged { at: day(2) }));
/// ```
pub fn choose_password(
    user: &User,
    link: PasswordLink,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    check_password_link(user, link, now)?;
    Ok(Event::PasswordChanged { at: now })
}
