//! Several pages about one object.

use leptos::prelude::*;

use crate::i18n::number;

/// One of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    href: String,
    label: String,
    count: Option<i64>,
}

impl Tab {
    /// The page at this address.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Tab {
        Tab {
            href: href.into(),
            label: label.into(),
            count: None,
        }
    }

    /// Adds the number of objects that wait on it, if any do.
    #[must_use]
    pub fn waiting(self, count: u64) -> Tab {
        if count == 0 { self } else { self.count(count) }
    }

    /// Adds the number of objects on it.
    #[must_use]
    pub fn count(mut self, count: u64) -> Tab {
        self.count = i64::try_from(count).ok();
        self
    }
}

/// Links to the pages, the current one marked.
#[component]
pub fn Tabs(
    /// The subject of the pages.
    #[prop(into)]
    label: String,
    /// The pages.
    tabs: Vec<Tab>,
    /// The index of the current page.
    current: usize,
) -> impl IntoView {
    let tabs = tabs.into_iter().enumerate().map(|(n, tab)| {
        let count = tab
            .count
            .map(|count| view! { " " <span class="tab-count">{number(count)}</span> });
        let here = (n == current).then_some("page");
        view! { <li><a href=tab.href aria-current=here>{tab.label} {count}</a></li> }
    });
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{tabs.collect_view()}</ul>
        </nav>
    }
}
