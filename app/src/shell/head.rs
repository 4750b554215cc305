//! What search engines read of a public page: description, canonical address, other languages, structured data.

use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use serde_json::Value;

use crate::{
    context::use_page,
    i18n::Lang,
    route::{self, LANGUAGE},
    shell::words,
};

/// The same page in this language. English is the language of an address that names none.
fn in_language(path: &str, lang: Lang) -> String {
    if lang == Lang::En {
        route::without_query(path, LANGUAGE)
    } else {
        route::with_query(path, LANGUAGE, lang.tag())
    }
}

/// A link within the public pages: whoever came by an address that names a language stays in it.
pub(crate) fn stay(path: &str) -> String {
    let page = use_page();
    let (_, query) = page.location.split_once('?').unwrap_or_default();
    match route::query_value(query, LANGUAGE) {
        Some(language) => route::with_query(path, LANGUAGE, &language),
        None => path.to_owned(),
    }
}

/// The head of a public page at this path.
#[component]
pub(crate) fn Head(
    /// The path, with the part of the query that makes another page.
    path: String,
    /// The description.
    #[prop(into)]
    description: String,
    /// Structured data.
    data: Value,
) -> impl IntoView {
    let page = use_page();
    let absolute = |lang| format!("{}{}", page.origin, in_language(&path, lang));
    let alternates = Lang::ALL
        .into_iter()
        .map(|lang| view! { <Link rel="alternate" hreflang=lang.tag() href=absolute(lang)/> })
        .collect_view();
    // Nothing in it ends the script.
    let data = data.to_string().replace('<', "\\u003c");
    view! {
        <Meta name="description" content=description/>
        <Meta name="robots" content="index, follow"/>
        <Link rel="canonical" href=absolute(page.lang)/>
        {alternates}
        <Link rel="alternate" hreflang="x-default" href=absolute(Lang::En)/>
        <script type="application/ld+json" nonce=nonce() inner_html=data></script>
    }
}

#[cfg(feature = "ssr")]
fn nonce() -> Option<leptos::nonce::Nonce> {
    leptos::nonce::use_nonce()
}

#[cfg(not(feature = "ssr"))]
fn nonce() -> Option<String> {
    None
}

/// Links to the page in the other languages.
#[component]
pub(crate) fn Languages(
    /// The path of the page.
    path: String,
) -> impl IntoView {
    let here = use_page().lang;
    let links = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != here)
        .map(|lang| {
            // Named even where it is English: a reader's own language would win otherwise.
            let href = route::with_query(&path, LANGUAGE, lang.tag());
            view! { <li><a href=href hreflang=lang.tag() lang=lang.tag() rel="external">{lang.own_name()}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="languages" aria-label=words::other_languages(here)>
            <ul class="links">{links}</ul>
        </nav>
    }
}
