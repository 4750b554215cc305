//! The mails of the portal. Each is declared once: its name, its facts, and what is known of it beside its text, which
//! is in `templates/mail/NAME.txt`.

use serde::Serialize;
use tierline_core::account::Factor;

/// Makes the mails. Each has a stable name, which is that of its file and the one in the database, and a sender: the
/// portal, or a person, so that an answer to it has a reader. `party` names the field with the other organization that
/// the mail is about, if it is not about the recipient's own affairs; `button` the one with the target of its button.
macro_rules! mails {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident = $kind:literal, from $sender:ident $(, party $party:ident)? $(, button $link:ident)?
        { $($field:ident: $type:ty,)* }
    )*) => {
        /// All mails of the portal, with their facts. Names are shown unchanged; links are whole URLs; dates are
        /// already written in the reader's language.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum MailTemplate {
            $($(#[doc = $doc])* $name { $($field: $type,)* },)*
        }

        impl MailTemplate {
            /// The name and the file of every mail.
            pub(crate) const FILES: &[(&str, &str)] = &[
                $(($kind, include_str!(concat!("../../templates/mail/", $kind, ".txt"))),)*
            ];

            /// The stable name, used for the template files and in the database.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(MailTemplate::$name { .. } => $kind,)* }
            }

            /// Whether a person sends it, so that an answer to it has a reader.
            #[must_use]
            pub const fn is_from_a_person(&self) -> bool {
                match self { $(MailTemplate::$name { .. } => mails!(@from $sender),)* }
            }

            /// The other organization that the mail is about; none where it is about the recipient's own affairs.
            pub(crate) fn other_party(&self) -> Option<&str> {
                match self { $(MailTemplate::$name { $($party,)? .. } => mails!(@field $($party)?),)* }
            }

            /// The target of the button, if there is one.
            pub(crate) fn link(&self) -> Option<&str> {
                match self { $(MailTemplate::$name { $($link,)? .. } => mails!(@field $($link)?),)* }
            }
        }
    };
    (@from a_person) => { true };
    (@from the_portal) => { false };
    (@field) => { None };
    (@field $field:ident) => { Some($field) };
}

mails! {
    /// An invitation in its sender's words; `link` is in `body` already and becomes a button as well.
    Invitation = "invitation", from a_person, button link {
        subject: String,
        body: String,
        link: String,
    }

    InvitationAccepted = "invitation_accepted", from the_portal, party accepter, button link {
        kind: InvitationKind,
        accepter: String,
        link: String,
    }

    InvitationDeclined = "invitation_declined", from the_portal, party decliner, button link {
        kind: InvitationKind,
        decliner: String,
        reason: Option<String>,
        link: String,
    }

    /// To the recipient of an invitation: its link is no longer valid.
    InvitationCanceled = "invitation_canceled", from a_person, party inviter {
        kind: InvitationKind,
        inviter: String,
    }

    /// To the other side of a partnership that one side ended.
    PartnershipEnded = "partnership_ended", from the_portal, party ended_by, button link {
        ended_by: String,
        reason: Option<String>,
        link: String,
    }

    /// To the provider of a reseller that has announced the end; `ends` is the date.
    PartnershipEnding = "partnership_ending", from the_portal, party ended_by, button link {
        ended_by: String,
        ends: String,
        reason: Option<String>,
        link: String,
    }

    /// To the other side of a customer relationship that one side ended.
    RelationshipEnded = "relationship_ended", from the_portal, party ended_by, button link {
        ended_by: String,
        reason: Option<String>,
        link: String,
    }

    /// To a partner that lost one grant while the relationship goes on, or to a customer whose partner gave it back.
    GrantEnded = "grant_ended", from the_portal, party ended_by, button link {
        grant: GrantKind,
        ended_by: String,
        customer: String,
        link: String,
    }

    /// To the provider to which its reseller gives administrator access to its tenant again.
    TenantAdminGranted = "tenant_admin_granted", from the_portal, party reseller, button link {
        reseller: String,
        link: String,
    }

    /// To the new customer's first administrator. Never holds a password: that is shown once, to the partner.
    CustomerCreated = "customer_created", from the_portal, party partner, button link {
        partner: String,
        customer: String,
        account: String,
        link: String,
    }

    OrderSubmitted = "order_submitted", from the_portal, party seller, button link {
        seller: String,
        customer: String,
        lines: Vec<OrderLine>,
        total: String,
        link: String,
    }

    /// To the inviter, about an invitation that is still unanswered.
    ExpiryReminder = "expiry_reminder", from the_portal, button link {
        kind: InvitationKind,
        invited: String,
        expires: String,
        link: String,
    }

    /// To the account's owner, in case somebody else has made the change. `factor` is the factor that signing in now
    /// asks for.
    SecondFactorSetUp = "second_factor_set_up", from the_portal, button link {
        account: String,
        factor: Factor,
        link: String,
    }

    /// The same, when a factor was added or removed.
    FactorChanged = "factor_changed", from the_portal, button link {
        account: String,
        factor: Factor,
        added: bool,
        link: String,
    }

    RecoveryCodeUsed = "recovery_code_used", from the_portal, button link {
        account: String,
        left: u32,
        link: String,
    }

    RecoveryCodesRenewed = "recovery_codes_renewed", from the_portal, button link {
        account: String,
        link: String,
    }

    /// The same; `by_operator` when the operator has turned it off, or by an admin of an organization.
    SecondFactorTurnedOff = "second_factor_turned_off", from the_portal, button link {
        account: String,
        by_operator: bool,
        by_admin_of: Option<String>,
        link: String,
    }

    /// To somebody who is to become a user of an organization.
    MemberInvited = "member_invited", from the_portal, party organization, button link {
        by: String,
        organization: String,
        roles: String,
        expires: String,
        link: String,
    }

    /// To a user, who chooses another password by the link.
    PasswordLink = "password_link", from the_portal, party organization, button link {
        account: String,
        organization: String,
        expires: String,
        link: String,
    }

    /// To a user, after an admin of an organization has changed what the user may do there.
    AccessChanged = "access_changed", from the_portal, party organization, button link {
        change: AccessChange,
        account: String,
        organization: String,
        roles: String,
        link: String,
    }
}

/// The relation that accepting an invitation creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationKind {
    Partnership,
    Relationship,
}

/// What an admin has done to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessChange {
    Roles,
    Blocked,
    Unblocked,
    Removed,
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
