//! The pages, one a file.

pub mod change_password;
mod changes;
pub mod choose_organization;
pub mod customer;
pub mod customers;
pub mod grants;
pub mod invitation;
mod line_picker;
pub mod link;
mod load;
pub mod mail_delivery;
pub mod mailbox;
pub mod new_subscription;
pub mod not_found;
pub mod overview;
pub mod partner;
mod refusal;
pub mod second_factor;
pub mod session_list;
pub mod settings;
pub mod sign_in;
pub mod sign_in_code;
mod subscriptions;
pub mod timeline;
pub mod wizard;
