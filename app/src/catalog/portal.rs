//! The catalog, as pages request it.

use async_trait::async_trait;

use crate::{
    catalog::model::ProductRow,
    list::model::{ListQuery, Page},
    portal::PortalResult,
};

/// The catalog, as pages request it.
#[async_trait]
pub trait CatalogPortal: Send + Sync {
    /// The catalog, in the currency of this country.
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>>;
}
