use crate::{
    refusal::{Fixer, NextStep, refusals},
    term::Plan,
};

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

    /// Nothing could be ordered within these limits.
    LimitsImpossible {
        /// The product's name.
        product: String,
    } = "limits_impossible" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "nothing of `{product}` could be ordered within these limits";
    }

    /// The price sheet has no prices for all of these limits.
    LimitsUnpriced {
        /// The product's name.
        product: String,
        /// The minimum that there is a price for.
        minimum: u32,
        /// The maximum that there is a price for.
        maximum: u32,
    } = "limits_unpriced" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` has prices for {minimum} to {maximum} licenses";
    }

    /// The product is not sold by this plan, in this number or on this day.
    PlanNotSold {
        /// Its name.
        product: String,
        /// The plan asked for.
        plan: Plan,
    } = "plan_not_sold" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` isn't sold for {} months in {} parts", plan.term.months(), plan.periods();
    }
}
