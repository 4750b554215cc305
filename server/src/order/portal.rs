//! Orders for pages.

use crate::{catalog::query, order::command::Place, web::RequestPortal};
use async_trait::async_trait;
use tierline_app::{
    customer::model::NewSubscriptionPage,
    list::model::ListQuery,
    portal::{OrderPortal, PortalResult},
};
use tierline_core::ids::{OrganizationId, RequestId, SkuId};

#[async_trait]
impl OrderPortal for RequestPortal {
    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
    ) -> PortalResult<NewSubscriptionPage> {
        query::new_subscription(&mut self.read().await?, customer, query, chosen).await
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
