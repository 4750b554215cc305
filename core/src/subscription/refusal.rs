use super::Status;
use crate::{
    Timestamp,
    catalog::Kind,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// What a subscription cannot become.
    pub enum Refusal:

    /// It is in a state in which this is not possible.
    WrongState {
        /// The state.
        status: Status,
    } = "wrong_state" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the subscription is {status}";
    }

    /// It is so already.
    Unchanged = "unchanged" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "nothing would change";
    }

    /// Another partner ordered it, or is its partner of record.
    AnotherPartner {
        /// The partner to ask.
        partner: Party,
    } = "another_partner" {
        fixer: Fixer::agent_of(partner),
        next: NextStep::AskPartner { partner: partner.id },
        says: "only `{}` can do this with this subscription", partner.name;
    }

    /// So many licenses can't be taken back now: the time for it is over, or not open for all of them.
    WindowClosed {
        /// How many were to be taken back.
        asked: u32,
        /// How many can be.
        returnable: u32,
        /// The end of the term: what is scheduled happens then.
        ends: Timestamp,
    } = "window_closed" {
        fixer: Fixer::Nobody,
        next: NextStep::Wait { until: *ends },
        says: "{returnable} of {asked} licenses can be taken back before {ends}";
    }

    /// The product can't be upgraded to that one.
    NoUpgrade {
        /// The product.
        product: String,
        /// The product asked for.
        target: String,
    } = "no_upgrade" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{product}` can't be upgraded to `{target}`";
    }

    /// Products of this kind don't have that.
    NotForKind {
        /// The product.
        product: String,
        /// Its kind.
        kind: Kind,
    } = "not_for_kind" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "`{product}` is a {kind}, for which this isn't possible";
    }

    /// It does not renew by itself, so nothing can be scheduled for its renewal.
    NoRenewal {
        /// The end of its term.
        ends: Timestamp,
    } = "no_renewal" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the subscription expires at {ends}";
    }

    /// Somebody else has changed it since the form was opened, or its next period has begun.
    ChangedMeanwhile = "subscription_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the subscription has changed since the form was opened";
    }

    /// It would cost something else than what was shown.
    CostChanged = "cost_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "it would cost something else than what was shown";
    }

    /// Nothing is scheduled.
    NothingScheduled = "nothing_scheduled" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "nothing is scheduled";
    }

    /// The customer's account is being verified: new purchases, increases and upgrades wait.
    CustomerUnderReview {
        /// The customer.
        customer: Party,
    } = "customer_under_review" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "the account of `{}` is under review", customer.name;
    }

    /// The subscription that it is an add-on to is not active.
    BaseNotActive {
        /// The state of that one.
        status: Status,
    } = "base_not_active" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the subscription that it belongs to is {status}";
    }

    /// Only a reseller can be named beside the partner that ordered it.
    NotAReseller {
        /// The partner that was named.
        partner: Party,
    } = "not_a_reseller" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{}` doesn't serve the customer as a reseller", partner.name;
    }

    /// No partner was chosen, or one that cannot be.
    UnknownPartner = "unknown_partner" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a partner from the list has to be chosen";
    }

    /// Nobody earns incentives on it.
    NoPartnerOfRecord {
        /// The partner that ordered it, and names one.
        partner: Party,
    } = "no_partner_of_record" {
        fixer: Fixer::agent_of(partner),
        next: NextStep::AskPartner { partner: partner.id },
        says: "the subscription has no partner of record";
    }

    /// An add-on does not go with the product asked for.
    AddOnInTheWay {
        /// The add-on.
        add_on: String,
        /// The product asked for.
        target: String,
    } = "add_on_in_the_way" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the add-on `{add_on}` doesn't go with `{target}`";
    }

    /// It was renewed ahead, at the price and with the number of licenses of that day.
    RenewedAlready {
        /// When the renewed term begins.
        starts: Timestamp,
    } = "renewed_already" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the subscription was renewed ahead, from {starts} on";
    }

    /// No subscription was chosen.
    NoneChosen = "no_subscription_chosen" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no subscription is selected";
    }

    /// More subscriptions were chosen than are changed at once.
    TooManyChosen {
        /// That many.
        most: u32,
    } = "too_many_subscriptions" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "more than {most} subscriptions are selected";
    }
}
