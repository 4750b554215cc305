//! All cases of the same domain or MPN ID as another one.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::facts::alike_rows;
use crate::{
    context::use_lang,
    data,
    review::{api::alike_cases, words},
    route,
    shell::load::loaded,
    ui::PageHeader,
};

/// The page at `/cases/{id}/alike`.
#[component]
pub fn AlikeCasesPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        alike_cases,
    );
    loaded(data, move |page| {
        let trail = vec![
            (route::CASES.to_owned(), words::cases(lang).to_owned()),
            (route::case(page.enrollment), page.name),
        ];
        view! {
            <PageHeader trail=trail title=words::alike(lang)/>
            {alike_rows(lang, page.alike)}
        }
        .into_any()
    })
}
