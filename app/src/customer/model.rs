//! Customers, as their partners see them.

use serde::{Deserialize, Serialize};
use tierline_core::{
    Refusal, Timestamp,
    access::Provider,
    actor::Actor,
    group::Placing,
    ids::{CustomerDraftId, CustomerGroupId, PlacingId, SubscriptionId},
    market::Country,
    money::Money,
    organization::{Organization, Party},
    read::Read,
    relationship::{GrantSet, Relationship, Side},
};

use crate::{
    catalog::model::{ChosenLine, ProductRow},
    form::mark::Mark,
    group::model::{CustomerGroups, GroupChoice},
    list::model::Page,
    partnership::model::PartnerChoices,
    subscription::model::Subscriptions,
    timeline::History,
};

/// A customer in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CustomerRow {
    /// The customer.
    pub party: Party,
    /// The tenant's domain.
    pub domain: String,
    /// Its legal location.
    pub country: Country,
    /// The side on which the signed-in partner serves it.
    pub side: Side,
    /// The rights that the signed-in partner asks for and does not have.
    pub missing: GrantSet,
    /// The last day, before its end, on which all rights are in force that are now; none without an end date.
    pub ends: Option<Timestamp>,
    /// The start of the relationship.
    pub since: Timestamp,
    /// For a provider: the resellers that also serve it; for a reseller: the providers that may order.
    pub other_partners: Vec<Party>,
    /// The names of the partner's groups in which it is, as far as the reader knows of them.
    pub groups: Vec<String>,
    /// Active subscriptions.
    pub subscriptions: u64,
    /// Licenses in them.
    pub licenses: u64,
}

/// The list of customers.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CustomersPage {
    /// Requests to customers that wait for an answer; none for a user who may not see them.
    pub open_requests: Option<u64>,
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The customers.
    pub customers: Page<CustomerRow>,
    /// The partners by which the list can be filtered.
    pub partners: PartnerChoices,
    /// The groups by which it can be.
    pub groups: Vec<GroupChoice>,
    /// Whether the reader puts many of them into a group at once; not where there is none.
    pub may_place: bool,
}

/// A change that puts many customers into a group, or takes them out of it.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PlacingPage {
    /// Its id.
    pub id: PlacingId,
    /// The group, while there is one.
    pub group: Option<CustomerGroupId>,
    /// The group's name.
    pub name: String,
    /// Into it, or out of it.
    pub placing: Placing,
    /// How many customers were chosen.
    pub chosen: u64,
    /// How many were changed.
    pub changed: u64,
    /// How many were so already.
    pub same: u64,
    /// How many are no customers any more.
    pub gone: u64,
    /// Whether it is done.
    pub is_done: bool,
    /// Whether it was stopped: whoever began it may do it no more, or the group was removed.
    pub is_stopped: bool,
    /// The change that it undoes, if it undoes one.
    pub undoes: Option<PlacingId>,
    /// How many customers would be as before, if it were undone.
    pub unchanged: u64,
    /// Whether it can be undone.
    pub may_undo: Result<(), Refusal>,
    /// Who began it.
    pub by: String,
    /// When.
    pub began: Timestamp,
}

/// The data of an expanded record, and of a customer's own page.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CustomerPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The customer.
    pub customer: Organization,
    /// The contact's email address.
    pub contact: Option<String>,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// The relationship with the signed-in partner.
    pub relationship: Relationship,
    /// The partners of the other side that serve this customer together with the signed-in one.
    pub other_partners: Vec<Party>,
    /// For a reseller: its providers, and whether each may order for this customer.
    pub providers: Vec<Provider>,
    /// Whether the customer has a plan of the cloud platform, of which a reseller can be tenant owner.
    pub has_platform: bool,
    /// Users of the customer's tenant.
    pub users: u64,
    /// The subscriptions that the signed-in partner may see.
    pub subscriptions: Subscriptions,
    /// The work account of the customer's first admin, before the first sign-in, so that a lost temporary password can
    /// be replaced.
    /// replaced.
    pub admin_pending: Option<String>,
    /// The partner's groups in which the customer is.
    pub groups: CustomerGroups,
    /// All events between the two, newest first.
    pub timeline: History,
}

/// **New subscription** for an existing customer.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct NewSubscriptionPage {
    /// The customer, with everything that core needs to decide.
    pub customer: CustomerPage,
    /// The resellers that can be partner of record: in partnership, and with a relationship with the customer.
    pub resellers: PartnerChoices,
    /// Products that match the search, to add.
    pub products: Page<ProductRow>,
    /// Products that are already in the form, by the lines in the address.
    pub chosen: Vec<ChosenLine>,
    /// Whether the customer's account is under review: nothing new can be ordered for it.
    pub under_review: bool,
}

/// The state of the **New customer** wizard: the typed values, kept on the server until it is submitted or canceled.
/// Strings, because they may still be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(default)]
pub struct CustomerDraft {
    /// The reseller's id; empty for a direct-bill partner.
    pub reseller: String,
    /// Legal name.
    pub name: String,
    /// The first part of the tenant's domain.
    pub domain: String,
    /// Two letters.
    pub country: String,
    /// Street.
    pub street: String,
    /// City.
    pub city: String,
    /// Postal code.
    pub postal_code: String,
    /// The first admin's name.
    pub admin_name: String,
    /// The first admin's user name, before the `@`.
    pub admin_user: String,
    /// The contact's address.
    pub contact: String,
    /// The lines: what each is for, as a form has it, and the quantity as typed.
    pub lines: Vec<(String, String)>,
}

/// A part of a draft that has a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftPart {
    /// Everything but the lines.
    Details,
    /// The lines.
    Lines,
    /// Both.
    Whole,
}

impl CustomerDraft {
    /// This part, with the other part empty.
    #[must_use]
    pub fn part(&self, part: DraftPart) -> CustomerDraft {
        CustomerDraft::default().with(part, self.clone())
    }

    /// This draft, with this part of it from the other.
    #[must_use]
    pub fn with(self, part: DraftPart, other: CustomerDraft) -> CustomerDraft {
        match part {
            DraftPart::Whole => other,
            DraftPart::Details => CustomerDraft {
                lines: self.lines,
                ..other
            },
            DraftPart::Lines => CustomerDraft {
                lines: other.lines,
                ..self
            },
        }
    }
}

/// A page of the **New customer** wizard.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CustomerDraftPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// Why the user cannot begin to create a customer, if so.
    pub refused: Option<Refusal>,
    /// The draft's id; the request id of its submission too.
    pub id: CustomerDraftId,
    /// The values typed so far.
    pub draft: CustomerDraft,
    /// The mark of the values in the form of the details.
    pub details_mark: Mark,
    /// The mark of the values in the form of the lines.
    pub lines_mark: Mark,
    /// The mark of the reviewed values.
    pub mark: Mark,
    /// The resellers to choose from.
    pub resellers: PartnerChoices,
    /// The suffix after the first part of the domain.
    pub domain_suffix: String,
    /// The lines with their products.
    pub chosen: Vec<ChosenLine>,
    /// The sum for a month, if every line has a price in one currency.
    pub total: Option<Money>,
    /// The resulting customer, once submitted.
    pub submitted: Option<SubmittedCustomer>,
}

/// The result of a submitted wizard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
pub struct SubmittedCustomer {
    /// The new customer.
    pub customer: Party,
    /// The reseller it was created for.
    pub reseller: Option<Party>,
    /// Its subscriptions.
    pub subscriptions: Vec<SubscriptionId>,
    /// The admin's user name.
    pub admin_user_name: String,
    /// The time of the submission.
    pub at: Timestamp,
}

/// **Setup info**: shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SetupInfo {
    /// The admin's user name.
    pub user_name: String,
    /// The temporary password.
    pub temporary_password: String,
}
