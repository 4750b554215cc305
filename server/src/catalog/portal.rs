//! The catalog for pages.

use crate::{
    catalog::{command::ChangeSale, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    catalog::model::{CatalogProduct, ProductRow},
    form::mark::Mark,
    list::model::{ListQuery, Page},
    portal::{CatalogPortal, PortalResult},
};
use tierline_core::{
    catalog::SaleCommand,
    ids::{RequestId, SkuId},
    text::Reason,
};

#[async_trait]
impl CatalogPortal for RequestPortal {
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>> {
        query::products(&mut self.read().await?, country, query).await
    }

    async fn product(&self, sku: SkuId, market: &str) -> PortalResult<CatalogProduct> {
        query::product(&mut self.read().await?, sku, market).await
    }

    async fn change_sale(
        &self,
        sku: SkuId,
        command: SaleCommand,
        reason: Reason,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let call = self.call();
        let change = ChangeSale {
            sku,
            command,
            reason,
            filled_with,
            language: call.language,
        };
        call.run(request, &change).await
    }
}
