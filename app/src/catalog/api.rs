//! The catalog, and the effect of the picker's buttons on the chosen lines.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{catalog::model::ProductRow, error::PortalError, list::model::Page, wire::Wire};

/// A page of the catalog, with prices for this country.
#[server(prefix = "/api", endpoint = "products", protocol = Wire<GetUrl>)]
pub async fn products(
    /// Two letters.
    country: String,
    /// Search words.
    #[server(default)]
    search: String,
    /// The cursor of the page.
    #[server(default)]
    cursor: String,
) -> Result<Page<ProductRow>, PortalError> {
    let query = crate::backend::parse::list_query(search, cursor);
    crate::backend::portal()?.products(&country, query).await
}

/// The lines after a product was added or removed.
#[cfg(feature = "ssr")]
pub(crate) fn changed(
    mut lines: crate::backend::parse::Lines,
    go: &str,
) -> crate::backend::parse::Lines {
    match go.split_once(':') {
        Some(("add", sku)) => {
            lines
                .entry(sku.to_owned())
                .or_insert_with(|| "1".to_owned());
        }
        Some(("remove", sku)) => {
            lines.remove(sku);
        }
        _ => {}
    }
    lines
}

#[cfg(feature = "ssr")]
pub(crate) fn with_search(page: &str, search: &str) -> String {
    if search.trim().is_empty() {
        page.to_owned()
    } else {
        crate::route::with_query(page, "search", search.trim())
    }
}
