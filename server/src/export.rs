//! The paths of lists that can be downloaded as files.

use tierline_app::{list::model::ListQuery, partnership::list::Seen, portal::PortalResult, route};

use crate::{customer, invitation, list::csv::File, mail, partnership, pipeline::Call};

/// The lists.
pub(crate) const LISTS: [&str; 7] = [
    route::CUSTOMERS,
    route::INDIRECT_RESELLERS,
    route::INDIRECT_PROVIDERS,
    route::CUSTOMER_REQUESTS,
    route::PARTNERSHIP_REQUESTS,
    route::DEMO_MAILBOX,
    route::MAIL_DELIVERY,
];

/// The file of one of these lists.
///
/// # Errors
/// Those of the list itself.
pub(crate) async fn file(call: Call, list: &str, query: ListQuery) -> PortalResult<File> {
    // The turn of a file is for users: a stranger does not wait in the same line.
    if list != route::DEMO_MAILBOX {
        call.actor()?;
    }
    match list {
        route::INDIRECT_RESELLERS => partnership::query::file(call, Seen::ByProvider, query).await,
        route::INDIRECT_PROVIDERS => partnership::query::file(call, Seen::ByReseller, query).await,
        route::CUSTOMER_REQUESTS => invitation::query::file(call, true, query).await,
        route::PARTNERSHIP_REQUESTS => invitation::query::file(call, false, query).await,
        route::DEMO_MAILBOX => mail::query::file(call, false, query).await,
        route::MAIL_DELIVERY => mail::query::file(call, true, query).await,
        _ => customer::query::file(call, query).await,
    }
}
