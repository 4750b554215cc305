//! Orders for pages.

use crate::{order::command::Place, web::RequestPortal};
use async_trait::async_trait;
use tierline_app::portal::{OrderPortal, PortalResult};
use tierline_core::ids::{OrganizationId, RequestId, SkuId};

#[async_trait]
impl OrderPortal for RequestPortal {
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()> {
        let place = Place {
            customer,
            lines,
            partner_of_record,
        };
        self.call().run(request, &place).await
    }
}
