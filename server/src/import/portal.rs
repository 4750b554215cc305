//! Imports, for pages.

use async_trait::async_trait;
use tierline_app::{
    import::model::{ImportDetail, ImportStart},
    portal::{ImportPortal, PortalResult},
};
use tierline_core::{
    ids::{ImportId, OrganizationId, RequestId},
    import::{Command, Kind},
};

use super::{command::SettleImport, job, query};
use crate::web::RequestPortal;

#[async_trait]
impl ImportPortal for RequestPortal {
    async fn import_start(&self, kind: Kind) -> PortalResult<ImportStart> {
        query::start(&mut self.read().await?, kind).await
    }

    async fn import(&self, id: ImportId) -> PortalResult<ImportDetail> {
        query::detail(&mut self.read().await?, id).await
    }

    async fn settle_import(
        &self,
        id: ImportId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        let settle = SettleImport {
            id,
            customer: None,
            command,
        };
        self.call().run(request, &settle).await?;
        job::clear(&self.state, id).await
    }

    async fn user_import_start(&self, customer: OrganizationId) -> PortalResult<ImportStart> {
        query::users::start(&mut self.read().await?, customer).await
    }

    async fn user_import(
        &self,
        customer: OrganizationId,
        id: ImportId,
    ) -> PortalResult<ImportDetail> {
        query::users::detail(&mut self.read().await?, customer, id).await
    }

    async fn settle_user_import(
        &self,
        customer: OrganizationId,
        id: ImportId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        let settle = SettleImport {
            id,
            customer: Some(customer),
            command,
        };
        self.call().run(request, &settle).await?;
        job::clear(&self.state, id).await
    }
}
