//! Invitations by personal link: a provider's partnership request to a reseller, and a partner's request for a
//! reseller relationship to a customer, alone or for reseller and provider together.
//!
//! A link alone grants nothing, and opening it changes nothing (rule 2). It works once, expires, can be
//! canceled and replaced, and each end is told apart to the person who opens it (rule 3).
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | [`draft`] | draft |
//! | draft | edit | draft |
//! | draft | send | sent, with link number 1 |
//! | sent | [`open`]: somebody signed in with the link | opened |
//! | sent, opened, expired | resend | sent, with the next link; the older one is *replaced* |
//! | sent, opened | [`accept`] by a global admin | accepted |
//! | sent, opened | [`decline`] by a global admin | declined |
//! | draft, sent, opened | cancel by the inviter | canceled |
//! | sent, opened | [`VALIDITY`] is over | expired, whether or not a job has written it down |
//!
//! Accepted, declined and canceled are final. Loading the link's page is no transition at all: mail scanners and
//! previews do that.
//!
//! The link's secret is not known here, only its number: whoever keeps the links looks the secret up and hands over
//! the number that belongs to it.

mod accept;
mod answer;
mod draft;
mod manage;
pub(crate) mod permission;
mod readiness;
mod refusal;

pub use accept::{AcceptFacts, Acceptance, Accepted, Pair, RelationshipIds, accept, may_accept};
pub use answer::{AnswerFacts, check_link, decline, open};
pub use draft::{DraftFacts, PartnerOf, draft};
pub use manage::{Command, ManageFacts, decide};
pub use readiness::{Check, CheckItem, CheckOutcome, readiness};

pub use crate::market::Language;
pub use refusal::Refusal;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{InvitationId, OrganizationId, UserId},
    relationship::Side,
    text::{EmailAddress, MessageSubject, MessageText, Reason},
};

/// How long an invitation can be answered after it was sent. Ninety days is the only figure that the program
/// documents for requests of this kind.
pub const VALIDITY: TimeDelta = TimeDelta::days(90);

/// What the text must contain in place of the personal link; the server puts the real one in when it sends.
pub const LINK_PLACEHOLDER: &str = "{link}";

/// What an invitation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// A provider asks a reseller for a partnership.
    Partnership {
        /// The provider.
        provider: OrganizationId,
    },
    /// A partner asks a customer for a relationship with itself alone.
    Relationship {
        /// The partner.
        partner: OrganizationId,
        /// As what it would serve the customer.
        side: Side,
    },
    /// A reseller asks a customer for relationships with itself and a provider.
    JointRelationship {
        /// The reseller.
        reseller: OrganizationId,
        /// The provider.
        provider: OrganizationId,
    },
}

impl Kind {
    /// The partners on whose behalf it asks, each with its side; empty for a partnership request.
    #[must_use]
    pub fn partners(&self) -> Vec<(OrganizationId, Side)> {
        match *self {
            Kind::Partnership { .. } => Vec::new(),
            Kind::Relationship { partner, side } => vec![(partner, side)],
            Kind::JointRelationship { reseller, provider } => {
                vec![
                    (reseller, Side::IndirectReseller),
                    (provider, Side::IndirectProvider),
                ]
            }
        }
    }

    /// The provider for which a reseller asks beside itself.
    ///
    /// ```
    /// use tierline_core::{invitation::Kind, testing::*};
    /// let joint = Kind::JointRelationship { reseller: reseller().id, provider: provider().id };
    /// assert_eq!(joint.joint_provider(), Some(provider().id));
    /// assert_eq!(Kind::Partnership { provider: provider().id }.joint_provider(), None);
    /// ```
    #[must_use]
    pub const fn joint_provider(&self) -> Option<OrganizationId> {
        match *self {
            Kind::JointRelationship { provider, .. } => Some(provider),
            Kind::Partnership { .. } | Kind::Relationship { .. } => None,
        }
    }

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Kind::Partnership { .. } => "partnership",
            Kind::Relationship { .. } => "relationship",
            Kind::JointRelationship { .. } => "joint_relationship",
        }
    }
}

/// The text that goes to the recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// To whom.
    pub recipient: EmailAddress,
    /// The language of the frame around the text.
    pub language: Language,
    /// The subject.
    pub subject: MessageSubject,
    /// The text, with [`LINK_PLACEHOLDER`] where the link goes.
    pub text: MessageText,
}

/// How the link went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// The portal mails it.
    Portal,
    /// The sender mails it: opened in an own mail program, or copied.
    OwnMail,
}

/// An invitation with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The organization that invites.
    pub inviter: OrganizationId,
    /// What it asks for.
    pub kind: Kind,
    /// The organization it is addressed to, when the recipient's domain is known.
    pub addressee: Option<OrganizationId>,
    /// Recipient and text.
    pub message: Message,
    /// When it was drafted.
    pub created: Timestamp,
    /// Who drafted it.
    pub created_by: UserId,
    /// The number of the newest link; 0 before the first was made. Older links are replaced ones.
    pub link: u32,
    /// When the newest link was made.
    pub link_made: Option<Timestamp>,
    /// How far it has come.
    pub state: State,
}

/// How far an invitation has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// On its way; nobody has opened it.
    Sent {
        /// When.
        at: Timestamp,
        /// How.
        delivery: Delivery,
        /// Until when it can be answered.
        expires: Timestamp,
    },
    /// Somebody signed in with it, or said to continue.
    Opened {
        /// When it was sent.
        sent: Timestamp,
        /// How.
        delivery: Delivery,
        /// When it was first opened.
        at: Timestamp,
        /// Until when it can be answered.
        expires: Timestamp,
    },
    /// Accepted.
    Accepted {
        /// When.
        at: Timestamp,
        /// The organization that accepted.
        organization: OrganizationId,
        /// Its global admin.
        by: UserId,
    },
    /// Declined.
    Declined {
        /// When.
        at: Timestamp,
        /// The organization that declined.
        organization: OrganizationId,
        /// Its global admin.
        by: UserId,
        /// Why, if said.
        reason: Option<Reason>,
    },
    /// Taken back by the inviter.
    Canceled {
        /// When.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// Not answered in time.
    Expired {
        /// The end of its validity.
        at: Timestamp,
    },
}

/// The state in one word, with time taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written.
    Draft,
    /// Sent, not opened.
    Sent,
    /// Opened, not answered.
    Opened,
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
    /// Taken back.
    Canceled,
    /// Not answered in time.
    Expired,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 7] = [
        Status::Draft,
        Status::Sent,
        Status::Opened,
        Status::Accepted,
        Status::Declined,
        Status::Canceled,
        Status::Expired,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Sent => "sent",
            Status::Opened => "opened",
            Status::Accepted => "accepted",
            Status::Declined => "declined",
            Status::Canceled => "canceled",
            Status::Expired => "expired",
        }
    }
}

crate::code::coded!(Status, "status");

/// What happened to an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was begun.
    Drafted {
        /// The organization that invites.
        inviter: OrganizationId,
        /// What it asks for.
        #[serde(rename = "asks")]
        kind: Kind,
        /// The organization it is addressed to, if known.
        addressee: Option<OrganizationId>,
        /// Recipient and text.
        message: Message,
        /// When.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// Recipient or text were changed before sending.
    Edited {
        /// The organization it is addressed to now, if known.
        addressee: Option<OrganizationId>,
        /// Recipient and text.
        message: Message,
        /// When.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// It went out with link number `link`; a higher number than before replaces the older link.
    Sent {
        /// The number of the link.
        link: u32,
        /// How.
        delivery: Delivery,
        /// Until when it can be answered.
        expires: Timestamp,
        /// When.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// Somebody signed in with it, or said to continue.
    Opened {
        /// When.
        at: Timestamp,
    },
    /// It was accepted.
    Accepted {
        /// The organization that accepted.
        organization: OrganizationId,
        /// When.
        at: Timestamp,
        /// Its global admin.
        by: UserId,
    },
    /// It was declined.
    Declined {
        /// The organization that declined.
        organization: OrganizationId,
        /// Why, if said.
        reason: Option<Reason>,
        /// When.
        at: Timestamp,
        /// Its global admin.
        by: UserId,
    },
    /// The inviter took it back.
    Canceled {
        /// When.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// A job wrote down that nobody answered in time.
    Expired {
        /// The end of its validity.
        at: Timestamp,
    },
}

impl Invitation {
    /// The state in one word. Expiry counts even when no job has written it down.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::invitation::{Kind, Status, VALIDITY};
    /// let sent = invitation(&provider(), Kind::Partnership { provider: provider().id }, None);
    /// assert_eq!(sent.status(day(1)), Status::Sent);
    /// assert_eq!(sent.status(day(1) + VALIDITY), Status::Expired);
    /// ```
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        match &self.state {
            State::Draft => Status::Draft,
            State::Sent { expires, .. } | State::Opened { expires, .. } if *expires <= now => {
                Status::Expired
            }
            State::Sent { .. } => Status::Sent,
            State::Opened { .. } => Status::Opened,
            State::Accepted { .. } => Status::Accepted,
            State::Declined { .. } => Status::Declined,
            State::Canceled { .. } => Status::Canceled,
            State::Expired { .. } => Status::Expired,
        }
    }

    /// Can it still be answered?
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        matches!(self.status(now), Status::Sent | Status::Opened)
    }

    /// Until when it can (or could) be answered.
    #[must_use]
    pub fn expires(&self) -> Option<Timestamp> {
        match &self.state {
            State::Sent { expires, .. } | State::Opened { expires, .. } => Some(*expires),
            State::Expired { at } => Some(*at),
            _ => None,
        }
    }
}

impl Evolve for Invitation {
    type Id = InvitationId;
    type Event = Event;

    fn begin(id: InvitationId, event: &Event) -> Option<Invitation> {
        let Event::Drafted {
            inviter,
            kind,
            addressee,
            message,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(Invitation {
            id,
            inviter: *inviter,
            kind: *kind,
            addressee: *addressee,
            message: message.clone(),
            created: *at,
            created_by: *by,
            link: 0,
            link_made: None,
            state: State::Draft,
        })
    }

    fn apply(&mut self, event: &Event) {
        // Accepted, declined and canceled are final; what expired can be sent again.
        if matches!(
            self.state,
            State::Accepted { .. } | State::Declined { .. } | State::Canceled { .. }
        ) {
            return;
        }
        match event {
            Event::Drafted { .. } => {}
            Event::Edited {
                addressee, message, ..
            } => {
                self.addressee = *addressee;
                self.message = message.clone();
            }
            Event::Sent {
                link,
                delivery,
                expires,
                at,
                ..
            } => {
                self.link = *link;
                self.link_made = Some(*at);
                self.state = State::Sent {
                    at: *at,
                    delivery: *delivery,
                    expires: *expires,
                };
            }
            Event::Opened { at } => {
                if let State::Sent {
                    at: sent,
                    delivery,
                    expires,
                } = self.state
                {
                    self.state = State::Opened {
                        sent,
                        delivery,
                        at: *at,
                        expires,
                    };
                }
            }
            Event::Accepted {
                organization,
                at,
                by,
            } => {
                self.state = State::Accepted {
                    at: *at,
                    organization: *organization,
                    by: *by,
                };
            }
            Event::Declined {
                organization,
                reason,
                at,
                by,
            } => {
                self.state = State::Declined {
                    at: *at,
                    organization: *organization,
                    by: *by,
                    reason: reason.clone(),
                };
            }
            Event::Canceled { at, by } => self.state = State::Canceled { at: *at, by: *by },
            Event::Expired { at } => self.state = State::Expired { at: *at },
        }
    }
}
