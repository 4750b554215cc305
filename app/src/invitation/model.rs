//! Invitations, for their senders and for the visitors who open them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{InvitationId, OrganizationId, PartnershipId},
    invitation::{Check, Invitation, Kind, Status},
    market::Country,
    organization::{Organization, Party},
    read::Read,
    relationship::{GrantSet, Side},
};

use crate::{
    form::mark::Mark,
    list::model::Page,
    partnership::model::{Open, PartnerChoices},
    timeline::History,
};

/// An invitation in the inviter's list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// The kind of request.
    pub kind: Kind,
    /// The recipient's address.
    pub recipient: String,
    /// The organization it is addressed to, if known.
    pub addressee: Option<Party>,
    /// The other partner of a joint invitation.
    pub provider: Option<Party>,
    /// Its current status.
    pub status: Status,
    /// The time when it was drafted.
    pub created: Timestamp,
    /// The name of the user who drafted it.
    pub created_by: String,
    /// The time when the newest link was sent.
    pub sent: Option<Timestamp>,
    /// The time when it was opened.
    pub opened: Option<Timestamp>,
    /// The end of the time in which it can (or could) be answered.
    pub expires: Option<Timestamp>,
    /// Whether the pace of sending allows it to be sent now.
    pub pace: Result<(), Refusal>,
}

/// The inviter's list of invitations.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct InvitationsPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The invitations.
    pub invitations: Page<InvitationRow>,
    /// All that wait for an answer: of this kind, and what resellers have written to a provider.
    pub open: Open,
}

/// The data for a new invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct NewInvitationPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Name of the signed-in user, for the closing line of the text.
    pub user_name: String,
    /// For a joint invitation: the providers to choose from.
    pub providers: PartnerChoices,
    /// For an invitation begun from a customer's page: the customer, and its admin's email address.
    pub customer: Option<(Party, String)>,
}

/// An invitation's own page, for the inviter.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct InvitationPage {
    /// The signed-in organization: the inviter.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The invitation.
    pub invitation: Invitation,
    /// The mark of the values in the form of its message.
    pub message_mark: Mark,
    /// The organization it is addressed to, if known.
    pub addressee: Option<Party>,
    /// The other partner of a joint invitation.
    pub provider: Option<Party>,
    /// Whether the pace of sending allows another one now.
    pub pace: Result<(), Refusal>,
    /// Known obstacles to an acceptance.
    pub checks: Vec<Check>,
    /// The whole link, only in the browser that made it and only for a day; the server keeps its hash.
    pub link: Option<String>,
    /// All events, newest first.
    pub timeline: History,
}

/// A partner on the page that an invitation's link opens.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AskingPartner {
    /// The partner.
    pub party: Party,
    /// Its legal location.
    pub country: Country,
    /// The time since which the program has known it.
    pub known_since: Timestamp,
    /// The side on which it would serve the customer; none for a partnership request.
    pub side: Option<Side>,
    /// The rights it asks for.
    pub asks_for: GrantSet,
}

/// The page that an invitation's link opens. Reading it changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LinkPage {
    /// The kind of request.
    pub kind: Kind,
    /// The asking partners: the inviter first.
    pub partners: Vec<AskingPartner>,
    /// The text of the message, without the link.
    pub text: String,
    /// The whole link, to hand on to a person who may answer it.
    pub link: String,
    /// The end of the time in which it can be answered.
    pub expires: Option<Timestamp>,
    /// The organization it is addressed to, if known; only told to users who are signed in for it.
    pub addressee: Option<Party>,
    /// Whether this link can still be answered; if not, how it ended.
    pub open: Result<(), Refusal>,
    /// Whether a new customer's tenant can be made by it.
    pub may_sign_up: Result<(), Refusal>,
    /// For a signed-in user: whether accepting would be allowed.
    pub may_accept: Option<Result<(), Refusal>>,
    /// The signed-in organization, whose account would accept.
    pub organization: Option<Party>,
    /// Its global admins by name, to hand the link to if the user is not one of them.
    pub admins: Vec<String>,
    /// The organization that has accepted, if the reader is signed in for it.
    pub accepted_by: Option<OrganizationId>,
    /// For that reader: the partnership that there is with who asked, if the reader may see partners.
    pub partnership: Option<PartnershipId>,
    /// For that reader: the partners of the invitation that have rights now, by name. None if the reader may not see
    /// them.
    pub granted: Option<Vec<GrantedNow>>,
}

/// A partner with the rights that it has now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct GrantedNow {
    /// Who.
    pub partner: Party,
    /// Which.
    pub grants: GrantSet,
}
