//! Members: the users of an organization, as its admins manage them in **User management**.
//!
//! "Select your name from the list of users. Then select **Admin agent** … and then select **Update**" ("Partner with
//! indirect providers in the CSP program"). An organization adds its own users, by an invitation that reaches them by
//! mail; nobody but the users themselves ever knows a password.
//!
//! # Who may do what
//!
//! | what | who | but |
//! | --- | --- | --- |
//! | see the users, invite, give roles, block, remove | [`Action::ManageUsers`](crate::access::Action::ManageUsers) | |
//! | all of that, where the role global admin is held, given or taken | [`Action::ManageGlobalAdmins`](crate::access::Action::ManageGlobalAdmins) | |
//! | name, password, second factor | as above | only where the account is [at home](is_at_home) |
//! | help in a user of another organization whom nobody there can help | [`Action::ManageAccounts`](crate::access::Action::ManageAccounts) | with a reason, and by a mailed link |
//! | block, reset password or second factor of one's own account | nobody | that is done under **Settings** |
//! | a customer's users by the lines of a file: [`read_users`], [`add_listed`] | as singly | |
//! | a customer's users: add, name, roles, block, remove, restore, new password | [`Action::ManageUsers`](crate::access::Action::ManageUsers) on the customer, for its partners | global admins are the customer's own affair |
//!
//! The last global admin of an organization, the last admin agent of a partner, and the operator's last program admin
//! keep that role and stay. What is counted are users who may act: a blocked one and an unanswered invitation count for
//! nothing.
//!
//! # States
//!
//! | what | from | by | to |
//! | --- | --- | --- | --- |
//! | invitation | | [`invite`] | pending, with link number 1 |
//! | invitation | pending, expired | resend | pending, with the next link; the older one is *replaced* |
//! | invitation | pending | [`join`], [`join_as_new`] | accepted |
//! | invitation | pending, expired | cancel | canceled |
//! | invitation | pending | [`INVITATION_VALIDITY`] is over | expired |
//! | member | | an invitation is accepted | active, with the roles of the invitation |
//! | member | active | block | blocked, here and nowhere else |
//! | member | blocked | unblock | active, with the same roles |
//! | member | active, blocked | remove | no member; the account stays |
//! | member of a customer | | [`add_user`] | active, with a temporary password |
//! | no member of a customer, for [`RESTORE_WITHIN`] | | [`restore_user`] | active or blocked, with the roles that it had |
//!
//! An invitation can be narrowed to groups of customers, as a user can. Whoever accepts it is narrowed to those that
//! are left by then; if none is, nobody accepts it.
//!
//! A pending invitation is no user: it has no roles and is no one's colleague until it is accepted.

mod change;
mod help;
mod invitation;
mod join;
mod last;
mod lines;
mod narrowed;
mod password;
pub(crate) mod permission;
mod refusal;
mod removed;
mod restore;
mod roles;

pub use change::{Change, MemberFacts, change, is_at_home, may_manage};
pub use help::{Help, HelpFacts, NewUser, Taken, add_user, help, may_help};
pub use invitation::{
    Command, Event, INVITATION_VALIDITY, InviteFacts, ManageFacts, MemberInvitation, NewMember,
    State, Status, invite, manage,
};
pub use join::{JoinFacts, check_link, join, join_as_new};
pub use last::stays_led;
pub use lines::{USER_COLUMNS, UserLine, UserLines, add_listed, read_users};
pub use narrowed::InvitedTo;
pub use password::{PASSWORD_LINK_VALIDITY, PasswordLink, check_password_link, choose_password};
pub use refusal::Refusal;
pub use removed::{RESTORE_WITHIN, Removed, restore_user};
pub use restore::{Restore, RestoreFacts, Restored, restore};
