//! Requests for orders, for pages.

use async_trait::async_trait;
use tierline_app::{
    catalog::model::{OrderLine, TypedLine},
    list::model::ListQuery,
    order_request::model::{AskForOrderPage, AskedFirst, OrderRequestPage, OrderRequestReview},
    portal::{OrderRequestPortal, PortalResult},
};
use tierline_core::{
    ids::{OrderRequestId, OrganizationId, RequestId, SubscriptionId},
    order_request::{Approval, Command, Loses, NewRequest, Wanted},
    text::Reason,
};

use crate::{
    order_request::{
        command::{Act, Approve, Ask, Change, SetAskedFirst},
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl OrderRequestPortal for RequestPortal {
    async fn order_request(
        &self,
        id: OrderRequestId,
        before: Option<u32>,
        search: String,
    ) -> PortalResult<OrderRequestPage> {
        query::detail(&mut self.read().await?, id, before, search).await
    }

    async fn order_request_form(
        &self,
        customer: Option<OrganizationId>,
        subscription: Option<SubscriptionId>,
        provider: Option<OrganizationId>,
        query: ListQuery,
        chosen: Vec<TypedLine>,
    ) -> PortalResult<AskForOrderPage> {
        let (read, about) = (&mut self.read().await?, (customer, subscription));
        query::form(read, about, provider, query, chosen).await
    }

    async fn review_order_request(
        &self,
        customer: OrganizationId,
        provider: Option<OrganizationId>,
        lines: Vec<OrderLine>,
    ) -> PortalResult<OrderRequestReview> {
        let read = &mut self.read().await?;
        query::review(read, customer, provider, &lines).await
    }

    async fn ask_for_order(
        &self,
        customer: OrganizationId,
        provider: Option<OrganizationId>,
        new: NewRequest,
        request: RequestId,
    ) -> PortalResult<OrderRequestId> {
        let ask = Ask {
            customer,
            provider,
            new,
        };
        self.call().run(request, &ask).await
    }

    async fn change_order_request(
        &self,
        id: OrderRequestId,
        to: Wanted,
        reason: Option<Reason>,
        revision: u32,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = Change {
            id,
            to,
            reason,
            revision,
        };
        self.call().run(request, &change).await
    }

    async fn approve_order_request(
        &self,
        id: OrderRequestId,
        shown: Approval,
        loses: Loses,
        request: RequestId,
    ) -> PortalResult<()> {
        let approve = Approve { id, shown, loses };
        self.call().run(request, &approve).await
    }

    async fn act_on_order_request(
        &self,
        id: OrderRequestId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call().run(request, &Act { id, command }).await
    }

    async fn asked_first(&self) -> PortalResult<AskedFirst> {
        query::asked_first(&mut self.read().await?).await
    }

    async fn set_asked_first(&self, asked_first: bool, request: RequestId) -> PortalResult<()> {
        let set = SetAskedFirst { asked_first };
        self.call().run(request, &set).await
    }
}
