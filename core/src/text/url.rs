//! Addresses of web pages.

use std::net::Ipv4Addr;

use super::{Domain, TextError, TextKind, characters::check_length, typed::text_type};

text_type! {
    /// The address of a web page: `http` or `https`, at most 2000 characters.
    ///
    /// The host is a domain, `localhost` or an IPv4 address, and a port may follow. Credentials are not allowed, and
    /// only characters that never need escaping are: others are given percent-encoded, as browsers copy them. Scheme
    /// and host are lower-cased. Such a text can be the target of a link; a program that fetches it still has to decide
    /// which hosts it may reach.
    ///
    /// ```
    /// use tierline_core::text::HttpUrl;
    /// assert_eq!(HttpUrl::parse("HTTPS://Contoso.com/Cloud")?.as_str(), "https://contoso.com/Cloud");
    /// assert!(HttpUrl::parse("javascript:alert(1)").is_err());
    /// assert!(HttpUrl::parse("https://contoso.com@fabrikam.com/").is_err());
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    HttpUrl, http_url
}

const MALFORMED: TextError = TextError::Malformed {
    expected: TextKind::Url,
};

impl HttpUrl {
    /// The host, without a port.
    ///
    /// ```
    /// use tierline_core::text::HttpUrl;
    /// assert_eq!(HttpUrl::parse("https://www.contoso.com:8443/Cloud?a=1")?.host(), "www.contoso.com");
    /// # Ok::<(), tierline_core::text::TextError>(())
    /// ```
    #[must_use]
    pub fn host(&self) -> &str {
        let text = self.as_str();
        let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
        rest.split(['/', ':', '?', '#']).next().unwrap_or(rest)
    }
}

fn http_url(text: &str) -> Result<String, TextError> {
    let text = text.trim();
    check_length(text, 1, 2000)?;
    let (scheme, rest) = text.split_once("://").ok_or(MALFORMED)?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return Err(MALFORMED);
    }
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let host = host.to_ascii_lowercase();
    if is_host(&host) && port.is_none_or(is_port) && is_path(path) {
        Ok(format!(
            "{scheme}://{host}{}{path}",
            port.map_or(String::new(), |port| format!(":{port}"))
        ))
    } else {
        Err(MALFORMED)
    }
}

fn is_host(host: &str) -> bool {
    let is_domain = Domain::parse(host).is_ok_and(|domain| domain.as_str() == host);
    host == "localhost" || is_domain || host.parse::<Ipv4Addr>().is_ok()
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether it is a path with query and fragment: visible ASCII, except characters that browsers or markup would
/// interpret, and complete percent-encodings.
fn is_path(path: &str) -> bool {
    let allowed = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    let mut after_percent = path.split('%').skip(1);
    allowed
        && after_percent.all(|part| {
            let mut bytes = part.bytes();
            let mut hex = || bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit());
            hex() && hex()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::typed::text_laws;

    text_laws!(
        HttpUrl,
        "(http|HTTPS)://([A-Za-z0-9]{1,9}\\.){1,3}[A-Za-z]{2,6}(:[1-9][0-9]{1,3})?(/[A-Za-z0-9._~!$&'()*+,;=:@/?#-]{0,60})?"
    );

    #[test]
    fn accepted() {
        for text in [
            "https://contoso.com",
            "https://contoso.com/",
            "http://localhost:3000/a?b=c#d",
            "http://127.0.0.1:3000",
            "https://contoso.com?x=%E4%BE%8B",
            "https://contoso.com/a/(b),c;d=1@2:3",
            "https://contoso.com:65535/",
        ] {
            assert_eq!(HttpUrl::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn refused() {
        for text in [
            "contoso.com",
            "//contoso.com",
            "ftp://contoso.com",
            "javascript://contoso.com/%0aalert(1)",
            "https://",
            "https:///a",
            "https://anna:secret@contoso.com",
            "https://contoso.com@fabrikam.com",
            "https://[::1]/",
            "https://contoso.com:0",
            "https://contoso.com:65536",
            "https://contoso.com:",
            "https://contoso.com:+80",
            "https://contoso.com/a b",
            "https://contoso.com/\"onclick=",
            "https://contoso.com/<script>",
            "https://contoso.com\\@fabrikam.com",
            "https://contoso.com/%4",
            "https://contoso.com/%zz",
            "https://con toso.com",
            "https:// contoso.com",
            "java\nscript://contoso.com",
            "https://contoso.com/\u{0}",
            "https://contoso.com/例",
            "data:text/html,x",
            "mailto:anna@contoso.com",
            "https://contoso",
        ] {
            assert_eq!(HttpUrl::parse(text), Err(MALFORMED), "{text}");
        }
        let long = format!("https://contoso.com/{}", "a".repeat(1981));
        assert_eq!(
            HttpUrl::parse(&long),
            Err(TextError::TooLong { maximum: 2000 })
        );
    }
}
