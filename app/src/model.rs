//! What pages are given to show: plain data shaped for a page, made by the server.

pub mod customer;
pub mod grant;
pub mod invitation;
pub mod mail;
pub mod mark;
pub mod overview;
pub mod page;
pub mod partner;
pub mod password;
pub mod second_factor;
pub mod session;
pub mod timeline;
