//! What stands in the way of an entry by hand.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Party};
use crate::{
    read::Read,
    role::Role,
    text::{Domain, EmailAddress, MpnId},
};

/// One thing that stands in the way of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// An organization is something to the program, or it is not in it.
    NoCapability,
    /// The operator and customers are that and nothing else: a partner's own tenant is nobody's customer.
    NotTogether {
        /// The capability that stands alone.
        alone: Capability,
        /// What it was to be together with.
        with: Capability,
    },
    /// One operator runs the program, and there is one.
    OperatorExists {
        /// The one there is.
        operator: Party,
    },
    /// Only partners have an MPN ID.
    MpnOfNoPartner,
    /// An MPN ID belongs to one tenant.
    MpnTaken {
        /// The MPN ID.
        mpn: MpnId,
    },
    /// Only partners sign the partner agreement.
    AgreementOfNoPartner,
    /// The domain belongs to an organization already.
    DomainTaken {
        /// The domain.
        domain: Domain,
    },
    /// Somebody has a work account of this name.
    UserNameTaken {
        /// The name.
        user_name: EmailAddress,
    },
    /// A work account is named by an address in its tenant's domain.
    UserNameElsewhere {
        /// The name.
        user_name: EmailAddress,
        /// The tenant's domain.
        domain: Domain,
    },
    /// There is no organization with this domain.
    UnknownOrganization {
        /// The domain.
        domain: Domain,
    },
    /// There is no work account of this name.
    UnknownUser {
        /// The name.
        user_name: EmailAddress,
    },
    /// A user without a role could do nothing.
    NoRole,
    /// There is no such role in an organization of this kind.
    RoleElsewhere {
        /// The role.
        role: Role,
        /// The roles there are.
        there_are: Vec<Role>,
    },
    /// The account is blocked, and it was not said that it shall be unblocked.
    Blocked {
        /// The account.
        user_name: EmailAddress,
    },
    /// The account is signed in to with the password alone.
    NoSecondFactor {
        /// The account.
        user_name: EmailAddress,
    },
}

impl Problem {
    /// The stable name of the problem, for programs and tests.
    ///
    /// ```
    /// use tierline_core::organization::Problem;
    /// assert_eq!(Problem::NoCapability.code(), "no_capability");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Problem::NoCapability => "no_capability",
            Problem::NotTogether { .. } => "not_together",
            Problem::OperatorExists { .. } => "operator_exists",
            Problem::MpnOfNoPartner => "mpn_of_no_partner",
            Problem::MpnTaken { .. } => "mpn_taken",
            Problem::AgreementOfNoPartner => "agreement_of_no_partner",
            Problem::DomainTaken { .. } => "domain_taken",
            Problem::UserNameTaken { .. } => "user_name_taken",
            Problem::UserNameElsewhere { .. } => "user_name_elsewhere",
            Problem::UnknownOrganization { .. } => "unknown_organization",
            Problem::UnknownUser { .. } => "unknown_user",
            Problem::NoRole => "no_role",
            Problem::RoleElsewhere { .. } => "role_elsewhere",
            Problem::Blocked { .. } => "blocked",
            Problem::NoSecondFactor { .. } => "no_second_factor",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NoCapability => f.write_str("an organization needs at least one capability"),
            Problem::NotTogether { alone, with } => write!(
                f,
                "`{}` stands alone and cannot be together with `{}`",
                alone.code(),
                with.code()
            ),
            Problem::OperatorExists { operator } => {
                write!(
                    f,
                    "the program has an operator already, `{}`",
                    operator.name
                )
            }
            Problem::MpnOfNoPartner => f.write_str("only partners have an MPN ID"),
            Problem::MpnTaken { mpn } => {
                write!(
                    f,
                    "the MPN ID `{mpn}` is associated with another organization"
                )
            }
            Problem::AgreementOfNoPartner => {
                f.write_str("only partners sign the partner agreement")
            }
            Problem::DomainTaken { domain } => {
                write!(
                    f,
                    "the domain `{domain}` belongs to an organization already"
                )
            }
            Problem::UserNameTaken { user_name } => {
                write!(f, "somebody has the work account `{user_name}` already")
            }
            Problem::UserNameElsewhere { user_name, domain } => write!(
                f,
                "the work account `{user_name}` has to be an address in the tenant's domain, `{domain}`"
            ),
            Problem::UnknownOrganization { domain } => {
                write!(f, "no organization has the domain `{domain}`")
            }
            Problem::UnknownUser { user_name } => {
                write!(f, "nobody has the work account `{user_name}`")
            }
            Problem::NoRole => f.write_str("a user needs at least one role"),
            Problem::RoleElsewhere { role, there_are } => {
                let there_are: Vec<&str> = there_are.iter().map(|role| role.code()).collect();
                write!(
                    f,
                    "there is no role `{}` in an organization of this kind, only {}",
                    role.code(),
                    there_are.join(", ")
                )
            }
            Problem::Blocked { user_name } => write!(f, "the account `{user_name}` is blocked"),
            Problem::NoSecondFactor { user_name } => {
                write!(f, "the account `{user_name}` has no second factor")
            }
        }
    }
}

impl std::error::Error for Problem {}
