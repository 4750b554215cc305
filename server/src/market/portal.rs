//! OwnMarkets for pages.

use async_trait::async_trait;
use tierline_app::{
    list::model::ListQuery,
    market::model::OwnMarkets,
    portal::{MarketPortal, PortalResult},
};

use crate::{market::query, web::RequestPortal};

#[async_trait]
impl MarketPortal for RequestPortal {
    async fn markets(&self, query: ListQuery) -> PortalResult<OwnMarkets> {
        query::markets(&mut self.read().await?, &query).await
    }
}
