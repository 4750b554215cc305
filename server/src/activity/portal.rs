//! Timelines, as pages ask for more of them.

use async_trait::async_trait;
use tierline_app::{
    portal::{ActivityPortal, PortalResult},
    timeline::{History, Scope},
};

use crate::{activity::query, web::RequestPortal};

#[async_trait]
impl ActivityPortal for RequestPortal {
    async fn earlier(&self, scope: Scope, before: i64) -> PortalResult<History> {
        query::earlier(&mut self.read().await?, scope, before).await
    }
}
