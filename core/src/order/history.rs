//! Orders that were placed: who knows of them, what they are worth, and what has become of what was bought.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Order;
use crate::{
    ids::OrganizationId,
    market::Currency,
    money::{Money, MoneyError},
    read::Read,
    relationship::Relationship,
    subscription::{self, Sides, Status, Subscription},
};

impl Order {
    /// Who bought, who sold, and who earns incentives.
    #[must_use]
    pub const fn sides(&self) -> Sides {
        Sides {
            customer: self.customer,
            partner: self.partner,
            of_record: self.partner_of_record,
            // Whoever supports the customer knows of the subscription, and not of the order.
            support: self.partner,
        }
    }
}

/// Whether an organization knows of an order: whoever knows of [the subscriptions](subscription::is_shown_to) that it
/// created for its customer, with its partner and its partner of record. A partner of record that was named later knows
/// of the subscription, and not of what else was ordered with it.
///
/// ```
/// use tierline_core::{Evolve, order::{Event, Line, Order, is_shown_to}, relationship::{GrantSet, Side}, testing::*};
/// let (provider, reseller, customer) = (provider(), reseller(), customer());
/// let lines = vec![Line::of(id(50), 25, id(60))];
/// let placed = Event::Placed {
///     customer: customer.id, partner: provider.id, partner_of_record: None, lines, at: day(2), by: id(7), basis: None,
/// };
/// let order = Order::evolve(id(70), None, &placed).unwrap();
/// let administers = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let serves = relationship(&reseller, &customer, Side::IndirectReseller, GrantSet::EMPTY);
/// assert!(is_shown_to(&order, customer.id, None));
/// assert!(is_shown_to(&order, reseller.id, Some(&administers)));
/// assert!(!is_shown_to(&order, reseller.id, Some(&serves)));
/// ```
#[must_use]
pub fn is_shown_to(
    order: &Order,
    organization: OrganizationId,
    relationship: Option<&Relationship>,
) -> bool {
    subscription::is_shown_to(order.sides(), organization, relationship)
}

/// What has become of what an order bought.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The term of every line goes on.
    Running,
    /// That of some lines does.
    Partly,
    /// None does: everything has expired, was canceled, or is gone.
    Over,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 3] = [Standing::Running, Standing::Partly, Standing::Over];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Running => "running",
            Standing::Partly => "partly",
            Standing::Over => "over",
        }
    }

    /// That of an order whose lines bought subscriptions in these states.
    ///
    /// ```
    /// use tierline_core::{order::Standing, subscription::Status::*};
    /// assert_eq!(Standing::of([Active, Suspended]), Standing::Running);
    /// assert_eq!(Standing::of([Active, Canceled]), Standing::Partly);
    /// assert_eq!(Standing::of([Expired, Deleted]), Standing::Over);
    /// ```
    #[must_use]
    pub fn of(statuses: impl IntoIterator<Item = Status>) -> Standing {
        let (mut running, mut over) = (0_u32, 0_u32);
        for status in statuses {
            match status {
                Status::Active | Status::Suspended => running = running.saturating_add(1),
                Status::Expired | Status::Canceled | Status::Deleted => {
                    over = over.saturating_add(1);
                }
            }
        }
        match (running, over) {
            (_, 0) => Standing::Running,
            (0, _) => Standing::Over,
            _ => Standing::Partly,
        }
    }
}

crate::code::coded!(Standing, "standing of an order");

/// What was bought costs for its whole first term, by currency: of each subscription as it was activated, the price of
/// the term for all licenses. What has no price adds nothing, and nothing is added across currencies.
///
/// # Errors
/// [`MoneyError::TooLarge`].
///
/// ```
/// use tierline_core::{market::Currency, money::Money, order::worth, testing::*};
/// let bought = subscription(Some(Money::new(5_60, Currency::Eur)));
/// let year = Money::new(12 * 25 * 5_60, Currency::Eur);
/// assert_eq!(worth([&bought])?, [(Currency::Eur, year)].into());
/// assert!(worth([&subscription(None)])?.is_empty());
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
pub fn worth<'a>(
    bought: impl IntoIterator<Item = &'a Subscription>,
) -> Result<BTreeMap<Currency, Money>, MoneyError> {
    let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
    for subscription in bought {
        let Some(price) = subscription.term_price() else {
            continue;
        };
        let amount = price.times(subscription.quantity)?;
        let sum = match sums.get(&amount.currency) {
            Some(sum) => sum.plus(amount)?,
            None => amount,
        };
        sums.insert(amount.currency, sum);
    }
    Ok(sums)
}
