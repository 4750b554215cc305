//! Server functions of imports. The file itself is posted to a path of its own, because it is received in pieces.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::import::Command;

use crate::{
    error::PortalError,
    import::model::{ImportDetail, ImportStart},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{form::Fields, import::told::Notice, route};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields {
        path: route::IMPORT_FILES,
        names: || &["kind", "markets", "segment", "customer"],
    },
    Fields::of::<SettleImport>(),
    Fields::of::<SettleUserImport>(),
];

/// What there is to know before an import of this kind begins.
#[server(name = ReadImportStart, prefix = "/api", endpoint = "import-start", protocol = Wire<GetUrl>)]
pub async fn import_start(
    /// The kind.
    kind: String,
) -> Result<ImportStart, PortalError> {
    let kind = kind.parse().map_err(|_| PortalError::NotFound)?;
    crate::backend::portal()?.import_start(kind).await
}

/// An import.
#[server(prefix = "/api", endpoint = "import", protocol = Wire<GetUrl>)]
pub async fn import(
    /// Its id.
    id: String,
) -> Result<ImportDetail, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.import(id).await
}

/// **Apply** or **Discard**.
#[server(prefix = "/api", endpoint = "settle-import")]
pub async fn settle_import(
    /// The request.
    request_id: String,
    /// The import's id.
    import: String,
    /// `apply` or `discard`.
    command: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&import)?;
    let command: Command = command.parse().map_err(|_| PortalError::Malformed)?;
    crate::backend::portal()?
        .settle_import(id, command, request)
        .await?;
    let page = route::import(id);
    match command {
        Command::Apply => crate::backend::go(&page),
        Command::Discard => crate::backend::done(&page, Notice::ImportDiscarded),
    }
    Ok(())
}

/// What there is to know before an import of this customer's users begins.
#[server(name = ReadUserImportStart, prefix = "/api", endpoint = "user-import-start", protocol = Wire<GetUrl>)]
pub async fn user_import_start(
    /// The customer's id.
    customer: String,
) -> Result<ImportStart, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    crate::backend::portal()?.user_import_start(customer).await
}

/// An import of this customer's users.
#[server(prefix = "/api", endpoint = "user-import", protocol = Wire<GetUrl>)]
pub async fn user_import(
    /// The customer's id.
    customer: String,
    /// The import's id.
    import: String,
) -> Result<ImportDetail, PortalError> {
    let customer = crate::backend::parse::id(&customer)?;
    let id = crate::backend::parse::id(&import)?;
    crate::backend::portal()?.user_import(customer, id).await
}

/// **Apply** or **Discard**, for an import of this customer's users.
#[server(prefix = "/api", endpoint = "settle-user-import")]
pub async fn settle_user_import(
    /// The request.
    request_id: String,
    /// The customer's id.
    customer: String,
    /// The import's id.
    import: String,
    /// `apply` or `discard`.
    command: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let customer = crate::backend::parse::id(&customer)?;
    let id = crate::backend::parse::id(&import)?;
    let command: Command = command.parse().map_err(|_| PortalError::Malformed)?;
    crate::backend::portal()?
        .settle_user_import(customer, id, command, request)
        .await?;
    let page = route::user_import(customer, id);
    match command {
        Command::Apply => crate::backend::go(&page),
        Command::Discard => crate::backend::done(&page, Notice::ImportDiscarded),
    }
    Ok(())
}
