//! The caller of a request: found once, in front of pages and server functions.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Once,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, header};
use tierline_app::{account::model::SessionInfo, context::Theme, i18n::Lang};
use tierline_core::Refusal;

use super::{
    cookie,
    language::{self, accepted_language, chosen_language},
    meta::RequestMeta,
    portal::kept_secrets,
    problem_page::{self, Problem},
    shared::Web,
};
use crate::{
    account::session::{self, CurrentSession},
    config::{Doubt, ForwardedHeader},
    fault, secret,
};

/// The caller of a request.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The stored session.
    pub session: Option<CurrentSession>,
    /// The session in the form that pages use. Present whenever the session is.
    pub info: Option<SessionInfo>,
    /// The stored name of the sign-in that, according to this browser, waits for a code.
    pub pending: Option<Vec<u8>>,
    /// The secret by which this browser is known to accounts that it has signed in to.
    pub device: Option<String>,
    /// The names of the cookies that hold a link or a temporary password.
    pub kept_secrets: Vec<String>,
    /// The request's metadata.
    pub meta: RequestMeta,
}

impl Caller {
    /// Whether the user may go on; a second factor that is required is set up before anything else.
    ///
    /// # Errors
    /// Core's refusal.
    pub(crate) fn owes_nothing(&self) -> Result<(), Refusal> {
        self.info.as_ref().map_or(Ok(()), SessionInfo::owes_nothing)
    }
}

/// The layer that puts the [`Caller`] into the request's extensions.
pub(crate) async fn identify(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    // No path of ours holds this character, and no text of Postgres can.
    if request.uri().path().contains("%00") {
        return Problem::NotFound.into_response();
    }
    let headers = request.headers().clone();
    let address = address(&web, &request);
    let named = language::named(request.uri());
    match caller(&web, &headers, address, named).await {
        Ok(caller) => {
            // For every line that is logged on the way.
            let span = tracing::Span::current();
            span.record("address", address.map(tracing::field::display));
            span.record(
                "user",
                caller
                    .info
                    .as_ref()
                    .map(|info| tracing::field::display(info.user)),
            );
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(error) => {
            let lang = language::of(&headers);
            problem_page::fault(lang, &fault::fault(&error)).into_response()
        }
    }
}

/// The caller's address: the connection's, or the one that a trusted proxy forwards for.
pub(super) fn address(web: &Web, request: &Request) -> Option<IpAddr> {
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let connection = connection.0.ip();
    let (proxies, headers) = (&web.state.config.proxies, request.headers());
    let has = |header: ForwardedHeader| headers.contains_key(header.name());
    match proxies.doubt(connection, has) {
        Some(Doubt::NoneIsTrusted) => warn_of_an_untrusted_proxy(connection),
        Some(Doubt::AnotherHeader(header)) => warn_of_another_header(connection, header),
        None => {}
    }
    // A value that is not even text ends the list where it stands.
    let values = headers.get_all(proxies.header().name()).iter();
    Some(proxies.caller(
        connection,
        values.map(|value| value.to_str().unwrap_or_default()),
    ))
}

/// Said once, for the same reason.
fn warn_of_another_header(connection: IpAddr, header: ForwardedHeader) {
    static WARNED: Once = Once::new();
    WARNED.call_once(|| {
        tracing::warn!(
            %connection,
            header = header.name(),
            "a trusted proxy forwards a request with another header than the one that is read: if the proxy writes it, \
             --forwarded-header (TIERLINE_FORWARDED_HEADER) has to name it"
        );
    });
}

/// Said once: anybody can send such a header, and the log is not to be filled with it.
fn warn_of_an_untrusted_proxy(connection: IpAddr) {
    static WARNED: Once = Once::new();
    WARNED.call_once(|| {
        tracing::warn!(
            %connection,
            "a request says whom it is forwarded for, and no proxy is trusted: behind a proxy, all callers are counted \
             as one until --trusted-proxies (TIERLINE_TRUSTED_PROXIES) names it"
        );
    });
}

async fn caller(
    web: &Web,
    headers: &HeaderMap,
    address: Option<IpAddr>,
    named: Option<Lang>,
) -> Result<Caller, sqlx::Error> {
    let minimum = web.state.config.second_factor;
    let found = match cookie::read(headers, web.cookies.session) {
        Some(secret) => session::find(&web.state.pool, secret, minimum).await?,
        None => None,
    };
    let account_language = found.as_ref().and_then(|found| found.language);
    let (session, info) = found.map_or((None, None), |found| {
        (Some(found.session), Some(found.info))
    });
    let meta = RequestMeta {
        address,
        lang: named
            .or_else(|| chosen_language(headers))
            .or(account_language)
            .or_else(|| accepted_language(headers))
            .unwrap_or_default(),
        theme: cookie::read(headers, cookie::THEME)
            .and_then(Theme::from_code)
            .unwrap_or_default(),
        browser: headers
            .get(header::USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .map(browser)
            .unwrap_or_default(),
    };
    Ok(Caller {
        session,
        info,
        pending: cookie::read(headers, web.cookies.pending).map(secret::hash),
        device: cookie::read(headers, web.cookies.device).map(str::to_owned),
        kept_secrets: kept_secrets(headers, web.cookies),
        meta,
    })
}

/// "Firefox on Linux": enough for users to tell their browsers apart.
fn browser(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("HeadlessChrome/", "Chrome (headless)"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |list: &[(&str, &'static str)]| {
        list.iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => agent
            .chars()
            .filter(|c| c.is_ascii_graphic())
            .take(40)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn browsers_are_named_in_few_words() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(browser(edge), "Edge on Windows");
        assert_eq!(
            browser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox on Linux"
        );
        assert_eq!(browser("curl/8.5.0"), "curl/8.5.0");
    }
}
