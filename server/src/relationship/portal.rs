//! Reseller relationships, for the customer's page.

use crate::{
    relationship::{command::End, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    list::model::ListQuery,
    portal::{PortalResult, RelationshipPortal},
    relationship::model::GrantsPage,
};
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::{Command, Grant},
};

#[async_trait]
impl RelationshipPortal for RequestPortal {
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage> {
        query::grants(&mut self.read().await?, query).await
    }

    async fn end_grant(
        &self,
        relationship: RelationshipId,
        grant: Grant,
        request: RequestId,
    ) -> PortalResult<()> {
        let end = End {
            id: relationship,
            what: Command::EndGrant(grant),
        };
        self.call().run(request, &end).await
    }

    async fn end_relationship(
        &self,
        relationship: RelationshipId,
        request: RequestId,
    ) -> PortalResult<()> {
        let end = End {
            id: relationship,
            what: Command::End,
        };
        self.call().run(request, &end).await
    }
}
