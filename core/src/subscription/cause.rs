//! What changes a subscription: somebody by a right, or time for a reason.

use serde::{Deserialize, Serialize};

use crate::{
    access::Basis,
    ids::{OrganizationId, UserId},
    read::Read,
};

/// Who changed a subscription, and by what right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Author {
    /// The user.
    pub user: UserId,
    /// The organization that the user acted for.
    pub organization: OrganizationId,
    /// The role, and the grant that it rested on.
    pub basis: Basis,
}

/// Why a subscription expired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// It was not to renew by itself.
    NotRenewed,
    /// It was suspended at the end of its term.
    Suspended,
    /// Its product is not sold any more.
    NotSold,
    /// The subscription that it is an add-on to is over.
    BaseEnded,
}
