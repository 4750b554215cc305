//! The portal's cookies: their names, and reading and writing them.

use http::{HeaderMap, HeaderValue, header};

use crate::config::PublicUrl;

/// The chosen language. Without the prefix of the others: it is no secret, is read in answers that know no portal yet,
/// and nothing but one of the known values counts.
pub(crate) const LANGUAGE: &str = "lang";
/// The chosen theme. Without the prefix for the same reason.
pub(crate) const THEME: &str = "theme";

const YEAR: u32 = 365 * 24 * 3600;

/// Names of the cookies that hold secrets, and whether browsers keep them for secure connections only.
#[derive(Clone, Copy, Debug)]
pub struct CookieNames {
    pub(crate) session: &'static str,
    pub(crate) reply: &'static str,
    /// The cookie of a form that waits until its user has signed in again.
    pub(crate) interrupted: &'static str,
    /// The cookie of a sign-in that waits for a code.
    pub(crate) pending: &'static str,
    /// The cookie of recovery codes, until they are shown.
    pub(crate) recovery: &'static str,
    /// Of a browser that has signed in before.
    pub(crate) device: &'static str,
    secure: bool,
}

impl CookieNames {
    /// Browsers accept `Secure` cookies from https and from this machine itself. Plain http on another host has no safe
    /// cookie; the portal works, and logs a warning.
    #[must_use]
    pub fn for_url(url: &PublicUrl) -> CookieNames {
        let host = url.origin().split_once("://").map_or("", |(_, host)| host);
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        if url.is_https() || matches!(name, "localhost" | "127.0.0.1" | "[::1]") {
            CookieNames {
                session: "__Host-tierline",
                reply: "__Host-tierline-reply",
                interrupted: "__Host-tierline-interrupted",
                pending: "__Host-tierline-pending",
                recovery: "__Host-tierline-recovery",
                device: "__Host-tierline-device",
                secure: true,
            }
        } else {
            tracing::warn!(
                public_url = %url,
                "sessions are not protected from listeners: browsers reach this portal by plain http"
            );
            CookieNames {
                session: "tierline",
                reply: "tierline-reply",
                interrupted: "tierline-interrupted",
                pending: "tierline-pending",
                recovery: "tierline-recovery",
                device: "tierline-device",
                secure: false,
            }
        }
    }

    /// The prefix of every name, with which a browser takes a cookie from this host alone, and by https.
    pub(crate) const fn prefix(self) -> &'static str {
        if self.secure { "__Host-" } else { "" }
    }

    /// Sets a cookie with a secret that is not sent when a link from another site is followed. Zero seconds remove it.
    #[must_use]
    pub fn set_strict(self, name: &str, value: &str, seconds: u32) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        header(&format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}; Max-Age={seconds}"
        ))
    }

    /// Sets a cookie with a secret. Without an age it ends with the browser's session.
    pub(crate) fn set(self, name: &str, value: &str, max_age: Option<u32>) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let age = max_age
            .map(|age| format!("; Max-Age={age}"))
            .unwrap_or_default();
        header(&format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"
        ))
    }

    /// Removes such a cookie.
    pub(crate) fn clear(self, name: &str) -> HeaderValue {
        self.set(name, "", Some(0))
    }

    /// Keeps a preference in the browser.
    pub(crate) fn keep(self, name: &str, value: &str) -> HeaderValue {
        self.set(name, value, Some(YEAR))
    }
}

/// Names and values here consist of letters, digits and `-`; otherwise nothing would be set.
fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""))
}

/// The names and values of all cookies of the request.
pub(crate) fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

/// The value of a cookie of the request.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    pairs(headers).find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        let names = CookieNames::for_url(&crate::testing::config(&[]).public_url);
        let shared = ["__Host-x=v; Path=/; HttpOnly; ", "; Secure"];
        for (cookie, same_site) in [
            (names.set("__Host-x", "v", Some(60)), "SameSite=Lax"),
            (names.set_strict("__Host-x", "v", 60), "SameSite=Strict"),
        ] {
            let cookie = cookie.to_str().unwrap();
            for part in shared.into_iter().chain([same_site]) {
                assert!(cookie.contains(part), "{part} is not in {cookie}");
            }
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("xlang=no; lang=zh-Hant; theme="),
        );
        assert_eq!(read(&headers, "lang"), Some("zh-Hant"));
        assert_eq!(read(&headers, "theme"), Some(""));
        assert_eq!(read(&headers, "other"), None);
    }
}
