use super::Status;
use crate::{
    Timestamp,
    ids::OrderRequestId,
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Obstacles to a request for an order.
    pub enum Refusal:

    /// It is over: somebody else was quicker, or it has lapsed.
    RequestClosed {
        /// Its state.
        status: Status,
        /// Since when.
        at: Timestamp,
    } = "request_closed" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the request is {status} since {at}";
    }

    /// It is another organization's turn.
    RequestWaits {
        /// That organization.
        party: Party,
    } = "request_waits" {
        fixer: Fixer::admin_of(party),
        next: NextStep::Nothing,
        says: "the request waits for `{}`", party.name;
    }

    /// Only another organization of the request does this.
    AnotherSide {
        /// That organization.
        party: Party,
    } = "another_side" {
        fixer: Fixer::admin_of(party),
        next: NextStep::Nothing,
        says: "only `{}` can do this with the request", party.name;
    }

    /// The provider has changed it since it was shown.
    RequestChanged = "request_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the request has been changed since it was shown";
    }

    /// A price has changed since it was asked for, and nobody has confirmed that.
    PricesChanged = "prices_changed" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a price has changed since the request was made";
    }

    /// It would be another request: another product, another subscription, or something else with it.
    NotWhatWasAsked = "not_what_was_asked" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "this isn't what was asked for";
    }

    /// Users were named to lose a license, and there are not to be fewer at once.
    NobodyLosesOne = "nobody_loses_one" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "users lose a license at once only where there are to be fewer at once";
    }

    /// It is so already.
    RequestUnchanged = "request_unchanged" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "the request wouldn't change";
    }

    /// The reseller has asked for something with this subscription already.
    OrderAlreadyAsked {
        /// That request.
        request: OrderRequestId,
    } = "order_already_asked" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "the request {request} for this subscription still waits";
    }

    /// Too many requests of the reseller for this customer wait.
    TooManyRequests {
        /// The most.
        most: u32,
    } = "too_many_requests" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "{most} requests for this customer wait already";
    }

    /// It asks for too many products.
    TooManyLines {
        /// The most.
        most: usize,
    } = "too_many_lines" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a request has at most {most} products";
    }

    /// Too many messages were written about it.
    TooManyMessages {
        /// The most.
        most: u32,
    } = "too_many_messages" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "at most {most} messages are written about a request";
    }
}
