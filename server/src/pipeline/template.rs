use serde::Serialize;
use tierline_core::account::Factor;

/// All mails of the portal, with their facts. Names are shown unchanged; links are whole URLs; dates are already
/// written in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum MailTemplate {
    /// An invitation in its sender's words; `link` is in `body` already and becomes a button as well.
    Invitation {
        subject: String,
        body: String,
        link: String,
    },
    InvitationAccepted {
        kind: InvitationKind,
        accepter: String,
        link: String,
    },
    InvitationDeclined {
        kind: InvitationKind,
        decliner: String,
        reason: Option<String>,
        link: String,
    },
    /// To the recipient of an invitation: its link is no longer valid.
    InvitationCanceled {
        kind: InvitationKind,
        inviter: String,
    },
    /// To the other side of a partnership that one side ended.
    PartnershipEnded {
        ended_by: String,
        reason: Option<String>,
        link: String,
    },
    /// To the provider of a reseller that has announced the end; `ends` is the date.
    PartnershipEnding {
        ended_by: String,
        ends: String,
        reason: Option<String>,
        link: String,
    },
    /// To the other side of a customer relationship that one side ended.
    RelationshipEnded {
        ended_by: String,
        reason: Option<String>,
        link: String,
    },
    /// To a partner that lost one grant while the relationship goes on, or to a customer whose partner gave it back.
    GrantEnded {
        grant: GrantKind,
        ended_by: String,
        customer: String,
        link: String,
    },
    /// To the provider to which its reseller gives administrator access to its tenant again.
    TenantAdminGranted {
        reseller: String,
        link: String,
    },
    /// To the new customer's first administrator. Never holds a password: that is shown once, to the partner.
    CustomerCreated {
        partner: String,
        customer: String,
        account: String,
        link: String,
    },
    OrderSubmitted {
        seller: String,
        customer: String,
        lines: Vec<OrderLine>,
        total: String,
        link: String,
    },
    /// To the inviter, about an invitation that is still unanswered.
    ExpiryReminder {
        kind: InvitationKind,
        invited: String,
        expires: String,
        link: String,
    },
    /// To the account's owner, in case somebody else has made the change. `factor` is the factor that signing in now
    /// asks for.
    SecondFactorSetUp {
        account: String,
        factor: Factor,
        link: String,
    },
    /// The same, when a factor was added or removed.
    FactorChanged {
        account: String,
        factor: Factor,
        added: bool,
        link: String,
    },
    RecoveryCodeUsed {
        account: String,
        left: u32,
        link: String,
    },
    RecoveryCodesRenewed {
        account: String,
        link: String,
    },
    /// The same; `by_operator` when the operator has turned it off.
    SecondFactorTurnedOff {
        account: String,
        by_operator: bool,
        link: String,
    },
}

/// The relation that accepting an invitation creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationKind {
    Partnership,
    Relationship,
}

/// A grant from a customer to a partner, or from a reseller to its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantKind {
    OrderOnBehalf,
    Administration,
    Support,
    TenantAdmin,
}

/// One line of an order; the amount is already written in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrderLine {
    pub product: String,
    pub quantity: u32,
    pub amount: String,
}

impl MailTemplate {
    /// The stable name, used for the template files and in the database.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            MailTemplate::Invitation { .. } => "invitation",
            MailTemplate::InvitationAccepted { .. } => "invitation_accepted",
            MailTemplate::InvitationDeclined { .. } => "invitation_declined",
            MailTemplate::InvitationCanceled { .. } => "invitation_canceled",
            MailTemplate::PartnershipEnded { .. } => "partnership_ended",
            MailTemplate::PartnershipEnding { .. } => "partnership_ending",
            MailTemplate::RelationshipEnded { .. } => "relationship_ended",
            MailTemplate::GrantEnded { .. } => "grant_ended",
            MailTemplate::TenantAdminGranted { .. } => "tenant_admin_granted",
            MailTemplate::CustomerCreated { .. } => "customer_created",
            MailTemplate::OrderSubmitted { .. } => "order_submitted",
            MailTemplate::ExpiryReminder { .. } => "expiry_reminder",
            MailTemplate::SecondFactorSetUp { .. } => "second_factor_set_up",
            MailTemplate::FactorChanged { .. } => "factor_changed",
            MailTemplate::RecoveryCodeUsed { .. } => "recovery_code_used",
            MailTemplate::RecoveryCodesRenewed { .. } => "recovery_codes_renewed",
            MailTemplate::SecondFactorTurnedOff { .. } => "second_factor_turned_off",
        }
    }

    /// Whether a person sends it, so that an answer to it has a reader.
    #[must_use]
    pub const fn is_from_a_person(&self) -> bool {
        matches!(
            self,
            MailTemplate::Invitation { .. } | MailTemplate::InvitationCanceled { .. }
        )
    }

    /// The other organization that the mail is about; none where it is about the recipient's own affairs.
    pub(crate) fn other_party(&self) -> Option<&str> {
        match self {
            MailTemplate::InvitationAccepted { accepter, .. } => Some(accepter),
            MailTemplate::InvitationDeclined { decliner, .. } => Some(decliner),
            MailTemplate::InvitationCanceled { inviter, .. } => Some(inviter),
            MailTemplate::PartnershipEnded { ended_by, .. }
            | MailTemplate::PartnershipEnding { ended_by, .. }
            | MailTemplate::RelationshipEnded { ended_by, .. }
            | MailTemplate::GrantEnded { ended_by, .. } => Some(ended_by),
            MailTemplate::TenantAdminGranted { reseller, .. } => Some(reseller),
            MailTemplate::CustomerCreated { partner, .. } => Some(partner),
            MailTemplate::OrderSubmitted { seller, .. } => Some(seller),
            MailTemplate::Invitation { .. }
            | MailTemplate::ExpiryReminder { .. }
            | MailTemplate::SecondFactorSetUp { .. }
            | MailTemplate::FactorChanged { .. }
            | MailTemplate::RecoveryCodeUsed { .. }
            | MailTemplate::RecoveryCodesRenewed { .. }
            | MailTemplate::SecondFactorTurnedOff { .. } => None,
        }
    }

    /// The target of the button, if there is one.
    pub(crate) fn link(&self) -> Option<&str> {
        match self {
            MailTemplate::Invitation { link, .. }
            | MailTemplate::InvitationAccepted { link, .. }
            | MailTemplate::InvitationDeclined { link, .. }
            | MailTemplate::PartnershipEnded { link, .. }
            | MailTemplate::PartnershipEnding { link, .. }
            | MailTemplate::RelationshipEnded { link, .. }
            | MailTemplate::GrantEnded { link, .. }
            | MailTemplate::TenantAdminGranted { link, .. }
            | MailTemplate::CustomerCreated { link, .. }
            | MailTemplate::OrderSubmitted { link, .. }
            | MailTemplate::ExpiryReminder { link, .. }
            | MailTemplate::SecondFactorSetUp { link, .. }
            | MailTemplate::FactorChanged { link, .. }
            | MailTemplate::RecoveryCodeUsed { link, .. }
            | MailTemplate::RecoveryCodesRenewed { link, .. }
            | MailTemplate::SecondFactorTurnedOff { link, .. } => Some(link),
            MailTemplate::InvitationCanceled { .. } => None,
        }
    }
}
