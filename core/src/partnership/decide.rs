//! Decides commands on a partnership, with the resulting events.

use serde::Serialize;

use super::{Event, NOTICE, Partnership, State, TenantAdmin};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::Organization,
    partnership,
    refusal::Refusal,
    text::Reason,
};

/// Facts for managing a partnership, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct PartnershipFacts<'a> {
    /// The partnership.
    pub partnership: &'a Partnership,
    /// The organization of the actor: the provider or the reseller.
    pub organization: &'a Organization,
}

/// A command on a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Command {
    /// The reseller takes away the provider's administrator access to its tenant.
    RevokeTenantAdmin,
    /// The reseller gives it back.
    GrantTenantAdmin,
    /// Either side ends it: the provider at once, the reseller after [`NOTICE`].
    End {
        /// The reason, for the other side.
        reason: Option<Reason>,
    },
}

impl Command {
    /// The action that it is: whoever may not take it is refused before anything is looked at.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            Command::RevokeTenantAdmin => Action::RevokeTenantAdmin,
            Command::GrantTenantAdmin => Action::GrantTenantAdmin,
            Command::End { .. } => Action::EndPartnership,
        }
    }
}

/// Decides a command on a partnership. "What is granted can be taken away by who granted it, at once": the reseller's
/// revocation takes effect at once, its end of the partnership after the notice period.
///
/// Customers and their grants stay as they are: the end of a partnership takes nothing from them, nor from the partners
/// that serve them.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) for a role that does not permit it, or for a command reserved to the
/// other side; [`partnership::Refusal::PartnershipEnded`] if it has ended, or for a second notice;
/// [`access::Refusal::GrantEnded`] if the access was already taken away;
/// [`partnership::Refusal::TenantAdminGranted`] if it is in force and was to be given again.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, partnership::{Command, Event, Partnership, PartnershipFacts, NOTICE, decide}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let end = Command::End { reason: None };
///
/// // "Partner with indirect resellers in the CSP program", remove a partnership: the provider ends it at once.
/// let facts = PartnershipFacts { partnership: &partnership, organization: &provider };
/// let events = decide(facts, &end, &actor(&provider, Role::AdminAgent), day(2))?;
/// assert_eq!(events, [Event::Ended { at: day(2), by: provider.id, reason: None }]);
///
/// // The reseller gives notice.
/// let facts = PartnershipFacts { partnership: &partnership, organization: &reseller };
/// let events = decide(facts, &end, &actor(&reseller, Role::GlobalAdmin), day(2))?;
/// assert!(matches!(events[..], [Event::NoticeGiven { ends, .. }] if ends == day(2) + NOTICE));
///
/// // The reseller's global admin took it away, and can give it again; the provider cannot.
/// let admin = actor(&reseller, Role::GlobalAdmin);
/// let revoked = decide(facts, &Command::RevokeTenantAdmin, &admin, day(2))?;
/// let without = Partnership::evolve(partnership.id, Some(partnership.clone()), &revoked[0]).unwrap();
/// let facts = PartnershipFacts { partnership: &without, organization: &reseller };
/// let events = decide(facts, &Command::GrantTenantAdmin, &admin, day(3))?;
/// assert_eq!(events, [Event::TenantAdminGranted { at: day(3), by: admin.user }]);
/// let facts = PartnershipFacts { partnership: &without, organization: &provider };
/// assert!(decide(facts, &Command::GrantTenantAdmin, &actor(&provider, Role::GlobalAdmin), day(3)).is_err());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: PartnershipFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let partnership = facts.partnership;
    access::authorize_under(
        partnership,
        facts.organization,
        actor,
        command.action(),
        now,
    )?;
    match command {
        Command::RevokeTenantAdmin => match partnership.tenant_admin {
            TenantAdmin::Granted { .. } => Ok(vec![Event::TenantAdminRevoked {
                at: now,
                by: actor.user,
            }]),
            TenantAdmin::Revoked { at, .. } => Err(access::Refusal::GrantEnded { at }.into()),
        },
        // Under notice too: until the end everything goes on as before, and the access ends with the partnership.
        Command::GrantTenantAdmin => match partnership.tenant_admin {
            TenantAdmin::Revoked { .. } => Ok(vec![Event::TenantAdminGranted {
                at: now,
                by: actor.user,
            }]),
            TenantAdmin::Granted { at } => {
                Err(partnership::Refusal::TenantAdminGranted { at }.into())
            }
        },
        Command::End { reason } => {
            let by = actor.organization;
            if by == partnership.provider {
                return Ok(vec![Event::Ended {
                    at: now,
                    by,
                    reason: reason.clone(),
                }]);
            }
            if let State::Ending { ends, .. } = partnership.state {
                return Err(partnership::Refusal::PartnershipEnded { ends }.into());
            }
            Ok(vec![Event::NoticeGiven {
                at: now,
                by,
                user: actor.user,
                ends: now + NOTICE,
                reason: reason.clone(),
            }])
        }
    }
}

impl Partnership {
    /// The event by which a job records that a notice period is over; none when there is nothing to record. No user
    /// asks for it, so it needs no role.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, NOTICE, Partnership}, testing::*};
    /// let before = partnership(&provider(), &reseller());
    /// assert_eq!(before.lapse(day(60)), None);
    /// let notice = Event::NoticeGiven { at: day(1), by: reseller().id, user: id(7), ends: day(1) + NOTICE, reason: None };
    /// let ending = Partnership::evolve(before.id, Some(before), &notice).unwrap();
    /// assert_eq!(ending.lapse(day(60)), Some(Event::Ended { at: day(31), by: reseller().id, reason: None }));
    /// ```
    #[must_use]
    pub fn lapse(&self, now: Timestamp) -> Option<Event> {
        match &self.state {
            State::Ending {
                ends, by, reason, ..
            } if *ends <= now => Some(Event::Ended {
                at: *ends,
                by: *by,
                reason: reason.clone(),
            }),
            _ => None,
        }
    }
}
