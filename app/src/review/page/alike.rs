//! All cases of the same domain or MPN ID as another one.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::facts::alike_rows;
use crate::{
    context::use_lang,
    data,
    review::{api::alike_cases, words},
    route,
    shell::load::{loaded, use_parameter},
    ui::PageHeader,
};

/// The page at `/cases/{id}/alike`.
#[component]
pub fn AlikeCasesPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let before = use_parameter("before");
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, before.get())
        },
        |(id, before)| alike_cases(id, before),
    );
    loaded(data, move |page| {
        let trail = vec![
            (route::CASES.to_owned(), words::cases(lang).to_owned()),
            (route::case(page.enrollment), page.name),
        ];
        let more = page.more.map(|before| {
            let href = format!("{}?before={before}", route::alike(page.enrollment));
            view! { <p><a href=href>{words::alike_more(lang)}</a></p> }
        });
        view! {
            <PageHeader trail=trail title=words::alike(lang)/>
            {alike_rows(lang, page.alike)}
            {more}
        }
        .into_any()
    })
}
