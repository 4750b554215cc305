use serde::de::DeserializeOwned;
use tierline_core::{
    event::Event,
    invitation::Invitation,
    order::{Order, Subscription},
    partnership::Partnership,
    relationship::Relationship,
};

/// An object that is made of its events.
pub(super) trait Replay: DeserializeOwned + PartialEq + Send + Unpin + 'static {
    /// What its events call it.
    const OBJECT: &'static str;
    /// Where it is stored.
    const TABLE: &'static str;
    /// Does its table name a customer?
    const HAS_CUSTOMER: bool;

    /// The object after one more event; none if the event does not fit.
    fn replay(before: Option<Self>, event: Event) -> Option<Self>;
}

macro_rules! replay {
    ($object:ident in $table:literal, customer: $has_customer:literal, as $name:literal) => {
        impl Replay for $object {
            const OBJECT: &'static str = $name;
            const TABLE: &'static str = $table;
            const HAS_CUSTOMER: bool = $has_customer;

            fn replay(before: Option<Self>, event: Event) -> Option<Self> {
                match event {
                    Event::$object { id, event } => $object::evolve(id, before, &event),
                    _ => None,
                }
            }
        }
    };
}

replay!(Invitation in "invitation", customer: false, as "invitation");
replay!(Partnership in "partnership", customer: false, as "partnership");
replay!(Relationship in "relationship", customer: true, as "relationship");
replay!(Order in "customer_order", customer: true, as "order");
replay!(Subscription in "subscription", customer: true, as "subscription");
