//! Requests for orders: a reseller asks the provider that orders for its customer.
//!
//! "The provider needs to have a reseller relationship with your customer so they can submit orders on your customer's
//! behalf" ("Partner with indirect providers in the CSP program"): a reseller never orders itself. It asks for new
//! subscriptions, for more licenses or fewer, an upgrade, a renewal or an end, and the provider answers. The customer
//! may want to be asked first ([`set_asked_first`]).
//!
//! # States
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | the reseller asks | waiting for the provider; for the customer, if it wants to be asked first |
//! | waiting for the customer | a global admin of the customer agrees | waiting for the provider |
//! | waiting for the customer | a global admin of the customer does not agree, with a reason | declined |
//! | waiting for the provider | the provider changes numbers or terms | the same; the customer is asked again, if it was |
//! | waiting for the provider | the customer decides to be asked first | waiting for the customer |
//! | waiting for the provider | the provider approves | approved: that is the order, or the change |
//! | waiting for the provider | the provider declines, with a reason | declined |
//! | waiting | the reseller takes it back | withdrawn |
//! | waiting | what it rests on has ended, or [`WAITS`] is over | lapsed |
//!
//! What was asked for stays beside what the provider made of it, so that the reseller sees both.
//!
//! # Approval
//!
//! An approval is the order, or the change of the subscription, and is decided by the same functions as one without a
//! request: [`order`](crate::order::order) and [`subscription::decide`](crate::subscription::decide). It costs what it
//! costs on that day. Whoever approves has seen that amount, and confirms where a price is not the one of the day on
//! which it was asked for. Where there are to be fewer licenses than users hold, the reseller may have proposed who
//! loses one; whoever approves follows that, or says otherwise ([`losing`](losing())).

mod approve;
mod ask;
mod command;
mod decide;
mod event;
mod lapse;
mod losing;
mod parties;
pub(crate) mod permission;
mod price;
mod refusal;
mod request;
mod setting;
mod wanted;

pub use approve::{Approval, Made, NewIds, approve};
pub use ask::{AskFacts, MOST_WAITING, NewRequest, ask, known_bases};
pub use command::Command;
pub use decide::{Facts, change, decide};
pub use event::{Event, Lapse};
pub use lapse::{WAITS, ask_customer, lapse};
pub use losing::{Loses, as_change, check_proposal, losing};
pub use parties::{Parties, Side, Subject};
pub use price::{Estimate, Price, as_order, estimate};
pub use refusal::Refusal;
pub use request::{MOST_MESSAGES, OrderRequest, State, Status};
pub use setting::set_asked_first;
pub use wanted::{MOST_LINES, NewLine, Wanted, What, When};
