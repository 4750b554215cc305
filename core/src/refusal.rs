//! Why something may not be done: the rule, the missing thing, who can supply it, and the next step.
//!
//! A refusal is data. Its [`Refusal::code`] is stable; the facts beside it are enough to explain it in any
//! language without asking again. Rule 8 of the product: a refusal names the rule, the missing thing, and who
//! can fix it.
//!
//! A page shows a refusal beside the disabled button; a program matches on it; a log writes its [`Display`] text.
//!
//! ```
//! # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
//! # use world::*;
//! use tierline_core::{Refusal, refusal::{Fixer, NextStep}};
//! let refusal = Refusal::NoPartnership { provider: provider().party(), reseller: reseller().party() };
//! assert_eq!(refusal.code(), "no_partnership");
//! assert_eq!(refusal.next_step(), NextStep::RequestPartnership);
//! assert!(matches!(refusal.fixer(), Fixer::UserOf { organization, .. } if organization == provider().party()));
//! assert_eq!(serde_json::to_value(&refusal)?["provider"]["name"], "Contoso Distribution");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`Display`]: std::fmt::Display

mod display;
mod remedy;

pub use remedy::{Fixer, NextStep};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::InvitationId,
    market::{Country, Region},
    organization::{Capability, CapabilityState, Party},
    permission::{Action, SubjectKind},
    relationship::Grant,
    role::Role,
};

/// A refused command or access decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The user has no role in the organization that permits this.
    RoleMissing {
        /// What was asked for.
        action: Action,
        /// The organization in which a role is needed.
        organization: Party,
        /// Any one of these would do.
        needs: Vec<Role>,
    },
    /// This is not done to a subject of that kind, by whomever: the question was wrong.
    WrongSubject {
        /// What was asked for.
        action: Action,
        /// What it was to be done to.
        subject: SubjectKind,
    },
    /// The organization may not use this capability (now).
    CapabilityInactive {
        /// The organization that lacks it.
        organization: Party,
        /// The capability needed.
        capability: Capability,
        /// How far it has come, if it was ever asked for.
        state: Option<CapabilityState>,
    },
    /// The organization has not signed the partner agreement.
    AgreementUnsigned {
        /// The organization that has to sign.
        organization: Party,
    },
    /// The organization has associated no location MPN ID.
    MpnIdMissing {
        /// The organization that has to associate one.
        organization: Party,
    },
    /// The two are in different CSP regions.
    RegionMismatch {
        /// One side.
        first: Party,
        /// Its country and region.
        first_country: Country,
        /// The other side.
        second: Party,
        /// Its country.
        second_country: Country,
    },
    /// The market has no currency to sell in.
    NoCurrency {
        /// The customer's country.
        country: Country,
        /// Its region.
        region: Region,
    },
    /// No partnership between provider and reseller is in force.
    NoPartnership {
        /// The provider.
        provider: Party,
        /// The reseller.
        reseller: Party,
    },
    /// The pair is in partnership already.
    PartnershipExists {
        /// The provider.
        provider: Party,
        /// The reseller.
        reseller: Party,
    },
    /// The partnership is ending or over already.
    PartnershipEnded {
        /// When it ended or will end.
        ends: Timestamp,
    },
    /// The reseller has taken the administrator access to its tenant away, or never gave it.
    TenantAdminMissing {
        /// The provider without access.
        provider: Party,
        /// The reseller whose tenant it is.
        reseller: Party,
    },
    /// A partner and a customer have no relationship in force.
    NoRelationship {
        /// The partner.
        partner: Party,
        /// The customer.
        customer: Party,
    },
    /// The relationship is there, but not this right.
    GrantMissing {
        /// The partner.
        partner: Party,
        /// The customer who would have to grant it.
        customer: Party,
        /// The missing right.
        grant: Grant,
    },
    /// The grant or relationship is over already.
    GrantEnded {
        /// When it ended.
        at: Timestamp,
    },
    /// The customer has a relationship with this partner already.
    RelationshipExists {
        /// The partner.
        partner: Party,
        /// The customer.
        customer: Party,
    },
    /// Indirect resellers do not order; this provider does, and may.
    ProviderOrders {
        /// The provider to ask.
        provider: Party,
        /// The customer.
        customer: Party,
    },
    /// Indirect resellers do not order, and the provider may not yet order for this customer.
    ProviderWithoutRelationship {
        /// The reseller.
        reseller: Party,
        /// The provider in partnership, if there is one.
        provider: Option<Party>,
        /// The customer to invite for both.
        customer: Party,
    },
    /// Resellers cannot create customer tenants; their provider can.
    ResellerCannotCreateCustomers {
        /// Whom to ask; empty when there is no partnership yet.
        providers: Vec<Party>,
    },
    /// A partner's own tenant is nobody's customer.
    PartnerIsNoCustomer {
        /// The partner that was to become a customer.
        organization: Party,
    },
    /// A pair in partnership cannot also be partner and customer of each other, nor the other way round.
    PartnerAndCustomer {
        /// One of the pair.
        first: Party,
        /// The other.
        second: Party,
    },
    /// An organization cannot invite or serve itself.
    Itself,
    /// A direct-bill partner that is being moved to the indirect model gets no new direct customers.
    NoNewDirectCustomers {
        /// The partner.
        organization: Party,
    },
    /// Another domain is needed: this one belongs to an organization already.
    DomainTaken {
        /// The domain asked for.
        domain: String,
    },
    /// The customer's first admin has signed in: the temporary password is spent, and the next one nobody else's
    /// affair.
    SetupOver {
        /// The customer.
        customer: Party,
    },
    /// An invitation of the same kind to the same person is open.
    AlreadyInvited {
        /// The open one: resend or cancel it.
        invitation: InvitationId,
    },
    /// The personal link is not in the text any more.
    LinkMissingInMessage,
    /// The invitation was never sent.
    InvitationNotSent,
    /// The invitation was sent already; its text is fixed.
    InvitationAlreadySent,
    /// A newer link was sent for the same invitation.
    LinkReplaced {
        /// When the newer one was made.
        at: Timestamp,
    },
    /// Nobody answered in time.
    InvitationExpired {
        /// When it expired.
        at: Timestamp,
    },
    /// It was accepted already; a link works once.
    InvitationAccepted {
        /// When.
        at: Timestamp,
    },
    /// It was declined.
    InvitationDeclined {
        /// When.
        at: Timestamp,
    },
    /// The sender took it back.
    InvitationCanceled {
        /// When.
        at: Timestamp,
    },
    /// It was addressed to another organization.
    AddressedToAnother {
        /// The organization it was addressed to.
        addressee: Party,
        /// The organization that the user is signed in for.
        signed_in: Party,
    },
    /// The box that confirms what is granted was not ticked.
    NotConfirmed,
    /// Every right was left out; then declining is the honest answer.
    NothingGranted {
        /// The partner that would get no right at all.
        partner: Party,
    },
    /// An order needs at least one line.
    NoLines,
    /// The same product stands in two lines.
    ProductTwice {
        /// Its name.
        product: String,
    },
    /// The product is not sold (any more).
    ProductNotSold {
        /// Its name, or its id when it has none.
        product: String,
    },
    /// The quantity is outside the product's limits.
    QuantityOutside {
        /// Its name.
        product: String,
        /// What was asked for.
        asked: u32,
        /// Fewest licenses.
        minimum: u32,
        /// Most licenses in one subscription.
        maximum: u32,
    },
    /// With what the customer has already, this would be more than one customer may have.
    CustomerMaximum {
        /// Its name.
        product: String,
        /// What was asked for.
        asked: u32,
        /// What the customer has.
        held: u32,
        /// Most licenses one customer may have.
        maximum: u32,
    },
    /// The customer may have one subscription of this product, and has it.
    OnePerCustomer {
        /// Its name.
        product: String,
    },
}

impl Refusal {
    /// The stable name of the rule that refused, for programs and tests.
    ///
    /// ```
    /// use tierline_core::Refusal;
    /// assert_eq!(Refusal::NotConfirmed.code(), "not_confirmed");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::RoleMissing { .. } => "role_missing",
            Refusal::WrongSubject { .. } => "wrong_subject",
            Refusal::CapabilityInactive { .. } => "capability_inactive",
            Refusal::AgreementUnsigned { .. } => "agreement_unsigned",
            Refusal::MpnIdMissing { .. } => "mpn_id_missing",
            Refusal::RegionMismatch { .. } => "region_mismatch",
            Refusal::NoCurrency { .. } => "no_currency",
            Refusal::NoPartnership { .. } => "no_partnership",
            Refusal::PartnershipExists { .. } => "partnership_exists",
            Refusal::PartnershipEnded { .. } => "partnership_ended",
            Refusal::TenantAdminMissing { .. } => "tenant_admin_missing",
            Refusal::NoRelationship { .. } => "no_relationship",
            Refusal::GrantMissing { .. } => "grant_missing",
            Refusal::GrantEnded { .. } => "grant_ended",
            Refusal::RelationshipExists { .. } => "relationship_exists",
            Refusal::ProviderOrders { .. } => "provider_orders",
            Refusal::ProviderWithoutRelationship { .. } => "provider_without_relationship",
            Refusal::ResellerCannotCreateCustomers { .. } => "reseller_cannot_create_customers",
            Refusal::PartnerIsNoCustomer { .. } => "partner_is_no_customer",
            Refusal::PartnerAndCustomer { .. } => "partner_and_customer",
            Refusal::Itself => "itself",
            Refusal::NoNewDirectCustomers { .. } => "no_new_direct_customers",
            Refusal::DomainTaken { .. } => "domain_taken",
            Refusal::SetupOver { .. } => "setup_over",
            Refusal::AlreadyInvited { .. } => "already_invited",
            Refusal::LinkMissingInMessage => "link_missing_in_message",
            Refusal::InvitationNotSent => "invitation_not_sent",
            Refusal::InvitationAlreadySent => "invitation_already_sent",
            Refusal::LinkReplaced { .. } => "link_replaced",
            Refusal::InvitationExpired { .. } => "invitation_expired",
            Refusal::InvitationAccepted { .. } => "invitation_accepted",
            Refusal::InvitationDeclined { .. } => "invitation_declined",
            Refusal::InvitationCanceled { .. } => "invitation_canceled",
            Refusal::AddressedToAnother { .. } => "addressed_to_another",
            Refusal::NotConfirmed => "not_confirmed",
            Refusal::NothingGranted { .. } => "nothing_granted",
            Refusal::NoLines => "no_lines",
            Refusal::ProductTwice { .. } => "product_twice",
            Refusal::ProductNotSold { .. } => "product_not_sold",
            Refusal::QuantityOutside { .. } => "quantity_outside",
            Refusal::CustomerMaximum { .. } => "customer_maximum",
            Refusal::OnePerCustomer { .. } => "one_per_customer",
        }
    }
}
