//! The context of pages and server functions.

use std::sync::Arc;

use http::request::Parts;
use leptos::prelude::{provide_context, use_context};
use tierline_app::{account::Identity, backend::Unanswered, portal::Portal};
use tracing::Span;

use super::{caller::Caller, portal::RequestPortal, shared::Web, trace};
use crate::account::identity::RequestIdentity;

/// Puts the server's implementations for the application into its context.
pub(super) fn provide(web: &Web, caller: &Caller) {
    let identity: Arc<dyn Identity> = Arc::new(RequestIdentity::new(web.clone(), caller.clone()));
    provide_context(identity);
    let headers = use_context::<Parts>()
        .map(|parts| parts.headers)
        .unwrap_or_default();
    let portal: Arc<dyn Portal> = Arc::new(RequestPortal::new(
        web.state.clone(),
        caller.clone(),
        &headers,
        web.cookies,
    ));
    provide_context(portal);
    // What loads the data of a page is a task of its own, outside of the request's span.
    let span = Span::current();
    provide_context(Unanswered(Arc::new(move |error| {
        span.in_scope(|| trace::unanswered(error));
    })));
}
