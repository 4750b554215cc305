use crate::refusal::{Fixer, NextStep, refusals};

refusals! {
    /// Violations of a product's limits.
    pub enum Refusal:

    /// The product is not sold (any more).
    ProductNotSold {
        /// Its name, or its id when it has none.
        product: String,
    } = "product_not_sold" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` isn't sold";
    }

    /// The quantity is outside the product's limits.
    QuantityOutside {
        /// Its name.
        product: String,
        /// The quantity asked for.
        asked: u32,
        /// Minimum number of licenses.
        minimum: u32,
        /// Maximum number of licenses in one subscription.
        maximum: u32,
    } = "quantity_outside" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{asked} of `{product}` is outside {minimum} to {maximum}";
    }

    /// Together with the customer's existing licenses, this would exceed the maximum for one customer.
    CustomerMaximum {
        /// Its name.
        product: String,
        /// The quantity asked for.
        asked: u32,
        /// The customer's existing licenses.
        held: u32,
        /// Maximum number of licenses for one customer.
        maximum: u32,
    } = "customer_maximum" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{asked} more of `{product}` in addition to {held} exceeds {maximum}";
    }

    /// The customer may have one subscription of this product, and already has it.
    OnePerCustomer {
        /// Its name.
        product: String,
    } = "one_per_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the customer already has a subscription to `{product}`";
    }
}
