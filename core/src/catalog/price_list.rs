//! Price lists that the operator puts into the catalog, and what the price sheet lacks beside its prices.

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{OrganizationId, PriceListId, UserId},
    read::Read,
};

/// The effect of a price list on the catalog, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Effect {
    /// Products of the list that were not in the catalog.
    pub added: u32,
    /// Products that were in the catalog with other data, limits or prices; with a price sheet also those that it lacks
    /// and whose prices it ends.
    pub changed: u32,
    /// Products that were in the catalog exactly like this.
    pub unchanged: u32,
    /// Prices on the list, in all currencies.
    pub prices: u32,
}

/// An imported price list. The products themselves are in the catalog; this is the record of who changed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct PriceList {
    /// Its id.
    pub id: PriceListId,
    /// The operator.
    pub operator: OrganizationId,
    /// Its effect on the catalog.
    pub effect: Effect,
    /// When it was imported.
    pub at: Timestamp,
    /// The operator's user.
    pub by: UserId,
}

/// Events of a price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was put into the catalog.
    Imported {
        /// The operator.
        operator: OrganizationId,
        /// Its effect on the catalog.
        effect: Effect,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// What the price sheet lacks of its products was put into the catalog: limits, kinds, bases and upgrades.
    DetailsImported {
        /// The operator.
        operator: OrganizationId,
        /// Its effect on the catalog.
        effect: Effect,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Imported { operator, .. } | Event::DetailsImported { operator, .. } => {
                vec![*operator]
            }
        }
    }
}

/// Nothing happens to a price list after its import: the next one is another price list.
///
/// ```
/// use tierline_core::{Evolve, catalog::{Effect, PriceList, PriceListEvent}, testing::*};
/// let effect = Effect { added: 2, changed: 1, unchanged: 0, prices: 6 };
/// let imported = PriceListEvent::Imported { operator: id(9), effect, at: day(2), by: id(7) };
/// let list = PriceList::evolve(id(80), None, &imported).unwrap();
/// assert_eq!((list.by, list.effect.added), (id(7), 2));
/// assert_eq!(PriceList::evolve(id(80), Some(list.clone()), &imported), Some(list));
/// ```
impl Evolve for PriceList {
    type Id = PriceListId;
    type Event = Event;

    fn begin(id: PriceListId, event: &Event) -> Option<PriceList> {
        match event {
            Event::Imported {
                operator,
                effect,
                at,
                by,
            }
            | Event::DetailsImported {
                operator,
                effect,
                at,
                by,
            } => Some(PriceList {
                id,
                operator: *operator,
                effect: *effect,
                at: *at,
                by: *by,
            }),
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Imported { .. } | Event::DetailsImported { .. } => {}
        }
    }
}
