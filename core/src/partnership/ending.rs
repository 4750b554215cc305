//! What follows when one side ends a partnership.

use super::{Command, Event, PartnershipFacts, decide};
use crate::{Timestamp, actor::Actor, refusal::Refusal};

/// Facts for telling what follows.
#[derive(Clone, Copy, Debug)]
pub struct EndingFacts<'a> {
    /// What the command itself is decided by.
    pub asked: PartnershipFacts<'a>,
    /// Invitations of the reseller for both that wait for an answer. They are not the provider's to see.
    pub invitations: u64,
    /// Requests of the reseller for orders by the provider that wait.
    pub requests: u64,
    /// Running subscriptions that the provider ordered with the reseller as partner of record.
    pub of_record: u64,
    /// Customers that both serve.
    pub customers: u64,
    /// What these have of both.
    pub bought: Bought,
}

/// The running subscriptions of customers that the provider ordered and of which the reseller is partner of record or
/// support contact, while it serves the customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bought {
    /// How many there are.
    pub subscriptions: u64,
    /// Their licenses.
    pub licenses: u64,
    /// Those of which the reseller is the support contact.
    pub supported: u64,
    /// Those with a change that is scheduled for the end of the term.
    pub scheduled: u64,
}

/// What follows when a partnership ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// When it ends.
    pub at: Timestamp,
    /// What ends with it, in the order of [`Follows`].
    pub ends: Vec<Follows>,
    /// What stays as it is, in the same order.
    pub stays: Vec<Follows>,
}

/// Something that a partnership is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Follows {
    /// New customers and new orders of the two together.
    NewBusiness,
    /// The provider's administrator access to the reseller's tenant.
    TenantAdmin,
    /// Invitations for both that wait for an answer: nobody can accept them any more.
    Invitations {
        /// How many.
        count: u64,
    },
    /// Requests of the reseller for orders by the provider: they [lapse](crate::order_request::lapse).
    OrderRequests {
        /// How many.
        count: u64,
    },
    /// Customers that both serve, with the rights that they granted to each.
    Customers {
        /// How many.
        count: u64,
    },
    /// Running subscriptions of both, with their licenses.
    Subscriptions {
        /// How many.
        count: u64,
        /// How many licenses they have.
        licenses: u64,
    },
    /// The reseller as partner of record of what the provider ordered.
    OfRecord {
        /// Of how many subscriptions.
        count: u64,
    },
    /// The reseller as support contact of what the provider ordered.
    SupportContact {
        /// Of how many subscriptions.
        count: u64,
    },
    /// What is scheduled for the end of a term, and still happens.
    Scheduled {
        /// For how many subscriptions.
        count: u64,
    },
}

/// What blocks the end of a partnership, as a refusal, or else what follows from it.
///
/// Customers, what they granted and what they bought stay ("Partner with indirect resellers in the CSP program", remove
/// a partnership), so none of them blocks it: whatever [`decide`] refuses does, and nothing else.
///
/// # Errors
/// Those of [`decide`] for [`Command::End`].
///
/// ```
/// use tierline_core::{partnership::{Bought, EndingFacts, Follows, NOTICE, PartnershipFacts, ending}, role::Role, testing::*};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let asked = PartnershipFacts { partnership: &partnership, organization: &reseller };
/// let bought = Bought { subscriptions: 4, licenses: 40, supported: 1, scheduled: 0 };
/// let facts = EndingFacts { asked, invitations: 2, requests: 1, of_record: 0, customers: 3, bought };
/// let told = ending(facts, &actor(&reseller, Role::GlobalAdmin), day(2))?;
/// assert_eq!(told.at, day(2) + NOTICE);
/// assert_eq!(told.ends, [Follows::NewBusiness, Follows::TenantAdmin, Follows::Invitations { count: 2 },
///     Follows::OrderRequests { count: 1 }]);
/// assert_eq!(told.stays, [Follows::Customers { count: 3 }, Follows::Subscriptions { count: 4, licenses: 40 },
///     Follows::SupportContact { count: 1 }]);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn ending(facts: EndingFacts<'_>, actor: &Actor, now: Timestamp) -> Result<Ending, Refusal> {
    let events = decide(facts.asked, &Command::End { reason: None }, actor, now)?;
    let at = events.iter().find_map(|event| match event {
        Event::Ended { at, .. } => Some(*at),
        Event::NoticeGiven { ends, .. } => Some(*ends),
        _ => None,
    });
    let mut ends = vec![Follows::NewBusiness];
    if facts.asked.partnership.has_tenant_admin(now) {
        ends.push(Follows::TenantAdmin);
    }
    let (count, mut stays) = (facts.invitations, Vec::new());
    if count > 0 {
        ends.push(Follows::Invitations { count });
    }
    let count = facts.requests;
    if count > 0 {
        ends.push(Follows::OrderRequests { count });
    }
    let count = facts.customers;
    if count > 0 {
        stays.push(Follows::Customers { count });
    }
    let Bought {
        subscriptions: count,
        licenses,
        supported,
        scheduled,
    } = facts.bought;
    if count > 0 {
        stays.push(Follows::Subscriptions { count, licenses });
    }
    let count = facts.of_record;
    if count > 0 {
        stays.push(Follows::OfRecord { count });
    }
    let count = supported;
    if count > 0 {
        stays.push(Follows::SupportContact { count });
    }
    let count = scheduled;
    if count > 0 {
        stays.push(Follows::Scheduled { count });
    }
    Ok(Ending {
        // The command is one of these events.
        at: at.unwrap_or(now),
        ends,
        stays,
    })
}
