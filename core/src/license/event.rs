//! Events of a license.

use serde::{Deserialize, Serialize};

use super::{Assignment, Why, Withdrawn};
use crate::{
    Evolve, Timestamp,
    ids::{AssignmentId, OrganizationId, SkuId, SubscriptionId, UserId},
    read::Read,
    text::PersonName,
};

/// Events of a license in a user's hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was assigned.
    Assigned {
        /// The customer.
        customer: OrganizationId,
        /// The partner on whose behalf it was done; none if the customer did it itself.
        partner: Option<OrganizationId>,
        /// The subscription.
        subscription: SubscriptionId,
        /// The product.
        sku: SkuId,
        /// The user who holds it.
        user: UserId,
        /// The user's name.
        name: PersonName,
        /// Whether the user had it before, and got it back when it was restored.
        restored: bool,
        /// When it happened.
        at: Timestamp,
        /// The user who did it.
        by: UserId,
    },
    /// Its subscription became one of another product, and so did it.
    Moved {
        /// The customer.
        customer: OrganizationId,
        /// The partner on whose behalf it was done; none if the customer did it itself.
        partner: Option<OrganizationId>,
        /// The product from then on.
        sku: SkuId,
        /// The name of the user who holds it.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The user who did it; of what was scheduled, who scheduled it.
        by: Option<UserId>,
    },
    /// It was withdrawn.
    Withdrawn {
        /// The customer.
        customer: OrganizationId,
        /// The partner on whose behalf it was done; none if the customer did it itself, or nobody did.
        partner: Option<OrganizationId>,
        /// The product.
        sku: SkuId,
        /// The name of the user who held it.
        name: PersonName,
        /// Why.
        why: Why,
        /// When it happened.
        at: Timestamp,
        /// The user who did it; of what was scheduled, who scheduled it. None if it happened by itself.
        by: Option<UserId>,
    },
}

impl Event {
    /// The organizations that it names.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        let (Event::Assigned {
            customer, partner, ..
        }
        | Event::Moved {
            customer, partner, ..
        }
        | Event::Withdrawn {
            customer, partner, ..
        }) = self;
        [*customer].into_iter().chain(*partner).collect()
    }

    /// Whether it happened by itself, whoever's command recorded it.
    #[must_use]
    pub const fn is_by_itself(&self) -> bool {
        matches!(
            self,
            Event::Moved { by: None, .. } | Event::Withdrawn { by: None, .. }
        )
    }

    /// The organizations that have it in their log: the customer, and the partner that asked for it with the right to
    /// manage licenses. What follows from a change of the subscription names users to whoever made that change, and
    /// ordering is no right to know them: of that, a partner's log has the change of the subscription alone.
    ///
    /// ```
    /// use tierline_core::{license::{Event, Why}, testing::*};
    /// let withdrawn = |why| Event::Withdrawn {
    ///     customer: id(4), partner: Some(id(2)), sku: id(50), name: "Mia Kern".parse().unwrap(), why, at: day(2),
    ///     by: Some(id(7)),
    /// };
    /// assert_eq!(withdrawn(Why::Asked).readers(), [id(4), id(2)]);
    /// assert_eq!(withdrawn(Why::UserRemoved).readers(), [id(4), id(2)]);
    /// assert_eq!(withdrawn(Why::FewerLicenses).readers(), [id(4)]);
    /// ```
    #[must_use]
    pub fn readers(&self) -> Vec<OrganizationId> {
        match self {
            Event::Assigned { .. }
            | Event::Withdrawn {
                why: Why::Asked | Why::UserRemoved,
                ..
            } => self.organizations(),
            Event::Moved { customer, .. }
            | Event::Withdrawn {
                customer,
                why: Why::FewerLicenses | Why::SubscriptionDeleted,
                ..
            } => vec![*customer],
        }
    }
}

/// An assignment begins when a license is assigned. A withdrawn one stays withdrawn, for the reason that it had.
///
/// ```
/// use tierline_core::{Evolve, license::{Assignment, Event, Why}, testing::*};
/// let (customer, by) = (id(4), id(7));
/// let name = || "Mia Kern".parse().unwrap();
/// let withdrawn = |why, at| Event::Withdrawn { customer, partner: None, sku: id(50), name: name(), why, at, by: Some(by) };
/// let history = [
///     Event::Assigned {
///         customer, partner: Some(id(2)), subscription: id(60), sku: id(50), user: id(401), name: name(),
///         restored: false, at: day(1), by,
///     },
///     withdrawn(Why::Asked, day(2)),
///     withdrawn(Why::UserRemoved, day(3)),
/// ];
/// let over = Assignment::replay(id(900), &history).unwrap();
/// assert_eq!(over.withdrawn.map(|it| (it.why, it.at)), Some((Why::Asked, day(2))));
/// assert_eq!(Assignment::replay(id(900), &history[1..]), None);
/// ```
impl Evolve for Assignment {
    type Id = AssignmentId;
    type Event = Event;

    fn begin(id: AssignmentId, event: &Event) -> Option<Assignment> {
        let Event::Assigned {
            customer,
            subscription,
            sku,
            user,
            at,
            ..
        } = event
        else {
            return None;
        };
        Some(Assignment {
            id,
            customer: *customer,
            subscription: *subscription,
            sku: *sku,
            user: *user,
            since: *at,
            withdrawn: None,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Assigned { .. } => {}
            Event::Moved { sku, .. } => self.sku = *sku,
            Event::Withdrawn { why, at, .. } => {
                let _ = self
                    .withdrawn
                    .get_or_insert(Withdrawn { why: *why, at: *at });
            }
        }
    }
}
