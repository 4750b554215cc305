//! Invitations, for those who send them and for those who open them.

use serde::{Deserialize, Serialize};
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{InvitationId, OrganizationId},
    invitation::{Check, Invitation, Kind, Status},
    market::Country,
    organization::{Organization, Party},
    relationship::{GrantSet, Side},
};

use crate::{
    activity::model::History, form::mark::Mark, list::model::Page,
    partnership::model::PartnerChoice,
};

/// An invitation in the inviter's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// What it asks for.
    pub kind: Kind,
    /// To whom it went.
    pub recipient: String,
    /// The organization it is addressed to, if known.
    pub addressee: Option<Party>,
    /// The other partner of a joint invitation.
    pub provider: Option<Party>,
    /// How far it has come, now.
    pub status: Status,
    /// When it was drafted, and by whom.
    pub created: Timestamp,
    /// The name of the user who drafted it.
    pub created_by: String,
    /// When the newest link went out.
    pub sent: Option<Timestamp>,
    /// When it was opened.
    pub opened: Option<Timestamp>,
    /// Until when it can (or could) be answered.
    pub expires: Option<Timestamp>,
}

/// The inviter's list of invitations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationsPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The invitations.
    pub invitations: Page<InvitationRow>,
}

/// What is needed to begin an invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewInvitationPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Name of the signed-in user, for the closing line of the text.
    pub user_name: String,
    /// For a joint invitation: the providers to choose from.
    pub providers: Vec<PartnerChoice>,
    /// For an invitation begun from a customer's page: the customer, and where to reach its admin.
    pub customer: Option<(Party, String)>,
}

/// An invitation's own page, for the inviter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InvitationPage {
    /// The signed-in organization: the inviter.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The invitation.
    pub invitation: Invitation,
    /// What the form of its message is filled with.
    pub message_mark: Mark,
    /// The organization it is addressed to, if known.
    pub addressee: Option<Party>,
    /// The other partner of a joint invitation.
    pub provider: Option<Party>,
    /// What is known to stand in the way.
    pub checks: Vec<Check>,
    /// The whole link, only in the browser that made it and only for a day; the server keeps its hash.
    pub link: Option<String>,
    /// Everything that happened, newest first.
    pub timeline: History,
}

/// A partner on the page that an invitation's link opens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskingPartner {
    /// Who.
    pub party: Party,
    /// Its legal location.
    pub country: Country,
    /// Known to the program since.
    pub known_since: Timestamp,
    /// As what it would serve the customer; none for a partnership request.
    pub side: Option<Side>,
    /// The rights it asks for.
    pub asks_for: GrantSet,
}

/// The page that an invitation's link opens. Reading it changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkPage {
    /// What it asks for.
    pub kind: Kind,
    /// Who asks: the inviter first.
    pub partners: Vec<AskingPartner>,
    /// The text of the message, without the link.
    pub text: String,
    /// The whole link, to hand on to somebody who may answer it.
    pub link: String,
    /// Until when it can be answered.
    pub expires: Option<Timestamp>,
    /// The organization it is addressed to, if known; only told to who is signed in for it.
    pub addressee: Option<Party>,
    /// Can this link still be answered? If not, which end it has come to.
    pub open: Result<(), Refusal>,
    /// For who is signed in: would accepting be allowed?
    pub may_accept: Option<Result<(), Refusal>>,
    /// The signed-in organization, whose account would accept.
    pub organization: Option<Party>,
    /// Its global admins by name, to hand the link to when the user is none.
    pub admins: Vec<String>,
    /// The organization that has accepted, if the reader is signed in for it.
    pub accepted_by: Option<OrganizationId>,
}
