//! Every event of every object, in one type: the entries of the activity log.
//!
//! Every change consists of one or more events. [`Evolve`] folds them in order into the object's state, so a stored
//! state can be compared with its log.
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

mod kind;

pub use kind::ObjectKind;

use serde::{Deserialize, Serialize};

use crate::{
    account, agreement, catalog, directory, enrollment, group,
    ids::{
        AgreementId, AskId, AssignmentId, CaseId, CustomerGroupId, EnrollmentId, InvitationId,
        ListingId, MemberId, MemberInvitationId, OrderId, OrderRequestId, OrganizationId,
        PartnershipId, PriceListId, ProgramId, RelationshipId, SkuId, SubscriptionId, UserId,
    },
    invitation, license, member, membership, order, order_request, organization, partnership,
    program,
    read::Read,
    relationship, review, subscription,
};

/// An object built from its events: its state is the result of replaying its history.
///
/// An event that does not fit leaves the state as it was. States are changed in place, without copying unchanged parts.
pub trait Evolve: Sized {
    /// The type of its id.
    type Id: Copy;
    /// The type of its events.
    type Event;

    /// The object that a first event creates; none if the event is not a first event.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, Partnership}, testing::*};
    /// let ended = Event::Ended { at: day(5), by: id(1), reason: None };
    /// assert_eq!(Partnership::begin(id(4), &ended), None);
    /// ```
    fn begin(id: Self::Id, event: &Self::Event) -> Option<Self>;

    /// Applies one more event to the object. It decides nothing: whether the event is allowed was decided before.
    fn apply(&mut self, event: &Self::Event);

    /// Applies one more event to the object, or to none as yet. Like [`evolve`](Evolve::evolve), but in place.
    #[inline]
    fn advance(state: &mut Option<Self>, id: Self::Id, event: &Self::Event) {
        match state {
            Some(object) => object.apply(event),
            None => *state = Self::begin(id, event),
        }
    }

    /// The state after this event. `None` stands for an object that does not exist yet.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, Partnership}, testing::*};
    /// let formed = Event::Formed { provider: id(1), reseller: id(2), invitation: id(3), at: day(1), by: id(7) };
    /// let partnership = Partnership::evolve(id(4), None, &formed).unwrap();
    /// assert!(partnership.is_active(day(1)));
    /// // It cannot be formed twice.
    /// assert_eq!(Partnership::evolve(id(4), Some(partnership.clone()), &formed), Some(partnership));
    /// ```
    #[must_use]
    fn evolve(id: Self::Id, mut before: Option<Self>, event: &Self::Event) -> Option<Self> {
        Self::advance(&mut before, id, event);
        before
    }

    /// The state after these events, in order.
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

/// An event with the object that it belongs to. The serialized form is stable: it is stored forever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "object", rename_all = "snake_case")]
pub enum Event {
    /// An organization was created or changed.
    Organization {
        /// Its id.
        id: OrganizationId,
        /// Its event.
        event: organization::Event,
    },
    /// A user's account.
    User {
        /// The user's id.
        id: UserId,
        /// The account's event.
        event: account::Event,
    },
    /// An invitation of a new user.
    MemberInvitation {
        /// Its id.
        id: MemberInvitationId,
        /// Its event.
        event: member::Event,
    },
    /// An invitation.
    Invitation {
        /// Its id.
        id: InvitationId,
        /// Its event.
        event: invitation::Event,
    },
    /// A partnership.
    Partnership {
        /// Its id.
        id: PartnershipId,
        /// Its event.
        event: partnership::Event,
    },
    /// A reseller relationship.
    Relationship {
        /// Its id.
        id: RelationshipId,
        /// Its event.
        event: relationship::Event,
    },
    /// An order.
    Order {
        /// Its id.
        id: OrderId,
        /// Its event.
        event: order::Event,
    },
    /// A subscription.
    Subscription {
        /// Its id.
        id: SubscriptionId,
        /// Its event.
        event: subscription::Event,
    },
    /// An imported price list.
    PriceList {
        /// Its id.
        id: PriceListId,
        /// Its event.
        event: catalog::PriceListEvent,
    },
    /// The sale of a product, as the operator decides about it.
    Sale {
        /// The product.
        id: SkuId,
        /// The event.
        event: catalog::SaleEvent,
    },
    /// An enrollment in the program.
    Enrollment {
        /// Its id.
        id: EnrollmentId,
        /// Its event.
        event: enrollment::Event,
    },
    /// A member of the MPN registry.
    Member {
        /// Its id.
        id: MemberId,
        /// Its event.
        event: membership::Event,
    },
    /// A version of an agreement.
    Agreement {
        /// Its id.
        id: AgreementId,
        /// Its event.
        event: agreement::Event,
    },
    /// The operator's case of an enrollment.
    Case {
        /// Its id.
        id: CaseId,
        /// Its event.
        event: review::Event,
    },
    /// A provider's listing in the directory.
    Listing {
        /// Its id.
        id: ListingId,
        /// Its event.
        event: directory::Event,
    },
    /// A reseller's message to a provider.
    Ask {
        /// Its id.
        id: AskId,
        /// Its event.
        event: directory::AskEvent,
    },
    /// The program settings.
    Program {
        /// Their id.
        id: ProgramId,
        /// Their event.
        event: program::Event,
    },
    /// Of a partner's group of customers.
    CustomerGroup {
        /// The group.
        id: CustomerGroupId,
        /// The event.
        event: group::Event,
    },
    /// A license in the hands of a customer's user.
    Assignment {
        /// Its id.
        id: AssignmentId,
        /// Its event.
        event: license::Event,
    },
    /// A reseller's request for an order.
    OrderRequest {
        /// Its id.
        id: OrderRequestId,
        /// Its event.
        event: order_request::Event,
    },
}

impl Event {
    /// The kind of object, as stored beside the event.
    ///
    /// ```
    /// use tierline_core::{account, event::Event, testing::*};
    /// let event = Event::User { id: id(81), event: account::Event::PasswordChanged { at: day(2) } };
    /// assert_eq!((event.object(), event.object_id()), ("user", id(81)));
    /// ```
    #[must_use]
    pub const fn object(&self) -> &'static str {
        self.kind().code()
    }

    /// The id of the object, without its type: the key of an index over events of every kind.
    #[must_use]
    pub const fn object_id(&self) -> uuid::Uuid {
        match self {
            Event::Organization { id, .. } => id.into_uuid(),
            Event::User { id, .. } => id.into_uuid(),
            Event::MemberInvitation { id, .. } => id.into_uuid(),
            Event::Invitation { id, .. } => id.into_uuid(),
            Event::Partnership { id, .. } => id.into_uuid(),
            Event::Relationship { id, .. } => id.into_uuid(),
            Event::Order { id, .. } => id.into_uuid(),
            Event::Subscription { id, .. } => id.into_uuid(),
            Event::PriceList { id, .. } => id.into_uuid(),
            Event::Sale { id, .. } => id.into_uuid(),
            Event::Enrollment { id, .. } => id.into_uuid(),
            Event::Member { id, .. } => id.into_uuid(),
            Event::Agreement { id, .. } => id.into_uuid(),
            Event::Case { id, .. } => id.into_uuid(),
            Event::Listing { id, .. } => id.into_uuid(),
            Event::Ask { id, .. } => id.into_uuid(),
            Event::Program { id, .. } => id.into_uuid(),
            Event::CustomerGroup { id, .. } => id.into_uuid(),
            Event::Assignment { id, .. } => id.into_uuid(),
            Event::OrderRequest { id, .. } => id.into_uuid(),
        }
    }

    /// Every organization that it names, each once, in the order of ids: those whose names a reader of it needs.
    ///
    /// ```
    /// use tierline_core::{event::Event, partnership, testing::*};
    /// let formed = partnership::Event::Formed {
    ///     provider: id(2), reseller: id(1), invitation: id(3), at: day(1), by: id(7),
    /// };
    /// let event = Event::Partnership { id: id(4), event: formed };
    /// assert_eq!(event.organizations(), [id(1), id(2)]);
    /// ```
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        let mut named = match self {
            Event::Organization { id, event } => {
                let mut named = event.organizations();
                named.push(*id);
                named
            }
            Event::User { event, .. } => event.organizations(),
            Event::MemberInvitation { event, .. } => event.organizations(),
            Event::Invitation { event, .. } => event.organizations(),
            Event::Partnership { event, .. } => event.organizations(),
            Event::Relationship { event, .. } => event.organizations(),
            Event::Order { event, .. } => event.organizations(),
            Event::Subscription { event, .. } => event.organizations(),
            Event::PriceList { event, .. } => event.organizations(),
            Event::Sale { event, .. } => event.organizations(),
            Event::Enrollment { event, .. } => event.organizations(),
            Event::Member { event, .. } => event.organizations(),
            Event::Agreement { event, .. } => event.organizations(),
            Event::Case { event, .. } => event.organizations(),
            Event::Listing { event, .. } => event.organizations(),
            Event::Ask { event, .. } => event.organizations(),
            Event::Program { event, .. } => event.organizations(),
            Event::CustomerGroup { event, .. } => event.organizations(),
            Event::Assignment { event, .. } => event.organizations(),
            Event::OrderRequest { event, .. } => event.organizations(),
        };
        named.sort_unstable();
        named.dedup();
        named
    }
}
