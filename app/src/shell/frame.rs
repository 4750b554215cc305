//! Top bar, rail and content.

use leptos::prelude::*;
use leptos_router::{components::Outlet, hooks::use_location};

use super::{
    done_notice::Notices,
    rail::{Place, Rail},
    top_bar::TopBar,
};
use crate::{
    account::words as sign_in,
    context::{use_demo, use_lang, use_session},
    route,
    shell::words as text,
};

/// The strip above everything in a demo; given by the application, which knows the areas.
#[derive(Clone, Copy)]
pub struct Strip(pub fn() -> AnyView);

/// The layout around the page of the matched route.
#[component]
pub fn Frame() -> impl IntoView {
    view! {
        <Layout>
            <Guard/>
        </Layout>
    }
}

/// The layout around any content.
#[component]
pub fn Layout(
    /// The page.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let signed_in = use_session().is_some();
    provide_context(Place::new());
    view! {
        <a class="skip-link" href="#main" rel="external">{text::skip(lang)}</a>
        {use_context::<Strip>().filter(|_| use_demo()).map(|strip| strip.0())}
        <TopBar/>
        <div class="frame" class:frame-public=!signed_in>
            {signed_in
                .then(|| {
                    view! {
                        <nav class="rail" aria-label=text::navigation(lang)>
                            <Rail/>
                        </nav>
                    }
                })}
            <main id="main" class="content" tabindex="-1">
                <Notices/>
                {children()}
            </main>
        </div>
    }
}

/// The page, unless a stranger came to it by client-side navigation: the server sends strangers to the sign-in page,
/// and the browser has only this check.
#[component]
fn Guard() -> impl IntoView {
    let lang = use_lang();
    let path = use_location().pathname;
    let stranger = use_session().is_none();
    // A memo: the page below is made anew only when this changes, not at every navigation.
    let closed = Memo::new(move |_| stranger && !path.with(|path| route::is_public(path)));
    move || {
        if closed.get() {
            let to = route::sign_in_to_return(&path.get_untracked());
            view! {
                <p>{sign_in::guard_lead(lang)}</p>
                <p><a class="button button-primary" href=to rel="external">{sign_in::sign_in(lang)}</a></p>
            }
            .into_any()
        } else {
            view! { <Outlet/> }.into_any()
        }
    }
}
