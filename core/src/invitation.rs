//! Invitations by personal link: a provider's partnership request to a reseller, and a partner's request for a
//! reseller relationship to a customer, alone or for reseller and provider together.
//!
//! A link alone grants nothing, and opening it changes nothing (rule 2). It works once, expires, can be canceled and
//! replaced, and each end is reported as such to the person who opens it (rule 3).
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | [`draft`] | draft |
//! | draft | edit | draft |
//! | draft | send | sent, with link number 1 |
//! | sent | [`open`]: a user signed in with the link | opened |
//! | sent, opened, expired | resend | sent, with the next link; the older one is *replaced* |
//! | sent, opened | [`accept`] by a global admin | accepted |
//! | sent, opened | [`decline`] by a global admin | declined |
//! | draft, sent, opened | cancel by the inviter | canceled |
//! | sent, opened | [`VALIDITY`] is over | expired, whether or not a job has written it down |
//!
//! Accepted, declined and canceled are final. Loading the link's page is not a transition: mail scanners and previews
//! load it too.
//!
//! The decisions do not know the link's secret, only its number: the code that stores the links looks the secret up and
//! passes the number that belongs to it. [`LinkToken`] finds the secret in the address that was opened.
//!
//! # Requests by kind
//!
//! | [kind](Kind) | sender | recipient | what is granted | from |
//! | --- | --- | --- | --- | --- |
//! | partnership | an indirect provider | an indirect reseller | a partnership, with access to the reseller's tenant | "Connect with indirect resellers" |
//! | relationship | any partner, for itself alone | a customer | what the partner's [side](Side) asks for | "Request a reseller relationship" |
//! | joint relationship | an indirect reseller, with a provider it is in partnership with | a customer | what both sides ask for, each on its own | "Invite new customers" |

mod accept;
mod answer;
mod draft;
mod link_token;
mod manage;
mod own_mail;
mod pace;
pub(crate) mod permission;
mod readiness;
mod refusal;

pub use accept::{AcceptFacts, Acceptance, Accepted, Pair, RelationshipIds, accept, may_accept};
pub use answer::{AnswerFacts, check_link, decline, open};
pub use draft::{DraftFacts, PartnerOf, draft};
pub use link_token::{LinkProblem, LinkToken};
pub use manage::{Command, ManageFacts, decide, may_know};
pub use own_mail::{Holds, MAILTO_LENGTH, OwnMail, own_mail};
pub use pace::{Pace, PaceFacts, QUOTA_PERIOD, may_send_link, may_send_now};
pub use readiness::{Check, CheckItem, CheckOutcome, readiness};

pub use crate::market::Language;
pub use refusal::Refusal;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{InvitationId, OrganizationId, UserId},
    reach::GroupSet,
    read::Read,
    relationship::Side,
    text::{EmailAddress, MessageSubject, MessageText, Reason},
};

/// The time in which an invitation can be answered after it was sent. Ninety days is the only period that the program
/// documents for requests of this kind.
pub const VALIDITY: TimeDelta = TimeDelta::days(90);

/// The placeholder that the text must contain for the personal link; the server replaces it when it sends.
pub const LINK_PLACEHOLDER: &str = "{link}";

/// The request of an invitation, with the partners on whose behalf it asks. It is fixed when the invitation is drafted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
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
        /// The side on which it would serve the customer.
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
    /// The partners on whose behalf the invitation asks a customer, each with its side; empty for a partnership
    /// request.
    ///
    /// "Invite a customer to establish a reseller relationship with you and with your indirect provider at the same
    /// time" ("From direct bill to indirect reseller"): in a joint one the reseller comes first.
    ///
    /// ```
    /// use tierline_core::{invitation::Kind, relationship::Side, testing::*};
    /// let joint = Kind::JointRelationship { reseller: id(2), provider: id(1) };
    /// assert_eq!(joint.partners(), [(id(2), Side::IndirectReseller), (id(1), Side::IndirectProvider)]);
    /// assert!(Kind::Partnership { provider: id(1) }.partners().is_empty());
    /// ```
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
    ///
    /// ```
    /// use tierline_core::{invitation::Kind, testing::id};
    /// assert_eq!(Kind::JointRelationship { reseller: id(2), provider: id(1) }.code(), "joint_relationship");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Kind::Partnership { .. } => "partnership",
            Kind::Relationship { .. } => "relationship",
            Kind::JointRelationship { .. } => "joint_relationship",
        }
    }
}

/// The message to the recipient: "You can edit the text in the email message, but be sure to include the link as it is
/// personalized" ("Partner with indirect resellers in the CSP program").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Message {
    /// The recipient.
    pub recipient: EmailAddress,
    /// The language of the frame around the text.
    pub language: Language,
    /// The subject.
    pub subject: MessageSubject,
    /// The text, with [`LINK_PLACEHOLDER`] where the link goes.
    pub text: MessageText,
}

/// The way the link was sent. Both ways count as sending, with a number and a validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// The portal mails it.
    Portal,
    /// The sender mails it: opened in their own mail program, or copied.
    OwnMail,
}

/// An invitation with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The organization that invites.
    pub inviter: OrganizationId,
    /// The kind of request.
    pub kind: Kind,
    /// The organization it is addressed to, when the recipient's domain is known.
    pub addressee: Option<OrganizationId>,
    /// Recipient and text.
    pub message: Message,
    /// The groups to which the rights of the user who drafted it were narrowed: users narrowed to one of them know of
    /// it, and so the customer that accepts it is in them.
    #[serde(default, skip_serializing_if = "GroupSet::is_empty")]
    pub groups: GroupSet,
    /// When it was drafted.
    pub created: Timestamp,
    /// The user who drafted it.
    pub created_by: UserId,
    /// The number of the newest link; 0 before the first was made. Older links are replaced.
    pub link: u32,
    /// When the newest link was made.
    pub link_made: Option<Timestamp>,
    /// The state that it has reached.
    pub state: State,
}

/// The states of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// Sent; nobody has opened it.
    Sent {
        /// When it happened.
        at: Timestamp,
        /// The way it was sent.
        delivery: Delivery,
        /// The end of its validity.
        expires: Timestamp,
    },
    /// A user signed in with it, or chose to continue.
    Opened {
        /// When it was sent.
        sent: Timestamp,
        /// The way it was sent.
        delivery: Delivery,
        /// When it was first opened.
        at: Timestamp,
        /// The end of its validity.
        expires: Timestamp,
    },
    /// Accepted.
    Accepted {
        /// When it happened.
        at: Timestamp,
        /// The organization that accepted.
        organization: OrganizationId,
        /// Its global admin.
        by: UserId,
    },
    /// Declined.
    Declined {
        /// When it happened.
        at: Timestamp,
        /// The organization that declined.
        organization: OrganizationId,
        /// Its global admin.
        by: UserId,
        /// The reason, if given.
        reason: Option<Reason>,
    },
    /// Taken back by the inviter.
    Canceled {
        /// When it happened.
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

/// The state in one word, with time taken into account: shown in lists and used by their filters.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
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

/// Events of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was begun.
    Drafted {
        /// The organization that invites.
        inviter: OrganizationId,
        /// The kind of request.
        #[serde(rename = "asks")]
        kind: Kind,
        /// The organization it is addressed to, if known.
        addressee: Option<OrganizationId>,
        /// Recipient and text.
        message: Message,
        /// The groups to which the user's rights were narrowed.
        #[serde(default, skip_serializing_if = "GroupSet::is_empty")]
        groups: GroupSet,
        /// When it happened.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// The recipient or text was changed before sending.
    Edited {
        /// The organization it is addressed to now, if known.
        addressee: Option<OrganizationId>,
        /// Recipient and text.
        message: Message,
        /// When it happened.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// It was sent with link number `link`; a higher number than before replaces the older link.
    Sent {
        /// The number of the link.
        link: u32,
        /// The way it was sent.
        delivery: Delivery,
        /// The end of its validity.
        expires: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// A user signed in with it, or chose to continue.
    Opened {
        /// When it happened.
        at: Timestamp,
    },
    /// It was accepted.
    Accepted {
        /// The organization that accepted.
        organization: OrganizationId,
        /// When it happened.
        at: Timestamp,
        /// Its global admin.
        by: UserId,
    },
    /// It was declined.
    Declined {
        /// The organization that declined.
        organization: OrganizationId,
        /// The reason, if given.
        reason: Option<Reason>,
        /// When it happened.
        at: Timestamp,
        /// Its global admin.
        by: UserId,
    },
    /// The inviter took it back.
    Canceled {
        /// When it happened.
        at: Timestamp,
        /// The inviter's user.
        by: UserId,
    },
    /// A job recorded that nobody answered in time.
    Expired {
        /// The end of its validity.
        at: Timestamp,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Drafted {
                inviter,
                kind,
                addressee,
                ..
            } => [*inviter]
                .into_iter()
                .chain(*addressee)
                .chain(kind.joint_provider())
                .collect(),
            Event::Edited { addressee, .. } => addressee.iter().copied().collect(),
            Event::Accepted { organization, .. } | Event::Declined { organization, .. } => {
                vec![*organization]
            }
            Event::Sent { .. }
            | Event::Opened { .. }
            | Event::Canceled { .. }
            | Event::Expired { .. } => Vec::new(),
        }
    }
}

impl Invitation {
    /// The state in one word. Expiry counts even when no job has recorded it.
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

    /// Whether it can still be answered.
    ///
    /// ```
    /// use tierline_core::{invitation::{Kind, VALIDITY}, testing::*};
    /// let sent = invitation(&provider(), Kind::Partnership { provider: provider().id }, None);
    /// assert!(sent.is_open(day(90)) && !sent.is_open(day(1) + VALIDITY));
    /// ```
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        matches!(self.status(now), Status::Sent | Status::Opened)
    }

    /// The end of the time in which it can (or could) be answered: the first moment at which it no longer can. None for
    /// an invitation that was never sent, was answered or was taken back.
    ///
    /// ```
    /// use tierline_core::{invitation::{Kind, VALIDITY}, testing::*};
    /// let sent = invitation(&provider(), Kind::Partnership { provider: provider().id }, None);
    /// assert_eq!(sent.expires(), Some(day(1) + VALIDITY));
    /// ```
    #[must_use]
    pub fn expires(&self) -> Option<Timestamp> {
        match &self.state {
            State::Sent { expires, .. } | State::Opened { expires, .. } => Some(*expires),
            State::Expired { at } => Some(*at),
            _ => None,
        }
    }
}

/// An invitation begins as a draft. Accepted, declined and canceled are final: later events change nothing. An expired
/// invitation can be sent again.
///
/// ```
/// use tierline_core::{Evolve, invitation::{Delivery, Event, Invitation, Kind, Status, VALIDITY}, testing::*};
/// let (inviter, by) = (provider().id, id(7));
/// let kind = Kind::Partnership { provider: inviter };
/// let history = [
///     Event::Drafted { inviter, kind, addressee: None, message: message(), groups: Default::default(), at: day(1), by },
///     Event::Sent { link: 1, delivery: Delivery::Portal, expires: day(1) + VALIDITY, at: day(1), by },
///     Event::Opened { at: day(2) },
///     Event::Canceled { at: day(3), by },
///     Event::Accepted { organization: id(2), at: day(4), by: id(8) },
/// ];
/// let opened = Invitation::replay(id(1000), &history[..3]).unwrap();
/// assert_eq!((opened.link, opened.status(day(3))), (1, Status::Opened));
/// let canceled = Invitation::replay(id(1000), &history).unwrap();
/// assert_eq!(canceled.status(day(5)), Status::Canceled);
/// ```
impl Evolve for Invitation {
    type Id = InvitationId;
    type Event = Event;

    fn begin(id: InvitationId, event: &Event) -> Option<Invitation> {
        let Event::Drafted {
            inviter,
            kind,
            addressee,
            message,
            groups,
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
            groups: *groups,
            created: *at,
            created_by: *by,
            link: 0,
            link_made: None,
            state: State::Draft,
        })
    }

    fn apply(&mut self, event: &Event) {
        // Accepted, declined and canceled are final; an expired invitation can be sent again.
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
