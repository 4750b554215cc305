//! The versions of a listing that were shown before others.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use tierline_core::ids::ListingId;

use super::profile::Versions;
use crate::{
    context::use_lang,
    data,
    directory::{api::listing_versions, model, words},
    partnership::words as partnership,
    route,
    shell::load::loaded,
    ui::{EmptyState, PageHeader},
};

/// The page at `/resellers/listing/versions`.
#[component]
pub fn VersionsPage() -> impl IntoView {
    page(false)
}

/// The page at `/listing-changes/{id}/versions`.
#[component]
pub fn ReviewedVersionsPage() -> impl IntoView {
    page(true)
}

fn page(is_review: bool) -> impl IntoView {
    let lang = use_lang();
    let (params, query) = (use_params_map(), use_query_map());
    let asked = Memo::new(move |_| {
        (
            params.with(|params| params.get("id").unwrap_or_default()),
            query.with(|query| query.get("before").unwrap_or_default()),
        )
    });
    let data = data::load(
        move || asked.get(),
        |(id, before)| listing_versions(id, before),
    );
    loaded(data, move |page: model::VersionsPage| {
        let (id, _) = asked.get_untracked();
        let trail = if is_review {
            vec![
                (
                    route::LISTING_CHANGES.to_owned(),
                    words::listing_changes(lang).to_owned(),
                ),
                (route::listing_change(&id), page.provider.name.to_string()),
            ]
        } else {
            vec![
                (
                    route::INDIRECT_RESELLERS.to_owned(),
                    partnership::resellers(lang).to_owned(),
                ),
                (
                    route::OWN_LISTING.to_owned(),
                    words::own_listing(lang).to_owned(),
                ),
            ]
        };
        let of: Option<ListingId> = id.parse().ok();
        let shown = if page.versions.is_empty() {
            let (title, why) = (words::no_versions(lang), words::no_versions_why(lang));
            view! { <EmptyState title=title why=why/> }.into_any()
        } else {
            match of {
                Some(of) => view! { <Versions versions=page.versions of=of/> }.into_any(),
                None => view! { <Versions versions=page.versions/> }.into_any(),
            }
        };
        view! {
            <PageHeader trail=trail title=words::versions(lang)/>
            {shown}
        }
        .into_any()
    })
}
