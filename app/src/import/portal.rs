//! Imports, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{ImportId, OrganizationId, RequestId},
    import::{Command, Kind},
};

use crate::{
    error::PortalResult,
    import::model::{ImportDetail, ImportStart},
};

/// Imports, as pages request them.
#[async_trait]
pub trait ImportPortal: Send + Sync {
    /// What there is to know before an import of this kind begins.
    async fn import_start(&self, kind: Kind) -> PortalResult<ImportStart>;
    /// An import.
    async fn import(&self, id: ImportId) -> PortalResult<ImportDetail>;
    /// Applies or discards one.
    async fn settle_import(
        &self,
        id: ImportId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
    /// What there is to know before an import of this customer's users begins.
    async fn user_import_start(&self, customer: OrganizationId) -> PortalResult<ImportStart>;
    /// An import of this customer's users.
    async fn user_import(
        &self,
        customer: OrganizationId,
        id: ImportId,
    ) -> PortalResult<ImportDetail>;
    /// Applies or discards one.
    async fn settle_user_import(
        &self,
        customer: OrganizationId,
        id: ImportId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
}
