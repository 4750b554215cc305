//! Every kind of file that is imported, with what reads it.

use std::pin::Pin;

use serde_json::Value;
use tierline_app::portal::PortalResult;
use tierline_core::import::Kind;

use crate::{catalog, import::Running, member, membership};

type Performing = Pin<Box<dyn Future<Output = PortalResult<()>> + Send>>;

/// Looks at the file, or applies it.
pub(crate) fn perform(running: Running) -> Performing {
    match running.kind() {
        Kind::Registry => Box::pin(membership::command::import_file(running)),
        Kind::PriceSheet => Box::pin(catalog::import_file(running)),
        Kind::PriceList => Box::pin(catalog::import_list(running)),
        Kind::ProductDetails => Box::pin(catalog::import_details(running)),
        Kind::Users => Box::pin(member::command::import_users(running)),
    }
}

/// What of a file of this kind is imported, by the fields of the form.
pub(crate) fn choice(kind: Kind, fields: &[(String, String)]) -> PortalResult<Value> {
    match kind {
        Kind::Registry | Kind::PriceList | Kind::ProductDetails | Kind::Users => Ok(Value::Null),
        Kind::PriceSheet => catalog::choice(fields),
    }
}
