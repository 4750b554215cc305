//! Customers whose account the operator verifies.
//!
//! As long as it does, new purchases, increases and upgrades wait; renewals, decreases and cancellations go on
//! ([`subscription::decide`](crate::subscription::decide()), and
//! [`Family::catch_up`](crate::subscription::Family::catch_up) for what was scheduled before). The operator begins that
//! and ends it, each with a reason that customer and partners read.

use serde::{Deserialize, Serialize};

use super::{Capability, CapabilityState, Event, Organization, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    ids::UserId,
    read::Read,
    text::Reason,
};

/// The review of a customer's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct AccountReview {
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub reason: Reason,
    /// The operator's user who began it.
    pub by: UserId,
}

impl AccountReview {
    /// What there is after an event of the customer.
    ///
    /// ```
    /// use tierline_core::{organization::{AccountReview, Event}, testing::*};
    /// let reason: tierline_core::text::Reason = "the address does not exist".parse().unwrap();
    /// let (operator, by) = (id(9), id(5));
    /// let begun = Event::ReviewBegun { operator, reason: reason.clone(), at: day(1), by };
    /// let review = AccountReview::after(None, &begun);
    /// assert_eq!(review, Some(AccountReview { since: day(1), reason: reason.clone(), by }));
    /// let ended = Event::ReviewEnded { operator, reason, at: day(2), by };
    /// assert_eq!(AccountReview::after(review, &ended), None);
    /// ```
    #[must_use]
    pub fn after(before: Option<AccountReview>, event: &Event) -> Option<AccountReview> {
        match event {
            Event::ReviewBegun { reason, at, by, .. } => Some(AccountReview {
                since: *at,
                reason: reason.clone(),
                by: *by,
            }),
            Event::ReviewEnded { .. } => None,
            _ => before,
        }
    }
}

/// From when until when a customer's account was under review, or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// When the review began.
    pub since: Timestamp,
    /// When it ended; none while it goes on.
    pub until: Option<Timestamp>,
}

impl Reviewed {
    /// Whether what happens by itself at this moment happens under review: time comes before what the operator does at
    /// the same moment, as it comes before every command.
    ///
    /// ```
    /// use tierline_core::{organization::Reviewed, testing::*};
    /// let review = Reviewed { since: day(2), until: Some(day(4)) };
    /// assert_eq!([1, 2, 3, 4, 5].map(|it| review.covers(day(it))), [false, false, true, true, false]);
    /// assert!(Reviewed { until: None, ..review }.covers(day(5)));
    /// ```
    #[must_use]
    pub fn covers(&self, at: Timestamp) -> bool {
        self.since < at && self.until.is_none_or(|until| at <= until)
    }
}

/// What the operator does about the review of a customer's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewAccount {
    /// Puts it under review.
    Begin,
    /// Ends the review.
    End,
}

/// Facts for a review of a customer's account, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ReviewFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The customer.
    pub customer: &'a Organization,
    /// The review that goes on, if there is one.
    pub review: Option<&'a AccountReview>,
}

/// Puts a customer's account under review, or ends that.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::NotACustomer`];
/// [`Refusal::ReviewGoesOn`] of another beginning, and [`Refusal::NotUnderReview`] of an end.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{organization::{AccountReview, ReviewAccount, ReviewFacts, review_account}, role::Role};
/// let (operator, customer, partner) = (operator(), customer(), reseller());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let reason = "the address does not exist".parse().unwrap();
/// let facts = ReviewFacts { operator: &operator, customer: &customer, review: None };
/// let begun = review_account(facts, ReviewAccount::Begin, &reason, &admin, day(1))?;
/// let refused = |facts, change| review_account(facts, change, &reason, &admin, day(2)).unwrap_err().code();
/// assert_eq!(refused(facts, ReviewAccount::End), "not_under_review");
///
/// let review = AccountReview::after(None, &begun);
/// let going_on = ReviewFacts { review: review.as_ref(), ..facts };
/// assert_eq!(refused(going_on, ReviewAccount::Begin), "review_goes_on");
/// assert!(review_account(going_on, ReviewAccount::End, &reason, &admin, day(2)).is_ok());
/// // A partner is suspended instead.
/// assert_eq!(refused(ReviewFacts { customer: &partner, ..facts }, ReviewAccount::Begin), "not_a_customer");
/// let own = actor(&partner, Role::GlobalAdmin);
/// let facts = ReviewFacts { operator: &partner, ..facts };
/// assert!(review_account(facts, ReviewAccount::Begin, &reason, &own, day(1)).is_err());
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn review_account(
    facts: ReviewFacts<'_>,
    change: ReviewAccount,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ReviewCustomers)?;
    let organization = || facts.customer.party();
    let state = facts.customer.capabilities.state(Capability::Customer);
    if matches!(state, None | Some(CapabilityState::Ended)) {
        let organization = organization();
        return Err(Refusal::NotACustomer { organization }.into());
    }
    let operator = facts.operator.id;
    let (reason, at, by) = (reason.clone(), now, actor.user);
    match (change, facts.review) {
        (ReviewAccount::Begin, None) => Ok(Event::ReviewBegun {
            operator,
            reason,
            at,
            by,
        }),
        (ReviewAccount::End, Some(_)) => Ok(Event::ReviewEnded {
            operator,
            reason,
            at,
            by,
        }),
        (ReviewAccount::Begin, Some(review)) => Err(Refusal::ReviewGoesOn {
            organization: organization(),
            since: review.since,
        }
        .into()),
        (ReviewAccount::End, None) => Err(Refusal::NotUnderReview {
            organization: organization(),
        }
        .into()),
    }
}
