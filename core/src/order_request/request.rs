//! A request with its state.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Event, Lapse, Price, Side, Wanted};
use crate::{
    Evolve, Timestamp,
    ids::{AssignmentId, OrderId, OrderRequestId, OrganizationId, UserId},
    read::Read,
    text::{MessageText, Reason},
};

/// So many messages are written about a request at most.
pub const MOST_MESSAGES: u32 = 200;

/// A reseller's request for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct OrderRequest {
    /// Its id.
    pub id: OrderRequestId,
    /// The reseller.
    pub reseller: OrganizationId,
    /// The provider.
    pub provider: OrganizationId,
    /// The customer.
    pub customer: OrganizationId,
    /// What the reseller asked for.
    pub asked: Wanted,
    /// What the provider made of it; none while it is what was asked for.
    pub changed: Option<Wanted>,
    /// What that cost when it was asked for, or changed last.
    pub prices: Vec<Price>,
    /// What the reseller says about it.
    pub note: Option<MessageText>,
    /// Whom the reseller proposes to lose a license, by what they hold; nobody where whoever approves is to say it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub losing: BTreeSet<AssignmentId>,
    /// Whether the customer is asked, and so sees it.
    pub asks_customer: bool,
    /// When the customer agreed to what it is now.
    pub agreed: Option<Timestamp>,
    /// How often the provider has changed it.
    pub revision: u32,
    /// How many messages were written about it.
    pub messages: u32,
    /// When it lapses if nobody answers.
    pub lapses: Timestamp,
    /// When it was asked.
    pub at: Timestamp,
    /// The reseller's user.
    pub by: UserId,
    /// Its state.
    pub state: State,
}

/// The state of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// The customer is to agree.
    WaitingForCustomer,
    /// The provider is to answer.
    WaitingForProvider,
    /// It was ordered, or the subscription changed.
    Approved {
        /// The order; none for a change of a subscription.
        order: Option<OrderId>,
        /// What it cost on that day.
        prices: Vec<Price>,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// The provider declined, or the customer did not agree.
    Declined {
        /// Which of them.
        side: Side,
        /// Why.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The user of that side.
        by: UserId,
    },
    /// The reseller took it back.
    Withdrawn {
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
    /// It can't be approved any more.
    Lapsed {
        /// Why.
        why: Lapse,
        /// Since when.
        at: Timestamp,
    },
}

impl State {
    /// The state in one word.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self {
            State::WaitingForCustomer => Status::WaitingForCustomer,
            State::WaitingForProvider => Status::WaitingForProvider,
            State::Approved { .. } => Status::Approved,
            State::Declined { .. } => Status::Declined,
            State::Withdrawn { .. } => Status::Withdrawn,
            State::Lapsed { .. } => Status::Lapsed,
        }
    }

    /// Since when it is over; none while it waits.
    ///
    /// ```
    /// use tierline_core::{order_request::State, testing::*};
    /// assert_eq!(State::WaitingForProvider.closed(), None);
    /// assert_eq!(State::Withdrawn { at: day(2), by: id(7) }.closed(), Some(day(2)));
    /// ```
    #[must_use]
    pub const fn closed(&self) -> Option<Timestamp> {
        match self {
            State::WaitingForCustomer | State::WaitingForProvider => None,
            State::Approved { at, .. }
            | State::Declined { at, .. }
            | State::Withdrawn { at, .. }
            | State::Lapsed { at, .. } => Some(*at),
        }
    }
}

/// The state in one word.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The customer is to agree.
    WaitingForCustomer,
    /// The provider is to answer.
    WaitingForProvider,
    /// It was ordered, or the subscription changed.
    Approved,
    /// The provider declined, or the customer did not agree.
    Declined,
    /// The reseller took it back.
    Withdrawn,
    /// It can't be approved any more.
    Lapsed,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 6] = [
        Status::WaitingForCustomer,
        Status::WaitingForProvider,
        Status::Approved,
        Status::Declined,
        Status::Withdrawn,
        Status::Lapsed,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Status::WaitingForCustomer => "waiting_for_customer",
            Status::WaitingForProvider => "waiting_for_provider",
            Status::Approved => "approved",
            Status::Declined => "declined",
            Status::Withdrawn => "withdrawn",
            Status::Lapsed => "lapsed",
        }
    }

    /// Who acts next; nobody once it is over.
    #[must_use]
    pub const fn waits_for(self) -> Option<Side> {
        match self {
            Status::WaitingForCustomer => Some(Side::Customer),
            Status::WaitingForProvider => Some(Side::Provider),
            Status::Approved | Status::Declined | Status::Withdrawn | Status::Lapsed => None,
        }
    }
}

crate::code::coded!(Status, "state of a request");

impl OrderRequest {
    /// What it asks for now.
    #[must_use]
    pub fn wanted(&self) -> &Wanted {
        self.changed.as_ref().unwrap_or(&self.asked)
    }

    /// Its state at this moment, whether or not a job has written down that its time is over.
    ///
    /// ```
    /// use tierline_core::{order_request::{Status, WAITS}, testing::*};
    /// let request = order_request();
    /// assert_eq!(request.status(day(2)), Status::WaitingForProvider);
    /// assert_eq!(request.status(request.at + WAITS), Status::Lapsed);
    /// ```
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        let status = self.state.status();
        if status.waits_for().is_some() && self.lapses <= now {
            Status::Lapsed
        } else {
            status
        }
    }

    /// The side of this organization; none if it has no part in it, or is the customer and not asked.
    ///
    /// ```
    /// use tierline_core::{order_request::Side, testing::*};
    /// let mut request = order_request();
    /// assert_eq!(request.side_of(reseller().id), Some(Side::Reseller));
    /// assert_eq!(request.side_of(customer().id), None);
    /// request.asks_customer = true;
    /// assert_eq!(request.side_of(customer().id), Some(Side::Customer));
    /// ```
    #[must_use]
    pub fn side_of(&self, organization: OrganizationId) -> Option<Side> {
        if organization == self.reseller {
            Some(Side::Reseller)
        } else if organization == self.provider {
            Some(Side::Provider)
        } else if organization == self.customer && self.asks_customer {
            Some(Side::Customer)
        } else {
            None
        }
    }
}

/// A request begins when it is asked. Once it is over, nothing happens to it any more but that people write about it.
///
/// ```
/// use tierline_core::{Evolve as _, order_request::{Event, Status}, testing::*};
/// let mut request = order_request();
/// request.apply(&Event::Withdrawn { at: day(2), by: id(7) });
/// request.apply(&Event::Agreed { at: day(3), by: id(7) });
/// assert_eq!((request.state.status(), request.agreed), (Status::Withdrawn, None));
/// ```
impl Evolve for OrderRequest {
    type Id = OrderRequestId;
    type Event = Event;

    fn begin(id: OrderRequestId, event: &Event) -> Option<OrderRequest> {
        let Event::Asked {
            reseller,
            provider,
            customer,
            wanted,
            prices,
            note,
            losing,
            asks_customer,
            lapses,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(OrderRequest {
            id,
            reseller: *reseller,
            provider: *provider,
            customer: *customer,
            asked: wanted.clone(),
            changed: None,
            prices: prices.clone(),
            note: note.clone(),
            losing: losing.clone(),
            asks_customer: *asks_customer,
            agreed: None,
            revision: 0,
            messages: 0,
            lapses: *lapses,
            at: *at,
            by: *by,
            state: first(*asks_customer),
        })
    }

    fn apply(&mut self, event: &Event) {
        if let Event::Said { .. } = event {
            self.messages = self.messages.saturating_add(1);
            return;
        }
        if self.state.closed().is_some() {
            return;
        }
        match event {
            Event::Asked { .. } | Event::Said { .. } => {}
            Event::CustomerAsked { .. } => {
                self.asks_customer = true;
                self.state = State::WaitingForCustomer;
            }
            Event::Agreed { at, .. } => {
                self.agreed = Some(*at);
                self.state = State::WaitingForProvider;
            }
            Event::Changed {
                to,
                prices,
                asks_customer,
                ..
            } => {
                self.changed = (*to != self.asked).then(|| to.clone());
                self.prices.clone_from(prices);
                self.agreed = None;
                self.revision = self.revision.saturating_add(1);
                self.asks_customer |= *asks_customer;
                self.state = first(*asks_customer);
            }
            Event::Approved {
                order,
                prices,
                at,
                by,
            } => {
                self.state = State::Approved {
                    order: *order,
                    prices: prices.clone(),
                    at: *at,
                    by: *by,
                };
            }
            Event::Declined {
                side,
                reason,
                at,
                by,
            } => {
                self.state = State::Declined {
                    side: *side,
                    reason: reason.clone(),
                    at: *at,
                    by: *by,
                };
            }
            Event::Withdrawn { at, by } => self.state = State::Withdrawn { at: *at, by: *by },
            Event::Lapsed { why, at } => self.state = State::Lapsed { why: *why, at: *at },
        }
    }
}

const fn first(asks_customer: bool) -> State {
    if asks_customer {
        State::WaitingForCustomer
    } else {
        State::WaitingForProvider
    }
}
