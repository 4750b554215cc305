//! A provider's pages about resellers: its resellers, its requests to others, and what others have written.

use leptos::prelude::*;

use crate::{
    i18n::Lang,
    partnership::{model::Open, words},
    route,
    ui::{Tab, Tabs},
};

/// One of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResellerTab {
    /// **Indirect resellers**.
    Resellers,
    /// Requests to resellers.
    Requests,
    /// Messages of resellers that ask to partner.
    Messages,
}

/// Links to all of them, with what waits on each.
#[must_use]
pub fn reseller_tabs(lang: Lang, current: ResellerTab, open: Open) -> AnyView {
    let tabs = vec![
        Tab::new(route::INDIRECT_RESELLERS, words::resellers(lang)),
        Tab::new(route::PARTNERSHIP_REQUESTS, words::requests(lang)).waiting(open.requests),
        Tab::new(route::PARTNER_ASKS, words::messages(lang)).waiting(open.messages),
    ];
    let current = match current {
        ResellerTab::Resellers => 0,
        ResellerTab::Requests => 1,
        ResellerTab::Messages => 2,
    };
    view! { <Tabs label=words::resellers(lang) tabs=tabs current=current/> }.into_any()
}
