//! Organizations and their capabilities in the program.
//!
//! One organization can hold several capabilities at once: "From direct bill to indirect reseller" keeps both
//! on one tenant.
//!
//! | capability | active | offboarding | suspended | enrolling, qualified, ended |
//! | --- | --- | --- | --- | --- |
//! | indirect provider, indirect reseller | new and existing business | does not occur | existing business | nothing new |
//! | direct bill | new and existing business | existing customers, orders included; no new ones | existing business | nothing new |
//!
//! A capability is suspended by the operator or by its enrollment, and stays so as long as one of them does
//! ([`Suspension`]). Direct bill is offboarding from the day on that the operator has marked it for ([`Offboarding`]).
//!
//! ```
//! use tierline_core::organization::{Capabilities, Capability, CapabilityState};
//! let moved = Capabilities::only(Capability::IndirectReseller).with(Capability::DirectBill, CapabilityState::Offboarding);
//! assert!(moved.is_active(Capability::IndirectReseller) && !moved.is_active(Capability::DirectBill));
//! assert!(moved.is_partner());
//! assert_eq!(moved.state(Capability::Customer), None);
//! ```

mod account_review;
mod agreement;
mod complete;
mod event;
mod first_admin;
mod kind;
mod offboard;
mod operating;
pub(crate) mod permission;
mod problem;
mod profile;
mod refusal;
mod register;
mod second_factor;
mod suspend;
mod suspension;

pub use account_review::{AccountReview, ReviewAccount, ReviewFacts, Reviewed, review_account};
pub use agreement::{AgreementKind, Signature};
pub use complete::{Completion, complete};
pub use event::{Entered, Event};
pub use first_admin::{FirstAdmin, FirstAdminFacts, correct_first_admin};
pub use kind::Kind;
pub use offboard::{Offboard, Offboarding, offboard};
pub use operating::{Operating, may_operate};
pub use problem::Problem;
pub use profile::{Profile, ProfileFacts, correct_profile, may_correct_profile};
pub use refusal::Refusal;
pub use register::{
    NewUser, RegisterFacts, Registered, Registration, add_user, register, reset_password,
    reset_second_factor,
};
pub use second_factor::{
    Belonging, RequiredBy, RequiredOf, has_required_factor, may_turn_off, require_second_factor,
    required_by,
};
pub use suspend::{StandingFacts, lift, suspend};
pub use suspension::{SuspendedBy, Suspension};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::OrganizationId,
    market::Country,
    read::Read,
    text::{CompanyName, Domain, MpnId},
};

/// The part that an organization plays in the program.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Runs the program.
    Operator,
    /// A distributor: buys from the operator, takes orders and bills.
    IndirectProvider,
    /// Sells to customers and manages them; its providers order.
    IndirectReseller,
    /// Sells, orders and bills itself, without a provider.
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

    /// Whether this is one of the three partner capabilities.
    ///
    /// ```
    /// use tierline_core::organization::Capability;
    /// let partners = Capability::ALL.into_iter().filter(|it| it.is_partner());
    /// assert!(partners.eq([Capability::IndirectProvider, Capability::IndirectReseller, Capability::DirectBill]));
    /// ```
    #[must_use]
    pub const fn is_partner(self) -> bool {
        matches!(
            self,
            Capability::IndirectProvider | Capability::IndirectReseller | Capability::DirectBill
        )
    }
}

crate::code::coded!(Capability, "capability");

/// The state of a capability. The [table of the module](crate::organization) lists what each state allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum CapabilityState {
    /// Asked for, not yet approved.
    Enrolling,
    /// Approved; active once the agreement is signed.
    Qualified,
    /// May be used.
    Active,
    /// Direct bill only: continues with existing customers, gets no new ones.
    Offboarding,
    /// Existing business only, until nothing suspends it any more ([`SuspendedBy`]).
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
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability};
    /// assert!(Capabilities::only(Capability::Customer).is_active(Capability::Customer));
    /// ```
    #[must_use]
    pub fn only(capability: Capability) -> Capabilities {
        Capabilities::default().with(capability, CapabilityState::Active)
    }

    /// The same, with this capability in this state, whatever its state was before.
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, CapabilityState};
    /// let moving = Capabilities::only(Capability::DirectBill)
    ///     .with(Capability::DirectBill, CapabilityState::Offboarding)
    ///     .with(Capability::IndirectReseller, CapabilityState::Enrolling);
    /// assert_eq!(moving.state(Capability::DirectBill), Some(CapabilityState::Offboarding));
    /// assert!(!moving.is_active(Capability::IndirectReseller));
    /// ```
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
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, CapabilityState};
    /// let reseller = Capabilities::only(Capability::IndirectReseller);
    /// assert_eq!(reseller.state(Capability::IndirectReseller), Some(CapabilityState::Active));
    /// assert_eq!(reseller.state(Capability::IndirectProvider), None);
    /// ```
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

    /// Whether this capability may be used for new business. New business also requires an agreement and an MPN ID:
    /// [`crate::access::may_transact`].
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, CapabilityState};
    /// let suspended = Capabilities::default().with(Capability::IndirectReseller, CapabilityState::Suspended);
    /// assert!(!suspended.is_active(Capability::IndirectReseller));
    /// ```
    #[must_use]
    pub const fn is_active(&self, capability: Capability) -> bool {
        matches!(self.state(capability), Some(CapabilityState::Active))
    }

    /// Whether the organization has ever had a partner capability. A partner's own tenant is nobody's customer, and
    /// does not become one when the partner leaves the program.
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, CapabilityState};
    /// let gone = Capabilities::default().with(Capability::IndirectReseller, CapabilityState::Ended);
    /// assert!(gone.is_partner() && !Capabilities::only(Capability::Customer).is_partner());
    /// ```
    #[must_use]
    pub const fn is_partner(&self) -> bool {
        self.indirect_provider.is_some()
            || self.indirect_reseller.is_some()
            || self.direct_bill.is_some()
    }
}

/// The partner agreement that an organization has signed: by a global admin, after the review and only once the MPN ID
/// is associated ("Partner with indirect providers in the CSP program").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct SignedAgreement {
    /// Version of the text that was signed.
    pub version: String,
    /// When it was signed.
    pub at: Timestamp,
}

/// An organization, as far as the rules need to know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Organization {
    /// Its id, which is also its tenant's.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location; it decides the region.
    pub country: Country,
    /// Its capabilities in the program.
    pub capabilities: Capabilities,
    /// The partner agreement, once signed.
    pub agreement: Option<SignedAgreement>,
    /// The associated location MPN ID.
    pub mpn: Option<MpnId>,
    /// The users of whom it requires a second factor.
    #[serde(default)]
    pub second_factor: RequiredOf,
    /// Its suspended capabilities, with the reasons.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
    /// The mark for offboarding, if the operator has set one.
    #[serde(default)]
    pub offboarding: Option<Offboarding>,
    /// Since when the location of its MPN ID is not active in the registry, or in another country, as far as that was
    /// written down.
    #[serde(default)]
    pub mpn_inactive: Option<Timestamp>,
    /// Of a customer, whether it wants to be asked before a request for an order is approved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked_first: bool,
}

impl Organization {
    /// Id and name, for refusals and read models.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// assert_eq!(provider().party().name.as_str(), "Contoso Distribution");
    /// ```
    #[must_use]
    pub fn party(&self) -> Party {
        Party {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

/// An organization as shown to others: its id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct Party {
    /// Its id.
    pub id: OrganizationId,
    /// Legal name.
    pub name: CompanyName,
}
