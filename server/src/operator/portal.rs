//! The organizations of the program, for the operator's pages.

use async_trait::async_trait;
use tierline_app::{
    operator::model::OrganizationDetail,
    portal::{OperatorPortal, PortalResult},
};
use tierline_core::{
    ids::{OrganizationId, RequestId},
    text::Reason,
};

use crate::{
    operator::{command::ChangeSuspension, query},
    web::RequestPortal,
};

#[async_trait]
impl OperatorPortal for RequestPortal {
    async fn organization(&self, id: OrganizationId) -> PortalResult<OrganizationDetail> {
        query::detail(&mut self.read().await?, id).await
    }

    async fn change_suspension(
        &self,
        id: OrganizationId,
        suspend: bool,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeSuspension {
            organization: id,
            suspend,
            reason,
        };
        self.call().run(request, &change).await
    }
}
