//! Pages of the catalog, for the operator.

mod detail;
mod import;
mod list;

pub use detail::CatalogProductPage;
pub use import::{ImportPriceListPage, ImportPricesPage, ImportProductDetailsPage};
pub use list::CatalogListPage;
