//! Customers, as their partners see them.

use serde::{Deserialize, Serialize};
use tierline_core::{
    Timestamp,
    access::Provider,
    actor::Actor,
    catalog::{Held, Product},
    ids::{CustomerDraftId, SubscriptionId},
    market::Country,
    money::Money,
    organization::{Organization, Party},
    relationship::{GrantSet, Relationship, Side},
    subscription::Subscription,
};

use crate::{
    activity::model::History, form::mark::Mark, list::model::Page,
    partnership::model::PartnerChoice,
};

/// A customer in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Who.
    pub party: Party,
    /// The tenant's domain.
    pub domain: String,
    /// Its legal location.
    pub country: Country,
    /// As what the signed-in partner serves it.
    pub side: Side,
    /// The rights that the signed-in partner asks for and has not.
    pub missing: GrantSet,
    /// Since when.
    pub since: Timestamp,
    /// For a provider: the resellers that serve it too; for a reseller: the providers that may order.
    pub other_partners: Vec<Party>,
    /// Active subscriptions.
    pub subscriptions: u64,
    /// Licenses in them.
    pub licenses: u64,
}

/// The list of customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomersPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The customers.
    pub customers: Page<CustomerRow>,
    /// The partners by which the list can be filtered.
    pub partners: Vec<PartnerChoice>,
}

/// What an expanded record shows, and what a customer's own page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The customer.
    pub customer: Organization,
    /// Where to reach it.
    pub contact: Option<String>,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// The relationship with the signed-in partner.
    pub relationship: Relationship,
    /// The partners of the other side that serve this customer together with the signed-in one.
    pub other_partners: Vec<Party>,
    /// For a reseller: its providers, and whether each may order for this customer.
    pub providers: Vec<Provider>,
    /// Users of the customer's tenant.
    pub users: u64,
    /// The subscriptions that the signed-in partner may see.
    pub subscriptions: Vec<SubscriptionRow>,
    /// The customer's first admin has not yet signed in, so that a lost temporary password can be replaced.
    pub admin_pending: Option<String>,
    /// Everything that happened between the two, newest first.
    pub timeline: History,
}

/// A subscription in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubscriptionRow {
    /// The subscription.
    pub subscription: Subscription,
    /// The product's name.
    pub product: String,
    /// The partner that ordered it.
    pub ordered_by: Party,
    /// The reseller that earns incentives.
    pub partner_of_record: Option<Party>,
}

/// A product in the picker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductRow {
    /// The product with its limits, and its price in the customer's currency.
    pub product: Product,
    /// The part number.
    pub part_number: String,
    /// Are price and limits demo figures?
    pub demo_figures: bool,
    /// What the customer has of it.
    pub held: Held,
}

/// A line that was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChosenLine {
    /// What.
    pub product: ProductRow,
    /// How many licenses, as typed: it may be wrong.
    pub quantity: String,
}

/// **New subscription** for an existing customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewSubscriptionPage {
    /// The customer, with all that is needed to decide.
    pub customer: CustomerPage,
    /// The resellers that can be partner of record: in partnership, and with a relationship with the customer.
    pub resellers: Vec<PartnerChoice>,
    /// Products that fit the search, to add.
    pub products: Page<ProductRow>,
    /// Products in the form already, by the SKUs in the address.
    pub chosen: Vec<ChosenLine>,
}

/// How far the **New customer** wizard has come: what was typed, kept on the server until it is submitted or
/// canceled. Strings, because it may still be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The lines: SKU and quantity, as typed.
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
    /// This part, with nothing in the other.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerDraftPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The draft's id; the request id of its submission too.
    pub id: CustomerDraftId,
    /// What was typed so far.
    pub draft: CustomerDraft,
    /// What the form of the details is filled with.
    pub details_mark: Mark,
    /// What the form of the lines is filled with.
    pub lines_mark: Mark,
    /// What is reviewed.
    pub mark: Mark,
    /// The resellers to choose from.
    pub resellers: Vec<PartnerChoice>,
    /// What is added to the first part of the domain.
    pub domain_suffix: String,
    /// The lines with their products.
    pub chosen: Vec<ChosenLine>,
    /// The sum for a month, when every line has a price in one currency.
    pub total: Option<Money>,
    /// The customer that came of it, once submitted.
    pub submitted: Option<SubmittedCustomer>,
}

/// What came of a submitted wizard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubmittedCustomer {
    /// The new customer.
    pub customer: Party,
    /// The reseller it was created for.
    pub reseller: Option<Party>,
    /// Its subscriptions.
    pub subscriptions: Vec<SubscriptionId>,
    /// The admin's user name.
    pub admin_user_name: String,
    /// When.
    pub at: Timestamp,
}

/// **Setup info**: shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetupInfo {
    /// The admin's user name.
    pub user_name: String,
    /// The temporary password.
    pub temporary_password: String,
}
