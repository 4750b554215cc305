//! The outcome of the last action, or the error of a one-button form.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use crate::{
    context::{use_lang, use_reply},
    form::{ELSEWHERE, ErrorNotice},
    route,
    shell::{focus, notice_words::Done},
};

/// The notice of `…?done=CODE`, and the error of a form that has no place of its own for it.
#[component]
pub fn Notices() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let location = use_location();
    let error = use_reply()
        .filter(|reply| reply.form == ELSEWHERE)
        .map(|reply| reply.error);
    let notice = move || {
        query.with(|query| {
            query
                .get_str("done")
                .and_then(Done::from_code)
                .map(|done| (done.tone(), done.words(lang)))
        })
    };
    let close = move || {
        let (path, search) = (location.pathname.get(), location.search.get());
        route::without_query(
            &format!("{path}?{}", search.trim_start_matches('?')),
            "done",
        )
    };
    Effect::new(move |before: Option<bool>| {
        let shown = notice().is_some();
        if before.is_some_and(|before| before != shown) {
            focus::keep();
        }
        shown
    });
    view! {
        {error
            .map(|error| {
                view! {
                    <div class="notice notice-danger" role="alert" tabindex="-1" autofocus=true>
                        <ErrorNotice error=error/>
                    </div>
                }
            })}
        <div role="status">
            {move || {
                notice()
                    .map(|(tone, text)| {
                        view! {
                            <div id=focus::DONE class=format!("notice notice-{}", tone.name()) tabindex="-1">
                                <p>{text}</p>
                                <a class="notice-close" href=close aria-label=crate::shell::words::close_notice(lang)>"×"</a>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
