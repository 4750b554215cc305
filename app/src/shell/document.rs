//! The HTML document around the application. Made by the server only; the browser hydrates its body.

#![cfg(feature = "ssr")]

use std::collections::BTreeMap;

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use super::words;
use crate::{
    app::{AREAS, App},
    context::PageInfo,
    i18n::Lang,
    route,
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
    /// The words of each language.
    pub words: BTreeMap<Lang, String>,
    /// The style sheet.
    pub style: String,
    /// cargo-leptos's reload socket, during development.
    pub reload: Option<LeptosOptions>,
}

/// The whole document of a page.
pub fn document(assets: &Assets) -> impl IntoView + use<> {
    let page = use_context::<PageInfo>().unwrap_or_default();
    let Assets {
        script,
        module,
        style,
        reload,
        ..
    } = assets.clone();
    let words = assets.words.get(&page.lang).cloned().unwrap_or_default();
    // The addresses are ours, made of letters, digits and a few signs: nothing in them needs escaping.
    let start = format!(
        "Promise.all([fetch({words:?}).then(w=>w.ok?w.text():Promise.reject(w.status)),import({script:?}).then(m=>m.default({{module_or_path:{module:?}}}).then(()=>m))]).then(([w,m])=>m.hydrate(w)).then(a=>{{if(a)document.documentElement.dataset.alive=\"\"}})"
    );
    // The pages for strangers, an invitation above all, work without the module, which is fetched when nothing else is.
    // Only passkeys need it.
    let path = page.location.split('?').next().unwrap_or_default();
    let at_once = page.session.is_some() || path == route::SIGN_IN_CODE;
    let start = if at_once {
        start
    } else {
        format!(
            "addEventListener(\"load\",()=>(window.requestIdleCallback??setTimeout)(()=>{start}))"
        )
    };
    let description = if [route::SIGN_IN, route::SIGN_IN_CODE].contains(&path) {
        words::sign_in_description(page.lang)
    } else if route::is_public(path) {
        words::invitation_description(page.lang)
    } else {
        words::description(page.lang)
    };
    // Requested together: otherwise the main module would request those of the page's area only once it runs.
    let fetched = if at_once {
        let area = AREAS.iter().find(|area| area.has(path));
        let of_area = area.and_then(|area| assets.areas.get(area.name));
        [module, words]
            .into_iter()
            .chain(of_area.into_iter().flatten().cloned())
            .collect()
    } else {
        Vec::new()
    };
    view! {
        <!DOCTYPE html>
        <html lang=page.lang.tag() data-theme=page.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=description/>
                <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                <link rel="stylesheet" href=style/>
                {at_once
                    .then(|| {
                        view! {
                            <link rel="modulepreload" href=script/>
                        }
                    })}
                {fetched
                    .into_iter()
                    .map(|address| {
                        let kind = address.ends_with(".wasm").then_some("application/wasm");
                        view! { <link rel="preload" href=address r#as="fetch" r#type=kind crossorigin="anonymous"/> }
                    })
                    .collect_view()}
                {reload.map(|options| view! { <AutoReload options=options/> })}
                <script type="module" nonce=use_nonce() inner_html=start></script>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
