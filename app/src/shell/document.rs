//! The HTML document around the application. Made by the server only; the browser hydrates its body.

#![cfg(feature = "ssr")]

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{app::App, context::PageInfo, route};

/// Where the browser's half and the style sheet are, with their versions in the address so that they can be cached for
/// good.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The loader made by wasm-bindgen.
    pub script: String,
    /// The WASM module.
    pub module: String,
    /// The style sheet.
    pub style: String,
    /// cargo-leptos's reload socket while developing.
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
    } = assets.clone();
    // The addresses are ours, made of letters, digits and a few signs: nothing in them needs escaping.
    let start = format!(
        "import({script:?}).then(m=>m.default({{module_or_path:{module:?}}}).then(()=>m.hydrate()))"
    );
    // What strangers see, an invitation above all, works as it comes: the module is fetched when nothing else is. Only
    // passkeys need it.
    let path = page.location.split('?').next().unwrap_or_default();
    let at_once = page.session.is_some() || path == route::SIGN_IN_CODE;
    let start = if at_once {
        start
    } else {
        format!(
            "addEventListener(\"load\",()=>(window.requestIdleCallback??setTimeout)(()=>{start}))"
        )
    };
    view! {
        <!DOCTYPE html>
        <html lang=page.lang.tag() data-theme=page.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                <link rel="stylesheet" href=style/>
                {at_once
                    .then(|| {
                        view! {
                            <link rel="modulepreload" href=script/>
                            <link rel="preload" href=module r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                        }
                    })}
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
