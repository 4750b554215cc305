//! The **New customer** wizard. Each step is kept on the server, so that a reload or a lost connection loses
//! nothing; only the last one creates anything.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, model::customer::CustomerDraftPage, wire::Wire};
#[cfg(feature = "ssr")]
use crate::{
    model::{
        customer::{CustomerDraft as Draft, DraftPart},
        mark::Mark,
    },
    portal::{DraftChange, DraftCheck},
};

/// How far a draft has come.
#[server(prefix = "/api", endpoint = "customer-draft", input = GetUrl, output = Wire)]
pub async fn customer_draft(
    /// The draft's id.
    id: String,
) -> Result<CustomerDraftPage, PortalError> {
    super::portal()?
        .customer_draft(super::parse::id(&id)?)
        .await
}

/// The first step: the customer's details.
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
    /// What the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    super::parse::request(&request_id)?;
    let id = super::parse::id(&draft)?;
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
    super::portal()?
        .save_customer_draft(id, change, DraftCheck::Details)
        .await?;
    super::go(&crate::route::new_customer_step(&draft, "subscriptions"));
    Ok(())
}

/// The second step: products and licenses. `go` says what was pressed: `add:SKU`, `remove:SKU`, `search` or `next`.
#[server(prefix = "/api", endpoint = "customer-lines")]
pub async fn customer_lines(
    /// The request.
    request_id: String,
    /// The draft's id.
    draft: String,
    /// SKUs with quantities as typed.
    #[server(default)]
    lines: BTreeMap<String, String>,
    /// Search words for the catalog.
    #[server(default)]
    search: String,
    /// What the form was filled with.
    #[server(default)]
    filled_with: String,
    /// What was pressed.
    #[server(default)]
    go: String,
) -> Result<(), PortalError> {
    super::parse::request(&request_id)?;
    let portal = super::portal()?;
    let id = super::parse::id(&draft)?;
    let lines = super::parse::by_sku(lines);
    let change = DraftChange {
        draft: Draft {
            lines: super::order::changed(lines.clone(), &go)
                .into_iter()
                .collect(),
            ..Draft::default()
        },
        part: DraftPart::Lines,
        filled_with: Some(Mark::new(filled_with)),
    };
    if go == "next" {
        super::parse::quantities(&lines)?;
        portal
            .save_customer_draft(id, change, DraftCheck::All)
            .await?;
        super::go(&crate::route::new_customer_step(&draft, "review"));
    } else {
        portal
            .save_customer_draft(id, change, DraftCheck::Nothing)
            .await?;
        let page = crate::route::new_customer_step(&draft, "subscriptions");
        super::go(&super::order::with_search(&page, &search));
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
    /// What was reviewed.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    super::parse::request(&request_id)?;
    super::portal()?
        .submit_customer_draft(super::parse::id(&draft)?, Some(Mark::new(filled_with)))
        .await?;
    super::go(&crate::route::new_customer_step(&draft, "confirmation"));
    Ok(())
}

/// Abandons all of it.
#[server(prefix = "/api", endpoint = "cancel-customer")]
pub async fn cancel_customer(
    /// The request.
    request_id: String,
    /// The draft's id.
    draft: String,
) -> Result<(), PortalError> {
    super::parse::request(&request_id)?;
    super::portal()?
        .cancel_customer_draft(super::parse::id(&draft)?)
        .await?;
    super::done(crate::route::CUSTOMERS, "customer_abandoned");
    Ok(())
}
