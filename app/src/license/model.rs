//! Licenses in users' hands, as pages show them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    ids::{AssignmentId, SubscriptionId, UserId},
    organization::Party,
    read::Read,
    role::RoleSet,
    subscription::Status,
};

use crate::{list::model::Page, member::model::MemberState, timeline::History};

/// A customer whose licenses the reader manages.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Managed {
    /// The customer.
    pub customer: Party,
    /// Whether it is the reader's own organization.
    pub own: bool,
}

/// The licenses of a customer, subscription by subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LicensesPage {
    /// The customer.
    pub of: Managed,
    /// The subscriptions.
    pub licenses: Page<LicensesRow>,
}

/// The licenses of a subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LicensesRow {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The product's name.
    pub product: String,
    /// The subscription's state.
    pub status: Status,
    /// The number of licenses that were bought.
    pub bought: u32,
    /// The number of those that users hold.
    pub assigned: u32,
    /// The number of those that nobody holds.
    pub free: u32,
}

/// A customer's users with their licenses.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LicenseUsersPage {
    /// The customer.
    pub of: Managed,
    /// The users.
    pub users: Page<LicenseUserRow>,
    /// Subscriptions in use, by name, with what is free of them; the first of them, where there are very many.
    pub offered: Vec<LicensesRow>,
}

/// A customer's user in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LicenseUserRow {
    /// The user.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The work account.
    pub address: String,
    /// The roles at the customer.
    pub roles: RoleSet,
    /// Whether the user may act there.
    pub state: MemberState,
    /// The number of licenses.
    pub licenses: u32,
    /// Their products by name, the first of them where there are many.
    pub products: Vec<String>,
    /// Until then a removed user can be restored.
    pub until: Option<Timestamp>,
}

/// Who holds the licenses of a subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct HoldersPage {
    /// The customer.
    pub of: Managed,
    /// The subscription.
    pub licenses: LicensesRow,
    /// The users.
    pub holders: Page<HolderRow>,
}

/// A user who holds a license of the subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct HolderRow {
    /// The license in the user's hands.
    pub assignment: AssignmentId,
    /// The user.
    pub user: UserId,
    /// The name.
    pub name: String,
    /// The work account.
    pub address: String,
    /// Whether the user may act for the customer.
    pub state: MemberState,
    /// Since when.
    pub since: Timestamp,
}

/// A customer's user, and the licenses that it has and could have.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct LicenseUserPage {
    /// The customer.
    pub of: Managed,
    /// The user.
    pub user: LicenseUserRow,
    /// Every subscription of the customer, page by page.
    pub licenses: Page<UserLicense>,
    /// What has happened to the user's licenses.
    pub timeline: History,
}

/// A subscription of the customer, for one of its users.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct UserLicense {
    /// The licenses of the subscription.
    pub licenses: LicensesRow,
    /// What the user holds of it.
    pub held: Option<Held>,
    /// Whether the user could get one.
    pub assign: Result<(), Refusal>,
}

/// A license in a user's hands.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct Held {
    /// Its id.
    pub assignment: AssignmentId,
    /// Since when.
    pub since: Timestamp,
}

/// The licenses that the reader holds.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OwnLicensesPage {
    /// The licenses.
    pub licenses: Page<OwnLicense>,
}

/// A license that the reader holds.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OwnLicense {
    /// The product's name.
    pub product: String,
    /// Since when.
    pub since: Timestamp,
    /// The subscription's state.
    pub status: Status,
}
