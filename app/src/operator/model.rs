//! The organizations of the program, as the operator sees them.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    ids::{EnrollmentId, ListingId, MemberId, OrganizationId, UserId},
    market::Country,
    organization::{Capabilities, Capability, Organization, Party, SuspendedBy},
    read::Read,
    role::RoleSet,
};

use crate::{
    form::mark::Mark, i18n::Lang, list::model::Page, organization::model::UnderReview,
    timeline::History,
};

/// A row of the operator's list of organizations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrganizationRow {
    /// Its id.
    pub id: OrganizationId,
    /// Legal name.
    pub name: String,
    /// The tenant's domain.
    pub domain: String,
    /// Legal location.
    pub country: Country,
    /// Its capabilities, in the states that they have now.
    pub capabilities: Capabilities,
    /// Why it is suspended, if it is.
    pub suspended_by: Vec<SuspendedBy>,
    /// From when on it is offboarded, if it is marked.
    pub offboarding: Option<Timestamp>,
    /// The version of the partner agreement that it has signed, if that counts.
    pub agreement: Option<String>,
    /// The associated location MPN ID.
    pub mpn: Option<String>,
    /// Since when it has a tenant here.
    pub since: Timestamp,
    /// When something last happened that concerns it.
    pub last_activity: Option<Timestamp>,
}

/// The operator's list of organizations.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrganizationsPage {
    /// The organizations.
    pub organizations: Page<OrganizationRow>,
    /// The countries of all of them.
    pub countries: Vec<Country>,
}

/// The first admin of a partner, who has not come yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AwaitedAdmin {
    /// The name.
    pub name: String,
    /// The work account.
    pub user_name: String,
    /// The language of the mails.
    pub language: Lang,
    /// The mark of these.
    pub mark: Mark,
}

/// What else the program has of an organization, as far as the reader may open it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
pub struct Related {
    /// Its enrollment, of which the operator has a case.
    pub case: Option<EnrollmentId>,
    /// Its listing, of which it has proposed a change.
    pub change: Option<ListingId>,
    /// Its listing, which the directory shows.
    pub listing: Option<ListingId>,
    /// The member of the registry whose MPN ID it has.
    pub member: Option<MemberId>,
}

/// An organization of the program, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrganizationDetail {
    /// The organization.
    pub organization: Organization,
    /// Its contact address.
    pub contact: Option<String>,
    /// What else the program has of it.
    pub related: Related,
    /// Since when it has a tenant here.
    pub since: Timestamp,
    /// When something last happened that concerns it.
    pub last_activity: Option<Timestamp>,
    /// The number of its users.
    pub users: u64,
    /// The number of its customers.
    pub customers: u64,
    /// The number of its partnerships.
    pub partnerships: u64,
    /// Whether it can be suspended now.
    pub may_suspend: Result<(), Refusal>,
    /// Whether a suspension can be lifted now.
    pub may_lift: Result<(), Refusal>,
    /// The capabilities that it doesn't have, and whether each can be added now. None for those who are no partners.
    pub may_add: Vec<Addable>,
    /// Whether it can be marked for offboarding now.
    pub may_mark: Result<(), Refusal>,
    /// Whether its mark can be taken back now.
    pub may_take_back: Result<(), Refusal>,
    /// The address of its legal profile, line by line.
    pub address: Vec<String>,
    /// The mark of its legal profile.
    pub profile_mark: Mark,
    /// Whether its legal profile can be corrected.
    pub may_correct: Result<(), Refusal>,
    /// Whether its country can be changed at all.
    pub may_change_country: Result<(), Refusal>,
    /// Its first admin, who has not come yet.
    pub awaited: Option<AwaitedAdmin>,
    /// Those who lead it, or those whom words find.
    pub people: FoundUsers,
    /// Whether the reader helps its users in again.
    pub may_help: Result<(), Refusal>,
    /// The mark of its MPN ID and its signed agreement.
    pub entry_mark: Mark,
    /// The review of its account, if it is a customer.
    pub review: Option<AccountReviewing>,
    /// What has happened to it.
    pub timeline: History,
}

/// The review of a customer's account, and what the operator can do about it.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AccountReviewing {
    /// The one that goes on.
    pub goes_on: Option<UnderReview>,
    /// The name of who began it.
    pub by: Option<String>,
    /// Whether one can begin now.
    pub may_begin: Result<(), Refusal>,
    /// Whether it can be ended now.
    pub may_end: Result<(), Refusal>,
}

/// A capability that a partner doesn't have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Addable {
    /// The capability.
    pub capability: Capability,
    /// Whether it can be added.
    pub may: Result<(), Refusal>,
}

/// Users of an organization: few at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct FoundUsers {
    /// What was typed.
    pub find: String,
    /// The users.
    pub users: Vec<OrganizationUser>,
    /// Whether there are more of them.
    pub goes_on: bool,
}

/// A user of an organization, for the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrganizationUser {
    /// The user's id.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The work account.
    pub address: String,
    /// The roles.
    pub roles: RoleSet,
    /// Whether the user may act for the organization.
    pub is_active: bool,
    /// Whether signing in asks for a second factor.
    pub second_factor: bool,
    /// When the user signed in last.
    pub signed_in: Option<Timestamp>,
}

/// A user of an organization, and what the operator can do for the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OrganizationUserPage {
    /// The organization.
    pub organization: Party,
    /// The user.
    pub user: OrganizationUser,
    /// Whether the account is blocked everywhere.
    pub is_account_blocked: bool,
    /// The number of organizations that the account belongs to.
    pub organizations: u32,
    /// Whether another global admin of the organization can do this.
    pub colleagues_can_help: bool,
    /// Whether a link for another password can be mailed now.
    pub may_send_password_link: Result<(), Refusal>,
    /// Whether the second factor can be removed.
    pub may_reset_second_factor: Result<(), Refusal>,
    /// Whether the account can be unblocked.
    pub may_unblock: Result<(), Refusal>,
}
