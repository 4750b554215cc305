//! Reseller relationships, as the customer's page requests them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::{Command, Grant, TenantOwnerChange},
    text::Reason,
};

use crate::{
    list::model::ListQuery,
    portal::PortalResult,
    relationship::model::{EndingPage, GrantsPage},
};

/// Reseller relationships, as the customer's page requests them.
#[async_trait]
pub trait RelationshipPortal: Send + Sync {
    /// The partners that can act for the signed-in customer.
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage>;
    /// What follows when one right in a relationship ends, or all of it.
    async fn ending(&self, id: RelationshipId, grant: Option<Grant>) -> PortalResult<EndingPage>;
    /// Changes a relationship, as the customer commands, with a text for the partner.
    async fn change_relationship(
        &self,
        id: RelationshipId,
        command: Command,
        text: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Makes a reseller owner of the customer's tenant on the cloud platform, or no longer.
    async fn change_tenant_owner(
        &self,
        id: RelationshipId,
        change: TenantOwnerChange,
        request: RequestId,
    ) -> PortalResult<()>;
}
