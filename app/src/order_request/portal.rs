//! Requests for orders, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrderRequestId, OrganizationId, RequestId, SubscriptionId},
    order_request::{Approval, Command, Loses, NewRequest, Wanted},
    text::Reason,
};

use crate::{
    catalog::model::{OrderLine, TypedLine},
    error::PortalResult,
    list::model::ListQuery,
    order_request::model::{AskForOrderPage, AskedFirst, OrderRequestPage, OrderRequestReview},
};

/// Requests for orders, as pages request them.
#[async_trait]
pub trait OrderRequestPortal: Send + Sync {
    /// A request of or for the own organization, with its messages before this number, or the newest. `search` finds
    /// users among whom its reader chooses who loses a license.
    async fn order_request(
        &self,
        id: OrderRequestId,
        before: Option<u32>,
        search: String,
    ) -> PortalResult<OrderRequestPage>;
    /// What can be asked for: for a customer, or with one of its subscriptions. `chosen` are lines in the form already,
    /// to be asked for from this provider, or from the first one that may order.
    async fn order_request_form(
        &self,
        customer: Option<OrganizationId>,
        subscription: Option<SubscriptionId>,
        provider: Option<OrganizationId>,
        query: ListQuery,
        chosen: Vec<TypedLine>,
    ) -> PortalResult<AskForOrderPage>;
    /// A request for new subscriptions, before it is sent.
    async fn review_order_request(
        &self,
        customer: OrganizationId,
        provider: Option<OrganizationId>,
        lines: Vec<OrderLine>,
    ) -> PortalResult<OrderRequestReview>;
    /// Asks for an order. Without a customer, it is that of the subscription.
    async fn ask_for_order(
        &self,
        customer: OrganizationId,
        provider: Option<OrganizationId>,
        new: NewRequest,
        request: RequestId,
    ) -> PortalResult<OrderRequestId>;
    /// Makes something else of a request.
    async fn change_order_request(
        &self,
        id: OrderRequestId,
        to: Wanted,
        reason: Option<Reason>,
        revision: u32,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Approves a request, which is the order or the change.
    async fn approve_order_request(
        &self,
        id: OrderRequestId,
        shown: Approval,
        loses: Loses,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Agrees to a request or not, declines it, takes it back, or writes about it.
    async fn act_on_order_request(
        &self,
        id: OrderRequestId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Whether the own organization wants to be asked first.
    async fn asked_first(&self) -> PortalResult<AskedFirst>;
    /// Decides that.
    async fn set_asked_first(&self, asked_first: bool, request: RequestId) -> PortalResult<()>;
}
