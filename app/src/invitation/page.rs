//! Requests to resellers and customers, for their senders.

#[cfg(not(feature = "hydrate"))]
pub mod link;

pub mod list;

mod actions;
mod asked;
mod checklist;
mod controls;
mod detail;
mod editor;
mod facts;
mod message;
mod new;
mod provider_choice;
mod ready;
mod row;
mod text;
mod unsent;

pub use detail::InvitationPage;
pub use new::{InviteForBothPage, RequestPartnershipPage, RequestRelationshipPage};
