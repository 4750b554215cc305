//! What a row of the table is made of.

use serde::{Deserialize, Serialize};

use crate::{
    organization::{Capability, Kind},
    read::Read,
    relationship::Grant,
    role::RoleSet,
};

/// A row of the table: who may do something, to what, and what their organization has to be for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// The kind of organization whose users may.
    pub by: Kind,
    /// Any one of these roles in that organization is enough.
    pub roles: RoleSet,
    /// What it is done to.
    pub on: Subject,
    /// What the organization has to be able to do in the program.
    pub needs: Need,
}

/// What an action is done to, with what has to be in force between it and who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// What is the own organization's: its profile and users, its lists, its requests to others, its own grants.
    Own,
    /// A customer.
    Customer(Tie),
    /// Another partner.
    Partner(Seat),
    /// The program as a whole.
    Program,
}

impl Subject {
    /// The same without what has to be in force.
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

/// What a question is about. A row about anything else says nothing on it.
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

/// What has to be in force between a partner and a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tie {
    /// The relationship.
    Relationship,
    /// The relationship, with a right missing that partners of that side ask for.
    IncompleteRelationship,
    /// The relationship with this right.
    Grant(Grant),
}

/// Which side of a partnership in force acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Seat {
    /// Either.
    Either,
    /// The reseller.
    Reseller,
    /// The provider, as long as it has administrator access to the reseller's tenant.
    TenantAdmin,
}

/// What an organization has to be able to do in the program, beside being of the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Need {
    /// Nothing: it may look after what there is.
    Nothing,
    /// This capability, active.
    Active(Capability),
    /// New business with this capability: active, MPN ID associated, agreement signed.
    Business(Capability),
    /// New business with one of these capabilities.
    BusinessWithAny(&'static [Capability]),
    /// New business with the capability by which it serves the customer, or would. Existing direct customers are served
    /// on while direct bill is being given up; new ones are not taken.
    BusinessOfSide,
}
