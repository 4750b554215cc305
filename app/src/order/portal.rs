//! Orders, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::{OrderId, OrganizationId, RequestId, SkuId};

use crate::{
    catalog::model::OrderLine,
    error::PortalResult,
    order::model::{OrderPage, OrderReview},
};

/// Orders, as pages request them.
#[async_trait]
pub trait OrderPortal: Send + Sync {
    /// An order that was placed, for its customer or one of its partners.
    async fn order(&self, id: OrderId) -> PortalResult<OrderPage>;
    /// An order for a customer, before it is placed.
    async fn review_order(
        &self,
        customer: OrganizationId,
        lines: Vec<OrderLine>,
        partner_of_record: Option<OrganizationId>,
    ) -> PortalResult<OrderReview>;
    /// Orders for a customer.
    async fn submit_order(
        &self,
        customer: OrganizationId,
        lines: Vec<OrderLine>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Orders licenses for a year that is billed every month, at whatever they cost.
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()> {
        let lines = lines.into_iter().map(OrderLine::from).collect();
        self.submit_order(customer, lines, partner_of_record, request)
            .await
    }
}
