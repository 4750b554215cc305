//! The own organization for pages.

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    organization::model::{OwnProfile, Requirement},
    portal::{OrganizationPortal, PortalResult},
};
use tierline_core::{ids::RequestId, organization::RequiredOf};

use crate::{
    organization::{command::RequireSecondFactor, query},
    web::RequestPortal,
};

#[async_trait]
impl OrganizationPortal for RequestPortal {
    async fn organization_profile(&self) -> PortalResult<OwnProfile> {
        query::own_profile(&mut self.read().await?).await
    }

    async fn required_second_factor(&self) -> PortalResult<Requirement> {
        query::requirement(&mut self.read().await?).await
    }

    async fn require_second_factor(
        &self,
        of: RequiredOf,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let require = RequireSecondFactor { of, filled_with };
        self.call().run(request, &require).await
    }
}
