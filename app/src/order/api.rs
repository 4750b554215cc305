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
#[cfg(feature = "ssr")]
use crate::{
    backend::parse,
    catalog::model::{LineKey, OrderLine, TypedLine, order_lines, read_shown},
};
use crate::{customer::model::NewSubscriptionPage, error::PortalError, order::model, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<PlaceOrder>()];

/// The page; `lines` are the lines with their quantities that are already in the form, and `bases` the subscriptions
/// chosen for add-ons, both as [`crate::route::lines`] writes them.
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
    /// The subscriptions chosen for add-ons.
    #[server(default)]
    bases: String,
    /// The term that the catalog is filtered by.
    #[server(default)]
    term: String,
    /// How it is billed.
    #[server(default)]
    billing: String,
    /// The kind of product.
    #[server(default)]
    kind: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The id of the reseller chosen so far.
    #[server(default)]
    reseller: String,
) -> Result<NewSubscriptionPage, PortalError> {
    let chosen = typed_lines(&lines, &bases)?;
    let mut query = parse::list_query(search, cursor);
    query.filters = crate::catalog::api::filters(&term, &billing, &kind)
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    crate::backend::portal()?
        .new_subscription(
            crate::backend::parse::id(&customer)?,
            query,
            chosen,
            Finding::of(&find, &reseller),
        )
        .await
}

/// An order before it is placed; `lines` and `bases` as for the page before.
#[server(prefix = "/api", endpoint = "order-review", protocol = Wire<GetUrl>)]
pub async fn order_review(
    /// The customer's id.
    customer: String,
    /// The lines.
    #[server(default)]
    lines: String,
    /// The subscriptions chosen for add-ons.
    #[server(default)]
    bases: String,
    /// The id of the reseller that earns incentives.
    #[server(default)]
    reseller: String,
) -> Result<model::OrderReview, PortalError> {
    let customer = parse::id(&customer)?;
    let lines: parse::Lines = crate::route::read_lines(&lines).into_iter().collect();
    let bases: parse::Lines = crate::route::read_lines(&bases).into_iter().collect();
    let lines = order_lines(&lines, &bases, &BTreeMap::new())?;
    let reseller = parse::optional_id(&reseller)?;
    crate::backend::portal()?
        .review_order(customer, lines, reseller)
        .await
}

/// The form of both pages. `go` names the pressed button: `add:LINE:QUANTITY`, `remove:LINE`, `update`, `search`,
/// `page:CURSOR`, `find`, `review` or `submit`. If nothing could be placed, that is told at its fields before the
/// review. After `submit`, the form goes on with the lines in `kept`, which were not ordered.
#[server(prefix = "/api", endpoint = "place-order")]
pub async fn place_order(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// Quantities as typed, by line.
    #[server(default)]
    lines: BTreeMap<String, String>,
    /// The subscriptions chosen for add-ons, by line.
    #[server(default)]
    bases: BTreeMap<String, String>,
    /// The lines that stay in the form, as [`crate::route::lines`] writes them.
    #[server(default)]
    kept: String,
    /// What each line was shown to cost.
    #[server(default)]
    shown: String,
    /// The reseller that earns incentives.
    #[server(default)]
    partner_of_record: String,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// The term that the catalog is filtered by.
    #[server(default)]
    term: String,
    /// How it is billed.
    #[server(default)]
    billing: String,
    /// The kind of product.
    #[server(default)]
    kind: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The words of the last search.
    #[server(default)]
    found: String,
    /// The pressed button.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    let request = parse::request(&request_id)?;
    let (lines, bases) = (parse::by_sku(lines), parse::by_sku(bases));
    let goes_on = !asks_to_find(&go, &find, &found);
    let (reviews, submits) = (go == "review" && goes_on, go == "submit" && goes_on);
    let shown = read_shown(&shown).ok_or(PortalError::Malformed)?;
    let asked = order_lines(&lines, &bases, &shown);
    if !(reviews || submits) {
        let page = crate::route::new_subscription(&customer);
        let changed = crate::catalog::api::changed(lines, &go);
        let page = with_lines(&page, &changed, &bases, &partner_of_record);
        let page = with_find(&page, &find);
        crate::backend::go(&picked(&page, &go, [&term, &billing, &kind], &search));
        return Ok(());
    }
    let asked = asked?;
    let of_record = parse::optional_id(&partner_of_record)?;
    let to = parse::id(&customer)?;
    if reviews {
        reviewed(to, asked, of_record).await?;
        let page = crate::route::review_order(&customer);
        crate::backend::go(&with_lines(&page, &lines, &bases, &partner_of_record));
        return Ok(());
    }
    crate::backend::portal()?
        .submit_order(to, asked, of_record, request)
        .await?;
    let kept: parse::Lines = crate::route::read_lines(&kept).into_iter().collect();
    if !kept.is_empty() {
        let page = crate::route::new_subscription(&customer);
        let page = with_lines(&page, &kept, &bases, &partner_of_record);
        crate::backend::done(&page, crate::order::told::Notice::OthersOrdered);
        return Ok(());
    }
    crate::backend::done(
        &crate::route::customer(&customer),
        crate::order::told::Notice::OrderPlaced,
    );
    Ok(())
}

/// Refuses an order of which nothing could be placed now, where what was typed can be corrected.
#[cfg(feature = "ssr")]
async fn reviewed(
    customer: tierline_core::ids::OrganizationId,
    lines: Vec<OrderLine>,
    of_record: Option<tierline_core::ids::OrganizationId>,
) -> Result<(), PortalError> {
    let portal = crate::backend::portal()?;
    let review = portal.review_order(customer, lines, of_record).await?;
    review.problem.map_or(Ok(()), Err)
}

/// The lines in the form and the subscriptions chosen for add-ons, as an address has them.
#[cfg(feature = "ssr")]
pub(crate) fn typed_lines(lines: &str, bases: &str) -> Result<Vec<TypedLine>, PortalError> {
    let mut bases: parse::Lines = crate::route::read_lines(bases).into_iter().collect();
    let typed = crate::route::read_lines(lines).into_iter();
    typed
        .map(|(text, quantity)| {
            let key = LineKey::parse(&text).ok_or(PortalError::NotFound)?;
            Ok(TypedLine {
                key,
                quantity,
                base: bases.remove(&text).unwrap_or_default(),
            })
        })
        .collect()
}

/// The page after this button of the picker was pressed, with the catalog searched and filtered by term, billing plan
/// and kind.
#[cfg(feature = "ssr")]
pub(crate) fn picked(page: &str, go: &str, filters: [&str; 3], search: &str) -> String {
    let [term, billing, kind] = filters;
    let page = crate::catalog::api::with_added(page, go);
    let page = crate::catalog::api::with_page(&page, go);
    let page = crate::catalog::api::with_filters(&page, term, billing, kind);
    crate::catalog::api::with_search(&page, search)
}

/// The page with these lines in its form, for this reseller.
#[cfg(feature = "ssr")]
fn with_lines(page: &str, lines: &parse::Lines, bases: &parse::Lines, reseller: &str) -> String {
    crate::route::with_query(&with_chosen(page, lines, bases), "reseller", reseller)
}

/// The page with these lines in its form.
#[cfg(feature = "ssr")]
pub(crate) fn with_chosen(page: &str, lines: &parse::Lines, bases: &parse::Lines) -> String {
    let chosen = bases
        .iter()
        .filter(|(key, base)| lines.contains_key(*key) && !base.is_empty());
    let bases: parse::Lines = chosen
        .map(|(key, base)| (key.clone(), base.clone()))
        .collect();
    let page = crate::route::with_query(page, "lines", &crate::route::lines(lines));
    crate::route::with_query(&page, "bases", &crate::route::lines(&bases))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_lines_with_the_subscriptions_chosen_for_them() {
        let of = |pairs: &[(&str, &str)]| -> parse::Lines {
            let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
            pairs.iter().map(own).collect()
        };
        let lines = of(&[("a", "7"), ("b.month-monthly", "2")]);
        // One was removed, and for one nothing was chosen.
        let bases = of(&[("a", ""), ("b.month-monthly", "x"), ("c", "y")]);
        let page = with_lines("/page", &lines, &bases, "r");
        let read = |name: &str| {
            let query = page.split_once('?').unwrap().1;
            let part = query.split('&').find_map(|part| part.strip_prefix(name));
            crate::route::decode(part.unwrap())
        };
        assert_eq!(read("lines="), crate::route::lines(&lines));
        assert_eq!(read("bases="), "b.month-monthly:x");
        assert_eq!(read("reseller="), "r");
    }
}
