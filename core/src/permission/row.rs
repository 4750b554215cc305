//! The parts of a row of the table.

use serde::{Deserialize, Serialize};

use crate::{
    organization::{Capability, Kind},
    read::Read,
    relationship::Grant,
    role::{Role, RoleSet},
};

/// A row of the table: the permitted users, the subject, and the requirements for their organization.
///
/// ```
/// use tierline_core::{access::Action, organization::Kind, permission::{Need, Seat, Subject}, role::Role};
/// let [row] = Action::AdministerResellerTenant.permissions() else { unreachable!() };
/// assert_eq!((row.by, row.on, row.needs), (Kind::Partner, Subject::Partner(Seat::TenantAdmin), Need::Nothing));
/// assert!(row.roles.contains(Role::AdminAgent) && !row.roles.contains(Role::SalesAgent));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// The kind of organization whose users may.
    pub by: Kind,
    /// Any one of these roles in that organization is enough.
    pub roles: RoleSet,
    /// The subject of the action.
    pub on: Subject,
    /// The capability or business that the organization needs in the program.
    pub needs: Need,
}

impl Permission {
    /// A program admin of the operator, on the program: for actions that only the operator may take.
    pub(crate) const OF_PROGRAM_ADMIN: Permission = Permission {
        by: Kind::Operator,
        roles: RoleSet::EMPTY.with(Role::ProgramAdmin),
        on: Subject::Program,
        needs: Need::Active(Capability::Operator),
    };
}

/// The subject of an action, with the tie that must be in force between it and the acting organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The own organization: its profile and users, its lists, its requests to others, its own grants.
    Own,
    /// A customer.
    Customer(Tie),
    /// Another partner.
    Partner(Seat),
    /// The program as a whole.
    Program,
}

impl Subject {
    /// The same without the tie.
    ///
    /// ```
    /// use tierline_core::{permission::{Subject, SubjectKind, Tie}, relationship::Grant};
    /// assert_eq!(Subject::Customer(Tie::Grant(Grant::Support)).kind(), SubjectKind::Customer);
    /// ```
    #[must_use]
    pub const fn kind(self) -> SubjectKind {
        match self {
            Subject::Own => SubjectKind::Own,
            Subject::Customer(_) => SubjectKind::Customer,
            Subject::Partner(_) => SubjectKind::Partner,
            Subject::Program => SubjectKind::Program,
        }
    }
}

/// The subject of a question. A row about another kind of subject does not apply to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The own organization.
    Own,
    /// A customer.
    Customer,
    /// Another partner.
    Partner,
    /// The program.
    Program,
}

impl SubjectKind {
    /// Every kind of subject.
    pub const ALL: [SubjectKind; 4] = [
        SubjectKind::Own,
        SubjectKind::Customer,
        SubjectKind::Partner,
        SubjectKind::Program,
    ];
}

/// The tie that must be in force between a partner and a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tie {
    /// The relationship.
    Relationship,
    /// The relationship, in which a right that partners of that side ask for is missing.
    IncompleteRelationship,
    /// The relationship with this right.
    Grant(Grant),
}

/// The acting side of a partnership in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Seat {
    /// Either.
    Either,
    /// The reseller.
    Reseller,
    /// The provider, while it has administrator access to the reseller's tenant.
    TenantAdmin,
}

/// The requirement for an organization in the program, besides being of the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Need {
    /// None: it may manage what already exists.
    Nothing,
    /// This capability, active.
    Active(Capability),
    /// New business with this capability: active, MPN ID associated, agreement signed.
    Business(Capability),
    /// New business with one of these capabilities.
    BusinessWithAny(&'static [Capability]),
    /// New business with the capability of the side on which it serves the customer, or would serve it. Existing direct
    /// customers are still served while direct bill is being given up; new ones are not taken.
    BusinessOfSide,
}
