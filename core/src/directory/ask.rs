//! **Ask to partner**: a reseller's message to a provider that it has found.

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

/// A reseller's message to a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Ask {
    /// Its id.
    pub id: AskId,
    /// The reseller.
    pub reseller: OrganizationId,
    /// The provider.
    pub provider: OrganizationId,
    /// Where the provider's request is to be sent: the work account of the user who asked.
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
        /// Where the provider's request is to be sent.
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
    /// All messages of the reseller that wait for an answer.
    pub all_waiting: u32,
}

/// A message as the reseller writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAsk {
    /// Where the provider's request is to be sent.
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
/// [`Refusal::TooManyAsks`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{directory::{AskFacts, ask}, organization::{Capability, Organization}, role::Role};
/// let (reseller, provider) = (reseller(), provider());
/// let new = new_ask();
/// let agent = actor(&reseller, Role::SalesAgent);
/// let facts = AskFacts { reseller: &reseller, provider: &provider, partnership: None, waiting: None, all_waiting: 0 };
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
    if facts.all_waiting >= MOST_WAITING {
        return Err(Refusal::TooManyAsks { most: MOST_WAITING }.into());
    }
    Ok(())
}

/// Facts for an answer, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct AnswerFacts<'a> {
    /// The actor's organization: the provider, or for taking it back the reseller.
    pub organization: &'a Organization,
    /// The message.
    pub ask: &'a Ask,
}

/// A command on a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskCommand {
    /// The provider makes this partnership request of it.
    Answer {
        /// The request, which has been drafted ([`crate::invitation::draft`]).
        invitation: InvitationId,
    },
    /// The provider declines.
    Decline {
        /// Why.
        reason: Reason,
    },
    /// The reseller takes it back.
    Withdraw,
}

/// Decides a command on a message.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::AskClosed`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, directory::{AnswerFacts, AskCommand, decide_ask}, role::Role};
/// let (reseller, provider) = (reseller(), provider());
/// let mut ask = partner_ask(&reseller, &provider);
/// let run = |ask: &_, organization: &_, command| {
///     let facts = AnswerFacts { organization, ask };
///     decide_ask(facts, &command, &actor(organization, Role::AdminAgent), day(3))
/// };
/// // Only who was asked answers, and only who asked takes it back.
/// let decline = AskCommand::Decline { reason: "our program is full".parse().unwrap() };
/// assert!(run(&ask, &reseller, decline.clone()).is_err() && run(&ask, &provider, AskCommand::Withdraw).is_err());
/// ask.apply(&run(&ask, &provider, decline)?);
/// let late = AskCommand::Answer { invitation: id(1000) };
/// assert_eq!(run(&ask, &provider, late).unwrap_err().code(), "ask_closed");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide_ask(
    facts: AnswerFacts<'_>,
    command: &AskCommand,
    actor: &Actor,
    now: Timestamp,
) -> Result<AskEvent, crate::Refusal> {
    let AnswerFacts { organization, ask } = facts;
    let (party, action) = match command {
        AskCommand::Answer { .. } | AskCommand::Decline { .. } => {
            (ask.provider, Action::RequestPartnership)
        }
        AskCommand::Withdraw => (ask.reseller, Action::AskToPartner),
    };
    if organization.id != party {
        return Err(access::role_missing(organization, action));
    }
    match command {
        AskCommand::Answer { .. } => access::authorize_own(organization, actor, action)?,
        // Nothing is needed for saying no.
        AskCommand::Decline { .. } | AskCommand::Withdraw => {
            access::authorize_role(organization, actor, action)?
        }
    };
    let closed = match &ask.state {
        AskState::Waiting => None,
        AskState::Answered { at, .. }
        | AskState::Declined { at, .. }
        | AskState::Withdrawn { at } => Some(*at),
    };
    if let Some(at) = closed {
        return Err(Refusal::AskClosed { at }.into());
    }
    let (at, by) = (now, actor.user);
    Ok(match command {
        AskCommand::Answer { invitation } => AskEvent::Answered {
            invitation: *invitation,
            at,
            by,
        },
        AskCommand::Decline { reason } => AskEvent::Declined {
            reason: reason.clone(),
            at,
            by,
        },
        AskCommand::Withdraw => AskEvent::Withdrawn { at, by },
    })
}
