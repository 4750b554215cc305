//! What people do to a subscription.

use serde::Serialize;

use super::{AutoRenew, Plan};
use crate::{access::Action, ids::SkuId};

/// A command on a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Command {
    /// From now on there are so many licenses: more at any time, fewer within [`WINDOW`](super::WINDOW).
    SetQuantity {
        /// The number.
        to: u32,
    },
    /// It becomes a subscription of another product, with all its licenses.
    Upgrade {
        /// The product.
        to: SkuId,
    },
    /// What it becomes when it renews, in place of what was scheduled. What is not named stays as it is today.
    Schedule {
        /// Another number of licenses.
        quantity: Option<u32>,
        /// Another product.
        upgrade: Option<SkuId>,
        /// Another term or billing plan.
        plan: Option<Plan>,
    },
    /// What is scheduled is dropped.
    Unschedule,
    /// Whether it renews by itself.
    SetAutoRenew {
        /// Whether it does.
        auto_renew: AutoRenew,
    },
    /// It is agreed now, at the price of today, that it renews at the end of its term, with what is scheduled.
    RenewNow,
    /// It is taken out of use.
    Suspend,
    /// It is taken into use again.
    Reactivate,
    /// It is canceled, within [`WINDOW`](super::WINDOW).
    Cancel,
    /// After it expired, a new term begins, for [`KEPT`](super::KEPT) at most.
    BringBack,
}

impl Command {
    /// The actions that it may be, by what it changes and by who asks: whoever may take none of them is refused before
    /// anything is looked at.
    #[must_use]
    pub const fn asks_for(&self) -> &'static [Action] {
        match self {
            Command::SetQuantity { .. } => &[Action::PlaceOrder, Action::ChangeOrders],
            Command::Upgrade { .. } => &[Action::PlaceOrder],
            Command::Schedule { .. } => &[
                Action::PlaceOrder,
                Action::ChangeOrders,
                Action::ManageSubscriptions,
            ],
            Command::Unschedule
            | Command::SetAutoRenew { .. }
            | Command::RenewNow
            | Command::BringBack => &[Action::ChangeOrders, Action::ManageSubscriptions],
            Command::Suspend | Command::Reactivate | Command::Cancel => &[Action::ChangeOrders],
        }
    }
}
