//! Every text of the portal in its three languages, by area.

pub mod changed;
pub mod customer;
pub mod field;
pub mod form;
pub mod grant;
pub mod grant_page;
pub mod invitation;
pub mod link;
pub mod list;
pub mod mail;
pub mod market;
pub mod notice;
pub mod order;
pub mod overview;
pub mod partner;
pub mod prefilled;
pub mod problem;
pub mod refusal;
pub mod role;
pub mod second_factor;
pub mod session;
pub mod shell;
pub mod sign_in;
pub mod timeline;
pub mod ui;
pub mod wizard;
