//! Features of a demo only.

use async_trait::async_trait;

use crate::portal::PortalResult;

/// Features of a demo only.
#[async_trait]
pub trait DemoPortal: Send + Sync {
    /// Demo only: moves the clock forward by this many days.
    async fn move_clock(&self, days: u32) -> PortalResult<()>;
}
