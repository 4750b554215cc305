//! The **New customer** wizard. Each step is kept on the server, so that a reload or a lost connection loses
//! nothing; only the last one creates anything.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{customer::model::CustomerDraftPage, error::PortalError, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    customer::model::{CustomerDraft as Draft, DraftPart},
    form::mark::Mark,
    partnership::{
        api::{asks_to_find, with_find},
        model::Finding,
    },
    portal::{DraftChange, DraftCheck},
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<CancelCustomer>(),
    Fields::of::<CustomerDetails>(),
    Fields::of::<CustomerLines>(),
    Fields::of::<SubmitCustomer>(),
];

/// The state of a draft.
#[server(prefix = "/api", endpoint = "customer-draft", protocol = Wire<GetUrl>)]
pub async fn customer_draft(
    /// The draft's id.
    id: String,
    /// Search words for the resellers.
    #[server(default)]
    find: String,
    /// The id of the reseller chosen so far, if the draft has none.
    #[server(default)]
    reseller: String,
) -> Result<CustomerDraftPage, PortalError> {
    crate::backend::portal()?
        .customer_draft(
            crate::backend::parse::id(&id)?,
            Finding::of(&find, &reseller),
        )
        .await
}

/// The first step: the customer's details. `go` is `find` when a reseller is looked for.
#[server(prefix = "/api", endpoint = "customer-details")]
pub async fn customer_details(
    /// The request.
    request_id: String,
    /// The draft's id.
    draft: String,
    /// The reseller's id.
    #[server(default)]
    reseller: String,
    /// Legal name.
    name: String,
    /// The first part of the tenant's domain.
    domain: String,
    /// Two letters.
    country: String,
    /// Street.
    #[server(default)]
    street: String,
    /// City.
    #[server(default)]
    city: String,
    /// Postal code.
    #[server(default)]
    postal_code: String,
    /// The first admin's name.
    admin_name: String,
    /// The first admin's user name.
    admin_user: String,
    /// The contact's address.
    contact: String,
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
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
    crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&draft)?;
    let details = Draft {
        reseller,
        name,
        domain,
        country,
        street,
        city,
        postal_code,
        admin_name,
        admin_user,
        contact,
        lines: Vec::new(),
    };
    let change = DraftChange {
        draft: details,
        part: DraftPart::Details,
        filled_with: Some(Mark::new(filled_with)),
    };
    if asks_to_find(&go, &find, &found) {
        crate::backend::portal()?
            .save_customer_draft(id, change, DraftCheck::Nothing)
            .await?;
        let page = crate::route::new_customer_step(&draft, "");
        crate::backend::go(&with_find(&page, &find));
        return Ok(());
    }
    crate::backend::portal()?
        .save_customer_draft(id, change, DraftCheck::Details)
        .await?;
    crate::backend::go(&crate::route::new_customer_step(&draft, "subscriptions"));
    Ok(())
}

/// The second step: products and licenses. `go` names the pressed button: `add:LINE:QUANTITY`,
/// `remove:LINE`, `update`, `search`, `page:CURSOR` or `next`.
#[server(prefix = "/api", endpoint = "customer-lines")]
pub async fn customer_lines(
    /// The request.
    request_id: String,
    /// The draft's id.
    draft: String,
    /// Quantities as typed, by line.
    #[server(default)]
    lines: BTreeMap<String, String>,
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
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
    /// The pressed button.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    crate::backend::parse::request(&request_id)?;
    let portal = crate::backend::portal()?;
    let id = crate::backend::parse::id(&draft)?;
    let lines = crate::backend::parse::by_sku(lines);
    let change = DraftChange {
        draft: Draft {
            lines: crate::catalog::api::changed(lines.clone(), &go)
                .into_iter()
                .collect(),
            ..Draft::default()
        },
        part: DraftPart::Lines,
        filled_with: Some(Mark::new(filled_with)),
    };
    if go == "next" {
        let (no_bases, nothing_shown) = (BTreeMap::new(), BTreeMap::new());
        crate::catalog::model::order_lines(&lines, &no_bases, &nothing_shown)?;
        portal
            .save_customer_draft(id, change, DraftCheck::All)
            .await?;
        crate::backend::go(&crate::route::new_customer_step(&draft, "review"));
    } else {
        portal
            .save_customer_draft(id, change, DraftCheck::Nothing)
            .await?;
        let page = crate::route::new_customer_step(&draft, "subscriptions");
        let page = crate::catalog::api::with_added(&page, &go);
        let page = crate::catalog::api::with_page(&page, &go);
        let page = crate::catalog::api::with_filters(&page, &term, &billing, &kind);
        crate::backend::go(&crate::catalog::api::with_search(&page, &search));
    }
    Ok(())
}

/// The last step: creates the customer with its first order.
#[server(prefix = "/api", endpoint = "submit-customer")]
pub async fn submit_customer(
    /// The request.
    request_id: String,
    /// The draft's id; the same draft is submitted once, however often it is posted.
    draft: String,
    /// The mark of the reviewed values.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .submit_customer_draft(
            crate::backend::parse::id(&draft)?,
            Some(Mark::new(filled_with)),
        )
        .await?;
    crate::backend::go(&crate::route::new_customer_step(&draft, "confirmation"));
    Ok(())
}

/// Abandons the draft.
#[server(prefix = "/api", endpoint = "cancel-customer")]
pub async fn cancel_customer(
    /// The request.
    request_id: String,
    /// The draft's id.
    draft: String,
) -> Result<(), PortalError> {
    crate::backend::parse::request(&request_id)?;
    crate::backend::portal()?
        .cancel_customer_draft(crate::backend::parse::id(&draft)?)
        .await?;
    crate::backend::done(
        crate::route::CUSTOMERS,
        crate::customer::told::Notice::CustomerAbandoned,
    );
    Ok(())
}
