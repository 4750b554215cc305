use crate::{
    ids::SubscriptionId,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
    subscription::Status,
    text::PersonName,
};

refusals! {
    /// Obstacles to assigning licenses, and to having fewer of them.
    pub enum Refusal:

    /// More licenses are asked for than nobody holds.
    NoLicenseLeft {
        /// The subscription.
        subscription: SubscriptionId,
        /// The product.
        product: String,
        /// The number of licenses that were bought.
        bought: u32,
        /// The number of those that users hold.
        assigned: u32,
        /// The number asked for.
        asked: u32,
    } = "no_license_left" {
        fixer: Fixer::You,
        next: NextStep::OpenSubscription { subscription: *subscription },
        says: "{asked} asked for of `{product}`, {assigned} of {bought} are assigned";
    }

    /// Nothing is assigned of a subscription that is out of use.
    SubscriptionNotInUse {
        /// The subscription.
        subscription: SubscriptionId,
        /// The product.
        product: String,
        /// Its state.
        status: Status,
    } = "subscription_not_in_use" {
        fixer: Fixer::You,
        next: NextStep::OpenSubscription { subscription: *subscription },
        says: "the subscription to `{product}` is {status}";
    }

    /// There are to be fewer licenses than users hold, and too few users are named to lose theirs.
    TooManyAssigned {
        /// The subscription.
        subscription: SubscriptionId,
        /// The product.
        product: String,
        /// The number of licenses that there are to be.
        wanted: u32,
        /// The number that users hold.
        assigned: u32,
        /// The number of users who have to lose one.
        too_many: u32,
        /// The number of users who were named.
        named: u32,
    } = "too_many_assigned" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{assigned} licenses of `{product}` are assigned, {too_many} too many; {named} users are named to lose one";
    }

    /// Others would lose a license than was shown.
    OthersLose = "others_lose" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "others would lose a license than was shown";
    }

    /// No user is selected.
    NobodySelected = "nobody_selected" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no user is selected";
    }

    /// More users are selected than can be dealt with at once. A file can have more.
    TooManySelected {
        /// The most.
        most: u32,
    } = "too_many_selected" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "more than {most} users are selected";
    }

    /// The person is none of the customer's users.
    NoUserOfCustomer {
        /// The person.
        name: PersonName,
        /// The customer.
        customer: Party,
    } = "no_user_of_customer" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{name}` is no user of `{}`", customer.name;
    }

    /// A blocked user gets no license.
    HolderBlocked {
        /// The user.
        name: PersonName,
    } = "holder_blocked" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{name}` is blocked";
    }
}
