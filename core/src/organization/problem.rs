//! Problems with a manual entry.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Party};
use crate::{
    read::Read,
    refusal::Refusal,
    role::Role,
    text::{Domain, EmailAddress, MpnId},
};

/// One problem with a manual entry. Unlike a [refusal](crate::Refusal), it is for the person at the server's command
/// line, who may do anything and only has to be told what is wrong with the entry.
///
/// ```
/// use tierline_core::organization::{Capability, Problem};
/// let problem = Problem::NotTogether { alone: Capability::Customer, with: Capability::DirectBill };
/// assert_eq!(problem.to_string(), "`customer` can't be combined with `direct_bill`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// An organization needs at least one capability to be in the program.
    NoCapability,
    /// Operators and customers have only that one capability: a partner's own tenant is nobody's customer.
    NotTogether {
        /// The capability that must be the only one.
        alone: Capability,
        /// The capability entered along with it.
        with: Capability,
    },
    /// One operator runs the program, and it already exists.
    OperatorExists {
        /// The existing operator.
        operator: Party,
    },
    /// Nobody runs the program yet.
    NoOperator,
    /// The user may not do this.
    NotAllowed {
        /// The refusal, with the missing permission.
        refusal: Box<Refusal>,
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
    /// The domain already belongs to an organization.
    DomainTaken {
        /// The domain.
        domain: Domain,
    },
    /// Another user has a work account with this name.
    UserNameTaken {
        /// The name.
        user_name: EmailAddress,
    },
    /// The name of a work account is an address in its tenant's domain.
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
    /// There is no work account with this name.
    UnknownUser {
        /// The name.
        user_name: EmailAddress,
    },
    /// A user without a role could do nothing.
    NoRole,
    /// Organizations of this kind have no such role.
    RoleElsewhere {
        /// The role.
        role: Role,
        /// The roles that exist there.
        there_are: Vec<Role>,
    },
    /// The account is blocked, and unblocking it was not requested.
    Blocked {
        /// The account.
        user_name: EmailAddress,
    },
    /// The user of the account has chosen a password.
    HasJoined {
        /// The account.
        user_name: EmailAddress,
    },
    /// The account has no second factor.
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
            Problem::NoOperator => "no_operator",
            Problem::NotAllowed { .. } => "not_allowed",
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
            Problem::HasJoined { .. } => "has_joined",
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
                "`{}` can't be combined with `{}`",
                alone.code(),
                with.code()
            ),
            Problem::OperatorExists { operator } => {
                write!(
                    f,
                    "the program already has an operator, `{}`",
                    operator.name
                )
            }
            Problem::NoOperator => f.write_str("the program doesn't have an operator yet"),
            Problem::NotAllowed { refusal } => refusal.fmt(f),
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
                    "the domain `{domain}` already belongs to an organization"
                )
            }
            Problem::UserNameTaken { user_name } => {
                write!(f, "the work account `{user_name}` already exists")
            }
            Problem::UserNameElsewhere { user_name, domain } => write!(
                f,
                "the work account `{user_name}` has to be an address in the tenant's domain, `{domain}`"
            ),
            Problem::UnknownOrganization { domain } => {
                write!(f, "no organization has the domain `{domain}`")
            }
            Problem::UnknownUser { user_name } => {
                write!(f, "the work account `{user_name}` doesn't exist")
            }
            Problem::NoRole => f.write_str("a user needs at least one role"),
            Problem::RoleElsewhere { role, there_are } => {
                let there_are: Vec<&str> = there_are.iter().map(|role| role.code()).collect();
                write!(
                    f,
                    "there is no role `{}` in this kind of organization, only {}",
                    role.code(),
                    there_are.join(", ")
                )
            }
            Problem::Blocked { user_name } => write!(f, "the account `{user_name}` is blocked"),
            Problem::HasJoined { user_name } => {
                write!(f, "the user of `{user_name}` has already joined")
            }
            Problem::NoSecondFactor { user_name } => {
                write!(f, "the account `{user_name}` has no second factor")
            }
        }
    }
}

impl std::error::Error for Problem {}
