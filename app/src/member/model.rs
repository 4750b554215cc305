//! Users of the own organization, and the pages of the links that are mailed to them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{MemberInvitationId, OrganizationId, UserId},
    license::Lost,
    organization::{Organization, Party},
    read::Read,
    role::RoleSet,
};

use crate::{form::mark::Mark, group::model::NarrowedUser, list::model::Page, timeline::History};

/// The state of a user, or of somebody who is to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum MemberState {
    /// May act for the organization.
    Active,
    /// May not.
    Blocked,
    /// Has an invitation that can be accepted.
    Invited,
    /// Has an invitation whose time is over.
    Expired,
    /// Was removed from a customer's users, and can be restored.
    Removed,
}

impl MemberState {
    /// Every state of those whom an organization has.
    pub const ALL: [MemberState; 4] = [
        MemberState::Active,
        MemberState::Blocked,
        MemberState::Invited,
        MemberState::Expired,
    ];

    /// The stable name, as in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            MemberState::Active => "active",
            MemberState::Blocked => "blocked",
            MemberState::Invited => "invited",
            MemberState::Expired => "expired",
            MemberState::Removed => "removed",
        }
    }
}

/// The form of a customer's new user.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct NewCustomerUserPage {
    /// The customer.
    pub customer: Party,
    /// The domain of its work accounts.
    pub domain: String,
}

/// A user of a customer, for its partners.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct CustomerUserPage {
    /// The customer.
    pub customer: Party,
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
    /// What the reader may do to the user.
    pub may: MayHelp,
    /// The mark of the name.
    pub name_mark: Mark,
    /// The mark of the roles.
    pub roles_mark: Mark,
    /// What has happened to the account.
    pub timeline: History,
}

/// A user who was removed from a customer's users.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct RemovedUserPage {
    /// Whether the customer is the reader's own organization.
    pub own: bool,
    /// The customer.
    pub customer: Party,
    /// The user.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The work account.
    pub address: String,
    /// The roles that the user had.
    pub roles: RoleSet,
    /// Whether it was blocked, and is again.
    pub blocked: bool,
    /// When it was removed.
    pub at: Timestamp,
    /// Until then it can be restored.
    pub until: Timestamp,
    /// The products of the licenses that it gets back now.
    pub given: Vec<String>,
    /// The licenses that it does not get back.
    pub lost: Vec<Lost>,
    /// Whether the reader may restore it.
    pub may: Result<(), Refusal>,
}

/// What a partner's user may do to a customer's.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct MayHelp {
    /// Change the name.
    pub rename: Result<(), Refusal>,
    /// Change roles.
    pub roles: Result<(), Refusal>,
    /// Block.
    pub block: Result<(), Refusal>,
    /// Unblock.
    pub unblock: Result<(), Refusal>,
    /// Remove.
    pub remove: Result<(), Refusal>,
    /// Give a temporary password.
    pub reset_password: Result<(), Refusal>,
}

/// A temporary password of a customer's user, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct TemporaryPassword {
    /// The work account.
    pub user_name: String,
    /// The password; none if it was shown already.
    pub password: Option<String>,
    /// Whether it is a user of the reader's own organization.
    pub own: bool,
}

/// The object behind a row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RowOf {
    /// A user.
    User {
        /// The user's id.
        id: UserId,
    },
    /// An invitation that was not accepted yet.
    Invitation {
        /// Its id.
        id: MemberInvitationId,
    },
}

/// A row of the list of users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct UserRow {
    /// What it is about.
    pub of: RowOf,
    /// The person's name.
    pub name: String,
    /// The work account, or the invited address.
    pub address: String,
    /// The roles.
    pub roles: RoleSet,
    /// The state.
    pub state: MemberState,
    /// Whether the account is managed by another organization: how its user signs in is that one's affair.
    pub is_guest: bool,
    /// Whether signing in takes a second factor; none for an invitation or a guest.
    pub second_factor: Option<bool>,
    /// The time of the latest sign-in; none for a guest.
    pub signed_in: Option<Timestamp>,
    /// The end of the time in which an invitation can be accepted.
    pub expires: Option<Timestamp>,
}

/// The list of users.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct UsersPage {
    /// The signed-in organization.
    pub organization: Organization,
    /// The signed-in user's part in it.
    pub actor: Actor,
    /// The users, and the invitations to become one.
    pub users: Page<UserRow>,
}

/// What the reader may do to a user now, as core says in advance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MayChange {
    /// Change the name.
    pub rename: Result<(), Refusal>,
    /// Change roles at all.
    pub roles: Result<(), Refusal>,
    /// Give or take the role global admin.
    pub global_admin: Result<(), Refusal>,
    /// Block.
    pub block: Result<(), Refusal>,
    /// Let act again.
    pub unblock: Result<(), Refusal>,
    /// Remove.
    pub remove: Result<(), Refusal>,
    /// Have a link for another password mailed.
    pub send_password_link: Result<(), Refusal>,
    /// Give a temporary password that is shown once; none where the organization is no customer.
    pub reset_password: Option<Result<(), Refusal>>,
    /// Remove the second factor.
    pub reset_second_factor: Result<(), Refusal>,
}

/// How a user signs in, for the organization that manages the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct SigningIn {
    /// Whether it takes a second factor.
    pub second_factor: bool,
    /// The time of the latest sign-in.
    pub latest: Option<Timestamp>,
}

/// A user of the own organization.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct UserPage {
    /// The organization.
    pub organization: OrganizationId,
    /// The user's id.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The work account.
    pub address: String,
    /// The roles.
    pub roles: RoleSet,
    /// The roles that a user of this organization can have.
    pub there_are: RoleSet,
    /// Active or blocked.
    pub state: MemberState,
    /// Whether it is the reader.
    pub is_reader: bool,
    /// How the user signs in; none for a guest, whose account another organization manages.
    pub signing_in: Option<SigningIn>,
    /// What the reader may do.
    pub may: MayChange,
    /// The mark of the name.
    pub name_mark: Mark,
    /// The mark of the roles.
    pub roles_mark: Mark,
    /// The customers that the user sees; none where the organization has no customers.
    pub customers: Option<NarrowedUser>,
    /// What has happened, as far as it concerns the organization.
    pub timeline: History,
}

/// **Add user**.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct NewUserPage {
    /// The customers that the user can be narrowed to; none where there is no choice.
    pub customers: Option<NarrowedUser>,
}

/// What the reader of an invitation's link is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum JoinWay {
    /// Choose a password: there is no account for the address.
    ChoosePassword,
    /// Sign in with the account of the address.
    SignIn,
    /// Choose a password of one's own first: somebody else knows the one that the reader signed in with.
    ChangePassword,
    /// Accept: it is the reader's own account.
    Accept,
    /// Sign out first: it is somebody else's.
    SignOut {
        /// The account that is signed in.
        signed_in: String,
    },
    /// Nothing: core refuses it.
    Refused {
        /// For this reason.
        refusal: Refusal,
    },
}

/// The page behind the link of an invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct JoinPage {
    /// The organization's name.
    pub organization: String,
    /// The name of who has invited.
    pub invited_by: String,
    /// The invited person's name.
    pub name: String,
    /// The invited address.
    pub address: String,
    /// The roles that come with it.
    pub roles: RoleSet,
    /// The groups of customers to which the user is narrowed, if it is.
    pub groups: Vec<String>,
    /// Those of them that were removed since.
    pub removed_groups: Vec<String>,
    /// Until then the link works.
    pub expires: Option<Timestamp>,
    /// Whether the link can be used now.
    pub open: Result<(), Refusal>,
    /// What the reader is to do.
    pub way: JoinWay,
}

/// The page behind a link for another password.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct PasswordLinkPage {
    /// The work account.
    pub address: String,
    /// Whether the link can be used now.
    pub open: Result<(), Refusal>,
}
