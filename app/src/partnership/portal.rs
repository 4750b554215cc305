//! Partnerships, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrganizationId, PartnershipId, RequestId},
    partnership::Command,
};

use crate::{
    error::PortalResult,
    partnership::model::{Among, EndingPage, Finding, PartnerChoices, PartnershipPage},
};

/// Partnerships, as pages request them.
#[async_trait]
pub trait PartnershipPortal: Send + Sync {
    /// The partners to choose from; with a customer, only those with a relationship with it.
    async fn partner_choices(
        &self,
        among: Among,
        customer: Option<OrganizationId>,
        finding: Finding,
    ) -> PortalResult<PartnerChoices>;
    /// A partnership of the signed-in partner.
    async fn partnership(&self, id: PartnershipId) -> PortalResult<PartnershipPage>;
    /// What follows when a partnership of the signed-in partner ends.
    async fn partnership_ending(&self, id: PartnershipId) -> PortalResult<EndingPage>;
    /// Changes a partnership, as one of its sides commands.
    async fn change_partnership(
        &self,
        id: PartnershipId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
}
