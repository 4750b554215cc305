//! Timelines, as pages ask for more of them.

use async_trait::async_trait;
use uuid::Uuid;

use crate::{activity::model::History, portal::PortalResult};

/// Timelines, as pages ask for more of them.
#[async_trait]
pub trait ActivityPortal: Send + Sync {
    /// What happened to these objects before an event, as far as it concerns the signed-in organization.
    async fn earlier(&self, objects: Vec<Uuid>, before: i64) -> PortalResult<History>;
}
