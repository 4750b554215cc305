//! Imports, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{ImportId, RequestId},
    import::{Command, Kind},
};

use crate::{
    import::model::{ImportDetail, ImportStart},
    portal::PortalResult,
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
}
