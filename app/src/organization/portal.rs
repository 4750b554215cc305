//! The own organization, as pages request it.

use async_trait::async_trait;
use tierline_core::{ids::RequestId, organization::RequiredOf};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    organization::model::{OwnProfile, Requirement},
};

/// The own organization, as pages request it.
#[async_trait]
pub trait OrganizationPortal: Send + Sync {
    /// The own organization's profile.
    async fn organization_profile(&self) -> PortalResult<OwnProfile>;
    /// Of whom a second factor is required.
    async fn required_second_factor(&self) -> PortalResult<Requirement>;
    /// Requires it of these users from now on. A mark that is not that of the stored requirement stops it.
    async fn require_second_factor(
        &self,
        of: RequiredOf,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
}
