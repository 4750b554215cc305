use crate::{
    market::{Country, Region},
    money::Money,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Obstacles to an order.
    pub enum Refusal:

    /// The market has no currency to sell in.
    NoCurrency {
        /// The customer's country.
        country: Country,
        /// Its region.
        region: Region,
    } = "no_currency" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "nothing is sold in `{}`", country.code();
    }

    /// Indirect resellers do not order; this provider does, and may order for this customer.
    ProviderOrders {
        /// The provider to ask.
        provider: Party,
        /// The customer.
        customer: Party,
    } = "provider_orders" {
        fixer: Fixer::agent_of(provider),
        next: NextStep::AskPartner { partner: provider.id },
        says: "`{}` orders for `{}`", provider.name, customer.name;
    }

    /// Indirect resellers do not order, and the provider may not yet order for this customer.
    ProviderWithoutRelationship {
        /// The reseller.
        reseller: Party,
        /// The provider in partnership, if there is one.
        provider: Option<Party>,
        /// The customer to invite for both.
        customer: Party,
    } = "provider_without_relationship" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::InviteForBoth {
            customer: customer.id,
            provider: provider.as_ref().map(|party| party.id),
        },
        says: "{} relationship with `{}`", without(provider.as_ref()), customer.name;
    }

    /// An order needs at least one line.
    NoLines = "no_lines" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "an order needs at least one line";
    }

    /// The same product is in two lines, by the same plan and for the same base.
    ProductTwice {
        /// Its name.
        product: String,
    } = "product_twice" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` is on two lines";
    }

    /// An add-on is not for a subscription that it goes with, or what is no add-on is for one.
    BaseMissing {
        /// Its name.
        product: String,
    } = "base_missing" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` isn't for a subscription that it goes with";
    }

    /// A line costs something else than what was shown to whoever submits it.
    PriceChanged {
        /// The product's name.
        product: String,
        /// What one license for the term was shown to cost.
        shown: Option<Money>,
        /// What it costs.
        price: Option<Money>,
    } = "price_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` costs something else than what was shown";
    }
}

fn without(provider: Option<&Party>) -> String {
    match provider {
        Some(provider) => format!("`{}` has no", provider.name),
        None => "no provider has a".to_owned(),
    }
}
