//! What may be done with a partnership, and what has then happened.

use super::{Event, NOTICE, Partnership, State, TenantAdmin};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::OrganizationId,
    organization::Organization,
    refusal::Refusal,
    text::Reason,
};

/// What has to be known, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The partnership.
    pub partnership: &'a Partnership,
    /// The organization of the actor: the provider or the reseller.
    pub organization: &'a Organization,
}

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The reseller takes the administrator access to its tenant away.
    RevokeTenantAdmin,
    /// Either side ends it: the provider at once, the reseller after [`NOTICE`].
    End {
        /// Why, for the other side.
        reason: Option<Reason>,
    },
    /// A job writes down that a notice period is over.
    Lapse,
}

/// Decides a command on a partnership. "What is granted can be taken away by who granted it, at once": the
/// reseller's revocation works at once, its end of the partnership after the notice period.
///
/// # Errors
/// [`Refusal`] when the actor's role does not permit it, or the partnership is over.
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{partnership::{Command, Event, Facts, NOTICE, decide}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let end = Command::End { reason: None };
///
/// // "Partner with indirect resellers in the CSP program", remove a partnership: the provider ends it at once.
/// let facts = Facts { partnership: &partnership, organization: &provider };
/// let events = decide(facts, &end, &actor(&provider, Role::AdminAgent), day(2))?;
/// assert_eq!(events, [Event::Ended { at: day(2), by: provider.id, reason: None }]);
///
/// // The reseller gives notice.
/// let facts = Facts { partnership: &partnership, organization: &reseller };
/// let events = decide(facts, &end, &actor(&reseller, Role::GlobalAdmin), day(2))?;
/// assert!(matches!(events[..], [Event::NoticeGiven { ends, .. }] if ends == day(2) + NOTICE));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: Facts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let partnership = facts.partnership;
    match command {
        Command::RevokeTenantAdmin => {
            access::own(facts.organization, actor, Action::RevokeTenantAdmin)?;
            in_force(partnership, now)?;
            match partnership.tenant_admin {
                TenantAdmin::Granted { .. } if actor.organization == partnership.reseller => {
                    Ok(vec![Event::TenantAdminRevoked {
                        at: now,
                        by: actor.user,
                    }])
                }
                TenantAdmin::Revoked { at, .. } => Err(Refusal::GrantEnded { at }),
                TenantAdmin::Granted { .. } => Err(access::role_missing(
                    facts.organization,
                    Action::RevokeTenantAdmin,
                )),
            }
        }
        Command::End { reason } => {
            access::own(facts.organization, actor, Action::EndPartnership)?;
            in_force(partnership, now)?;
            let by: OrganizationId = actor.organization;
            if by != partnership.provider && by != partnership.reseller {
                return Err(access::role_missing(
                    facts.organization,
                    Action::EndPartnership,
                ));
            }
            if by == partnership.provider {
                return Ok(vec![Event::Ended {
                    at: now,
                    by,
                    reason: reason.clone(),
                }]);
            }
            if let State::Ending { ends, .. } = partnership.state {
                return Err(Refusal::PartnershipEnded { ends });
            }
            Ok(vec![Event::NoticeGiven {
                at: now,
                by,
                user: actor.user,
                ends: now + NOTICE,
                reason: reason.clone(),
            }])
        }
        Command::Lapse => match &partnership.state {
            State::Ending {
                ends, by, reason, ..
            } if *ends <= now => Ok(vec![Event::Ended {
                at: *ends,
                by: *by,
                reason: reason.clone(),
            }]),
            _ => Ok(Vec::new()),
        },
    }
}

fn in_force(partnership: &Partnership, now: Timestamp) -> Result<(), Refusal> {
    match partnership.ends() {
        Some(ends) if !partnership.is_active(now) => Err(Refusal::PartnershipEnded { ends }),
        _ => Ok(()),
    }
}
