//! Top bar, rail and content.

use leptos::prelude::*;
use leptos_router::{components::Outlet, hooks::use_location};

use super::{
    done_notice::Notices,
    rail::{Place, Rail},
    top_bar::TopBar,
    waits::Waiting,
};
use crate::{
    account::words as sign_in,
    context::{use_demo, use_lang, use_page, use_session},
    form::{RefusalNotice, changes::Changes},
    refusal::remedy,
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
    let session = use_session();
    // A user who has to set up a second factor first has nowhere else to go.
    let has_rail = session.is_some_and(|session| session.second_factor_owed.is_none());
    provide_context(Place::of(&use_page()));
    let (waiting, changes) = (Waiting::new(use_page().waits), Changes::new());
    waiting.follow(changes);
    provide_context(waiting);
    provide_context(changes);
    view! {
        <a class="skip-link" href="#main" rel="external">{text::skip(lang)}</a>
        {use_context::<Strip>().filter(|_| use_demo()).map(|strip| strip.0())}
        <TopBar/>
        <div class="frame" class:frame-public=!has_rail>
            {has_rail
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

/// The page, unless a stranger or a user who owes a second factor came to it by client-side navigation: the server
/// sends them to the page that comes first, and the browser has only this check.
#[component]
fn Guard() -> impl IntoView {
    let lang = use_lang();
    let path = use_location().pathname;
    let session = use_session();
    let stranger = session.is_none();
    let owed = session.and_then(|session| session.owes_nothing().err());
    let owes = owed.is_some();
    // A memo: the page below is made anew only when this changes, not at every navigation.
    let closed = Memo::new(move |_| {
        path.with(|path| {
            stranger && !route::is_public(path) || owes && !route::is_before_second_factor(path)
        })
    });
    move || {
        if !closed.get() {
            return view! { <Outlet/> }.into_any();
        }
        let here = path.get_untracked();
        let Some(refusal) = owed.clone() else {
            let to = route::sign_in_to_return(&here);
            return view! {
                <p>{sign_in::guard_lead(lang)}</p>
                <p><a class="button button-primary" href=to rel="external">{sign_in::sign_in(lang)}</a></p>
            }
            .into_any();
        };
        let words = remedy(lang, &refusal, None, None).map(|(_, words)| words);
        let to = route::on_the_way(route::SECOND_FACTOR, &here);
        view! {
            <RefusalNotice refusal=refusal/>
            <p><a class="button button-primary" href=to rel="external">{words}</a></p>
        }
        .into_any()
    }
}
