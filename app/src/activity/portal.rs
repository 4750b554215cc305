//! Timelines, as pages ask for more of them.

use async_trait::async_trait;
use uuid::Uuid;

use crate::{portal::PortalResult, timeline::History};

/// Timelines, as pages ask for more of them.
#[async_trait]
pub trait ActivityPortal: Send + Sync {
    /// The events of these objects before an event that concern the signed-in organization.
    async fn earlier(&self, objects: Vec<Uuid>, before: i64) -> PortalResult<History>;
}
