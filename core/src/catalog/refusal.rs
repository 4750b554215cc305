use crate::refusal::{Fixer, NextStep, refusals};

refusals! {
    /// What a product's limits do not allow.
    pub enum Refusal:

    /// The product is not sold (any more).
    ProductNotSold {
        /// Its name, or its id when it has none.
        product: String,
    } = "product_not_sold" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` is not sold";
    }

    /// The quantity is outside the product's limits.
    QuantityOutside {
        /// Its name.
        product: String,
        /// What was asked for.
        asked: u32,
        /// Fewest licenses.
        minimum: u32,
        /// Most licenses in one subscription.
        maximum: u32,
    } = "quantity_outside" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{asked} of `{product}` is outside {minimum} to {maximum}";
    }

    /// With what the customer has already, this would be more than one customer may have.
    CustomerMaximum {
        /// Its name.
        product: String,
        /// What was asked for.
        asked: u32,
        /// What the customer has.
        held: u32,
        /// Most licenses one customer may have.
        maximum: u32,
    } = "customer_maximum" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{asked} more of `{product}` on top of {held} is over {maximum}";
    }

    /// The customer may have one subscription of this product, and has it.
    OnePerCustomer {
        /// Its name.
        product: String,
    } = "one_per_customer" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the customer has a subscription of `{product}` already";
    }
}
