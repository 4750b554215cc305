//! Everything that can happen, in one type: what the activity log is made of.
//!
//! Every change is one or several of these. Folded in order with the `evolve` of the object they give its state, so
//! a log that was kept can be compared with the state that was stored.
//!
//! ```
//! # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
//! # use world::*;
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
    customer,
    ids::{InvitationId, OrderId, OrganizationId, PartnershipId, RelationshipId, SubscriptionId},
    invitation, order, partnership, relationship,
};

/// An event with the object that it happened to. The serialized form is stable: it is stored for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename_all = "snake_case")]
pub enum Event {
    /// An organization came into being or changed.
    Organization {
        /// Its id.
        id: OrganizationId,
        /// What happened.
        event: customer::Event,
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
        event: order::SubscriptionEvent,
    },
}

impl Event {
    /// The kind of object, as stored beside the event.
    #[must_use]
    pub const fn object(&self) -> &'static str {
        match self {
            Event::Organization { .. } => "organization",
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
            Event::Invitation { id, .. } => id.into_uuid(),
            Event::Partnership { id, .. } => id.into_uuid(),
            Event::Relationship { id, .. } => id.into_uuid(),
            Event::Order { id, .. } => id.into_uuid(),
            Event::Subscription { id, .. } => id.into_uuid(),
        }
    }
}
