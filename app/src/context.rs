//! The context of every page: language, theme, signed-in user, time, and the answer to a form.
//!
//! The server computes it once per page; the browser gets the very same value, so that hydration cannot differ.

use std::sync::{
    Arc, Mutex, OnceLock, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::Serialize;
use tierline_core::read::Read;
use uuid::Uuid;

use crate::{
    account::model::SessionInfo, form::FormReply, i18n::Lang, shell::Waits, wire::WireEncoding,
};

/// Light, dark, or the system's setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The system's setting.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The stable name: in the cookie and in `<html data-theme>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// The server's facts about a page, found out before it is rendered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Read)]
pub struct PageInfo {
    /// The requested path and query.
    pub location: String,
    /// Scheme and host of the portal's addresses, on pages that search engines may show.
    #[serde(default)]
    pub origin: String,
    /// The language of the page.
    pub lang: Lang,
    /// The theme of the page.
    pub theme: Theme,
    /// The server's time, which in a demo is not the real time.
    pub now: DateTime<Utc>,
    /// Whether this is a demo, with sign-in cards, a mailbox and a clock that can be moved.
    pub demo: bool,
    /// The signed-in user.
    pub session: Option<SessionInfo>,
    /// What waits for the user's organization, in numbers.
    pub waits: Waits,
    /// The entry of the navigation that the page belongs to, where its address does not tell.
    pub entry: Option<String>,
    /// The answer to a form that was posted without WASM.
    pub reply: Option<FormReply>,
    /// The seed for the request ids of this page's forms.
    pub seed: Uuid,
}

/// The page's facts in context, and whether the browser has moved on from the page that the server rendered.
#[derive(Clone, Default)]
pub(crate) struct PageContext {
    pub info: Arc<PageInfo>,
    start: Arc<OnceLock<String>>,
    moved_on: Arc<AtomicBool>,
    titled: Arc<Mutex<Option<String>>>,
}

impl PageContext {
    /// Whether the browser has gone to another page since the server rendered one. Asked whenever a page is made, so a
    /// return to the first page is noticed too.
    pub(crate) fn has_moved_on(&self) -> bool {
        if cfg!(feature = "ssr") {
            return false;
        }
        let path = use_location().pathname.get_untracked();
        let start = self.start.get_or_init(|| path.clone());
        if *start != path {
            self.moved_on.store(true, Ordering::Relaxed);
        }
        self.moved_on.load(Ordering::Relaxed)
    }

    /// Whether this title is the first one at a path that the browser has just gone to: neither the one that the server
    /// rendered, nor the same page's title made anew because its list was filtered.
    pub(crate) fn has_arrived(&self) -> bool {
        if cfg!(feature = "ssr") {
            return false;
        }
        let path = use_location().pathname.get_untracked();
        let mut titled = self.titled.lock().unwrap_or_else(PoisonError::into_inner);
        let arrived = titled.as_ref().is_some_and(|before| *before != path);
        *titled = Some(path);
        arrived
    }
}

/// Takes the page's facts from the server's handler, or in the browser from the page.
pub(crate) fn provide_page() {
    let info = SharedValue::<PageInfo, WireEncoding>::new_with_encoding(|| {
        use_context::<PageInfo>().unwrap_or_default()
    })
    .into_inner();
    provide_context(PageContext {
        info: Arc::new(info),
        ..PageContext::default()
    });
}

pub(crate) fn use_page_context() -> PageContext {
    use_context::<PageContext>().unwrap_or_default()
}

/// All of the server's facts about this page load.
#[must_use]
pub fn use_page() -> Arc<PageInfo> {
    use_page_context().info
}

/// The language of this page load.
#[must_use]
pub fn use_lang() -> Lang {
    use_page_context().info.lang
}

/// The signed-in user; none on public pages seen by strangers.
#[must_use]
pub fn use_session() -> Option<SessionInfo> {
    use_page_context().info.session.clone()
}

/// Whether this is a demo.
#[must_use]
pub fn use_demo() -> bool {
    use_page_context().info.demo
}

/// The server's time when it rendered this page; after client-side navigation, that time carried forward.
#[must_use]
pub fn use_now() -> DateTime<Utc> {
    let page = use_page_context();
    if page.has_moved_on() {
        page.info.now + since_load()
    } else {
        page.info.now
    }
}

/// The reply to a form posted without WASM, while the page it belongs to is still the one that is shown.
pub(crate) fn use_reply() -> Option<FormReply> {
    let page = use_page_context();
    if page.has_moved_on() {
        None
    } else {
        page.info.reply.clone()
    }
}

#[cfg(feature = "hydrate")]
fn since_load() -> chrono::TimeDelta {
    let milliseconds = web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a page is not open for 292 million years"
    )]
    chrono::TimeDelta::milliseconds(milliseconds as i64)
}

#[cfg(not(feature = "hydrate"))]
fn since_load() -> chrono::TimeDelta {
    chrono::TimeDelta::zero()
}
