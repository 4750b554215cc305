//! HTTP: the router, the layers in front of it, pages and server functions.

mod answer;
mod assets;
pub(crate) mod caller;
mod client;
pub(crate) mod cookie;
mod documents;
mod download;
mod export;
mod form_reply;
mod function;
mod headers;
mod imports;
mod language;
pub(crate) mod limit;
mod logos;
mod map;
pub(crate) mod meta;
mod multipart;
mod origin;
mod page;
mod portal;
mod problem_page;
pub(crate) mod shared;
mod statement;
#[cfg(test)]
mod tests;
mod texts;
mod trace;
mod upload;

use std::{sync::Arc, time::Duration};

use axum::{
    Router, middleware,
    routing::{any, get},
};
use http::StatusCode;
use leptos_axum::generate_route_list;
use tierline_app::app::App;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

pub use assets::words;
pub use caller::Caller;
pub use cookie::CookieNames;
pub(crate) use form_reply::purge as purge_form_replies;
pub use meta::RequestMeta;
pub use portal::{Cookies, RequestPortal};
pub(crate) use shared::Web;

use crate::{account::Passkeys, state::AppState};

/// The size limit of a form.
const BODY_LIMIT: usize = 256 * 1024;

/// The time limit for the body of a form. It is over before that of the request.
const BODY_TIME_LIMIT: Duration = Duration::from_secs(25);

/// The time limit of a request: nobody waits longer for a page.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Other routes than the portal's, with the headers of every answer.
pub fn with_headers(router: Router, state: &AppState) -> Router {
    router.layer(middleware::from_fn_with_state(state.clone(), headers::set))
}

/// The whole web server, for the program and for tests in the same process.
///
/// Serve it with connect info (`into_make_service_with_connect_info::<SocketAddr>()`), or limits by address do not
/// apply.
pub fn build(state: AppState) -> Router {
    let cookies = CookieNames::for_url(&state.config.public_url);
    let (found, served) = assets::open(&state.config.site_root);
    let web = Web {
        assets: Arc::new(found),
        limits: Arc::clone(&state.limits),
        passkeys: Passkeys::at(&state.config.public_url),
        cookies,
        state,
    };
    let pages = generate_route_list(App)
        .iter()
        .fold(Router::new(), |router, listing| {
            router.route(listing.path(), get(page::known))
        })
        .route("/api/{*function}", any(function::handle));
    let identify = || middleware::from_fn_with_state(web.clone(), caller::identify);
    let pages = statement::routes(download::routes(export::routes(pages)))
        .fallback(page::unknown)
        .layer(identify())
        .with_state(web.clone());
    // Files are larger than forms, and take longer.
    let files = documents::routes()
        .merge(imports::routes())
        .merge(texts::routes())
        .merge(logos::routes())
        .layer(identify())
        .with_state(web.clone());
    let maps = map::router().with_state(web.clone());
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn(trace::set_given_id_aside))
        .layer(trace::set_request_id())
        .layer(trace::layer())
        .layer(trace::propagate_request_id())
        .layer(middleware::from_fn_with_state(
            web.state.clone(),
            headers::set,
        ))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(problem_page::explain))
        .layer(CatchPanicLayer::custom(problem_page::after_panic))
        .layer(middleware::from_fn_with_state(web.clone(), origin::check));
    Router::new()
        .merge(maps)
        .merge(pages)
        .merge(served)
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIME_LIMIT,
        ))
        .merge(files)
        .layer(layers)
}
