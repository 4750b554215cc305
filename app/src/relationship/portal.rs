//! Reseller relationships, as the customer's page requests them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::Grant,
};

use crate::{list::model::ListQuery, portal::PortalResult, relationship::model::GrantsPage};

/// Reseller relationships, as the customer's page requests them.
#[async_trait]
pub trait RelationshipPortal: Send + Sync {
    /// The partners that can act for the signed-in customer.
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage>;
    /// Ends one right.
    async fn end_grant(
        &self,
        relationship: RelationshipId,
        grant: Grant,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Ends a relationship.
    async fn end_relationship(
        &self,
        relationship: RelationshipId,
        request: RequestId,
    ) -> PortalResult<()>;
}
