//! Program settings, as pages request them.

use async_trait::async_trait;
use tierline_core::{ids::RequestId, program::Command};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    program::model::{Promised, SettingsPage},
};

/// Program settings, as pages request them.
#[async_trait]
pub trait ProgramPortal: Send + Sync {
    /// The settings, for those who run the program.
    async fn program_settings(&self) -> PortalResult<SettingsPage>;
    /// What is promised, for everybody.
    async fn promised(&self) -> PortalResult<Promised>;
    /// Changes the settings. A mark that is not that of what counts stops it.
    async fn change_settings(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
}
