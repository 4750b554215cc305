//! Program settings, for a browser's request.

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    portal::{PortalResult, ProgramPortal},
    program::model::{Promised, SettingsPage},
};
use tierline_core::{ids::RequestId, program::Command};

use super::{command::ChangeSettings, query};
use crate::web::RequestPortal;

#[async_trait]
impl ProgramPortal for RequestPortal {
    async fn program_settings(&self) -> PortalResult<SettingsPage> {
        query::settings(&mut self.read().await?).await
    }

    async fn promised(&self) -> PortalResult<Promised> {
        query::promised(&mut self.read().await?).await
    }

    async fn change_settings(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let call = self.call();
        let change = ChangeSettings {
            command,
            filled_with,
            language: call.language,
        };
        call.run(request, &change).await
    }
}
