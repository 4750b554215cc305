//! Read models of requests for orders.

use serde::Serialize;
use tierline_core::{
    Refusal, Timestamp,
    access::Provider,
    ids::{OrderRequestId, SubscriptionId},
    order::Cost,
    order_request::{Estimate, OrderRequest, Side, Status, Wanted, What},
    organization::Party,
    read::Read,
    subscription::{Charge, Plan},
};

use crate::{
    catalog::model::{BaseChoice, ChosenLine, ProductRow},
    error::PortalError,
    list::model::Page,
    order::model::ReviewLine,
    subscription::model::{LosingChoice, NamedProduct},
    timeline::History,
};

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderRequestRow {
    /// Its id.
    pub id: OrderRequestId,
    /// What is asked for, in one word.
    pub what: What,
    /// What is asked for now.
    pub wanted: Wanted,
    /// The products that it names, as far as they are in the catalog.
    pub products: Vec<NamedProduct>,
    /// The customer.
    pub customer: String,
    /// The reseller.
    pub reseller: String,
    /// The provider.
    pub provider: String,
    /// Its state at this moment.
    pub status: Status,
    /// When it was asked.
    pub asked: Timestamp,
    /// When it lapses if nobody answers.
    pub lapses: Timestamp,
}

impl OrderRequestRow {
    /// The name of whoever acts next; none once it is over.
    #[must_use]
    pub fn waits_for(&self) -> Option<&str> {
        self.status.waits_for().map(|side| match side {
            Side::Reseller => self.reseller.as_str(),
            Side::Provider => self.provider.as_str(),
            Side::Customer => self.customer.as_str(),
        })
    }
}

/// The requests that the reader may see, and by whom they can be narrowed.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderRequestsPage {
    /// A page of them.
    pub requests: Page<OrderRequestRow>,
    /// The resellers that have asked: the first ones, by name.
    pub resellers: Vec<Party>,
    /// The customers that were asked for: the first ones, by name.
    pub customers: Vec<Party>,
}

/// The subscription that a request is about.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AboutSubscription {
    /// Its id.
    pub id: SubscriptionId,
    /// Its product.
    pub product: String,
    /// Its licenses today.
    pub quantity: u32,
    /// Its term and billing plan.
    pub plan: Plan,
    /// The end of its term.
    pub ends: Timestamp,
    /// The products to which it can be upgraded.
    pub targets: Vec<NamedProduct>,
}

/// A message about a request.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ThreadMessage {
    /// Its number.
    pub number: u32,
    /// Who wrote it, and for whom.
    pub by: String,
    /// The organization.
    pub organization: String,
    /// When.
    pub at: Timestamp,
    /// The text.
    pub text: String,
}

/// A request, for one of its sides.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderRequestPage {
    /// The request.
    pub request: OrderRequest,
    /// Its state at this moment.
    pub status: Status,
    /// The reader's side.
    pub side: Side,
    /// The reseller.
    pub reseller: Party,
    /// The provider.
    pub provider: Party,
    /// The customer.
    pub customer: Party,
    /// The user who asked.
    pub asked_by: String,
    /// The products concerned, by name.
    pub products: Vec<NamedProduct>,
    /// The subscriptions that add-ons in it are for.
    pub bases: Vec<BaseChoice>,
    /// The subscription, if it is about one.
    pub subscription: Option<AboutSubscription>,
    /// While it waits: what it would cost today.
    pub estimate: Option<Estimate>,
    /// The same, as the form keeps it.
    pub cost: String,
    /// Whether a price is not the one of the day on which it was asked for.
    pub has_other_prices: bool,
    /// Why it could not be approved now.
    pub problem: Option<Refusal>,
    /// How many users would lose a license by an approval.
    pub too_many: u32,
    /// Who would, if nobody is chosen, as the form keeps them.
    pub lost: String,
    /// Who could lose one: for readers who approve, and say who of the customer uses what.
    pub losing: Option<LosingChoice>,
    /// Whom the reseller proposes, of those who hold one still: for readers who know the customer's users.
    pub proposed: Vec<String>,
    /// The newest messages, the oldest of them first.
    pub messages: Vec<ThreadMessage>,
    /// The number before which there are earlier ones.
    pub earlier: Option<u32>,
    /// Whether the reader may approve, change or decline.
    pub may_answer: Result<(), Refusal>,
    /// Whether the reader may agree, or not.
    pub may_agree: Result<(), Refusal>,
    /// Whether the reader may take it back.
    pub may_withdraw: Result<(), Refusal>,
    /// Whether the reader may write.
    pub may_write: Result<(), Refusal>,
    /// What has happened to it.
    pub timeline: History,
}

/// What a reseller can ask for.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct AskForOrderPage {
    /// The customer.
    pub customer: Party,
    /// The providers in partnership, each with whether it may order for the customer.
    pub providers: Vec<Provider>,
    /// The subscription, if it is about one.
    pub subscription: Option<AboutSubscription>,
    /// Who could lose a license of that subscription, for readers who say who of the customer uses what.
    pub losing: Option<LosingChoice>,
    /// New subscriptions that can be asked for; none where it is about one that there is.
    pub choice: Option<ProductChoice>,
    /// Whether the reader may ask.
    pub may_ask: Result<(), Refusal>,
}

/// New subscriptions that can be asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct ProductChoice {
    /// Products that match the search, to add.
    pub products: Page<ProductRow>,
    /// Products that are already in the form, by the lines in the address.
    pub chosen: Vec<ChosenLine>,
}

/// A request for new subscriptions, before it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct OrderRequestReview {
    /// The customer.
    pub customer: Party,
    /// The provider that is to order.
    pub provider: Party,
    /// Whether the customer is asked first.
    pub asks_customer: bool,
    /// The lines.
    pub lines: Vec<ReviewLine>,
    /// What they would cost today, in each of their currencies.
    pub costs: Vec<Cost>,
    /// What would be charged for them if they were ordered now, line by line.
    pub now: Vec<Charge>,
    /// What would be charged for them next.
    pub later: Vec<Charge>,
    /// Why they cannot be asked for.
    pub problem: Option<PortalError>,
}

/// Whether the own organization wants to be asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
pub struct AskedFirst {
    /// Whether it does.
    pub asked_first: bool,
}
