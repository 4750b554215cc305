//! **New subscription** for an existing customer.

pub mod placed;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::form::Fields;
#[cfg(feature = "ssr")]
use crate::partnership::{
    api::{asks_to_find, with_find},
    model::Finding,
};
use crate::{customer::model::NewSubscriptionPage, error::PortalError, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<PlaceOrder>()];

/// The page; `lines` are SKUs and quantities that are already in the form, as [`crate::route::lines`] writes them.
#[server(prefix = "/api", endpoint = "new-subscription", protocol = Wire<GetUrl>)]
pub async fn new_subscription(
    /// The customer's id.
    customer: String,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// The cursor of the catalog's page.
    #[server(default)]
    cursor: String,
    /// The chosen lines.
    #[server(default)]
    lines: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The id of the reseller chosen so far.
    #[server(default)]
    reseller: String,
) -> Result<NewSubscriptionPage, PortalError> {
    let chosen = crate::route::read_lines(&lines)
        .into_iter()
        .map(|(sku, quantity)| Ok((crate::backend::parse::id(&sku)?, quantity)))
        .collect::<Result<Vec<_>, PortalError>>()?;
    let query = crate::backend::parse::list_query(search, cursor);
    crate::backend::portal()?
        .new_subscription(
            crate::backend::parse::id(&customer)?,
            query,
            chosen,
            Finding::of(&find, &reseller),
        )
        .await
}

/// The form of the page. `go` names the pressed button: `add:SKU:QUANTITY`, `remove:SKU`, `update`, `search`,
/// `page:CURSOR`, `find` or `submit`. Lines other than those that the shown total was made from are shown with theirs
/// first.
#[server(prefix = "/api", endpoint = "place-order")]
pub async fn place_order(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// SKUs with quantities as typed.
    #[server(default)]
    lines: BTreeMap<String, String>,
    /// The reseller that earns incentives.
    #[server(default)]
    partner_of_record: String,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The words of the last search.
    #[server(default)]
    found: String,
    /// The lines that the shown total was made from.
    #[server(default)]
    counted: Option<String>,
    /// The pressed button.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let lines = crate::backend::parse::by_sku(lines);
    let is_counted = counted.is_none_or(|counted| counted == crate::route::lines(&lines));
    let submits = go == "submit" && !asks_to_find(&go, &find, &found);
    // A number that is none has no total: it is refused at its field.
    let quantities = crate::catalog::model::quantities(&lines);
    if !submits || (!is_counted && quantities.is_ok()) {
        let page = crate::route::new_subscription(&customer);
        let lines = crate::route::lines(&crate::catalog::api::changed(lines, &go));
        let page = crate::route::with_query(&page, "lines", &lines);
        let page = crate::route::with_query(&page, "reseller", &partner_of_record);
        let page = with_find(&page, &find);
        let page = crate::catalog::api::with_added(&page, &go);
        let page = crate::catalog::api::with_page(&page, &go);
        let page = crate::catalog::api::with_search(&page, &search);
        if submits {
            crate::backend::done(&page, crate::order::told::Notice::CheckTotal);
        } else {
            crate::backend::go(&page);
        }
        return Ok(());
    }
    let quantities = quantities?;
    let partner_of_record = crate::backend::parse::optional_id(&partner_of_record)?;
    crate::backend::portal()?
        .place_order(
            crate::backend::parse::id(&customer)?,
            quantities,
            partner_of_record,
            request,
        )
        .await?;
    crate::backend::done(
        &crate::route::customer(&customer),
        crate::order::told::Notice::OrderPlaced,
    );
    Ok(())
}
