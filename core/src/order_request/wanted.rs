//! What a reseller asks for.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{SkuId, SubscriptionId},
    order::Line,
    read::Read,
    subscription::{Command, Plan, State, Subscription},
};

/// So many products are asked for at once at most.
pub const MOST_LINES: usize = 50;

/// A new subscription that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct NewLine {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: u32,
    /// The term and the billing plan.
    #[serde(default, skip_serializing_if = "Plan::is_default")]
    pub plan: Plan,
    /// Of an add-on, the customer's subscription that it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<SubscriptionId>,
}

impl NewLine {
    /// Licenses for a year that is billed every month.
    #[must_use]
    pub const fn of(sku: SkuId, quantity: u32) -> NewLine {
        NewLine {
            sku,
            quantity,
            plan: Plan::DEFAULT,
            base: None,
        }
    }

    /// The line of an order that it is once it is approved.
    #[must_use]
    pub const fn ordered(self, subscription: SubscriptionId) -> Line {
        let NewLine {
            sku,
            quantity,
            plan,
            base,
        } = self;
        Line {
            plan,
            base,
            ..Line::of(sku, quantity, subscription)
        }
    }
}

/// When a change is to happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// With the approval.
    #[default]
    Now,
    /// When the subscription renews.
    AtRenewal,
}

impl When {
    /// Every moment.
    pub const ALL: [When; 2] = [When::Now, When::AtRenewal];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            When::Now => "now",
            When::AtRenewal => "at_renewal",
        }
    }
}

crate::code::coded!(When, "moment of a change");

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Wanted {
    /// New subscriptions.
    New {
        /// The lines: each product once.
        lines: Vec<NewLine>,
    },
    /// Another number of licenses.
    Quantity {
        /// The subscription.
        subscription: SubscriptionId,
        /// The number when it was asked for.
        from: u32,
        /// The number from then on.
        to: u32,
        /// When.
        when: When,
    },
    /// Another product in its place.
    Upgrade {
        /// The subscription.
        subscription: SubscriptionId,
        /// The product.
        to: SkuId,
        /// When.
        when: When,
    },
    /// It goes on: it renews, or is brought back after it expired.
    Renew {
        /// The subscription.
        subscription: SubscriptionId,
        /// Another term or billing plan from then on.
        plan: Option<Plan>,
    },
    /// Its end.
    Cancel {
        /// The subscription.
        subscription: SubscriptionId,
    },
}

/// What is asked for, in one word.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// New subscriptions.
    New,
    /// More licenses.
    More,
    /// Fewer licenses.
    Fewer,
    /// Another product.
    Upgrade,
    /// That it goes on.
    Renew,
    /// Its end.
    Cancel,
}

impl What {
    /// Every one.
    pub const ALL: [What; 6] = [
        What::New,
        What::More,
        What::Fewer,
        What::Upgrade,
        What::Renew,
        What::Cancel,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            What::New => "new",
            What::More => "more",
            What::Fewer => "fewer",
            What::Upgrade => "upgrade",
            What::Renew => "renew",
            What::Cancel => "cancel",
        }
    }
}

crate::code::coded!(What, "kind of request");

impl Wanted {
    /// In one word.
    ///
    /// ```
    /// use tierline_core::{order_request::{Wanted, What, When}, testing::*};
    /// let to = |to| Wanted::Quantity { subscription: id(60), from: 25, to, when: When::Now };
    /// assert_eq!((to(30).what(), to(20).what()), (What::More, What::Fewer));
    /// ```
    #[must_use]
    pub const fn what(&self) -> What {
        match self {
            Wanted::New { .. } => What::New,
            Wanted::Quantity { from, to, .. } if *to > *from => What::More,
            Wanted::Quantity { .. } => What::Fewer,
            Wanted::Upgrade { .. } => What::Upgrade,
            Wanted::Renew { .. } => What::Renew,
            Wanted::Cancel { .. } => What::Cancel,
        }
    }

    /// The subscription that is to change; none for new ones.
    #[must_use]
    pub const fn subscription(&self) -> Option<SubscriptionId> {
        match self {
            Wanted::New { .. } => None,
            Wanted::Quantity { subscription, .. }
            | Wanted::Upgrade { subscription, .. }
            | Wanted::Renew { subscription, .. }
            | Wanted::Cancel { subscription } => Some(*subscription),
        }
    }

    /// Every product that it names.
    #[must_use]
    pub fn products(&self) -> Vec<SkuId> {
        match self {
            Wanted::New { lines } => lines.iter().map(|line| line.sku).collect(),
            Wanted::Upgrade { to, .. } => vec![*to],
            Wanted::Quantity { .. } | Wanted::Renew { .. } | Wanted::Cancel { .. } => Vec::new(),
        }
    }

    /// The command that it is on this subscription; none for new ones.
    ///
    /// ```
    /// use tierline_core::{order_request::{Wanted, When}, subscription::Command, testing::*};
    /// let it = subscription(None);
    /// let fewer = |when| Wanted::Quantity { subscription: it.id, from: 25, to: 20, when };
    /// assert_eq!(fewer(When::Now).command(&it), Some(Command::SetQuantity { to: 20 }));
    /// let later = Command::Schedule { quantity: Some(20), upgrade: None, plan: None };
    /// assert_eq!(fewer(When::AtRenewal).command(&it), Some(later));
    /// ```
    #[must_use]
    pub const fn command(&self, subscription: &Subscription) -> Option<Command> {
        Some(match self {
            Wanted::New { .. } => return None,
            Wanted::Quantity { to, when, .. } => match when {
                When::Now => Command::SetQuantity { to: *to },
                When::AtRenewal => Command::Schedule {
                    quantity: Some(*to),
                    upgrade: None,
                    plan: None,
                },
            },
            Wanted::Upgrade { to, when, .. } => match when {
                When::Now => Command::Upgrade { to: *to },
                When::AtRenewal => Command::Schedule {
                    quantity: None,
                    upgrade: Some(*to),
                    plan: None,
                },
            },
            Wanted::Renew { plan, .. } => match (plan, subscription.state) {
                (Some(plan), _) => Command::Schedule {
                    quantity: None,
                    upgrade: None,
                    plan: Some(*plan),
                },
                (None, State::Expired { .. }) => Command::BringBack,
                (None, _) => Command::RenewNow,
            },
            Wanted::Cancel { .. } => Command::Cancel,
        })
    }

    /// Whether a provider may make this of it: other numbers, another term or another moment, and no other product or
    /// subscription.
    ///
    /// ```
    /// use tierline_core::{order_request::{NewLine, Wanted}, testing::*};
    /// let of = |sku, quantity| Wanted::New { lines: vec![NewLine::of(id(sku), quantity)] };
    /// assert!(of(50, 25).may_become(&of(50, 20)));
    /// assert!(!of(50, 25).may_become(&of(51, 25)));
    /// ```
    #[must_use]
    pub fn may_become(&self, other: &Wanted) -> bool {
        let is_alike = self.what() == other.what() && self.subscription() == other.subscription();
        is_alike
            && match (self, other) {
                (Wanted::New { lines }, Wanted::New { lines: others }) => {
                    let asked = |line: &NewLine| {
                        lines
                            .iter()
                            .any(|it| it.sku == line.sku && it.base == line.base)
                    };
                    !others.is_empty() && others.iter().all(asked)
                }
                (Wanted::Upgrade { to, .. }, Wanted::Upgrade { to: other, .. }) => to == other,
                _ => true,
            }
    }
}
