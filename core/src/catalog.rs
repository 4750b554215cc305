//! Products on sale, with their limits.
//!
//! Products and limits come from the operator's catalog; this module decides whether a quantity fits. On the
//! wire of today's Partner Center the same refusals are the codes 2002 and 800066 to 800068.
//!
//! What the price list says of a product counts as far as the operator has not decided otherwise: a [`Sale`] outlasts
//! every import.
//!
//! Limits are whole licenses. `maximum` is for one subscription, `per_customer` for all of a customer's subscriptions
//! of the product together; a customer that has 290 of at most 300 can buy 10 more, in the same or in another
//! subscription.

#[cfg(feature = "price-sheet")]
pub mod details;
#[cfg(feature = "price-sheet")]
pub mod file;
mod kind;
mod offer;
pub(crate) mod permission;
mod price_list;
mod refusal;
mod sale;
#[cfg(feature = "price-sheet")]
pub mod sheet;

#[cfg(feature = "price-sheet")]
pub use file::{
    Row as FileRow, Rows as FileRows, Stopped as FileStopped, unreadable_problem as unreadable_line,
};
pub use kind::Kind;
pub(crate) use offer::for_months;
pub use offer::{Earlier, Offer, Rate};
pub use price_list::{Effect, Event as PriceListEvent, PriceList};
pub use refusal::Refusal;
pub use sale::{
    Command as SaleCommand, Event as SaleEvent, Sale, SaleFacts, Terms, decide as decide_sale,
};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    ids::SkuId,
    money::{Money, Quantity},
    read::Read,
};

/// How many licenses of a product can be bought, in whole licenses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Limits {
    /// Minimum in one subscription.
    pub minimum: u32,
    /// Maximum in one subscription.
    pub maximum: u32,
    /// Maximum for one customer, over all its subscriptions.
    pub per_customer: Option<u32>,
    /// Whether a customer may have only one subscription of it.
    pub one_per_customer: bool,
}

impl Limits {
    /// The maximum of a product that has none: as many as can be stored.
    pub const NO_MAXIMUM: u32 = i32::MAX as u32;

    /// Checks that anything can be ordered within these limits at all. For entering a product.
    ///
    /// # Errors
    /// The first [`LimitsError`] found.
    ///
    /// ```
    /// use tierline_core::catalog::{Limits, LimitsError};
    /// let limits = Limits { minimum: 5, maximum: 300, per_customer: None, one_per_customer: false };
    /// assert_eq!(limits.check(), Ok(()));
    /// assert_eq!(Limits { maximum: 4, ..limits }.check(), Err(LimitsError::MaximumBelowMinimum));
    /// assert_eq!(Limits { per_customer: Some(4), ..limits }.check(), Err(LimitsError::CustomerMaximumBelowMinimum));
    /// ```
    pub const fn check(self) -> Result<(), LimitsError> {
        if self.minimum == 0 {
            return Err(LimitsError::NoMinimum);
        }
        if self.maximum < self.minimum {
            return Err(LimitsError::MaximumBelowMinimum);
        }
        match self.per_customer {
            Some(most) if most < self.minimum => Err(LimitsError::CustomerMaximumBelowMinimum),
            _ => Ok(()),
        }
    }
}

/// Why nothing could be ordered within these limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LimitsError {
    /// A subscription has at least one license.
    NoMinimum,
    /// No quantity fits.
    MaximumBelowMinimum,
    /// No customer may have as many as the smallest subscription.
    CustomerMaximumBelowMinimum,
}

impl fmt::Display for LimitsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LimitsError::NoMinimum => "the minimum is zero",
            LimitsError::MaximumBelowMinimum => "the maximum is below the minimum",
            LimitsError::CustomerMaximumBelowMinimum => {
                "what one customer may have is below the minimum"
            }
        })
    }
}

impl std::error::Error for LimitsError {}

/// The parts of a product that ordering needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Product {
    /// The SKU.
    pub sku: SkuId,
    /// Its name.
    pub name: String,
    /// Whether new subscriptions of it are sold.
    pub sold: bool,
    /// Its limits.
    pub limits: Limits,
    /// Price of one license for one month, in the customer's currency.
    pub price: Option<Money>,
}

/// A customer's existing licenses and subscriptions of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Held {
    /// Licenses in active subscriptions.
    pub licenses: u32,
    /// Active subscriptions.
    pub subscriptions: u32,
}

/// Decides whether this quantity fits the product's limits, given the customer's existing licenses. Part of rule 4.
/// Returns the checked quantity.
///
/// The checks, in order: the product is sold, the quantity is within one subscription's limits, the customer may have
/// another subscription of it, and the customer's total stays within the limit. Subscriptions that are over do not
/// count.
///
/// # Errors
/// [`ProductNotSold`](crate::catalog::Refusal::ProductNotSold),
/// [`QuantityOutside`](crate::catalog::Refusal::QuantityOutside),
/// [`CustomerMaximum`](crate::catalog::Refusal::CustomerMaximum) or
/// [`OnePerCustomer`](crate::catalog::Refusal::OnePerCustomer).
///
/// ```
/// use tierline_core::{catalog::*, ids::SkuId};
/// let product = Product {
///     sku: SkuId::from_uuid(uuid::Uuid::from_u128(1)), name: "Business Basic".into(), sold: true, price: None,
///     limits: Limits { minimum: 1, maximum: 300, per_customer: Some(300), one_per_customer: false },
/// };
/// assert!(check_quantity(&product, Held::default(), 300).is_ok());
/// assert_eq!(check_quantity(&product, Held::default(), 301).unwrap_err().code(), "quantity_outside");
/// assert_eq!(check_quantity(&product, Held { licenses: 1, subscriptions: 1 }, 300).unwrap_err().code(), "customer_maximum");
/// ```
pub fn check_quantity(product: &Product, held: Held, asked: u32) -> Result<Quantity, Refusal> {
    let limits = product.limits;
    if !product.sold {
        return Err(Refusal::ProductNotSold {
            product: product.name.clone(),
        });
    }
    // Zero is no quantity, whatever the limits say.
    let quantity = Quantity::new(asked)
        .ok()
        .filter(|_| (limits.minimum..=limits.maximum).contains(&asked))
        .ok_or_else(|| Refusal::QuantityOutside {
            product: product.name.clone(),
            asked,
            minimum: limits.minimum.max(1),
            maximum: limits.maximum,
        })?;
    if limits.one_per_customer && held.subscriptions > 0 {
        return Err(Refusal::OnePerCustomer {
            product: product.name.clone(),
        });
    }
    match limits.per_customer {
        Some(maximum) if held.licenses.saturating_add(asked) > maximum => {
            Err(Refusal::CustomerMaximum {
                product: product.name.clone(),
                asked,
                held: held.licenses,
                maximum,
            })
        }
        _ => Ok(quantity),
    }
}
