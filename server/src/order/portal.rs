//! Orders for pages.

use crate::{
    order::{command::Place, query::placed},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    order::model::OrderPage,
    portal::{OrderPortal, PortalResult},
};
use tierline_core::ids::{OrderId, OrganizationId, RequestId, SkuId};

#[async_trait]
impl OrderPortal for RequestPortal {
    async fn order(&self, id: OrderId) -> PortalResult<OrderPage> {
        placed::order(&mut self.read().await?, id).await
    }

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
