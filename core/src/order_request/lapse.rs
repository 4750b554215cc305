//! What ends a request by itself, and what asks the customer after all.

use chrono::TimeDelta;

use super::{Event, Facts, Lapse, OrderRequest, Status, Wanted};
use crate::{
    Timestamp,
    relationship::Relationship,
    subscription::{State, Subscription},
};

/// So long a request waits: as long as a reseller's notice to its provider runs.
pub const WAITS: TimeDelta = TimeDelta::days(30);

/// The end of a request that can't be approved any more; none while it can be, or is over already. That its time is
/// over has the moment at which it was, however late it is written down.
///
/// ```
/// use tierline_core::{order_request::{Event, Facts, Lapse, WAITS, lapse}, testing::*};
/// let world = RequestWorld::new();
/// let request = order_request();
/// let facts = Facts { request: &request, parties: world.parties(), subscription: world.subject().subscription() };
/// assert_eq!(lapse(facts, day(2)), None);
/// let over = request.at + WAITS;
/// assert_eq!(lapse(facts, day(90)), Some(Event::Lapsed { why: Lapse::Time, at: over }));
/// assert!(matches!(lapse(Facts { subscription: None, ..facts }, day(2)), Some(Event::Lapsed { why: Lapse::Subscription, .. })));
/// ```
#[must_use]
pub fn lapse(facts: Facts<'_>, now: Timestamp) -> Option<Event> {
    let Facts {
        request, parties, ..
    } = facts;
    if request.state.closed().is_some() {
        return None;
    }
    if request.lapses <= now {
        return Some(Event::Lapsed {
            why: Lapse::Time,
            at: request.lapses,
        });
    }
    let lapsed = |why| Some(Event::Lapsed { why, at: now });
    let ties = [parties.serves, parties.orders];
    if !ties.into_iter().all(is_in_force) {
        return lapsed(Lapse::Relationship);
    }
    if !parties.partnership.is_some_and(|it| it.is_active(now)) {
        return lapsed(Lapse::Partnership);
    }
    let is_about = request.wanted().subscription();
    let goes_on = |it: &Subscription| is_about == Some(it.id) && may_change(it, request.wanted());
    if is_about.is_some() && !facts.subscription.is_some_and(goes_on) {
        return lapsed(Lapse::Subscription);
    }
    None
}

fn is_in_force(relationship: Option<&Relationship>) -> bool {
    relationship.is_some_and(Relationship::is_active)
}

/// An expired subscription can still be brought back, and nothing else.
const fn may_change(subscription: &Subscription, wanted: &Wanted) -> bool {
    match subscription.state {
        State::Active | State::Suspended { .. } => true,
        State::Expired { .. } => matches!(wanted, Wanted::Renew { plan: None, .. }),
        State::Canceled { .. } | State::Deleted { .. } => false,
    }
}

/// What happens to a request when its customer wants to be asked first from now on: it is asked, unless it has agreed
/// already.
///
/// ```
/// use tierline_core::{Evolve as _, order_request::{Status, ask_customer}, testing::*};
/// let mut request = order_request();
/// let asked = ask_customer(&request, day(2)).unwrap();
/// request.apply(&asked);
/// assert_eq!((request.state.status(), ask_customer(&request, day(2))), (Status::WaitingForCustomer, None));
/// ```
#[must_use]
pub fn ask_customer(request: &OrderRequest, now: Timestamp) -> Option<Event> {
    let waits = request.status(now) == Status::WaitingForProvider;
    (waits && request.agreed.is_none()).then_some(Event::CustomerAsked { at: now })
}
