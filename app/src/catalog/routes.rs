//! Routes of this area's pages.

use super::page::{CatalogListPage, CatalogProductPage, ImportPricesPage};

crate::lazy::pages! { catalog:
    "catalog" => CatalogListPage,
    "catalog/import" => ImportPricesPage,
    "catalog/:sku" => CatalogProductPage,
}
