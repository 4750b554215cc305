//! Customers, as their partners see them.

pub mod wizard;

pub use wizard::{CancelCustomer, CustomerDetails, CustomerLines, SubmitCustomer};

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{
    customer::model::{CustomerPage, SetupInfo},
    error::PortalError,
    wire::Wire,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<RenewSetupPassword>(),
    Fields::of::<TakeSetupInfo>(),
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
