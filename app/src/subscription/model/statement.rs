//! The statement of a month.

use serde::Serialize;
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SubscriptionId},
    organization::Party,
    read::Read,
    subscription::{Charge, Month, Total},
};

use crate::list::model::Page;

/// A statement with more lines than this is a file of all lines, and no document.
pub const MOST_IN_A_DOCUMENT: u64 = 20_000;

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct StatementLine {
    /// The customer.
    pub customer: Party,
    /// The subscription's product as it is now.
    pub subscription: String,
    /// The product that it was charged for.
    pub product: String,
    /// The line of the ledger.
    pub charge: Charge,
}

/// The sum of a customer, or of one of its subscriptions, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Sum {
    /// The customer.
    pub customer: OrganizationId,
    /// The subscription; none for all that the reader sees of the customer.
    pub subscription: Option<SubscriptionId>,
    /// What was charged and credited in the whole month.
    pub total: Total,
}

/// The statement of a month: a page of its lines, with the sums of the whole month.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct StatementPage {
    /// The month.
    pub month: Month,
    /// Its first moment.
    pub starts: Timestamp,
    /// Its end, exclusive.
    pub ends: Timestamp,
    /// Whether lines are still added to it.
    pub is_open: bool,
    /// The month before.
    pub previous: Option<Month>,
    /// The month after, unless it is yet to come.
    pub next: Option<Month>,
    /// Whether it is the reader's own, as a customer.
    pub is_own: bool,
    /// The customer, if it is the statement of one.
    pub customer: Option<Party>,
    /// The reseller, if it is of what was sold together with one.
    pub reseller: Option<Party>,
    /// The lines, by customer and subscription.
    pub lines: Page<StatementLine>,
    /// The sums of the customers and subscriptions on this page.
    pub sums: Vec<Sum>,
    /// The sums of everything, one for each currency, in the order of their codes.
    pub totals: Vec<Total>,
}

/// Lines of one subscription.
#[derive(Clone, Debug, PartialEq)]
pub struct OfSubscription {
    /// The subscription.
    pub id: SubscriptionId,
    /// Its product as it is now.
    pub product: String,
    /// Its lines, in their order.
    pub lines: Vec<StatementLine>,
}

/// Lines of one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfCustomer {
    /// The customer.
    pub customer: Party,
    /// Its subscriptions.
    pub subscriptions: Vec<OfSubscription>,
}

/// Lines in the order of a statement, by customer and subscription.
#[must_use]
pub fn grouped(lines: Vec<StatementLine>) -> Vec<OfCustomer> {
    let mut customers: Vec<OfCustomer> = Vec::new();
    for line in lines {
        let id = line.charge.subscription;
        let known = customers
            .last_mut()
            .filter(|last| last.customer.id == line.customer.id);
        let Some(customer) = known else {
            customers.push(OfCustomer {
                customer: line.customer.clone(),
                subscriptions: vec![OfSubscription::begun(id, line)],
            });
            continue;
        };
        let known = customer.subscriptions.last_mut();
        match known.filter(|last| last.id == id) {
            Some(last) => last.lines.push(line),
            None => customer.subscriptions.push(OfSubscription::begun(id, line)),
        }
    }
    customers
}

impl OfSubscription {
    fn begun(id: SubscriptionId, line: StatementLine) -> OfSubscription {
        OfSubscription {
            id,
            product: line.subscription.clone(),
            lines: vec![line],
        }
    }
}

impl StatementPage {
    /// The sums of a customer, or of one of its subscriptions, one for each currency.
    #[must_use]
    pub fn sums_of(
        &self,
        customer: OrganizationId,
        subscription: Option<SubscriptionId>,
    ) -> Vec<Total> {
        let sums = self
            .sums
            .iter()
            .filter(|sum| sum.subscription == subscription && sum.customer == customer);
        sums.map(|sum| sum.total).collect()
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::{
        market::Currency,
        money::{Money, Quantity},
        subscription::{Plan, Reason},
        testing::{customer, day, id},
    };

    use super::*;

    fn line(of: u128, subscription: u128) -> StatementLine {
        StatementLine {
            customer: Party {
                id: id(of),
                ..customer().party()
            },
            subscription: format!("Product {subscription}"),
            product: String::new(),
            charge: Charge {
                subscription: id(subscription),
                reason: Reason::Period,
                sku: id(50),
                quantity: Quantity::new(1).unwrap(),
                price: Money::zero(Currency::Eur),
                period: Plan::DEFAULT.period(day(0), day(0), day(0)),
                from: day(0),
                days: 31,
                amount: Money::zero(Currency::Eur),
                at: day(0),
            },
        }
    }

    #[test]
    fn lines_are_grouped_by_customer_and_subscription() {
        let groups = grouped(vec![line(1, 7), line(1, 7), line(1, 8), line(2, 9)]);
        let shape: Vec<Vec<usize>> = groups
            .iter()
            .map(|group| {
                group
                    .subscriptions
                    .iter()
                    .map(|it| it.lines.len())
                    .collect()
            })
            .collect();
        assert_eq!(shape, [vec![2, 1], vec![1]]);
        assert_eq!(groups[0].subscriptions[1].product, "Product 8");
        assert!(grouped(Vec::new()).is_empty());
    }
}
