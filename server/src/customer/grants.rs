//! A customer's own page: the partners that can act for it.

use crate::{
    customer::{command::End, query},
    relationship::command::{Change, ChangeTenantOwner},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    list::model::ListQuery,
    portal::{PortalResult, RelationshipPortal},
    relationship::model::{EndingPage, GrantsPage},
};
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::{Command, Grant, TenantOwnerChange},
    text::Reason,
};

#[async_trait]
impl RelationshipPortal for RequestPortal {
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage> {
        query::grants(&mut self.read().await?, query).await
    }

    async fn ending(&self, id: RelationshipId, grant: Option<Grant>) -> PortalResult<EndingPage> {
        query::ending(&mut self.read().await?, id, grant).await
    }

    async fn change_relationship(
        &self,
        id: RelationshipId,
        command: Command,
        text: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call()
            .run(
                request,
                &End(Change {
                    id,
                    what: command,
                    text,
                }),
            )
            .await
    }

    async fn change_tenant_owner(
        &self,
        id: RelationshipId,
        change: TenantOwnerChange,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeTenantOwner { id, change };
        self.call().run(request, &change).await
    }
}
