//! What people do with a request, besides changing and approving it.

use serde::Serialize;

use super::Side;
use crate::{
    access::Action,
    text::{MessageText, Reason},
};

/// A command on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Command {
    /// The customer agrees to it, as often changed as this.
    Agree {
        /// How often the request had been changed when it was shown.
        revision: u32,
    },
    /// The customer does not agree.
    Disagree {
        /// Why.
        reason: Reason,
    },
    /// The provider declines.
    Decline {
        /// Why.
        reason: Reason,
    },
    /// The reseller takes it back.
    Withdraw,
    /// Somebody writes to the others.
    Say {
        /// The message.
        text: MessageText,
    },
}

impl Command {
    /// The action that it is.
    #[must_use]
    pub const fn asks_for(&self) -> Action {
        match self {
            Command::Agree { .. } | Command::Disagree { .. } => Action::AgreeToOrderRequest,
            Command::Decline { .. } => Action::AnswerOrderRequest,
            Command::Withdraw | Command::Say { .. } => Action::FollowOrderRequest,
        }
    }

    /// The side whose users do this; none if it is every side's.
    pub(super) const fn of_side(&self) -> Option<Side> {
        match self {
            Command::Agree { .. } | Command::Disagree { .. } => Some(Side::Customer),
            Command::Decline { .. } => Some(Side::Provider),
            Command::Withdraw => Some(Side::Reseller),
            Command::Say { .. } => None,
        }
    }
}
