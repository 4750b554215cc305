//! Who sees what the ordering partner pays.

use crate::{
    access::{Action, CustomerFacts, authorize_on_customer},
    actor::Actor,
};

/// Whether this user sees what the own organization pays for what it orders for the customer, beside what the customer
/// is charged: whoever may order pays for it. A reseller whose provider orders does not, nor does the customer, and to
/// them it is never told.
///
/// ```
/// use tierline_core::{access::{CustomerFacts, Provider}, order::sees_partner_prices, relationship::Side, role::Role, testing::*};
/// let customer = customer();
/// let sees = |partner: &_, side: Side, role| {
///     let tie = relationship(partner, &customer, side, side.asks_for());
///     let providers = [Provider { party: provider().party(), may_order: true }];
///     let facts = CustomerFacts { organization: partner, customer: &customer, relationship: Some(&tie), providers: &providers };
///     sees_partner_prices(facts, &actor(partner, role))
/// };
/// assert!(sees(&provider(), Side::IndirectProvider, Role::SalesAgent));
/// assert!(!sees(&provider(), Side::IndirectProvider, Role::HelpdeskAgent));
/// assert!(!sees(&reseller(), Side::IndirectReseller, Role::GlobalAdmin));
/// ```
#[must_use]
pub fn sees_partner_prices(facts: CustomerFacts<'_>, actor: &Actor) -> bool {
    authorize_on_customer(facts, actor, Action::PlaceOrder).is_ok()
}
