use serde::{Deserialize, Serialize};

use crate::read::Read;

use super::Capabilities;
use crate::role::Role;

/// The three kinds of organization in the program. Each has its own roles, and its own rows in the table of
/// [permissions](crate::permission).
///
/// ```
/// use tierline_core::organization::Kind;
/// assert_eq!("partner".parse(), Ok(Kind::Partner));
/// assert!("reseller".parse::<Kind>().is_err());
/// ```
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Runs the program.
    Operator,
    /// An indirect provider, an indirect reseller or a direct-bill partner.
    Partner,
    /// Buys.
    Customer,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Operator, Kind::Partner, Kind::Customer];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Operator => "operator",
            Kind::Partner => "partner",
            Kind::Customer => "customer",
        }
    }
}

crate::code::coded!(Kind, "kind of organization");

impl Capabilities {
    /// Whether an organization with these capabilities is of this kind. It stays of its kind when a capability has
    /// ended.
    ///
    /// ```
    /// use tierline_core::organization::{Capabilities, Capability, Kind};
    /// let reseller = Capabilities::only(Capability::IndirectReseller);
    /// assert!(reseller.is_of(Kind::Partner) && !reseller.is_of(Kind::Customer));
    /// assert!(!Capabilities::default().is_of(Kind::Operator));
    /// ```
    #[must_use]
    pub const fn is_of(&self, kind: Kind) -> bool {
        match kind {
            Kind::Operator => self.operator.is_some(),
            Kind::Partner => self.is_partner(),
            Kind::Customer => self.customer.is_some(),
        }
    }
}

impl Role {
    /// Is there such a role in an organization with these capabilities? The operator, partners and customers each have
    /// roles of their own; a global admin is one of a partner or of a customer.
    ///
    /// ```
    /// use tierline_core::{organization::{Capabilities, Capability}, role::Role};
    /// let reseller = Capabilities::only(Capability::IndirectReseller);
    /// assert!(Role::AdminAgent.exists_in(&reseller));
    /// assert!(!Role::BillingAdmin.exists_in(&reseller) && !Role::ProgramAdmin.exists_in(&reseller));
    /// ```
    #[must_use]
    pub const fn exists_in(self, capabilities: &Capabilities) -> bool {
        match self {
            Role::ProgramAdmin | Role::Reviewer => capabilities.is_of(Kind::Operator),
            Role::GlobalAdmin => {
                capabilities.is_of(Kind::Partner) || capabilities.is_of(Kind::Customer)
            }
            Role::AdminAgent
            | Role::SalesAgent
            | Role::HelpdeskAgent
            | Role::IncentivesAdmin
            | Role::ReportViewer => capabilities.is_of(Kind::Partner),
            Role::BillingAdmin | Role::User => capabilities.is_of(Kind::Customer),
        }
    }
}
