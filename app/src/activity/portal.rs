//! Timelines, as pages ask for more of them.

use async_trait::async_trait;

use crate::{
    error::PortalResult,
    timeline::{History, Scope},
};

/// Timelines, as pages ask for more of them.
#[async_trait]
pub trait ActivityPortal: Send + Sync {
    /// The events of a timeline before an event that concern the signed-in organization.
    async fn earlier(&self, scope: Scope, before: i64) -> PortalResult<History>;
}
