//! What the operator decides about the sale of a product: whether it is sold at all, and within which limits.
//!
//! A price sheet or list says what there is to sell, and a decision of the operator stands above it: it counts until
//! the operator takes it back, whatever is imported in the meantime. So a new price sheet never puts a withdrawn
//! product on sale again and never changes limits that the operator has set; the dry run of an import names each
//! decision that stays.
//!
//! | what | from | by | to |
//! | --- | --- | --- | --- |
//! | product | as in the price list | [`Withdraw`](Command::Withdraw) | withdrawn: no new subscriptions, existing ones go on |
//! | product | withdrawn | [`SellAgain`](Command::SellAgain) | as in the price list |
//! | limits | those of the price list, the operator's | [`SetLimits`](Command::SetLimits) | the operator's |
//! | limits | the operator's | [`TakeBackLimits`](Command::TakeBackLimits) | those of the price list |

mod decide;

pub use decide::{Command, SaleFacts, decide};

use serde::{Deserialize, Serialize};

use super::Limits;
use crate::{
    Evolve, Timestamp,
    ids::{OrganizationId, SkuId, UserId},
    read::Read,
    text::Reason,
};

/// What the operator has decided about a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Sale {
    /// The product.
    pub sku: SkuId,
    /// The operator.
    pub operator: OrganizationId,
    /// Whether it was withdrawn from sale.
    pub withdrawn: bool,
    /// The operator's own limits; none where those of the price list count.
    pub limits: Option<Limits>,
}

/// Whether a product is sold, and within which limits: by a price sheet or list, or after the operator's decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Terms {
    /// Whether new subscriptions of it are sold.
    pub sold: bool,
    /// Its limits.
    pub limits: Limits,
}

impl Terms {
    /// What counts, when the price list says this and the operator has decided that.
    ///
    /// ```
    /// use tierline_core::{catalog::{Limits, Sale, Terms}, testing::*};
    /// let of_sheet = Limits { minimum: 1, maximum: 300, per_customer: None, one_per_customer: false };
    /// let listed = Terms { sold: true, limits: of_sheet };
    /// assert_eq!(listed.after(None), listed);
    /// let own = Limits { maximum: 50, ..of_sheet };
    /// let sale = Sale { sku: id(5), operator: id(9), withdrawn: true, limits: Some(own) };
    /// assert_eq!(listed.after(Some(&sale)), Terms { sold: false, limits: own });
    /// // A decision takes nothing out of nowhere: what no price list sells stays unsold.
    /// let gone = Terms { sold: false, ..listed };
    /// assert!(!gone.after(Some(&Sale { withdrawn: false, ..sale })).sold);
    /// ```
    #[must_use]
    pub fn after(self, decided: Option<&Sale>) -> Terms {
        match decided {
            Some(sale) => Terms {
                sold: self.sold && !sale.withdrawn,
                limits: sale.limits.unwrap_or(self.limits),
            },
            None => self,
        }
    }
}

impl Limits {
    /// Whether every quantity of one subscription within these limits is also within the other ones: those that a price
    /// sheet has prices for.
    ///
    /// ```
    /// use tierline_core::catalog::Limits;
    /// let sheet = Limits { minimum: 1, maximum: 300, per_customer: None, one_per_customer: false };
    /// assert!(Limits { maximum: 50, ..sheet }.is_within(sheet));
    /// assert!(!Limits { maximum: 301, ..sheet }.is_within(sheet));
    /// ```
    #[must_use]
    pub const fn is_within(self, other: Limits) -> bool {
        self.minimum >= other.minimum && self.maximum <= other.maximum
    }
}

/// Events of the sale of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was withdrawn from sale.
    Withdrawn {
        /// The operator.
        operator: OrganizationId,
        /// The product's name.
        product: String,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// It is sold again, as far as the price list has it.
    SoldAgain {
        /// The operator.
        operator: OrganizationId,
        /// The product's name.
        product: String,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator set limits of its own.
    LimitsSet {
        /// The operator.
        operator: OrganizationId,
        /// The product's name.
        product: String,
        /// The limits that counted before.
        from: Limits,
        /// The limits from now on.
        to: Limits,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The limits of the price list count again.
    LimitsTakenBack {
        /// The operator.
        operator: OrganizationId,
        /// The product's name.
        product: String,
        /// The operator's limits.
        from: Limits,
        /// Those of the price list at that moment.
        to: Limits,
        /// The reason.
        reason: Reason,
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
        vec![self.operator()]
    }

    const fn operator(&self) -> OrganizationId {
        match self {
            Event::Withdrawn { operator, .. }
            | Event::SoldAgain { operator, .. }
            | Event::LimitsSet { operator, .. }
            | Event::LimitsTakenBack { operator, .. } => *operator,
        }
    }
}

/// A sale begins with the first decision that differs from the price list.
///
/// ```
/// use tierline_core::{Evolve, catalog::{Sale, SaleEvent}, testing::*};
/// let (product, reason) = ("Basic".to_owned(), "it is retired".parse().unwrap());
/// let withdrawn = SaleEvent::Withdrawn { operator: id(9), product, reason, at: day(1), by: id(7) };
/// let sale = Sale::evolve(id(5), None, &withdrawn).unwrap();
/// assert!(sale.withdrawn && sale.limits.is_none());
/// ```
impl Evolve for Sale {
    type Id = SkuId;
    type Event = Event;

    fn begin(id: SkuId, event: &Event) -> Option<Sale> {
        match event {
            Event::Withdrawn { .. } | Event::LimitsSet { .. } => {
                let mut sale = Sale {
                    sku: id,
                    operator: event.operator(),
                    withdrawn: false,
                    limits: None,
                };
                sale.apply(event);
                Some(sale)
            }
            Event::SoldAgain { .. } | Event::LimitsTakenBack { .. } => None,
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Withdrawn { .. } => self.withdrawn = true,
            Event::SoldAgain { .. } => self.withdrawn = false,
            Event::LimitsSet { to, .. } => self.limits = Some(*to),
            Event::LimitsTakenBack { .. } => self.limits = None,
        }
    }
}
