//! The overview, as pages request it.

use async_trait::async_trait;

use crate::{error::PortalResult, overview::model::Overview, shell::Waits};

/// The overview, as pages request it.
#[async_trait]
pub trait OverviewPortal: Send + Sync {
    /// The items that wait for the signed-in organization or for others.
    async fn overview(&self) -> PortalResult<Overview>;

    /// How much waits for the signed-in organization, in numbers.
    async fn waits(&self) -> PortalResult<Waits>;
}
