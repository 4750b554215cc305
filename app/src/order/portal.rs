//! Orders, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::{OrganizationId, RequestId, SkuId};

use crate::{customer::model::NewSubscriptionPage, list::model::ListQuery, portal::PortalResult};

/// Orders, as pages request them.
#[async_trait]
pub trait OrderPortal: Send + Sync {
    /// **New subscription** for a customer; `chosen` are the SKUs and quantities that are already in the form.
    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
    ) -> PortalResult<NewSubscriptionPage>;
    /// Orders for a customer.
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()>;
}
