//! Licenses in the hands of a customer's users: who holds one of those that a subscription brought.
//!
//! "Administrator permissions over the customer's subscriptions, licenses and users" ("Partner with indirect providers
//! in the CSP program"): a partner assigns and withdraws with the right to administer, the customer itself always. Who
//! did it, and on behalf of which partner, is in each event.
//!
//! # Never more than were bought
//!
//! A [`Pool`] says how many licenses of a subscription were bought and how many are assigned. Whoever assigns has both
//! read while nobody else assigns of it, so of fifty who want the last license one gets it, and the others are told
//! that none is left. Fewer licenses than are assigned are accepted only with the names of those who lose theirs, or
//! with the word that it is those who got theirs last ([`make_room`], [`Losing`]); if that is somebody else by then
//! than was shown, nothing happens. Where nobody can be asked, because
//! there are fewer from a renewal on, it is those who got theirs last ([`follow`]).
//!
//! # States
//!
//! | what | from | by | to |
//! | --- | --- | --- | --- |
//! | license | | [`assign`] | held by a user |
//! | license | held | [`withdraw`] | withdrawn |
//! | license | held | [`make_room`], when there are to be fewer | withdrawn |
//! | license | held | its subscription becomes another product: [`follow`] | held, of that product |
//! | license | held | its subscription is deleted: [`follow`] | withdrawn |
//! | license | held | its user is removed: [`release`] | withdrawn |
//! | license | | the user is restored: [`give_back`] | held by the user, where one is free |
//!
//! A withdrawn license stays withdrawn: the next one of the same user is another object, with a history of its own.
//!
//! # Users and subscriptions that are out of use
//!
//! - A **blocked** user keeps its licenses, because blocking is often for a day, and gets no new ones.
//! - A **removed** user's licenses are released at once. When the user is restored, it gets those back of which one is
//!   free then; the others are named.
//! - Of a **suspended, expired or canceled** subscription nothing is assigned. What is assigned stays shown, and can be
//!   withdrawn: a subscription that is brought back is as it was.
//! - A **deleted** subscription never comes back, so its licenses are released with it.

mod assign;
mod by;
mod event;
mod follow;
mod lines;
pub(crate) mod permission;
mod refusal;
mod removed;
mod shown;
mod withdraw;

pub use assign::{AssignFacts, Candidate, MOST_AT_ONCE, assign, could_assign};
pub use by::By;
pub use event::Event;
pub use follow::{Holding, Losing, TooMany, concerned, follow, may_choose, still_held};
pub use lines::{
    Dealing, PRODUCTS_COLUMN, Shelf, WITHDRAWN_COLUMN, assign_listed, names_product,
    withdraw_listed,
};
pub use refusal::Refusal;
pub use removed::{Lost, Released, Restored, WhyLost, give_back, release};
pub use shown::lost;
pub use withdraw::{make_room, may_withdraw, withdraw};

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts, Decision},
    actor::Actor,
    ids::{AssignmentId, OrganizationId, SkuId, SubscriptionId, UserId},
    organization::Organization,
    read::Read,
    subscription,
};

/// A license in a user's hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The customer.
    pub customer: OrganizationId,
    /// The subscription that it is one of.
    pub subscription: SubscriptionId,
    /// The product: another one from the day on which the subscription was upgraded.
    pub sku: SkuId,
    /// The user who holds it.
    pub user: UserId,
    /// When it was assigned.
    pub since: Timestamp,
    /// When and why it was withdrawn, if it was.
    pub withdrawn: Option<Withdrawn>,
}

impl Assignment {
    /// Whether the user holds it still.
    ///
    /// ```
    /// use tierline_core::{license::{Assignment, Why, Withdrawn}, testing::*};
    /// let held = assignment(id(60), 1, id(401));
    /// assert!(held.is_held());
    /// let withdrawn = Some(Withdrawn { why: Why::Asked, at: day(2) });
    /// assert!(!Assignment { withdrawn, ..held }.is_held());
    /// ```
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.withdrawn.is_none()
    }
}

/// The end of an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Withdrawn {
    /// Why.
    pub why: Why,
    /// When it happened.
    pub at: Timestamp,
}

/// Why a license was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Somebody withdrew it.
    Asked,
    /// There are fewer licenses from then on, and the user was named to lose one, or got one of the last.
    FewerLicenses,
    /// The user was removed from the customer's users.
    UserRemoved,
    /// The subscription was deleted.
    SubscriptionDeleted,
}

impl Why {
    /// Every reason.
    pub const ALL: [Why; 4] = [
        Why::Asked,
        Why::FewerLicenses,
        Why::UserRemoved,
        Why::SubscriptionDeleted,
    ];
}

/// The licenses of a subscription: what there is to assign. Counted while nobody else assigns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool<'a> {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The product.
    pub sku: SkuId,
    /// The product's name.
    pub product: &'a str,
    /// The number of licenses that were bought and are in force.
    pub bought: u32,
    /// The number of those that users hold.
    pub assigned: u32,
    /// The subscription's state.
    pub status: subscription::Status,
}

impl Pool<'_> {
    /// The number of licenses that nobody holds.
    ///
    /// ```
    /// use tierline_core::{license::Pool, testing::*};
    /// assert_eq!(pool(25, 24).free(), 1);
    /// // A number that was bought and then given up leaves none free, and not fewer than none.
    /// assert_eq!(pool(5, 7).free(), 0);
    /// ```
    #[must_use]
    pub const fn free(&self) -> u32 {
        self.bought.saturating_sub(self.assigned)
    }

    /// The number of users who would have to lose a license if there were only so many.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// assert_eq!((pool(25, 20).too_many(18), pool(25, 20).too_many(20)), (2, 0));
    /// ```
    #[must_use]
    pub const fn too_many(&self, licenses: u32) -> u32 {
        self.assigned.saturating_sub(licenses)
    }

    /// Whether licenses are assigned of it now, whoever asks.
    ///
    /// # Errors
    /// [`Refusal::SubscriptionNotInUse`].
    ///
    /// ```
    /// use tierline_core::{license::Pool, subscription::Status, testing::*};
    /// assert!(pool(25, 0).is_in_use().is_ok());
    /// let suspended = Pool { status: Status::Suspended, ..pool(25, 0) };
    /// assert_eq!(suspended.is_in_use().unwrap_err().code(), "subscription_not_in_use");
    /// ```
    pub fn is_in_use(&self) -> Result<(), Refusal> {
        if self.status == subscription::Status::Active {
            return Ok(());
        }
        Err(Refusal::SubscriptionNotInUse {
            subscription: self.subscription,
            product: self.product.to_owned(),
            status: self.status,
        })
    }
}

/// Whether the actor assigns and withdraws the customer's licenses: with the customer's right to administer, or as its
/// own global admin.
///
/// # Errors
/// As [`authorize_on_customer`](access::authorize_on_customer).
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::may_manage, relationship::Side, role::Role, testing::*};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let by = |organization, relationship| CustomerFacts { organization, customer: &customer, relationship, providers: &[] };
/// assert!(may_manage(by(&reseller, Some(&granted)), &actor(&reseller, Role::HelpdeskAgent)).is_ok());
/// assert!(may_manage(by(&reseller, Some(&granted)), &actor(&reseller, Role::SalesAgent)).is_err());
/// assert!(may_manage(by(&customer, None), &actor(&customer, Role::GlobalAdmin)).is_ok());
/// assert!(may_manage(by(&customer, None), &actor(&customer, Role::BillingAdmin)).is_err());
/// ```
pub fn may_manage(about: CustomerFacts<'_>, actor: &Actor) -> Decision {
    access::authorize_on_customer(about, actor, Action::ManageLicenses)
}

/// Whether the actor sees the licenses that it holds itself, as a user of this customer.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing).
///
/// ```
/// use tierline_core::{license::may_see_own, role::Role, testing::*};
/// let customer = customer();
/// assert!(may_see_own(&customer, &actor(&customer, Role::User)).is_ok());
/// assert!(may_see_own(&reseller(), &actor(&reseller(), Role::AdminAgent)).is_err());
/// ```
pub fn may_see_own(organization: &Organization, actor: &Actor) -> Decision {
    access::authorize_own(organization, actor, Action::ViewOwnLicenses)
}
