//! Timelines, as pages ask for more of them.

use async_trait::async_trait;
use tierline_app::{
    portal::{ActivityPortal, PortalResult},
    timeline::History,
};
use uuid::Uuid;

use crate::{activity::query, web::RequestPortal};

#[async_trait]
impl ActivityPortal for RequestPortal {
    async fn earlier(&self, objects: Vec<Uuid>, before: i64) -> PortalResult<History> {
        query::earlier(&mut self.read().await?, &objects, before).await
    }
}
