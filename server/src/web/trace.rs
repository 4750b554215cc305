//! Request ids and one log line per request. Paths are logged as their pattern: an invitation's link is a secret.

use std::time::Duration;

use axum::{extract::MatchedPath, middleware::Next, response::Response};
use http::{HeaderName, HeaderValue, Request};
use tierline_app::error::PortalError;
use tower_http::{
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    trace::{HttpMakeClassifier, TraceLayer},
};
use tracing::{Span, field::Empty};
use uuid::Uuid;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

#[derive(Clone, Copy)]
pub(super) struct NewRequestId;

impl MakeRequestId for NewRequestId {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        HeaderValue::from_str(&Uuid::now_v7().to_string())
            .ok()
            .map(RequestId::new)
    }
}

/// The id that the caller or a proxy in front gave the request, beside ours in the log.
#[derive(Clone)]
struct GivenId(String);

/// Sets a given id aside: ids in the log are ours, so that nobody can make two requests look like one.
pub(super) async fn set_given_id_aside(
    mut request: axum::extract::Request,
    next: Next,
) -> Response {
    if let Some(given) = request.headers_mut().remove(HEADER) {
        let given = given.to_str().unwrap_or_default();
        let given = given
            .chars()
            .filter(char::is_ascii_graphic)
            .take(64)
            .collect();
        request.extensions_mut().insert(GivenId(given));
    }
    next.run(request).await
}

/// Gives each request an id of ours.
pub(super) fn set_request_id() -> SetRequestIdLayer<NewRequestId> {
    SetRequestIdLayer::new(HEADER, NewRequestId)
}

/// Puts the id into the answer.
pub(super) fn propagate_request_id() -> PropagateRequestIdLayer {
    PropagateRequestIdLayer::new(HEADER)
}

/// A span around each request, closed with its status and duration.
#[expect(
    clippy::type_complexity,
    reason = "the layer's type names its three functions"
)]
pub(super) fn layer<B>() -> TraceLayer<
    HttpMakeClassifier,
    fn(&Request<B>) -> Span,
    fn(&Request<B>, &Span),
    fn(&Response, Duration, &Span),
> {
    TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request<B>) -> Span)
        .on_request(begin as fn(&Request<B>, &Span))
        .on_response(end as fn(&Response, Duration, &Span))
}

fn span<B>(request: &Request<B>) -> Span {
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unmatched", MatchedPath::as_str);
    // Server functions share one pattern; their names are not secret.
    let path = if path.starts_with("/api/") {
        request.uri().path()
    } else {
        path
    };
    let id = request
        .headers()
        .get(HEADER)
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    let given = request
        .extensions()
        .get::<GivenId>()
        .map(|given| given.0.as_str());
    tracing::info_span!("request", method = %request.method(), path, id, given_id = given, address = Empty, user = Empty)
}

/// Writes a line for whoever runs the server if somebody asked for what is not theirs: where the role lacks, or by an
/// id or a link that leads nowhere, or to what is somebody else's. The span says who asked, and where.
pub(super) fn unanswered(error: &PortalError) {
    let event = match error {
        PortalError::Refused(refusal) if refusal.concerns_security() => refusal.code(),
        PortalError::NotFound => "not_found",
        _ => return,
    };
    tracing::info!(target: "tierline::security", event, "security");
}

fn begin<B>(_: &Request<B>, _: &Span) {}

fn end(response: &Response, took: Duration, _: &Span) {
    tracing::info!(
        status = response.status().as_u16(),
        milliseconds = took.as_secs_f64() * 1000.0,
        "answered"
    );
}
