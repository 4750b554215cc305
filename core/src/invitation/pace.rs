//! How often invitations may be sent.

use chrono::TimeDelta;

use super::Invitation;
use crate::{
    Timestamp, invitation,
    program::{Setting, Settings},
    refusal::Refusal,
};

/// The time over which an organization's links are counted.
pub const QUOTA_PERIOD: TimeDelta = TimeDelta::days(1);

/// The operator's settings for sending. A link that is handed out to be mailed by the sender counts like a mailed one.
///
/// ```
/// use chrono::TimeDelta;
/// use tierline_core::{invitation::{Pace, VALIDITY}, program::{Setting, Settings}};
/// assert_eq!(Pace::default(), Pace { between: TimeDelta::minutes(5), a_day: 1_000, valid: VALIDITY });
/// let settings = Settings::default().with(Setting::InvitationDays, 30);
/// assert_eq!(Pace::from(&settings), Pace { valid: TimeDelta::days(30), ..Pace::default() });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The time that must pass before the same recipient gets another one.
    pub between: TimeDelta,
    /// The number of links that an organization may make within [`QUOTA_PERIOD`].
    pub a_day: u32,
    /// The time for which the link of an invitation works.
    pub valid: TimeDelta,
}

impl Default for Pace {
    fn default() -> Self {
        Pace::from(&Settings::default())
    }
}

impl From<&Settings> for Pace {
    fn from(settings: &Settings) -> Self {
        Self {
            between: settings.minutes(Setting::ResendMinutes),
            a_day: settings.get(Setting::InvitationsADay),
            valid: settings.days(Setting::InvitationDays),
        }
    }
}

/// Facts about what an organization has sent lately.
#[derive(Clone, Copy, Debug, Default)]
pub struct PaceFacts {
    /// The settings.
    pub pace: Pace,
    /// When the inviter made the oldest of its newest [`Pace::a_day`] links; none if it has made fewer in all.
    pub full_since: Option<Timestamp>,
    /// When the inviter last made a link for the same recipient, in whichever invitation.
    pub recipient_since: Option<Timestamp>,
}

/// Decides whether the pace allows this invitation to be sent now. Only drafting and sending are for the
/// [role](crate::invitation::decide); this protects recipients, and the reputation of the portal's mail server.
///
/// # Errors
/// [`invitation::Refusal::SentRecently`] or [`invitation::Refusal::SendingQuotaReached`], with the time from which on
/// it is possible.
///
/// ```
/// use chrono::TimeDelta;
/// use tierline_core::{invitation::{Kind, PaceFacts, may_send_now}, testing::*};
/// let provider = provider();
/// let sent = invitation(&provider, Kind::Partnership { provider: provider.id }, None);
/// let facts = PaceFacts::default();
/// let refusal = may_send_now(&sent, facts, day(1) + TimeDelta::minutes(4)).unwrap_err();
/// assert_eq!(refusal.code(), "sent_recently");
/// may_send_now(&sent, facts, day(1) + TimeDelta::minutes(5))?;
///
/// // Canceling it and writing another one to the same person is no way around.
/// let asked = PaceFacts { recipient_since: Some(day(3)), ..facts };
/// let refusal = may_send_now(&sent, asked, day(3)).unwrap_err();
/// assert_eq!(refusal.code(), "sent_recently");
///
/// let busy = PaceFacts { full_since: Some(day(4)), ..facts };
/// let refusal = may_send_now(&sent, busy, day(5) - TimeDelta::seconds(1)).unwrap_err();
/// assert_eq!(refusal.code(), "sending_quota_reached");
/// may_send_now(&sent, busy, day(5))?;
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn may_send_now(
    invitation: &Invitation,
    facts: PaceFacts,
    now: Timestamp,
) -> Result<(), Refusal> {
    may_send_link(invitation.link_made, facts, now)
}

/// The same of any link that an organization has mailed to a person, such as that for another password: `made` is when
/// the previous one was.
///
/// # Errors
/// As [`may_send_now`].
///
/// ```
/// use tierline_core::{invitation::{PaceFacts, may_send_link}, testing::day};
/// assert!(may_send_link(None, PaceFacts::default(), day(1)).is_ok());
/// assert_eq!(may_send_link(Some(day(1)), PaceFacts::default(), day(1)).unwrap_err().code(), "sent_recently");
/// ```
pub fn may_send_link(
    made: Option<Timestamp>,
    facts: PaceFacts,
    now: Timestamp,
) -> Result<(), Refusal> {
    let PaceFacts {
        pace,
        full_since,
        recipient_since,
    } = facts;
    // Another invitation to the same person is the same mail to its recipient.
    if let Some(made) = made.max(recipient_since)
        && let again = made + pace.between
        && now < again
    {
        return Err(invitation::Refusal::SentRecently { again }.into());
    }
    if let Some(since) = full_since
        && let again = since + QUOTA_PERIOD
        && now < again
    {
        return Err(invitation::Refusal::SendingQuotaReached {
            a_day: pace.a_day,
            again,
        }
        .into());
    }
    Ok(())
}
