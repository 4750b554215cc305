//! Settings, as their page requests them.

use async_trait::async_trait;

use crate::{error::PortalResult, settings::model::Standing};

/// Settings, as their page requests them.
#[async_trait]
pub trait SettingsPortal: Send + Sync {
    /// The rows with their states.
    async fn standing(&self) -> PortalResult<Standing>;
}
