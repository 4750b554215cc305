//! Orders for pages.

use crate::{
    order::{
        command::Place,
        query::{self, placed},
    },
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    catalog::model::OrderLine,
    order::model::{OrderPage, OrderReview},
    portal::{OrderPortal, PortalResult},
};
use tierline_core::ids::{OrderId, OrganizationId, RequestId};

#[async_trait]
impl OrderPortal for RequestPortal {
    async fn order(&self, id: OrderId) -> PortalResult<OrderPage> {
        placed::order(&mut self.read().await?, id).await
    }

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
