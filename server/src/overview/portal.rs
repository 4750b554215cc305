//! The overview for pages.

use crate::{overview::query, web::RequestPortal};
use async_trait::async_trait;
use tierline_app::{
    overview::model::Overview,
    portal::{OverviewPortal, PortalResult},
};

#[async_trait]
impl OverviewPortal for RequestPortal {
    async fn overview(&self) -> PortalResult<Overview> {
        query::overview(&mut self.read().await?).await
    }
}
