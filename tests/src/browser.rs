//! A browser without scripts, on a router in this process: keeps cookies, follows nothing on its own.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use tower::ServiceExt as _;

/// The answer's type for our own code in the browser, and for a person.
pub const JSON: &str = "application/json";
pub const HTML: &str = "text/html";

/// One browser of one person.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    accept: &'static str,
    headers: HeaderMap,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Everything meaningful in it, with a placeholder for this id. The id of the request is new each time.
    #[must_use]
    pub fn without(&self, id: &str) -> String {
        let mut text = format!("{}\n", self.status);
        let mut headers: Vec<_> = self
            .headers
            .iter()
            .filter(|(name, _)| {
                name.as_str() != "x-request-id" && *name != header::CONTENT_SECURITY_POLICY
            })
            .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap_or("unreadable")))
            .collect();
        headers.sort();
        text.extend(headers);
        text.push_str(&self.body);
        text.replace(id, "<the id>")
    }
}

impl Browser {
    #[must_use]
    pub fn new(router: Router) -> Browser {
        Browser {
            router,
            cookies: BTreeMap::new(),
            accept: JSON,
            headers: HeaderMap::new(),
        }
    }

    /// The same browser, with this `Accept` header.
    #[must_use]
    pub fn accepting(mut self, accept: &'static str) -> Browser {
        self.accept = accept;
        self
    }

    /// The same browser, with one more header in its requests.
    #[must_use]
    pub fn saying(mut self, name: &'static str, value: &'static str) -> Browser {
        self.headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    pub async fn head(&mut self, path: &str) -> Answer {
        self.send(Method::HEAD, path, String::new()).await
    }

    pub async fn post<F: AsRef<str>, V: AsRef<str>>(
        &mut self,
        path: &str,
        fields: &[(F, V)],
    ) -> Answer {
        self.call(&Method::POST, path, fields).await
    }

    /// Calls a server function by its method: with its fields in the body or in the address.
    pub async fn call<F: AsRef<str>, V: AsRef<str>>(
        &mut self,
        method: &Method,
        path: &str,
        fields: &[(F, V)],
    ) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        if *method == Method::GET {
            let address = format!("{path}?{form}");
            self.send(Method::GET, &address, String::new()).await
        } else {
            self.send(method.clone(), path, form).await
        }
    }

    async fn send(&mut self, method: Method, path: &str, body: String) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, self.accept)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::from(body))
            .expect("a request");
        request.headers_mut().extend(self.headers.clone());
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a readable cookie"));
        }
        let body = to_bytes(body, usize::MAX).await.expect("a whole answer");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').expect("a cookie with attributes");
        let (name, value) = pair.split_once('=').expect("a cookie's name");
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
