//! Partnerships, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrganizationId, PartnershipId, RequestId},
    partnership::Command,
};

use crate::{
    list::model::ListQuery,
    partnership::model::{Among, Finding, PartnerChoices, PartnersPage, PartnershipPage},
    portal::PortalResult,
};

/// Partnerships, as pages request them.
#[async_trait]
pub trait PartnershipPortal: Send + Sync {
    /// The resellers of the signed-in provider.
    async fn resellers(&self, query: ListQuery) -> PortalResult<PartnersPage>;
    /// The providers of the signed-in reseller.
    async fn providers(&self, query: ListQuery) -> PortalResult<PartnersPage>;
    /// The partners to choose from; with a customer, only those with a relationship with it.
    async fn partner_choices(
        &self,
        among: Among,
        customer: Option<OrganizationId>,
        finding: Finding,
    ) -> PortalResult<PartnerChoices>;
    /// A partnership of the signed-in partner.
    async fn partnership(&self, id: PartnershipId) -> PortalResult<PartnershipPage>;
    /// Changes a partnership, as one of its sides commands.
    async fn change_partnership(
        &self,
        id: PartnershipId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
}
