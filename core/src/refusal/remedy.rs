//! Who can put a refusal right, and what they would do.

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{
    ids::{InvitationId, OrganizationId},
    organization::Party,
    relationship::Grant,
    role::Role,
};

/// Who can supply what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Fixer {
    /// The person who asked.
    You,
    /// A user of this organization with one of these roles.
    UserOf {
        /// The organization.
        organization: Party,
        /// Any one of these roles; a global admin when empty.
        roles: Vec<Role>,
    },
    /// The program operator.
    Operator,
    /// Whoever sent the invitation.
    Sender,
    /// Nobody: it is a fixed rule of the program.
    Nobody,
}

/// What to do next, for a link or a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum NextStep {
    /// Ask an admin for a role, or hand the page to one.
    AskForRole,
    /// Sign the partner agreement on the overview.
    SignAgreement,
    /// Associate a location MPN ID.
    AssociateMpnId,
    /// Ask the operator.
    AskOperator,
    /// The provider requests a partnership.
    RequestPartnership,
    /// Invite the customer for reseller and provider together.
    InviteForBoth {
        /// The customer.
        customer: OrganizationId,
        /// The provider to name, if known.
        provider: Option<OrganizationId>,
    },
    /// Ask the customer for a relationship with the partner alone.
    RequestRelationship {
        /// The customer.
        customer: OrganizationId,
    },
    /// Ask the customer to grant this right again.
    AskForGrant {
        /// The customer.
        customer: OrganizationId,
        /// The right.
        grant: Grant,
    },
    /// Ask this partner to do it.
    AskPartner {
        /// The partner.
        partner: OrganizationId,
    },
    /// Choose a partner of the same region.
    ChooseSameRegion,
    /// Look at the open invitation: resend it or cancel it.
    OpenInvitation {
        /// The open invitation.
        invitation: InvitationId,
    },
    /// Use the newest mail, or ask the sender for a new link.
    AskSender,
    /// Sign in for the organization the invitation was addressed to.
    SwitchOrganization,
    /// Correct the entry.
    CorrectEntry,
    /// Nothing is left to do.
    Nothing,
}

impl Refusal {
    /// Who can put it right.
    ///
    /// ```
    /// use tierline_core::{Refusal, refusal::Fixer};
    /// assert_eq!(Refusal::LinkMissingInMessage.fixer(), Fixer::You);
    /// ```
    ///
    /// ```
    /// use tierline_core::{Refusal, refusal::{Fixer, NextStep}};
    /// let refusal = Refusal::LinkMissingInMessage;
    /// assert_eq!((refusal.fixer(), refusal.next_step()), (Fixer::You, NextStep::CorrectEntry));
    /// ```
    #[must_use]
    pub fn fixer(&self) -> Fixer {
        match self {
            // Nobody can be given a role that an organization of this kind does not have.
            Refusal::RoleMissing { needs, .. } if needs.is_empty() => Fixer::Nobody,
            Refusal::RoleMissing { organization, .. } => Fixer::UserOf {
                organization: organization.clone(),
                roles: vec![Role::GlobalAdmin],
            },
            Refusal::AgreementUnsigned { organization } => Fixer::UserOf {
                organization: organization.clone(),
                roles: vec![Role::GlobalAdmin],
            },
            Refusal::MpnIdMissing { organization } => Fixer::UserOf {
                organization: organization.clone(),
                roles: vec![Role::GlobalAdmin, Role::AdminAgent],
            },
            Refusal::CapabilityInactive { .. } | Refusal::NoCurrency { .. } => Fixer::Operator,
            Refusal::NoPartnership { provider, .. } => Fixer::UserOf {
                organization: provider.clone(),
                roles: vec![Role::AdminAgent, Role::SalesAgent],
            },
            Refusal::TenantAdminMissing { reseller, .. } => Fixer::UserOf {
                organization: reseller.clone(),
                roles: vec![Role::GlobalAdmin],
            },
            Refusal::NoRelationship { customer, .. }
            | Refusal::GrantMissing { customer, .. }
            | Refusal::SetupOver { customer }
            | Refusal::ProviderWithoutRelationship { customer, .. } => Fixer::UserOf {
                organization: customer.clone(),
                roles: vec![Role::GlobalAdmin],
            },
            Refusal::ProviderOrders { provider, .. } => Fixer::UserOf {
                organization: provider.clone(),
                roles: vec![Role::AdminAgent, Role::SalesAgent],
            },
            Refusal::ResellerCannotCreateCustomers { providers } => match providers.first() {
                Some(provider) => Fixer::UserOf {
                    organization: provider.clone(),
                    roles: vec![Role::AdminAgent, Role::SalesAgent],
                },
                None => Fixer::Nobody,
            },
            Refusal::LinkReplaced { .. }
            | Refusal::InvitationExpired { .. }
            | Refusal::InvitationDeclined { .. }
            | Refusal::InvitationCanceled { .. } => Fixer::Sender,
            Refusal::DomainTaken { .. }
            | Refusal::AlreadyInvited { .. }
            | Refusal::LinkMissingInMessage
            | Refusal::InvitationNotSent
            | Refusal::AddressedToAnother { .. }
            | Refusal::NotConfirmed
            | Refusal::NothingGranted { .. }
            | Refusal::NoLines
            | Refusal::ProductTwice { .. }
            | Refusal::ProductNotSold { .. }
            | Refusal::QuantityOutside { .. }
            | Refusal::CustomerMaximum { .. }
            | Refusal::Itself => Fixer::You,
            Refusal::WrongSubject { .. }
            | Refusal::RegionMismatch { .. }
            | Refusal::PartnershipExists { .. }
            | Refusal::PartnershipEnded { .. }
            | Refusal::GrantEnded { .. }
            | Refusal::RelationshipExists { .. }
            | Refusal::PartnerIsNoCustomer { .. }
            | Refusal::PartnerAndCustomer { .. }
            | Refusal::NoNewDirectCustomers { .. }
            | Refusal::InvitationAlreadySent
            | Refusal::InvitationAccepted { .. }
            | Refusal::OnePerCustomer { .. } => Fixer::Nobody,
        }
    }

    /// What to do next.
    ///
    /// ```
    /// use tierline_core::{Refusal, refusal::NextStep};
    /// assert_eq!(Refusal::NoLines.next_step(), NextStep::CorrectEntry);
    /// ```
    #[must_use]
    pub fn next_step(&self) -> NextStep {
        match self {
            Refusal::RoleMissing { needs, .. } if needs.is_empty() => NextStep::Nothing,
            Refusal::RoleMissing { .. } => NextStep::AskForRole,
            Refusal::CapabilityInactive { .. } | Refusal::NoCurrency { .. } => {
                NextStep::AskOperator
            }
            Refusal::AgreementUnsigned { .. } => NextStep::SignAgreement,
            Refusal::MpnIdMissing { .. } => NextStep::AssociateMpnId,
            Refusal::RegionMismatch { .. } => NextStep::ChooseSameRegion,
            Refusal::NoPartnership { .. } => NextStep::RequestPartnership,
            Refusal::NoRelationship { customer, .. } => NextStep::RequestRelationship {
                customer: customer.id,
            },
            Refusal::GrantMissing {
                customer, grant, ..
            } => NextStep::AskForGrant {
                customer: customer.id,
                grant: *grant,
            },
            Refusal::ProviderOrders { provider, .. } => NextStep::AskPartner {
                partner: provider.id,
            },
            Refusal::ProviderWithoutRelationship {
                customer, provider, ..
            } => NextStep::InviteForBoth {
                customer: customer.id,
                provider: provider.as_ref().map(|party| party.id),
            },
            Refusal::ResellerCannotCreateCustomers { providers } => match providers.first() {
                Some(provider) => NextStep::AskPartner {
                    partner: provider.id,
                },
                None => NextStep::RequestPartnership,
            },
            Refusal::TenantAdminMissing { reseller, .. } => NextStep::AskPartner {
                partner: reseller.id,
            },
            Refusal::AlreadyInvited { invitation } => NextStep::OpenInvitation {
                invitation: *invitation,
            },
            Refusal::LinkReplaced { .. }
            | Refusal::InvitationExpired { .. }
            | Refusal::InvitationDeclined { .. }
            | Refusal::InvitationCanceled { .. }
            | Refusal::InvitationNotSent => NextStep::AskSender,
            Refusal::AddressedToAnother { .. } => NextStep::SwitchOrganization,
            Refusal::DomainTaken { .. }
            | Refusal::LinkMissingInMessage
            | Refusal::NotConfirmed
            | Refusal::NothingGranted { .. }
            | Refusal::NoLines
            | Refusal::ProductTwice { .. }
            | Refusal::ProductNotSold { .. }
            | Refusal::QuantityOutside { .. }
            | Refusal::CustomerMaximum { .. }
            | Refusal::Itself => NextStep::CorrectEntry,
            Refusal::WrongSubject { .. }
            | Refusal::PartnershipExists { .. }
            | Refusal::PartnershipEnded { .. }
            | Refusal::GrantEnded { .. }
            | Refusal::RelationshipExists { .. }
            | Refusal::PartnerIsNoCustomer { .. }
            | Refusal::PartnerAndCustomer { .. }
            | Refusal::NoNewDirectCustomers { .. }
            | Refusal::SetupOver { .. }
            | Refusal::InvitationAlreadySent
            | Refusal::InvitationAccepted { .. }
            | Refusal::OnePerCustomer { .. } => NextStep::Nothing,
        }
    }
}
