//! Links between the pages of a list.

use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::{
    context::use_lang,
    i18n::number,
    route::{use_here, with_query, without_query},
    ui::words,
};

/// The number of rows, and links to the previous and the next page.
#[component]
pub fn Pager(
    /// The number of rows on this page.
    shown: usize,
    /// The number of rows in all.
    total: u64,
    /// That number in words, such as "8 customers".
    #[prop(optional)]
    counted: Option<String>,
    /// Whether there may be more than that.
    #[prop(optional)]
    is_at_least: bool,
    /// The cursor of the previous page.
    previous: Option<String>,
    /// The cursor of the next page.
    next: Option<String>,
    /// The name of the cursor in the address.
    #[prop(default = "cursor")]
    name: &'static str,
    /// Whether the page stays where it is scrolled to: where the list is one part of it.
    #[prop(optional)]
    noscroll: bool,
    /// A link to all rows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lang = use_lang();
    let several = previous.is_some() || next.is_some();
    let all = number(total);
    let count = if is_at_least {
        words::shown_of_at_least(lang, shown, all)
    } else if several {
        words::shown_of(lang, shown, all)
    } else {
        counted.unwrap_or_else(|| words::all_shown(lang, all))
    };
    view! {
        <nav class="pager" aria-label=words::pages(lang)>
            <p class="pager-count">{count}</p>
            {children.map(|children| children())}
            {several
                .then(|| {
                    view! {
                        <div class="pager-links">
                            <Way name=name noscroll=noscroll cursor=previous label=words::previous(lang) glyph=Glyph::ArrowLeft/>
                            <Way name=name noscroll=noscroll cursor=next label=words::next(lang) glyph=Glyph::ArrowRight/>
                        </div>
                    }
                })}
        </nav>
    }
}

/// A link to a page, or only the words if there is none.
#[component]
fn Way(
    name: &'static str,
    noscroll: bool,
    cursor: Option<String>,
    label: &'static str,
    glyph: Glyph,
) -> impl IntoView {
    let here = without_query(&use_here(), "open");
    match cursor {
        Some(cursor) => view! {
            <a
                class="button button-quiet"
                href=with_query(&here, name, &cursor)
                data-noscroll=noscroll.then_some("")
            >
                <Icon glyph=glyph/>
                <span>{label}</span>
            </a>
        }
        .into_any(),
        None => view! {
            <span class="button button-quiet" aria-disabled="true">
                <Icon glyph=glyph/>
                <span>{label}</span>
            </span>
        }
        .into_any(),
    }
}
