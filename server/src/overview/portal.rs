//! The overview for pages.

use crate::{
    organization::query::{failed, organization},
    overview::query,
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    error::PortalError,
    overview::model::Overview,
    portal::{OverviewPortal, PortalResult, SettingsPortal},
    settings::model::Standing,
    shell::Waits,
};
use tierline_core::access::{self, Action};

#[async_trait]
impl OverviewPortal for RequestPortal {
    async fn overview(&self) -> PortalResult<Overview> {
        query::overview(&mut self.read().await?).await
    }

    async fn waits(&self) -> PortalResult<Waits> {
        let mut read = self.read().await?;
        let actor = read.actor()?;
        let own = organization(&mut read, actor.organization).await?;
        access::authorize_own(&own, &actor, Action::ViewOwn)?;
        let session = self.caller.info.as_ref().ok_or(PortalError::SignedOut)?;
        query::waits(&self.state.pool, session, read.now())
            .await
            .map_err(failed)
    }
}

/// Settings sum up areas as the overview does. Whoever is signed in has some, also without an organization.
#[async_trait]
impl SettingsPortal for RequestPortal {
    async fn standing(&self) -> PortalResult<Standing> {
        self.caller.owes_nothing()?;
        let session = self.caller.info.as_ref().ok_or(PortalError::SignedOut)?;
        query::standing(&mut self.read().await?, session).await
    }
}
