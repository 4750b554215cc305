//! Orders, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::{OrderId, OrganizationId, RequestId, SkuId};

use crate::{order::model::OrderPage, portal::PortalResult};

/// Orders, as pages request them.
#[async_trait]
pub trait OrderPortal: Send + Sync {
    /// An order that was placed, for its customer or one of its partners.
    async fn order(&self, id: OrderId) -> PortalResult<OrderPage>;
    /// Orders for a customer.
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()>;
}
