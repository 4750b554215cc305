//! The profile of an organization, and the second factor that it requires of its users.

use serde::Serialize;
use tierline_core::{
    Timestamp,
    organization::{Organization, RequiredOf},
    read::Read,
};

use crate::form::mark::Mark;

/// The requirement, and its effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Requirement {
    /// The users of whom the organization requires it.
    pub required_of: RequiredOf,
    /// The program's minimum, which applies anyway.
    pub minimum: RequiredOf,
    /// The number of users concerned, by the stricter of the two, who have none yet.
    pub without: u64,
    /// The mark of the stored requirement.
    pub mark: Mark,
}

/// The review of a customer's account by the operator, while it goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct UnderReview {
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub reason: String,
}

/// The profile of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnProfile {
    /// The organization.
    pub organization: Organization,
    /// Street, city, postal code: as many lines as were entered.
    pub address: Vec<String>,
    /// Its contact address.
    pub contact: Option<String>,
    /// Since when it has a tenant here.
    pub since: Timestamp,
}
