//! Who knows of a subscription, and of what was charged for it.

use crate::{
    ids::OrganizationId,
    relationship::{Grant, Relationship},
};

/// The sides of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The customer.
    pub customer: OrganizationId,
    /// The partner that ordered it and bills for it.
    pub partner: OrganizationId,
    /// The reseller that earns incentives.
    pub of_record: Option<OrganizationId>,
    /// The customer's support contact.
    pub support: OrganizationId,
}

/// Whether an organization knows of a subscription and of the lines of its ledger: its customer does, and a partner
/// that has a relationship in force with the customer and has ordered it, is its partner of record, is its support
/// contact with the right to support, or administers the customer's subscriptions. Nobody else does. The amounts are
/// what the customer is charged; what the ordering partner pays for it is in no ledger, so that all who see a line see
/// the same amounts.
///
/// ```
/// use tierline_core::{relationship::{Grant, GrantSet, Side}, subscription::{Sides, is_shown_to}, testing::*};
/// let (provider, reseller, customer) = (provider(), reseller(), customer());
/// let sides = Sides { customer: customer.id, partner: provider.id, of_record: None, support: provider.id };
/// let administers = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let serves = relationship(&reseller, &customer, Side::IndirectReseller, GrantSet::EMPTY);
/// assert!(is_shown_to(sides, customer.id, None));
/// assert!(is_shown_to(sides, reseller.id, Some(&administers)));
/// assert!(!is_shown_to(sides, reseller.id, Some(&serves)));
/// assert!(is_shown_to(Sides { of_record: Some(reseller.id), ..sides }, reseller.id, Some(&serves)));
/// let supports = relationship(&reseller, &customer, Side::IndirectReseller, GrantSet::EMPTY.with(Grant::Support));
/// assert!(is_shown_to(Sides { support: reseller.id, ..sides }, reseller.id, Some(&supports)));
/// // The right to support has ended, although the subscription does not have another contact yet.
/// assert!(!is_shown_to(Sides { support: reseller.id, ..sides }, reseller.id, Some(&serves)));
/// // Without a relationship not even the partner that ordered it.
/// assert!(!is_shown_to(sides, provider.id, None));
/// ```
#[must_use]
pub fn is_shown_to(
    sides: Sides,
    organization: OrganizationId,
    relationship: Option<&Relationship>,
) -> bool {
    if organization == sides.customer {
        return true;
    }
    let between = relationship.filter(|tie| {
        tie.is_active() && tie.partner == organization && tie.customer == sides.customer
    });
    between.is_some_and(|tie| {
        sides.partner == organization
            || sides.of_record == Some(organization)
            || sides.support == organization && tie.grants(Grant::Support)
            || tie.grants(Grant::Administer)
    })
}
