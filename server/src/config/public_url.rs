use std::fmt;

use http::Uri;

use super::Problem;

/// The address by which browsers reach the server: a scheme and a host, perhaps a port, never a path.
///
/// Kept in the form in which browsers write an origin, for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    pub(super) fn parse(text: &str) -> Result<Self, Problem> {
        let problem = |wrong: String| Problem {
            setting: "--public-url (TIERLINE_PUBLIC_URL)",
            wrong,
            example: "https://portal.example.com",
        };
        let uri: Uri = text
            .parse()
            .map_err(|error| problem(format!("`{text}` isn't a URL: {error}")))?;
        let default_port = match uri.scheme_str() {
            Some("https") => 443,
            Some("http") => 80,
            _ => {
                return Err(problem(format!(
                    "`{text}` doesn't begin with `http://` or `https://`"
                )));
            }
        };
        let Some(authority) = uri
            .authority()
            .filter(|authority| !authority.host().is_empty())
        else {
            return Err(problem(format!("`{text}` doesn't name a host")));
        };
        if authority.as_str().contains('@') {
            return Err(problem("it contains a user name".to_owned()));
        }
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() || text.contains('#') {
            return Err(problem(format!(
                "`{text}` has something after the host, but the portal has to be at the root of its host"
            )));
        }
        let scheme = if default_port == 443 { "https" } else { "http" };
        let host = authority.host().to_ascii_lowercase();
        let port = match authority.port_u16() {
            Some(port) if port != default_port => format!(":{port}"),
            Some(_) => String::new(),
            None if authority.as_str().len() == authority.host().len() => String::new(),
            None => return Err(problem(format!("`{text}` has an invalid port"))),
        };
        Ok(Self(format!("{scheme}://{host}{port}")))
    }

    pub(super) fn local(port: u16) -> Self {
        Self(format!("http://localhost:{port}"))
    }

    /// Scheme, host and port as in an `Origin` header; no slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// Whether browsers reach the server by https. Then cookies may require it.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The full URL of a path of the portal, which begins with a slash.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
