//! The overview: the items that wait for the organization or for others.

use serde::Serialize;
use tierline_core::{
    Timestamp,
    actor::Actor,
    agreement::AgreementKind,
    enrollment::{Status, Turn},
    ids::{AskId, InvitationId, OrderRequestId, PartnershipId},
    invitation::Kind,
    organization::{Organization, Party},
    read::Read,
};

use crate::timeline::TimelineEntry;

/// The overview of the signed-in organization.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Overview {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Figures for the strip of facts; inapplicable ones are none.
    pub figures: Figures,
    /// The agreement that was signed lately, for the banner that confirms it.
    pub accepted: Option<Accepted>,
    /// The queues of the operator's work; none for others.
    pub queues: Vec<Queue>,
    /// The items that wait for this organization, the oldest first.
    pub for_us: Vec<Waiting>,
    /// The items that wait for others, the oldest first.
    pub for_others: Vec<Waiting>,
    /// The latest events.
    pub recent: Vec<TimelineEntry>,
}

/// An agreement that the organization has accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Accepted {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: String,
    /// When.
    pub at: Timestamp,
}

/// A queue of the operator's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Queue {
    /// What waits in it, in the reader's language.
    pub title: String,
    /// The list of it.
    pub list: String,
    /// How much waits.
    pub count: u64,
    /// Since when the oldest has waited.
    pub oldest: Option<Timestamp>,
    /// When that breaks the promise, if one was made.
    pub due: Option<Timestamp>,
    /// How much of it the reader has taken.
    pub mine: u64,
    /// The list of that.
    pub mine_list: String,
    /// How much of it nobody has taken.
    pub unassigned: u64,
    /// The list of that.
    pub unassigned_list: String,
}

/// Figures for the strip of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Figures {
    /// Customers with a relationship in force.
    pub customers: Option<u64>,
    /// Resellers or providers in partnership.
    pub partners: Option<u64>,
    /// Requests to resellers that wait for an answer.
    pub requests_to_resellers: Option<u64>,
    /// Requests to customers that wait for an answer.
    pub requests_to_customers: Option<u64>,
    /// Active subscriptions.
    pub subscriptions: Option<u64>,
    /// For a customer: partners that can act for it.
    pub granted_partners: Option<u64>,
    /// For the operator: organizations.
    pub organizations: Option<u64>,
    /// For the operator: mails that could not be delivered.
    pub dead_mails: Option<u64>,
}

/// The most items of a kind that are on the overview. One more is sent where there are more.
pub const MOST_OF_A_KIND: usize = 100;

/// An item that waits for an organization.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Waiting {
    /// An invitation addressed to us; its link is in our admin's mail.
    InvitationForUs {
        /// The invitation.
        invitation: InvitationId,
        /// The kind of request.
        asks: Kind,
        /// The asking partner.
        from: Party,
        /// The time when it was sent.
        since: Timestamp,
        /// The time when it expires.
        expires: Timestamp,
    },
    /// An invitation of ours, not yet answered.
    InvitationSent {
        /// The invitation.
        invitation: InvitationId,
        /// The kind of request.
        asks: Kind,
        /// The recipient's address.
        recipient: String,
        /// The time when it was opened, if it was.
        opened: Option<Timestamp>,
        /// The time when it was sent.
        since: Timestamp,
        /// The time when it expires.
        expires: Timestamp,
    },
    /// A draft of ours, never sent.
    Draft {
        /// The invitation.
        invitation: InvitationId,
        /// The kind of request.
        asks: Kind,
        /// The address of the future recipient.
        recipient: String,
        /// The time when it was drafted.
        since: Timestamp,
    },
    /// An invitation of ours that expired within the last thirty days: send it again or leave it.
    Expired {
        /// The invitation.
        invitation: InvitationId,
        /// The kind of request.
        asks: Kind,
        /// The recipient's address.
        recipient: String,
        /// The time when it expired.
        since: Timestamp,
    },
    /// A partnership in its notice period.
    PartnershipEnding {
        /// The partnership.
        partnership: PartnershipId,
        /// The other partner.
        other: Party,
        /// The time of the notice.
        since: Timestamp,
        /// Its end.
        ends: Timestamp,
    },
    /// The own enrollment is not at its end.
    Enrollment {
        /// Its status.
        status: Status,
        /// Whose turn it is.
        turn: Turn,
        /// Since when it has been so, or when the enrollment began.
        since: Timestamp,
        /// When the promised time is over, or when the partner is suspended.
        until: Option<Timestamp>,
    },
    /// The agreement is not signed, and there is no text of it to sign here.
    AgreementUnsigned,
    /// An agreement is to be signed.
    AgreementAsked {
        /// The agreement.
        kind: AgreementKind,
        /// The version.
        version: String,
        /// The day from which on nothing is transacted without it, if there is one.
        must_be_signed_by: Option<Timestamp>,
    },
    /// No MPN ID is associated.
    MpnIdMissing,
    /// A reseller asks us to partner.
    AskForUs {
        /// The message.
        ask: AskId,
        /// The reseller.
        from: Party,
        /// The time when it was sent.
        since: Timestamp,
    },
    /// A provider has not answered our message.
    AskSent {
        /// The message.
        ask: AskId,
        /// The provider.
        to: Party,
        /// The time when it was sent.
        since: Timestamp,
    },
    /// A reseller's request for an order waits for us.
    OrderRequestForUs {
        /// The request.
        request: OrderRequestId,
        /// The reseller.
        from: Party,
        /// The customer.
        customer: Party,
        /// The time when it was asked.
        since: Timestamp,
        /// The time when it lapses.
        lapses: Timestamp,
    },
    /// Our request for an order waits for somebody else.
    OrderRequestSent {
        /// The request.
        request: OrderRequestId,
        /// Who acts next.
        to: Party,
        /// The customer.
        customer: Party,
        /// The time when it was asked.
        since: Timestamp,
        /// The time when it lapses.
        lapses: Timestamp,
    },
    /// A change of our listing in the directory is being reviewed.
    ListingChange {
        /// The time when it was submitted.
        since: Timestamp,
        /// The end of the promised time.
        promised: Timestamp,
    },
    /// For the operator: changes of listings to be reviewed.
    ListingChanges {
        /// Their number.
        count: u64,
        /// The time when the oldest was submitted.
        since: Timestamp,
        /// The end of the time promised for that.
        promised: Timestamp,
    },
    /// For the operator: mails that could not be delivered.
    DeadMails {
        /// Their number.
        count: u64,
        /// The time of the oldest.
        since: Timestamp,
    },
}
