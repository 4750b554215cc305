//! Customers, as their partners see them.

pub mod wizard;

pub use wizard::{CancelCustomer, CustomerDetails, CustomerLines, SubmitCustomer};

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

#[cfg(feature = "ssr")]
use tierline_core::{group, ids::CustomerGroupId};

use crate::{
    customer::model::{CustomerPage, PlacingPage, SetupInfo},
    error::PortalError,
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    customer::portal::ChosenCustomers, error::FieldProblem, form::Fields, list::model::ListQuery,
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<PlaceCustomers>(),
    Fields::of::<RenewSetupPassword>(),
    Fields::of::<TakeSetupInfo>(),
    Fields::of::<UndoPlacing>(),
];

/// One customer.
#[server(prefix = "/api", endpoint = "customer", protocol = Wire<GetUrl>)]
pub async fn customer(
    /// Its id.
    id: String,
) -> Result<CustomerPage, PortalError> {
    crate::backend::portal()?
        .customer(crate::backend::parse::id(&id)?)
        .await
}

/// Puts the chosen customers into a group, or takes them out of it.
#[server(prefix = "/api", endpoint = "place-customers")]
pub async fn place_customers(
    /// The request.
    request_id: String,
    /// The ids of the ticked customers.
    #[server(default)]
    customers: Vec<String>,
    /// `true` for all that the list has, and not only those.
    #[server(default)]
    all: String,
    /// The query of the list's address.
    #[server(default)]
    query: String,
    /// The group's id.
    #[server(default)]
    group: String,
    /// `in` or `out`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    if group.is_empty() {
        return Err(PortalError::field("group", FieldProblem::Required));
    }
    let group: CustomerGroupId = crate::backend::parse::id(&group)?;
    let placing: group::Placing = then.parse().map_err(|_| PortalError::Malformed)?;
    let chosen = if all == "true" {
        ChosenCustomers::All(ListQuery::parse(&query))
    } else {
        let customers = customers.iter().map(|id| crate::backend::parse::id(id));
        ChosenCustomers::These(customers.collect::<Result<_, _>>()?)
    };
    let id = crate::backend::portal()?
        .place_customers(chosen, group, placing, request)
        .await?;
    crate::backend::go(&route::customer_placing(id));
    Ok(())
}

/// **Undo** such a change.
#[server(prefix = "/api", endpoint = "undo-placing")]
pub async fn undo_placing(
    /// The request.
    request_id: String,
    /// Its id.
    placing: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&placing)?;
    let undoing = crate::backend::portal()?.undo_placing(id, request).await?;
    crate::backend::go(&route::customer_placing(undoing));
    Ok(())
}

/// How far such a change has come.
#[server(prefix = "/api", endpoint = "placing", protocol = Wire<GetUrl>)]
pub async fn placing(
    /// Its id.
    id: String,
) -> Result<PlacingPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.placing(id).await
}

/// A new temporary password for a first admin who has never signed in.
#[server(prefix = "/api", endpoint = "renew-setup-password")]
pub async fn renew_setup_password(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(&customer)?;
    crate::backend::portal()?
        .renew_setup_password(id, crate::backend::parse::request(&request_id)?)
        .await?;
    crate::backend::go(&crate::route::setup_info(&customer));
    Ok(())
}

/// **Setup info**: answered once, in the browser that made it. A POST, because reading it removes it.
#[server(name = TakeSetupInfo, prefix = "/api", endpoint = "setup-info", protocol = Wire<PostUrl>)]
pub async fn setup_info(
    /// The customer's id.
    customer: String,
) -> Result<Option<SetupInfo>, PortalError> {
    crate::backend::portal()?
        .setup_info(crate::backend::parse::id(&customer)?)
        .await
}
