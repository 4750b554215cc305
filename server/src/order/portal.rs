//! Orders for pages.

use crate::{
    order::{command::Place, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    catalog::model::OrderLine,
    order::model::OrderReview,
    portal::{OrderPortal, PortalResult},
};
use tierline_core::ids::{OrganizationId, RequestId};

#[async_trait]
impl OrderPortal for RequestPortal {
    async fn review_order(
        &self,
        customer: OrganizationId,
        lines: Vec<OrderLine>,
        partner_of_record: Option<OrganizationId>,
    ) -> PortalResult<OrderReview> {
        let read = &mut self.read().await?;
        query::review(read, customer, &lines, partner_of_record).await
    }

    async fn submit_order(
        &self,
        customer: OrganizationId,
        lines: Vec<OrderLine>,
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
