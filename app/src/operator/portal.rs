//! The organizations of the program, as the operator's pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrganizationId, RequestId},
    text::Reason,
};

use crate::{operator::model::OrganizationDetail, portal::PortalResult};

/// The organizations of the program, as the operator's pages request them.
#[async_trait]
pub trait OperatorPortal: Send + Sync {
    /// An organization of the program.
    async fn organization(&self, id: OrganizationId) -> PortalResult<OrganizationDetail>;
    /// Suspends a partner, or lifts that.
    async fn change_suspension(
        &self,
        id: OrganizationId,
        suspend: bool,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
}
