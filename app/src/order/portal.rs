//! Orders, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::{OrganizationId, RequestId, SkuId};

use crate::portal::PortalResult;

/// Orders, as pages request them.
#[async_trait]
pub trait OrderPortal: Send + Sync {
    /// Orders for a customer.
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()>;
}
