//! The catalog for pages.

use crate::{catalog::query, web::RequestPortal};
use async_trait::async_trait;
use tierline_app::{
    catalog::model::ProductRow,
    list::model::{ListQuery, Page},
    portal::{CatalogPortal, PortalResult},
};

#[async_trait]
impl CatalogPortal for RequestPortal {
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>> {
        query::products(&mut self.read().await?, country, query).await
    }
}
