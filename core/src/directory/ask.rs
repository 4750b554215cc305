//! **Ask to partner**: a reseller's message to a provider that it has found.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Refusal, profile::in_reach};
use crate::{
    Evolve, Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::{AskId, InvitationId, OrganizationId, UserId},
    market::Language,
    organization::{Capability, Organization},
    partnership::{self, Partnership},
    read::Read,
    text::{EmailAddress, MessageText, Reason},
};

/// A reseller waits for so many answers at most: enough to compare, and too few to write to everybody.
pub const MOST_WAITING: u32 = 20;

/// A provider that has declined is left alone for so long: long enough for a reseller to have something new to say.
pub const LEFT_ALONE: TimeDelta = TimeDelta::days(30);

/// So many messages a reseller sends to one provider within [`LEFT_ALONE`], taken back or not: each of them is mailed.
pub const MOST_TO_ONE: usize = 3;

/// A reseller's message to a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Ask {
    /// Its id.
    pub id: AskId,
    /// The reseller.
    pub reseller: OrganizationId,
    /// The provider.
    pub provider: OrganizationId,
    /// The work account of the user who asked.
    pub reply_to: EmailAddress,
    /// The language of that user.
    pub language: Language,
    /// The message.
    pub message: MessageText,
    /// When it was sent.
    pub at: Timestamp,
    /// The reseller's user.
    pub by: UserId,
    /// Its state.
    pub state: AskState,
}

/// The state of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AskState {
    /// The provider has not answered.
    Waiting,
    /// The provider made a partnership request of it.
    Answered {
        /// The request.
        invitation: InvitationId,
        /// When it happened.
        at: Timestamp,
    },
    /// The provider declined.
    Declined {
        /// Why.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
    },
    /// The reseller took it back.
    Withdrawn {
        /// When it happened.
        at: Timestamp,
    },
}

impl AskState {
    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            AskState::Waiting => "waiting",
            AskState::Answered { .. } => "answered",
            AskState::Declined { .. } => "declined",
            AskState::Withdrawn { .. } => "withdrawn",
        }
    }

    /// When it was answered or taken back.
    ///
    /// ```
    /// use tierline_core::{directory::AskState, testing::*};
    /// assert_eq!(AskState::Waiting.closed(), None);
    /// assert_eq!(AskState::Withdrawn { at: day(2) }.closed(), Some(day(2)));
    /// ```
    #[must_use]
    pub const fn closed(&self) -> Option<Timestamp> {
        match self {
            AskState::Waiting => None,
            AskState::Answered { at, .. }
            | AskState::Declined { at, .. }
            | AskState::Withdrawn { at } => Some(*at),
        }
    }
}

/// Events of a reseller's message to a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AskEvent {
    /// The reseller asked.
    Asked {
        /// The reseller.
        reseller: OrganizationId,
        /// The provider.
        provider: OrganizationId,
        /// The work account of the user who asks.
        reply_to: EmailAddress,
        /// The language of the user who asked.
        language: Language,
        /// The message.
        message: MessageText,
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
    /// The provider made a partnership request of it.
    Answered {
        /// The request.
        invitation: InvitationId,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The provider declined.
    Declined {
        /// Why.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The reseller took it back.
    Withdrawn {
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
}

impl AskEvent {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            AskEvent::Asked {
                reseller, provider, ..
            } => vec![*reseller, *provider],
            AskEvent::Answered { .. } | AskEvent::Declined { .. } | AskEvent::Withdrawn { .. } => {
                Vec::new()
            }
        }
    }
}

/// A message begins when it is sent. Nothing happens to one that was answered.
///
/// ```
/// use tierline_core::{Evolve, directory::{AskEvent, AskState}, testing::*};
/// let mut ask = partner_ask(&reseller(), &provider());
/// ask.apply(&AskEvent::Withdrawn { at: day(2), by: id(7) });
/// ask.apply(&AskEvent::Declined { reason: "no".parse().unwrap(), at: day(3), by: id(7) });
/// assert_eq!(ask.state, AskState::Withdrawn { at: day(2) });
/// ```
impl Evolve for Ask {
    type Id = AskId;
    type Event = AskEvent;

    fn begin(id: AskId, event: &AskEvent) -> Option<Ask> {
        let AskEvent::Asked {
            reseller,
            provider,
            reply_to,
            language,
            message,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(Ask {
            id,
            reseller: *reseller,
            provider: *provider,
            reply_to: reply_to.clone(),
            language: *language,
            message: message.clone(),
            at: *at,
            by: *by,
            state: AskState::Waiting,
        })
    }

    fn apply(&mut self, event: &AskEvent) {
        if self.state != AskState::Waiting {
            return;
        }
        match event {
            AskEvent::Asked { .. } => {}
            AskEvent::Answered { invitation, at, .. } => {
                self.state = AskState::Answered {
                    invitation: *invitation,
                    at: *at,
                };
            }
            AskEvent::Declined { reason, at, .. } => {
                self.state = AskState::Declined {
                    reason: reason.clone(),
                    at: *at,
                };
            }
            AskEvent::Withdrawn { at, .. } => self.state = AskState::Withdrawn { at: *at },
        }
    }
}

/// Facts for asking a provider to partner, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AskFacts<'a> {
    /// The reseller; the actor's organization.
    pub reseller: &'a Organization,
    /// The provider.
    pub provider: &'a Organization,
    /// Their partnership, if there ever was one.
    pub partnership: Option<&'a Partnership>,
    /// A message of the reseller to the provider that waits for an answer.
    pub waiting: Option<AskId>,
    /// The latest messages of the reseller to the provider, [`MOST_TO_ONE`] of them, the newest first.
    pub earlier: &'a [Ask],
    /// All messages of the reseller that wait for an answer.
    pub all_waiting: u32,
}

/// A message as the reseller writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAsk {
    /// The work account of the user who asks.
    pub reply_to: EmailAddress,
    /// The language of the user who asks.
    pub language: Language,
    /// The message.
    pub message: MessageText,
}

/// Decides whether the reseller may ask this provider to partner.
///
/// "Your legal business location as a CSP indirect reseller determines the indirect providers with whom you can work"
/// ("Partner with indirect providers in the CSP program").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Itself`](access::Refusal::Itself);
/// [`RegionMismatch`](crate::organization::Refusal::RegionMismatch), which names both regions;
/// [`PartnershipExists`](partnership::Refusal::PartnershipExists); [`Refusal::AlreadyAsked`];
/// [`Refusal::DeclinedRecently`]; [`Refusal::AskedOften`]; [`Refusal::TooManyAsks`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{directory::{AskFacts, ask}, organization::{Capability, Organization}, role::Role};
/// let (reseller, provider) = (reseller(), provider());
/// let new = new_ask();
/// let agent = actor(&reseller, Role::SalesAgent);
/// let facts = AskFacts {
///     reseller: &reseller, provider: &provider, partnership: None, waiting: None, earlier: &[], all_waiting: 0,
/// };
/// assert!(ask(facts, &new, &agent, day(1)).is_ok());
/// let far_away = organization(9, "Relecloud", "TW", Capability::IndirectProvider);
/// let facts = AskFacts { provider: &far_away, ..facts };
/// assert_eq!(ask(facts, &new, &agent, day(1)).unwrap_err().code(), "region_mismatch");
/// ```
pub fn ask(
    facts: AskFacts<'_>,
    new: &NewAsk,
    actor: &Actor,
    now: Timestamp,
) -> Result<AskEvent, crate::Refusal> {
    may_ask(facts, actor, now)?;
    Ok(AskEvent::Asked {
        reseller: facts.reseller.id,
        provider: facts.provider.id,
        reply_to: new.reply_to.clone(),
        language: new.language,
        message: new.message.clone(),
        at: now,
        by: actor.user,
    })
}

fn may_ask(facts: AskFacts<'_>, actor: &Actor, now: Timestamp) -> Result<(), crate::Refusal> {
    let AskFacts {
        reseller, provider, ..
    } = facts;
    access::authorize_own(reseller, actor, Action::AskToPartner)?;
    if reseller.id == provider.id {
        return Err(access::Refusal::Itself.into());
    }
    in_reach(provider, reseller)?;
    access::may_transact(provider, Capability::IndirectProvider)?;
    if facts.partnership.is_some_and(|it| it.is_active(now)) {
        return Err(partnership::Refusal::PartnershipExists {
            provider: provider.party(),
            reseller: reseller.party(),
        }
        .into());
    }
    if let Some(ask) = facts.waiting {
        return Err(Refusal::AlreadyAsked {
            ask,
            provider: provider.party(),
        }
        .into());
    }
    has_waited(facts, now)?;
    if facts.all_waiting >= MOST_WAITING {
        return Err(Refusal::TooManyAsks { most: MOST_WAITING }.into());
    }
    Ok(())
}

/// A message is no way to press a provider: after a refusal there is a pause, and taking back and asking again has an
/// end.
fn has_waited(facts: AskFacts<'_>, now: Timestamp) -> Result<(), Refusal> {
    let provider = || facts.provider.party();
    let declined = facts.earlier.iter().find_map(|ask| match ask.state {
        AskState::Declined { at, .. } => Some(at + LEFT_ALONE),
        _ => None,
    });
    if let Some(again) = declined.filter(|again| now < *again) {
        return Err(Refusal::DeclinedRecently {
            provider: provider(),
            again,
        });
    }
    let oldest = facts.earlier.get(MOST_TO_ONE - 1);
    let free_again = oldest.map(|ask| ask.at + LEFT_ALONE);
    if let Some(again) = free_again.filter(|again| now < *again) {
        return Err(Refusal::AskedOften {
            provider: provider(),
            most: MOST_TO_ONE,
            again,
        });
    }
    Ok(())
}
