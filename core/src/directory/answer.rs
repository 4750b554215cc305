//! The answer to a message that asks to partner: a partnership request, or no.

use super::{Ask, AskEvent, AskState, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::{InvitationId, UserId},
    invitation::{self, DraftFacts, Kind, Message},
    organization::Organization,
    text::{EmailAddress, Reason},
};

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
        /// The request, which [`answer`] drafts.
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

/// A user of the reseller who asked, for the question whom the provider's request is addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The user.
    pub user: UserId,
    /// The work account.
    pub address: EmailAddress,
    /// Whether the user is a global admin, who can accept the request.
    pub is_global_admin: bool,
    /// Whether the address is the reseller's own. A guest has that of another organization, and a request that goes
    /// there is addressed to that one.
    pub is_own: bool,
}

/// Whom the provider's request is addressed to: the user who asked, if that is a global admin; else the reseller's
/// first global admin; else the user who asked, who knows whom to ask. Guests are passed over.
///
/// "The indirect provider emails you an invitation to authorize them to be your indirect provider" ("Partner with
/// indirect providers in the CSP program"), and a global admin authorizes.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::directory::{Candidate, addressee};
/// let ask = partner_ask(&reseller(), &provider());
/// let asked = Candidate { user: ask.by, address: ask.reply_to.clone(), is_global_admin: false, is_own: true };
/// let admin = Candidate {
///     user: id(8), address: "alex@org2.example".parse().unwrap(), is_global_admin: true, is_own: true,
/// };
/// let all = [asked.clone(), admin.clone()];
/// assert_eq!(addressee(&ask, &all), Some(&admin));
/// assert_eq!(addressee(&ask, &all[..1]), Some(&asked));
/// assert_eq!(addressee(&ask, &[Candidate { is_own: false, ..asked }]), None);
/// ```
#[must_use]
pub fn addressee<'c>(ask: &Ask, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
    let own = || candidates.iter().filter(|it| it.is_own);
    let asked = || own().filter(|it| it.user == ask.by);
    let admins = |it: &&Candidate| it.is_global_admin;
    asked()
        .find(admins)
        .or_else(|| own().find(admins))
        .or_else(|| asked().next())
}

/// Facts for making a partnership request of a message, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct RequestFacts<'a> {
    /// The message and the provider.
    pub answer: AnswerFacts<'a>,
    /// The reseller.
    pub reseller: &'a Organization,
    /// The facts about a request to it; none if nobody there can be addressed.
    pub draft: Option<DraftFacts<'a>>,
    /// An open request of the provider to the reseller, whoever it was sent to.
    pub open: Option<InvitationId>,
}

/// Decides whether the provider may make a partnership request of the message, and drafts it.
///
/// # Errors
/// As [`decide_ask`] and [`invitation::draft`]; [`Refusal::AlreadyRequested`]; [`Refusal::NobodyToAddress`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{directory::{AnswerFacts, RequestFacts, answer}, invitation::DraftFacts, role::Role};
/// let (reseller, provider) = (reseller(), provider());
/// let ask = partner_ask(&reseller, &provider);
/// let draft = DraftFacts {
///     inviter: &provider, provider: None, addressee: Some(&reseller), partnership_with_addressee: None,
///     open_duplicate: None,
/// };
/// let facts = RequestFacts {
///     answer: AnswerFacts { organization: &provider, ask: &ask }, reseller: &reseller, draft: Some(draft), open: None,
/// };
/// let run = |facts| answer(facts, &message(), id(1000), &actor(&provider, Role::SalesAgent), day(3));
/// assert!(run(facts).is_ok());
/// let partnership = partnership(&provider, &reseller);
/// let draft = Some(DraftFacts { partnership_with_addressee: Some(&partnership), ..draft });
/// assert_eq!(run(RequestFacts { draft, ..facts }).unwrap_err().code(), "partnership_exists");
/// assert_eq!(run(RequestFacts { open: Some(id(9)), ..facts }).unwrap_err().code(), "already_requested");
/// assert_eq!(run(RequestFacts { draft: None, ..facts }).unwrap_err().code(), "nobody_to_address");
/// ```
pub fn answer(
    facts: RequestFacts<'_>,
    message: &Message,
    invitation: InvitationId,
    actor: &Actor,
    now: Timestamp,
) -> Result<(Vec<invitation::Event>, AskEvent), crate::Refusal> {
    let RequestFacts {
        answer, reseller, ..
    } = facts;
    let answered = decide_ask(answer, &AskCommand::Answer { invitation }, actor, now)?;
    if let Some(invitation) = facts.open {
        return Err(Refusal::AlreadyRequested {
            invitation,
            reseller: reseller.party(),
        }
        .into());
    }
    let Some(draft) = facts.draft else {
        return Err(Refusal::NobodyToAddress {
            reseller: reseller.party(),
        }
        .into());
    };
    let kind = Kind::Partnership {
        provider: answer.organization.id,
    };
    let drafted = invitation::draft(draft, kind, message, actor, now)?;
    Ok((drafted, answered))
}
