//! Partnerships for pages.

use crate::{
    partnership::{command::Change, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    partnership::model::{Among, EndingPage, Finding, PartnerChoices, PartnershipPage},
    portal::{PartnershipPortal, PortalResult},
};
use tierline_core::{
    ids::{OrganizationId, PartnershipId, RequestId},
    partnership::Command,
};

#[async_trait]
impl PartnershipPortal for RequestPortal {
    async fn partner_choices(
        &self,
        among: Among,
        customer: Option<OrganizationId>,
        finding: Finding,
    ) -> PortalResult<PartnerChoices> {
        query::asked(&mut self.read().await?, among, customer, finding).await
    }

    async fn partnership(&self, id: PartnershipId) -> PortalResult<PartnershipPage> {
        query::partnership(&mut self.read().await?, id).await
    }

    async fn partnership_ending(&self, id: PartnershipId) -> PortalResult<EndingPage> {
        query::ending(&mut self.read().await?, id).await
    }

    async fn change_partnership(
        &self,
        id: PartnershipId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call()
            .run(request, &Change { id, what: command })
            .await
    }
}
