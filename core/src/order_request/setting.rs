//! Whether a customer wants to be asked before a request for an order is approved.

use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{Event, Organization},
    refusal::Refusal,
};

/// Decides whether the customer is asked first from now on. Nothing happens if it is so already.
///
/// # Errors
/// As [`authorize_own`](access::authorize_own) for [`Action::SetAskedFirst`].
///
/// ```
/// use tierline_core::{Evolve as _, order_request::set_asked_first, role::Role, testing::*};
/// let mut customer = customer();
/// let admin = actor(&customer, Role::GlobalAdmin);
/// let event = set_asked_first(&customer, &admin, true, day(2)).unwrap().unwrap();
/// customer.apply(&event);
/// assert!(customer.asked_first);
/// assert_eq!(set_asked_first(&customer, &admin, true, day(3)), Ok(None));
/// let billing = actor(&customer, Role::BillingAdmin);
/// assert_eq!(set_asked_first(&customer, &billing, false, day(3)).unwrap_err().code(), "role_missing");
/// ```
pub fn set_asked_first(
    customer: &Organization,
    actor: &Actor,
    asked_first: bool,
    now: Timestamp,
) -> Result<Option<Event>, Refusal> {
    access::authorize_own(customer, actor, Action::SetAskedFirst)?;
    let changes = customer.asked_first != asked_first;
    Ok(changes.then_some(Event::AskedFirstSet {
        asked_first,
        at: now,
        by: actor.user,
    }))
}
