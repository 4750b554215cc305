//! Events of a request.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Price, Side, Wanted};
use crate::{
    Timestamp,
    ids::{AssignmentId, OrderId, OrganizationId, SkuId, UserId},
    read::Read,
    text::{MessageText, Reason},
};

/// Events of a request for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The reseller asked.
    Asked {
        /// The reseller.
        reseller: OrganizationId,
        /// The provider.
        provider: OrganizationId,
        /// The customer.
        customer: OrganizationId,
        /// What it asks for.
        wanted: Wanted,
        /// What that costs today.
        prices: Vec<Price>,
        /// What it says about it.
        note: Option<MessageText>,
        /// Whom the reseller proposes to lose a license, by what they hold; nobody where whoever approves is to say it.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        losing: BTreeSet<AssignmentId>,
        /// Whether the customer is asked first.
        asks_customer: bool,
        /// When it lapses if nobody answers.
        lapses: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The reseller's user.
        by: UserId,
    },
    /// The customer is asked after all: it wants to be asked first from now on.
    CustomerAsked {
        /// When it happened.
        at: Timestamp,
    },
    /// The customer agreed.
    Agreed {
        /// When it happened.
        at: Timestamp,
        /// The customer's global admin.
        by: UserId,
    },
    /// The provider made something else of it.
    Changed {
        /// What it is before.
        from: Wanted,
        /// What it is from now on.
        to: Wanted,
        /// What that costs today.
        prices: Vec<Price>,
        /// Why.
        reason: Option<Reason>,
        /// Whether the customer is asked about that.
        asks_customer: bool,
        /// When it happened.
        at: Timestamp,
        /// The provider's user.
        by: UserId,
    },
    /// Somebody wrote to the others.
    Said {
        /// The side.
        side: Side,
        /// The message.
        text: MessageText,
        /// When it happened.
        at: Timestamp,
        /// The user of that side.
        by: UserId,
    },
    /// The provider approved: it ordered, or changed the subscription.
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

/// Why a request has lapsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// Nobody has answered in time.
    Time,
    /// The reseller or the provider has no relationship with the customer any more.
    Relationship,
    /// Reseller and provider are in no partnership any more.
    Partnership,
    /// The subscription has ended.
    Subscription,
}

impl Lapse {
    /// Every reason.
    pub const ALL: [Lapse; 4] = [
        Lapse::Time,
        Lapse::Relationship,
        Lapse::Partnership,
        Lapse::Subscription,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lapse::Time => "time",
            Lapse::Relationship => "relationship",
            Lapse::Partnership => "partnership",
            Lapse::Subscription => "subscription",
        }
    }
}

crate::code::coded!(Lapse, "reason for a lapse");

impl Event {
    /// When it happened.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        match self {
            Event::Asked { at, .. }
            | Event::CustomerAsked { at }
            | Event::Agreed { at, .. }
            | Event::Changed { at, .. }
            | Event::Said { at, .. }
            | Event::Approved { at, .. }
            | Event::Declined { at, .. }
            | Event::Withdrawn { at, .. }
            | Event::Lapsed { at, .. } => *at,
        }
    }

    /// The products that it names.
    #[must_use]
    pub fn products(&self) -> Vec<SkuId> {
        match self {
            Event::Asked { wanted, .. } => wanted.products(),
            Event::Changed { to, .. } => to.products(),
            _ => Vec::new(),
        }
    }

    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Asked {
                reseller,
                provider,
                customer,
                ..
            } => vec![*reseller, *provider, *customer],
            Event::CustomerAsked { .. }
            | Event::Agreed { .. }
            | Event::Changed { .. }
            | Event::Said { .. }
            | Event::Approved { .. }
            | Event::Declined { .. }
            | Event::Withdrawn { .. }
            | Event::Lapsed { .. } => Vec::new(),
        }
    }
}
