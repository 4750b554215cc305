//! The HTML document around the application. Made by the server only; the browser hydrates its body.

#![cfg(feature = "ssr")]

use std::collections::BTreeMap;

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use serde::Serialize;

use super::words;
use crate::{
    app::{AREAS, App},
    context::PageInfo,
    i18n::Lang,
    route,
    ui::{Notice, Tone},
};

/// The files of the browser's half and the style sheet, with their versions in the address so that they can be cached
/// for good.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The loader made by wasm-bindgen.
    pub script: String,
    /// The main WASM module.
    pub module: String,
    /// The modules that each area needs beside it.
    pub areas: BTreeMap<String, Vec<String>>,
    /// The names of the areas of which one is the first that a browser loads.
    pub early: Vec<String>,
    /// The modules that most areas share and that the first page can do without.
    pub later: Vec<String>,
    /// The words of each language.
    pub words: BTreeMap<Lang, Words>,
    /// The style sheet.
    pub style: String,
    /// cargo-leptos's reload socket, during development.
    pub reload: Option<LeptosOptions>,
}

/// The files with the words of a language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Those that the first page needs.
    pub first: String,
    /// Those that other pages need beside them; empty where the first file has all.
    pub more: String,
}

/// The files that `start.js` loads.
#[derive(Serialize)]
struct Files<'a> {
    script: &'a str,
    module: &'a str,
    words: &'a str,
    #[serde(rename = "moreWords")]
    more_words: &'a str,
    later: &'a [String],
}

/// A file that the browser is told of before something asks for it: the attributes of a link.
#[derive(Serialize)]
struct Hint<'a> {
    rel: &'a str,
    href: &'a str,
    #[serde(skip_serializing_if = "Option::is_none", rename = "as")]
    how: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "type")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "crossOrigin")]
    cross_origin: Option<&'a str>,
}

impl<'a> Hint<'a> {
    fn of_script(href: &'a str) -> Self {
        Self {
            rel: "modulepreload",
            href,
            how: None,
            kind: None,
            cross_origin: None,
        }
    }

    fn of_file(rel: &'a str, href: &'a str) -> Self {
        Self {
            rel,
            href,
            how: Some("fetch"),
            kind: href.ends_with(".wasm").then_some("application/wasm"),
            cross_origin: Some("anonymous"),
        }
    }
}

/// The whole document of a page.
pub fn document(assets: &Assets) -> impl IntoView + use<> {
    let page = use_context::<PageInfo>().unwrap_or_default();
    let path = page.location.split('?').next().unwrap_or_default();
    let alive = route::has_module(path, page.session.is_some());
    let texts = assets.words.get(&page.lang);
    let files = Files {
        script: &assets.script,
        module: &assets.module,
        words: texts.map_or("", |texts| &texts.first),
        more_words: texts.map_or("", |texts| &texts.more),
        later: &assets.later,
    };
    let start = if alive {
        // Addresses are letters, digits and a few signs, so that nothing ends the script.
        let files = serde_json::to_string(&files).unwrap_or_default();
        format!(
            "const files = {files};\n{}{}{}{}",
            include_str!("once.js"),
            include_str!("upload.js"),
            include_str!("menus.js"),
            include_str!("start.js")
        )
    } else {
        concat!(
            include_str!("once.js"),
            include_str!("menus.js"),
            include_str!("plain.js")
        )
        .to_owned()
    };
    // A page for search engines describes itself.
    let description = (!route::is_indexed(path)).then(|| {
        if [route::SIGN_IN, route::SIGN_IN_CODE].contains(&path) {
            words::sign_in_description(page.lang)
        } else if route::is_public(path) {
            words::invitation_description(page.lang)
        } else {
            words::description(page.lang)
        }
    });
    // Requested together: otherwise the main module would request those of the page's area only once it runs.
    // From signing in, most go on to the overview.
    let page_to_load = if alive { path } else { route::OVERVIEW };
    let area = AREAS.iter().find(|area| area.has(page_to_load));
    let of_area = area.and_then(|area| assets.areas.get(area.name));
    // The first page does without the words of others.
    let is_early = area.is_some_and(|area| assets.early.iter().any(|it| it == area.name));
    let more_words = Some(files.more_words).filter(|file| !is_early && !file.is_empty());
    let fetched = [files.module, files.words].into_iter().chain(more_words);
    let fetched = fetched.chain(of_area.into_iter().flatten().map(String::as_str));
    let hints: Vec<Hint<'_>> = match (alive, path) {
        (true, _) => [Hint::of_script(&assets.script)]
            .into_iter()
            .chain(fetched.map(|file| Hint::of_file("preload", file)))
            .collect(),
        // The next page needs it.
        (false, route::SIGN_IN) => fetched
            .map(|file| Hint::of_file("prefetch", file))
            .collect(),
        (false, _) => Vec::new(),
    };
    // As links of the page, a browser that runs none of it would fetch it all.
    let hints = (!hints.is_empty()).then(|| {
        let hints = serde_json::to_string(&hints).unwrap_or_default();
        format!("const hints = {hints};\n{}", include_str!("hints.js"))
    });
    let stopped = alive.then(|| {
        view! {
            <template id="stopped">
                <Notice tone=Tone::Warning title=words::stopped_title(page.lang)>
                    <p>{words::stopped(page.lang)}</p>
                    <p><a href="">{words::load_again(page.lang)}</a></p>
                </Notice>
            </template>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang=page.lang.tag() data-theme=page.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                {description.map(|description| view! { <meta name="description" content=description/> })}
                // Before the style sheet, which scripts behind it would wait for.
                {hints.map(|hints| view! { <script nonce=use_nonce() inner_html=hints></script> })}
                <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                <link rel="stylesheet" href=assets.style.clone()/>
                {assets.reload.clone().map(|options| view! { <AutoReload options=options/> })}
                <script type="module" nonce=use_nonce() inner_html=start></script>
                <MetaTags/>
            </head>
            <body>
                // Not the body itself: extensions of browsers put elements of their own there.
                <div id="app">
                    <App/>
                </div>
                {stopped}
            </body>
        </html>
    }
}
