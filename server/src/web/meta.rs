//! Facts about a request besides its caller.

use std::net::IpAddr;

use tierline_app::{context::Theme, i18n::Lang};

/// Facts about the request besides the user.
#[derive(Clone, Debug, Default)]
pub struct RequestMeta {
    /// The client's address; unknown only when the router is not served with connect info.
    pub address: Option<IpAddr>,
    /// The language of its answer.
    pub lang: Lang,
    /// The theme of its answer.
    pub theme: Theme,
    /// The browser in a few words.
    pub browser: String,
}
