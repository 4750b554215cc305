//! The catalog, as pages request it.

use async_trait::async_trait;

use tierline_core::{
    catalog::SaleCommand,
    ids::{RequestId, SkuId},
    text::Reason,
};

use crate::{
    catalog::model::{CatalogProduct, ProductRow},
    error::PortalResult,
    form::mark::Mark,
    list::model::{ListQuery, Page},
};

/// The catalog, as pages request it.
#[async_trait]
pub trait CatalogPortal: Send + Sync {
    /// The catalog, in the currency of this country.
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>>;
    /// A product for the operator, with its prices in this market, or in the first one.
    async fn product(&self, sku: SkuId, market: &str) -> PortalResult<CatalogProduct>;
    /// Decides about the sale of a product.
    async fn change_sale(
        &self,
        sku: SkuId,
        command: SaleCommand,
        reason: Reason,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
}
