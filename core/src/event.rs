//! Everything that can happen, in one type: what the activity log is made of.
//!
//! Every change is one or several of these. Folded in order by [`Evolve`] they give the object's state, so a log that
//! was kept can be compared with the state that was stored.
//!
//! ```
//! use tierline_core::testing::*;
//! use tierline_core::{event::Event, relationship::{self, Grant}};
//! let ended = relationship::Event::GrantEnded { grant: Grant::Administer, at: day(2), by: id(7) };
//! let event = Event::Relationship { id: id(3000), event: ended };
//! let stored = serde_json::to_value(&event)?;
//! assert_eq!(stored["object"], "relationship");
//! assert_eq!(stored["event"]["type"], "grant_ended");
//! assert_eq!(serde_json::from_value::<Event>(stored)?, event);
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde::{Deserialize, Serialize};

use crate::{
    account,
    ids::{
        InvitationId, OrderId, OrganizationId, PartnershipId, RelationshipId, SubscriptionId,
        UserId,
    },
    invitation, order, organization, partnership,
    read::Read,
    relationship, subscription,
};

/// An object that is made of its events: the state after a history is what is left when it is replayed.
///
/// An event that does not fit leaves the state as it was. A state is changed in place: nothing of it that stays is
/// copied.
pub trait Evolve: Sized {
    /// By what it is known.
    type Id: Copy;
    /// What happens to it.
    type Event;

    /// The object that a first event makes; none if it is no first event.
    fn begin(id: Self::Id, event: &Self::Event) -> Option<Self>;

    /// What one more event makes of the object.
    fn apply(&mut self, event: &Self::Event);

    /// What one more event makes of the object, or of none as yet.
    #[inline]
    fn advance(state: &mut Option<Self>, id: Self::Id, event: &Self::Event) {
        match state {
            Some(object) => object.apply(event),
            None => *state = Self::begin(id, event),
        }
    }

    /// The state after this event. `None` stands for an object that does not exist yet.
    #[must_use]
    fn evolve(id: Self::Id, mut before: Option<Self>, event: &Self::Event) -> Option<Self> {
        Self::advance(&mut before, id, event);
        before
    }

    /// The state after these events, the first one first.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{Evolve, partnership::{Event, Partnership}};
    /// let history = [
    ///     Event::Formed { provider: id(1), reseller: id(2), invitation: id(3), at: day(1), by: id(7) },
    ///     Event::Ended { at: day(5), by: id(1), reason: None },
    /// ];
    /// let partnership = Partnership::replay(id(4), &history).unwrap();
    /// assert_eq!(partnership.ends(), Some(day(5)));
    /// assert_eq!(Partnership::replay(id(4), &history[1..]), None);
    /// ```
    #[must_use]
    fn replay<'a>(id: Self::Id, events: impl IntoIterator<Item = &'a Self::Event>) -> Option<Self>
    where
        Self::Event: 'a,
    {
        let mut state = None;
        for event in events {
            Self::advance(&mut state, id, event);
        }
        state
    }
}

/// An event with the object that it happened to. The serialized form is stable: it is stored for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "object", rename_all = "snake_case")]
pub enum Event {
    /// An organization came into being or changed.
    Organization {
        /// Its id.
        id: OrganizationId,
        /// What happened.
        event: organization::Event,
    },
    /// A user's account.
    User {
        /// The user's id.
        id: UserId,
        /// What happened.
        event: account::Event,
    },
    /// An invitation.
    Invitation {
        /// Its id.
        id: InvitationId,
        /// What happened.
        event: invitation::Event,
    },
    /// A partnership.
    Partnership {
        /// Its id.
        id: PartnershipId,
        /// What happened.
        event: partnership::Event,
    },
    /// A reseller relationship.
    Relationship {
        /// Its id.
        id: RelationshipId,
        /// What happened.
        event: relationship::Event,
    },
    /// An order.
    Order {
        /// Its id.
        id: OrderId,
        /// What happened.
        event: order::Event,
    },
    /// A subscription.
    Subscription {
        /// Its id.
        id: SubscriptionId,
        /// What happened.
        event: subscription::Event,
    },
}

impl Event {
    /// The kind of object, as stored beside the event.
    #[must_use]
    pub const fn object(&self) -> &'static str {
        match self {
            Event::Organization { .. } => "organization",
            Event::User { .. } => "user",
            Event::Invitation { .. } => "invitation",
            Event::Partnership { .. } => "partnership",
            Event::Relationship { .. } => "relationship",
            Event::Order { .. } => "order",
            Event::Subscription { .. } => "subscription",
        }
    }

    /// The id of the object.
    #[must_use]
    pub const fn object_id(&self) -> uuid::Uuid {
        match self {
            Event::Organization { id, .. } => id.into_uuid(),
            Event::User { id, .. } => id.into_uuid(),
            Event::Invitation { id, .. } => id.into_uuid(),
            Event::Partnership { id, .. } => id.into_uuid(),
            Event::Relationship { id, .. } => id.into_uuid(),
            Event::Order { id, .. } => id.into_uuid(),
            Event::Subscription { id, .. } => id.into_uuid(),
        }
    }
}
