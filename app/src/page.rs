//! The pages, one a file.

pub mod change_password;
pub mod choose_organisation;
pub mod customer;
pub mod customers;
pub mod grants;
mod line_picker;
mod load;
pub mod mail_delivery;
pub mod mailbox;
pub mod new_subscription;
pub mod not_found;
pub mod overview;
pub mod session_list;
pub mod settings;
pub mod sign_in;
mod subscriptions;
pub mod timeline;
pub mod wizard;
mod changes;
mod refusal;
pub mod partner;
pub mod invitation;
pub mod link;
