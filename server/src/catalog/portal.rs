//! The catalog for pages.

use crate::{catalog::query, web::RequestPortal};
use async_trait::async_trait;
use tierline_app::{
    catalog::model::{CatalogProduct, ProductRow},
    list::model::{ListQuery, Page},
    portal::{CatalogPortal, PortalResult},
};
use tierline_core::ids::SkuId;

#[async_trait]
impl CatalogPortal for RequestPortal {
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>> {
        query::products(&mut self.read().await?, country, query).await
    }

    async fn product(&self, sku: SkuId, market: &str) -> PortalResult<CatalogProduct> {
        query::product(&mut self.read().await?, sku, market).await
    }
}
