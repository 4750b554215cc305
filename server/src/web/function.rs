//! Server functions: called by our own code in the browser, or posted by a plain form.
//!
//! A plain form always gets a redirect: after a success to the function's target, after a failure back to the page with
//! the typed values and the error.

use std::{net::IpAddr, time::Duration};

use axum::{
    Extension,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    response::{IntoResponse as _, Redirect, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts};
use leptos::prelude::FromServerFnError as _;
use leptos::server_fn::{
    ServerFn as _, axum::get_server_fn_service, error::SERVER_FN_ERROR_HEADER,
};
use tierline_app::{
    account::api::BEFORE_SECOND_FACTOR,
    enrollment::api::SignUpToEnroll,
    error::{FieldProblem, PortalError},
    form::FormReply,
    invitation::api::SignUp,
    member::api::{ChoosePassword, JoinAsNew},
    route,
};
use tokio::time::timeout;

use super::{
    BODY_LIMIT, BODY_TIME_LIMIT, Caller, Web, answer, client,
    form_reply::{self, INTERRUPTED_SECONDS, LONGEST_NAME, SECONDS},
    problem_page::Problem,
    trace,
};
use crate::fault;

/// Runs the server function at this path.
pub(super) async fn handle(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    if get_server_fn_service(&path, request.method().clone()).is_none() {
        return Problem::NotFound.into_response();
    }
    let (parts, body) = request.into_parts();
    match whole(body, BODY_TIME_LIMIT).await {
        Ok(body) => run(web, caller, parts, body).await,
        Err(problem) => problem,
    }
}

/// Runs the server function that these parts name, with this form.
pub(super) async fn run(web: Web, caller: Caller, parts: Parts, body: Bytes) -> Response {
    let path = parts.uri.path().to_owned();
    let posted = Posted {
        web: web.clone(),
        headers: parts.headers.clone(),
        method: parts.method.clone(),
        address: caller.meta.address,
        query: parts.uri.query().unwrap_or_default().to_owned(),
        function: path,
        body: body.clone(),
    };
    let lang = caller.meta.lang;
    if let Err(error) = posted.can_be_stored() {
        return posted.failed(Response::new(Body::empty()), error).await;
    }
    if !BEFORE_SECOND_FACTOR.contains(&posted.function.as_str())
        && let Err(owed) = caller.owes_nothing()
    {
        return posted
            .failed(Response::new(Body::empty()), owed.into())
            .await;
    }
    let hashing = [
        SignUp::PATH,
        SignUpToEnroll::PATH,
        JoinAsNew::PATH,
        ChoosePassword::PATH,
    ];
    if hashing.contains(&posted.function.as_str())
        && let Err(error) = web.limits.costly(posted.address)
    {
        return posted.failed(Response::new(Body::empty()), error).await;
    }
    let request = Request::from_parts(parts, Body::from(body));
    let context = move || answer::provide(&web, &caller);
    let response = leptos_axum::handle_server_fns_with_context(context, request)
        .await
        .into_response();
    let failed = response.headers().contains_key(SERVER_FN_ERROR_HEADER);
    let plain_form = client::wants_page(&posted.headers);
    tracing::debug!(
        path = posted.function,
        failed,
        plain_form,
        lang = lang.tag(),
        "server function"
    );
    if failed {
        let (response, error) = failure(response).await;
        posted.failed(response, error).await
    } else if plain_form {
        success_page(response)
    } else {
        response
    }
}

/// The whole body, if it comes in time and is not too large. Otherwise the client is at fault, and not the server.
async fn whole(body: Body, within: Duration) -> Result<Bytes, Response> {
    match timeout(within, to_bytes(body, BODY_LIMIT)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Problem::TooLarge.into_response()),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}

/// The posted form, for the answer to a failure.
struct Posted {
    web: Web,
    headers: HeaderMap,
    method: Method,
    address: Option<IpAddr>,
    function: String,
    query: String,
    body: Bytes,
}

/// Redirects a browser after a success to the function's target: by GET, and only within the portal.
fn success_page(mut response: Response) -> Response {
    let target = response
        .headers()
        .get(header::LOCATION)
        .and_then(|target| target.to_str().ok());
    if !target.is_some_and(route::is_local) {
        // The function named no page, so the library chose the Referer, which must not be followed to another site.
        let page = target
            .and_then(local_part)
            .unwrap_or_else(|| route::OVERVIEW.to_owned());
        if let Ok(page) = HeaderValue::from_str(&page) {
            response.headers_mut().insert(header::LOCATION, page);
        }
    }
    *response.status_mut() = StatusCode::SEE_OTHER;
    response
}

/// The error from the library's answer, and the rest of that answer for its cookies.
async fn failure(response: Response) -> (Response, PortalError) {
    let (parts, body) = response.into_parts();
    let error = match to_bytes(body, BODY_LIMIT).await {
        Ok(bytes) => PortalError::de(bytes),
        Err(_) => PortalError::Fault {
            reference: String::new(),
        },
    };
    let error = match error {
        // The library's own errors have no reference yet.
        PortalError::Fault { reference } if reference.is_empty() => {
            let reference = fault::reference();
            tracing::error!(reference, "a server function's answer could not be made");
            PortalError::Fault { reference }
        }
        error => error,
    };
    (Response::from_parts(parts, Body::empty()), error)
}

/// The answer for our code in the browser: the error as JSON, with its status.
fn program_answer(mut response: Response, error: PortalError) -> Response {
    *response.status_mut() =
        StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().remove(header::LOCATION);
    if let PortalError::TooMany {
        retry_after_seconds,
    } = error
    {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(retry_after_seconds));
    }
    *response.body_mut() = Body::from(error.ser());
    response
}

impl Posted {
    async fn failed(&self, response: Response, error: PortalError) -> Response {
        trace::unanswered(&error);
        // Reading never writes: an address that is opened by hand gets its answer as a program does.
        if client::wants_page(&self.headers) && self.method == Method::POST {
            self.page(response, error).await
        } else {
            program_answer(response, error)
        }
    }

    /// No text of Postgres holds this one character. Passwords and the like never become one. Names are not typed by
    /// anybody: one that no form has, or that is longer than any, comes from none of ours.
    fn can_be_stored(&self) -> Result<(), PortalError> {
        let pairs = || {
            form_urlencoded::parse(&self.body).chain(form_urlencoded::parse(self.query.as_bytes()))
        };
        if pairs().any(|(name, _)| name.len() > LONGEST_NAME || name.contains('\0')) {
            return Err(PortalError::Malformed);
        }
        let wrong = pairs().find(|(name, value)| value.contains('\0') && !is_secret(name, value));
        wrong.map_or(Ok(()), |(name, _)| {
            Err(PortalError::field(name, FieldProblem::ControlCharacters))
        })
    }

    /// The answer for a browser: a redirect to the page, which shows the error and the typed values. A user whose
    /// session is over signs in first.
    async fn page(&self, response: Response, error: PortalError) -> Response {
        let sent = Sent {
            web: &self.web,
            headers: &self.headers,
            address: self.address,
            function: &self.function,
        };
        let fields = form_urlencoded::parse(&self.body).into_owned().collect();
        sent.back_to_page(fields, response, error).await
    }
}

/// A form that a browser has sent, whichever way its fields came.
pub(super) struct Sent<'a> {
    pub web: &'a Web,
    pub headers: &'a HeaderMap,
    pub address: Option<IpAddr>,
    /// What it was sent to.
    pub function: &'a str,
}

impl Sent<'_> {
    /// The page of the form, as it names it.
    pub(super) fn page(&self, fields: &mut Vec<(String, String)>) -> String {
        page_of_form(self.headers, fields)
    }

    /// A redirect to the page of the form, which shows the error and the typed values.
    pub(super) async fn back_to_page(
        &self,
        mut fields: Vec<(String, String)>,
        response: Response,
        error: PortalError,
    ) -> Response {
        let page = page_of_form(self.headers, &mut fields);
        let form = take_field(&mut fields, "form").filter(|form| is_plain(form));
        let user = take_field(&mut fields, "own_user").and_then(|user| user.parse().ok());
        fields.retain(|(name, value)| {
            !is_secret(name, value) && !is_file(name) && name != "request_id" && name != "next"
        });
        let cookies = self.web.cookies;
        let interrupted = error == PortalError::SignedOut;
        let (target, cookie, seconds) = if interrupted {
            let sign_in = route::sign_in_to_return(&page);
            (sign_in, cookies.interrupted, INTERRUPTED_SECONDS)
        } else {
            (page.clone(), cookies.reply, SECONDS)
        };
        let mut answer = Redirect::to(&target).into_response();
        // Cookies that the function set before it failed still apply.
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            answer
                .headers_mut()
                .append(header::SET_COOKIE, cookie.clone());
        }
        if interrupted && user.is_none() {
            // The owner is unknown, so the form cannot be given back.
            return answer;
        }
        if self.web.limits.kept_form(self.address).is_err() {
            return Problem::TooMany.into_response();
        }
        let reply = FormReply {
            function: self.function.to_owned(),
            form: form.unwrap_or_default(),
            fields,
            error: if interrupted {
                PortalError::Interrupted
            } else {
                error
            },
            user: user.filter(|_| interrupted),
        };
        match form_reply::keep(&self.web.state.pool, &page, reply, seconds).await {
            Ok(secret) => {
                let cookie = cookies.set(cookie, &secret, Some(seconds));
                answer.headers_mut().append(header::SET_COOKIE, cookie);
                answer
            }
            Err(error) => Problem::from_error(&fault::fault(&error)).into_response(),
        }
    }
}

/// The page of the form: as named by the form, else by the browser; always one of ours.
fn page_of_form(headers: &HeaderMap, fields: &mut Vec<(String, String)>) -> String {
    take_field(fields, "page")
        .filter(|page| route::is_local(page))
        .or_else(|| {
            headers
                .get(header::REFERER)?
                .to_str()
                .ok()
                .and_then(local_part)
        })
        .map_or_else(
            || route::OVERVIEW.to_owned(),
            |page| route::without_query(&page, "done"),
        )
}

/// Path and query of an address. The host does not matter: only this part is followed.
fn local_part(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let path = rest
        .find('/')
        .and_then(|start| rest.get(start..))
        .unwrap_or("/");
    let path = path.split('#').next().unwrap_or("/");
    route::is_local(path).then(|| path.to_owned())
}

/// Fields that are never stored: passwords, the token of an invitation's link, which the page has from its address, a
/// passkey's signature, and recovery codes. An app's code is valid for a minute, and comes back to be corrected.
fn is_secret(name: &str, value: &str) -> bool {
    name.contains("password")
        || matches!(name, "token" | "passkey")
        || (name == "code" && value.chars().count() > 10)
}

/// The text of a file: nobody has typed it, and a browser takes no file back.
fn is_file(name: &str) -> bool {
    name.ends_with("_file")
}

/// The name of a form as our pages give them: letters, digits and hyphens.
fn is_plain(form: &str) -> bool {
    form.len() <= LONGEST_NAME
        && form
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn take_field(fields: &mut Vec<(String, String)>, name: &str) -> Option<String> {
    let index = fields.iter().position(|(field, _)| field == name)?;
    Some(fields.remove(index).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn half_a_body_is_the_clients_fault() {
        let endless =
            Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        let answer = whole(endless, Duration::ZERO).await.unwrap_err();
        assert_eq!(answer.status(), StatusCode::REQUEST_TIMEOUT);
        let long = Body::from("a".repeat(BODY_LIMIT + 1));
        let answer = whole(long, BODY_TIME_LIMIT).await.unwrap_err();
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        let body = whole(Body::from("a=b"), BODY_TIME_LIMIT).await.unwrap();
        assert_eq!(body, "a=b");
    }

    #[test]
    fn only_the_local_part_of_a_referer_is_followed() {
        assert_eq!(
            local_part("https://portal.example/customers?a=1#x").as_deref(),
            Some("/customers?a=1")
        );
        assert_eq!(local_part("https://portal.example").as_deref(), Some("/"));
        assert_eq!(local_part("https://portal.example//evil.example/"), None);
        assert_eq!(local_part("/customers"), None);
    }

    #[test]
    fn the_form_names_its_page() {
        let mut fields = vec![
            ("page".to_owned(), "/a?done=x&b=1".to_owned()),
            ("c".to_owned(), "d".to_owned()),
        ];
        assert_eq!(page_of_form(&HeaderMap::new(), &mut fields), "/a?b=1");
        assert_eq!(fields.len(), 1);
        let mut evil = vec![("page".to_owned(), "//evil.example".to_owned())];
        assert_eq!(page_of_form(&HeaderMap::new(), &mut evil), "/");
    }
}
