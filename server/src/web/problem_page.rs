//! Errors outside of the application: each answered with a page that says what to do, or with JSON for our own code.

use std::any::Any;

use axum::{
    Json,
    body::Body,
    extract::Request,
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};
use tierline_app::{error::PortalError, form::words::problem as text, i18n::Lang};

use super::{client, language};
use crate::fault;

/// The reason why a request did not reach the application. Carried in the answer until [`explain`] knows the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// A form of another site, or a browser that hides the origin of a form.
    ForeignForm,
    /// The path does not exist.
    NotFound,
    /// The request is larger than any form.
    TooLarge,
    /// So many forms have failed that this one was not kept to be corrected.
    TooMany,
    /// It took too long, or the server is stopping.
    Unavailable,
    /// A file is missing here, or could not be made; logged under this reference.
    NoFile(String),
    /// Our fault, logged under this reference.
    Fault(String),
}

impl Problem {
    pub(super) fn from_error(error: &PortalError) -> Problem {
        match error {
            PortalError::Fault { reference } => Problem::Fault(reference.clone()),
            _ => Problem::Fault(String::new()),
        }
    }

    /// The same for a file that was asked for.
    pub(super) fn of_file(error: &PortalError) -> Problem {
        match error {
            PortalError::Fault { reference } => Problem::NoFile(reference.clone()),
            other => Problem::from_error(other),
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Problem::ForeignForm => StatusCode::FORBIDDEN,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Problem::NoFile(_) | Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The meaning of a bare status from a layer.
    const fn of_status(status: StatusCode) -> Option<Problem> {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Problem::NotFound),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => {
                Some(Problem::Unavailable)
            }
            _ => None,
        }
    }

    fn error(self) -> PortalError {
        match self {
            Problem::ForeignForm | Problem::TooLarge => PortalError::Malformed,
            Problem::NotFound => PortalError::NotFound,
            Problem::TooMany => PortalError::TooMany {
                retry_after_seconds: 60,
            },
            Problem::Unavailable => PortalError::Unreachable,
            Problem::NoFile(reference) | Problem::Fault(reference) => {
                PortalError::Fault { reference }
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The layer that turns bare refusals of inner layers into readable answers.
pub(super) async fn explain(request: Request, next: Next) -> Response {
    let lang = language::of(request.headers());
    let page = client::wants_page(request.headers());
    let response = next.run(request).await;
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        None if has_content(response.headers()) => return response,
        None => match Problem::of_status(response.status()) {
            Some(problem) => problem,
            None => return response,
        },
    };
    let status = if response.status().is_success() {
        problem.status()
    } else {
        response.status()
    };
    if page {
        (status, html(lang, &problem)).into_response()
    } else {
        (status, Json(problem.error())).into_response()
    }
}

/// A page for a fault, for a known language.
pub(super) fn fault(lang: Lang, error: &PortalError) -> Response {
    let problem = Problem::from_error(error);
    (problem.status(), html(lang, &problem)).into_response()
}

/// The answer to a panic: logged under a reference, like every fault.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that tower-http asks for"
)]
pub(super) fn after_panic(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let text = fault::words_of(&*panic);
    let reference = fault::reference();
    tracing::error!(reference, panic = text, "a request panicked");
    Problem::Fault(reference).into_response()
}

/// Whether the answer has a body made for its reader.
fn has_content(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"))
}

fn html(lang: Lang, problem: &Problem) -> Html<String> {
    let (title, what) = match problem {
        Problem::ForeignForm => (text::foreign_title(lang), text::foreign(lang).to_owned()),
        Problem::NotFound => (text::missing_title(lang), text::missing(lang).to_owned()),
        Problem::TooLarge => (text::large_title(lang), text::large(lang).to_owned()),
        Problem::TooMany => (text::many_title(lang), text::many(lang).to_owned()),
        Problem::Unavailable => (
            text::unavailable_title(lang),
            text::unavailable(lang).to_owned(),
        ),
        Problem::NoFile(reference) => (text::no_file_title(lang), text::no_file(lang, reference)),
        // References consist of hexadecimal digits: nothing in them needs escaping.
        Problem::Fault(reference) => (text::fault_title(lang), text::fault(lang, reference)),
    };
    Html(format!(
        "<!DOCTYPE html><html lang=\"{tag}\"><head><meta charset=\"utf-8\"><title>{title} · Tierline</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"/pkg/tierline.css\"></head>\
         <body><main class=\"content narrow\"><h1>{title}</h1><p>{what}</p><p><a href=\"/\">{home}</a></p></main></body></html>",
        tag = lang.tag(),
        home = text::home(lang),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_by_a_reference_alone() {
        let answer = after_panic(Box::new("the password of table app_user"));
        let problem = answer.extensions().get::<Problem>().unwrap();
        let Problem::Fault(reference) = problem else {
            panic!("{problem:?}")
        };
        for lang in Lang::ALL {
            let Html(page) = html(lang, problem);
            assert!(page.contains(reference.as_str()), "{page}");
            assert!(!page.contains("app_user"), "{page}");
        }
        let told = serde_json::to_string(&problem.clone().error()).unwrap();
        assert_eq!(
            told,
            format!(r#"{{"fault":{{"reference":"{reference}"}}}}"#)
        );
    }
}
