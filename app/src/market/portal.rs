//! OwnMarkets, as pages request them.

use async_trait::async_trait;

use crate::{list::model::ListQuery, market::model::OwnMarkets, portal::PortalResult};

/// OwnMarkets, as pages request them.
#[async_trait]
pub trait MarketPortal: Send + Sync {
    /// The own region and its countries; for the program's operator, those of all regions.
    async fn markets(&self, query: ListQuery) -> PortalResult<OwnMarkets>;
}
