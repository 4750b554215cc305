//! The catalog, and the effect of the picker's buttons on the chosen lines.

pub mod sale;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    catalog::model::{CatalogProduct, ProductRow},
    error::PortalError,
    list::model::Page,
    wire::Wire,
};

#[cfg(feature = "ssr")]
pub use sale::FORMS;

/// A product of the catalog, for the operator.
#[server(name = ReadProduct, prefix = "/api", endpoint = "product", protocol = Wire<GetUrl>)]
pub async fn product(
    /// Its SKU.
    sku: String,
    /// The market whose prices are asked for; the first one when empty.
    #[server(default)]
    market: String,
) -> Result<CatalogProduct, PortalError> {
    let sku = crate::backend::parse::id(&sku)?;
    crate::backend::portal()?.product(sku, &market).await
}

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

/// The lines after a product was added or removed. The button that adds one brings the least that can be ordered of it.
#[cfg(feature = "ssr")]
pub(crate) fn changed(
    mut lines: crate::backend::parse::Lines,
    go: &str,
) -> crate::backend::parse::Lines {
    match go.split_once(':') {
        Some(("add", added)) => {
            let mut parts = added.splitn(3, ':');
            let sku = parts.next().unwrap_or_default();
            let minimum = parts.next().unwrap_or("1");
            lines
                .entry(sku.to_owned())
                .or_insert_with(|| minimum.to_owned());
        }
        Some(("remove", removed)) => {
            let (sku, _) = removed.split_once(':').unwrap_or((removed, ""));
            lines.remove(sku);
        }
        _ => {}
    }
    lines
}

/// The page, which puts the focus into the field of a product that was just added.
#[cfg(feature = "ssr")]
pub(crate) fn with_added(page: &str, go: &str) -> String {
    match go.strip_prefix("add:") {
        Some(added) => {
            let sku = added.split(':').next().unwrap_or_default();
            crate::route::with_query(page, crate::route::ADDED, sku)
        }
        None => page.to_owned(),
    }
}

/// The part of an address that names the page of the catalog.
pub(crate) const CURSOR: &str = "cursor";

/// The page with the catalog at the place that the pressed button names: another one, or the one that it stands on.
#[cfg(feature = "ssr")]
pub(crate) fn with_page(page: &str, go: &str) -> String {
    let at = |cursor| crate::route::with_query(page, CURSOR, cursor);
    match go.split_once(':') {
        Some(("page", cursor)) => format!("{}#catalog", at(cursor)),
        Some(("add", pressed)) => match pressed.splitn(3, ':').nth(2) {
            Some(here) => at(here),
            None => page.to_owned(),
        },
        Some(("remove", pressed)) => match pressed.split_once(':') {
            Some((_, here)) => at(here),
            None => page.to_owned(),
        },
        _ => page.to_owned(),
    }
}

#[cfg(feature = "ssr")]
pub(crate) fn with_search(page: &str, search: &str) -> String {
    if search.trim().is_empty() {
        page.to_owned()
    } else {
        crate::route::with_query(page, "search", search.trim())
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn lines(lines: &[(&str, &str)]) -> crate::backend::parse::Lines {
        let own = |(sku, quantity): &(&str, &str)| ((*sku).to_owned(), (*quantity).to_owned());
        lines.iter().map(own).collect()
    }

    #[test]
    fn an_added_product_begins_with_the_least_that_can_be_ordered() {
        let before = lines(&[("a", "7")]);
        let added = changed(before.clone(), "add:b:5");
        assert_eq!(added, lines(&[("a", "7"), ("b", "5")]));
        // A page of before, and a product that is there already.
        assert_eq!(
            changed(before.clone(), "add:b"),
            lines(&[("a", "7"), ("b", "1")])
        );
        assert_eq!(changed(before.clone(), "add:a:5"), before);
        assert_eq!(changed(before.clone(), "add:b:5:c:d"), added);
        assert_eq!(changed(added.clone(), "remove:b:c:d"), before);
        assert_eq!(changed(added, "remove:b"), before);
    }

    #[test]
    fn the_address_names_the_page_of_the_catalog() {
        assert_eq!(with_page("/page", "page:a b"), "/page?cursor=a%20b#catalog");
        assert_eq!(with_page("/page", "add:b:5"), "/page");
        // Adding and removing leave the reader where the button was.
        assert_eq!(with_page("/page", "add:b:5:c:d"), "/page?cursor=c%3Ad");
        assert_eq!(with_page("/page", "remove:b:c:d"), "/page?cursor=c%3Ad");
        assert_eq!(with_page("/page", "remove:b"), "/page");
    }

    #[test]
    fn the_address_names_the_product_just_added() {
        assert_eq!(with_added("/page", "add:b:5"), "/page?added=b");
        assert_eq!(with_added("/page", "remove:b"), "/page");
    }
}
