//! Routes of this area's pages.

use super::page::{
    CatalogListPage, CatalogProductPage, ImportPriceListPage, ImportPricesPage,
    ImportProductDetailsPage,
};

crate::lazy::pages! { catalog:
    "catalog" => CatalogListPage,
    "catalog/import" => ImportPricesPage,
    "catalog/import-list" => ImportPriceListPage,
    "catalog/import-details" => ImportProductDetailsPage,
    "catalog/:sku" => CatalogProductPage,
}
