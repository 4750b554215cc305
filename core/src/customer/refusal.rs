use crate::{
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Obstacles to a new customer.
    pub enum Refusal:

    /// Resellers cannot create customer tenants; their provider can.
    ResellerCannotCreateCustomers {
        /// The providers to ask; empty when there is no partnership yet.
        providers: Vec<Party>,
    } = "reseller_cannot_create_customers" {
        fixer: providers.first().map_or(Fixer::Nobody, Fixer::agent_of),
        next: match providers.first() {
            Some(provider) => NextStep::AskPartner { partner: provider.id },
            None => NextStep::RequestPartnership,
        },
        says: "indirect resellers can't create customers";
    }

    /// The customer's first admin has signed in: the temporary password is spent, and the next one is the customer's
    /// alone.
    SetupOver {
        /// The customer.
        customer: Party,
    } = "setup_over" {
        fixer: Fixer::admin_of(customer),
        next: NextStep::Nothing,
        says: "an admin of `{}` has already signed in", customer.name;
    }

    /// Another user name is needed for the first admin: somebody already signs in by this one.
    UserNameTaken {
        /// The user name asked for.
        user_name: String,
    } = "user_name_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the user name `{user_name}` is taken";
    }
}
