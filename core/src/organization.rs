//! Organizations and what the program lets each of them be.
//!
//! One organization can hold several capabilities at once: "From direct bill to indirect reseller" keeps both
//! on one tenant.
//!
//! | capability | active | offboarding | suspended | enrolling, ended |
//! | --- | --- | --- | --- | --- |
//! | indirect provider, indirect reseller | new and existing business | does not occur | existing business | nothing new |
//! | direct bill | new and existing business | existing customers, orders included; no new ones | existing business | nothing new |
//!
//! ```
//! use tierline_core::organization::{Capabilities, Capability, CapabilityState};
//! let moved = Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, CapabilityState::Offboarding);
//! assert!(moved.is_active(Capability::IndirectReseller) && !moved.is_active(Capability::DirectBill));
//! assert!(moved.is_partner());
//! assert_eq!(moved.state(Capability::Customer), None);
//! ```

mod complete;
mod event;
mod kind;
pub(crate) mod permission;
mod problem;
mod refusal;
mod register;

pub use complete::{Completion, complete};
pub use event::Event;
pub use kind::Kind;
pub use problem::Problem;
pub use refusal::Refusal;
pub use register::{
    NewUser, RegisterFacts, Registered, Registration, add_user, register, reset_password,
    reset_second_factor,
};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::OrganizationId,
    market::Country,
    read::Read,
    text::{CompanyName, Domain, MpnId},
};

/// What an organization is to the program.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Runs the program.
    Operator,
    /// A distributor: buys from the operator, orders and bills.
    IndirectProvider,
    /// Sells to customers and manages them; its providers order.
    IndirectReseller,
    /// Does both itself.
    DirectBill,
    /// Buys.
    Customer,
}

impl Capability {
    /// Every capability.
    pub const ALL: [Capability; 5] = [
        Capability::Operator,
        Capability::IndirectProvider,
        Capability::IndirectReseller,
        Capability::DirectBill,
        Capability::Customer,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Capability::Operator => "operator",
            Capability::IndirectProvider => "indirect_provider",
            Capability::IndirectReseller => "indirect_reseller",
            Capability::DirectBill => "direct_bill",
            Capability::Customer => "customer",
        }
    }

    /// Is this one of the three ways of being a partner?
    #[must_use]
    pub const fn is_partner(self) -> bool {
        matches!(
            self,
            Capability::IndirectProvider | Capability::IndirectReseller | Capability::DirectBill
        )
    }
}

crate::code::coded!(Capability, "capability");

/// How far a capability has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CapabilityState {
    /// Asked for, not yet approved.
    Enrolling,
    /// May be used.
    Active,
    /// Direct bill only: goes on with existing customers, gets no new ones.
    Offboarding,
    /// Existing business only, until the operator lifts it.
    Suspended,
    /// Over.
    Ended,
}

/// The capabilities of one organization, each with its state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(default)]
pub struct Capabilities {
    /// Runs the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<CapabilityState>,
    /// Distributor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_provider: Option<CapabilityState>,
    /// Reseller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_reseller: Option<CapabilityState>,
    /// Direct-bill partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_bill: Option<CapabilityState>,
    /// Customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<CapabilityState>,
}

impl Capabilities {
    /// The one capability, active.
    #[must_use]
    pub fn only(capability: Capability) -> Capabilities {
        Capabilities::default().with(capability, CapabilityState::Active)
    }

    /// The same, with this capability in this state.
    #[must_use]
    pub fn with(mut self, capability: Capability, state: CapabilityState) -> Capabilities {
        let slot = match capability {
            Capability::Operator => &mut self.operator,
            Capability::IndirectProvider => &mut self.indirect_provider,
            Capability::IndirectReseller => &mut self.indirect_reseller,
            Capability::DirectBill => &mut self.direct_bill,
            Capability::Customer => &mut self.customer,
        };
        *slot = Some(state);
        self
    }

    /// The state of this capability, if it was ever asked for.
    #[must_use]
    pub const fn state(&self, capability: Capability) -> Option<CapabilityState> {
        match capability {
            Capability::Operator => self.operator,
            Capability::IndirectProvider => self.indirect_provider,
            Capability::IndirectReseller => self.indirect_reseller,
            Capability::DirectBill => self.direct_bill,
            Capability::Customer => self.customer,
        }
    }

    /// May this capability be used for new business?
    #[must_use]
    pub const fn is_active(&self, capability: Capability) -> bool {
        matches!(self.state(capability), Some(CapabilityState::Active))
    }

    /// Was any partner capability ever given? A partner's own tenant is nobody's customer.
    #[must_use]
    pub const fn is_partner(&self) -> bool {
        self.indirect_provider.is_some()
            || self.indirect_reseller.is_some()
            || self.direct_bill.is_some()
    }
}

/// The partner agreement an organization has signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct SignedAgreement {
    /// Version of the text that was signed.
    pub version: String,
    /// When.
    pub at: Timestamp,
}

/// What the rules need to know of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Organization {
    /// Its id, which is its tenant's too.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location; it decides the region.
    pub country: Country,
    /// What it is to the program.
    pub capabilities: Capabilities,
    /// The partner agreement, once signed.
    pub agreement: Option<SignedAgreement>,
    /// The associated location MPN ID.
    pub mpn: Option<MpnId>,
}

impl Organization {
    /// Id and name, for refusals and read models.
    #[must_use]
    pub fn party(&self) -> Party {
        Party {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

/// An organization as others are shown it: its id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Party {
    /// Its id.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
}
