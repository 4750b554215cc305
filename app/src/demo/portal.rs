//! Features of a demo only.

use async_trait::async_trait;

use crate::{demo::model::WalkStep, error::PortalResult};

/// Features of a demo only.
#[async_trait]
pub trait DemoPortal: Send + Sync {
    /// Demo only: moves the clock forward by this many days.
    async fn move_clock(&self, days: u32) -> PortalResult<()>;
    /// Demo only: a first walk for visitors, who need not be signed in. Empty otherwise.
    async fn demo_walk(&self) -> PortalResult<Vec<WalkStep>>;
}
