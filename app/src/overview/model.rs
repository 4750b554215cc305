//! The overview: what waits for whom.

use serde::{Deserialize, Serialize};
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{InvitationId, PartnershipId},
    invitation::Kind,
    organization::{Organization, Party},
};

use crate::timeline::TimelineEntry;

/// The overview of the signed-in organization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Figures for the strip of facts; those that do not apply are none.
    pub figures: Figures,
    /// What waits for this organization, the oldest first.
    pub for_us: Vec<Waiting>,
    /// What waits for others, the oldest first.
    pub for_others: Vec<Waiting>,
    /// What happened last.
    pub recent: Vec<TimelineEntry>,
}

/// Figures for the strip of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Customers with a relationship in force.
    pub customers: Option<u64>,
    /// Resellers or providers in partnership.
    pub partners: Option<u64>,
    /// Invitations that wait for an answer.
    pub open_invitations: Option<u64>,
    /// Active subscriptions.
    pub subscriptions: Option<u64>,
    /// For a customer: partners that can act for it.
    pub granted_partners: Option<u64>,
    /// For the operator: organizations.
    pub organizations: Option<u64>,
    /// For the operator: mails that could not be delivered.
    pub dead_mails: Option<u64>,
}

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Waiting {
    /// An invitation addressed to us; its link is in our admin's mail.
    InvitationForUs {
        /// The invitation.
        invitation: InvitationId,
        /// What it asks for.
        asks: Kind,
        /// Who asks.
        from: Party,
        /// Since when.
        since: Timestamp,
        /// Until when.
        expires: Timestamp,
    },
    /// An invitation of ours, not yet answered.
    InvitationSent {
        /// The invitation.
        invitation: InvitationId,
        /// What it asks for.
        asks: Kind,
        /// To whom it went.
        recipient: String,
        /// Was it opened?
        opened: Option<Timestamp>,
        /// Since when.
        since: Timestamp,
        /// Until when.
        expires: Timestamp,
    },
    /// A draft of ours, never sent.
    Draft {
        /// The invitation.
        invitation: InvitationId,
        /// What it asks for.
        asks: Kind,
        /// To whom it would go.
        recipient: String,
        /// Since when.
        since: Timestamp,
    },
    /// An invitation of ours that expired within the last thirty days: send it again or leave it.
    Expired {
        /// The invitation.
        invitation: InvitationId,
        /// What it asked for.
        asks: Kind,
        /// To whom it went.
        recipient: String,
        /// Since when.
        since: Timestamp,
    },
    /// A partnership in its notice period.
    PartnershipEnding {
        /// The partnership.
        partnership: PartnershipId,
        /// The other partner.
        other: Party,
        /// Since when.
        since: Timestamp,
        /// Its end.
        ends: Timestamp,
    },
    /// The agreement is not signed.
    AgreementUnsigned,
    /// No MPN ID is associated.
    MpnIdMissing,
    /// For the operator: mails that could not be delivered.
    DeadMails {
        /// How many.
        count: u64,
        /// Since when.
        since: Timestamp,
    },
}
