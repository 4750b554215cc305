//! Reseller relationships, as the customer's page requests them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::Command,
};

use crate::{list::model::ListQuery, portal::PortalResult, relationship::model::GrantsPage};

/// Reseller relationships, as the customer's page requests them.
#[async_trait]
pub trait RelationshipPortal: Send + Sync {
    /// The partners that can act for the signed-in customer.
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage>;
    /// Changes a relationship, as the customer commands.
    async fn change_relationship(
        &self,
        id: RelationshipId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
}
