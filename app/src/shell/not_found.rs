//! The not-found page: says so with the right status, and offers a way on.

use leptos::prelude::*;

use crate::{
    account::words,
    context::{use_lang, use_session},
    route,
    shell::{PageTitle, words as shell},
};

/// The content of a page that does not exist, or that the caller may not know of. Sets the status 404.
#[component]
pub fn NotFound() -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    let on = if use_session().is_some() {
        view! {
            <li><a href=route::OVERVIEW>{shell::overview(lang)}</a></li>
            <li><a href=route::SETTINGS>{shell::settings(lang)}</a></li>
        }
        .into_any()
    } else {
        view! { <li><a href=route::SIGN_IN>{words::sign_in(lang)}</a></li> }.into_any()
    };
    view! {
        <div class="narrow">
            <PageTitle title=words::not_found_title(lang)/>
            <p>{words::not_found_lead(lang)}</p>
            <ul class="links">{on}</ul>
        </div>
    }
}

/// The HTTP status of the page that the server renders.
pub(crate) fn set_status(status: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(status)) = (
        use_context::<leptos_axum::ResponseOptions>(),
        http::StatusCode::from_u16(status),
    ) {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}
