//! What only a demo can do.

use async_trait::async_trait;

use crate::portal::PortalResult;

/// What only a demo can do.
#[async_trait]
pub trait DemoPortal: Send + Sync {
    /// Demo only: moves the clock forward by this many days.
    async fn move_clock(&self, days: u32) -> PortalResult<()>;
}
