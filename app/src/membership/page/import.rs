//! **Import** members into the registry, for the operator.

use leptos::prelude::*;
use tierline_core::import::Kind;

use crate::{
    context::use_lang, import::StartImport, membership::words::registry as words, route,
    ui::PageHeader,
};

/// The page.
#[component]
pub fn ImportMembersPage() -> impl IntoView {
    let lang = use_lang();
    let trail = vec![(route::REGISTRY.to_owned(), words::title(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::import_members(lang) lead=words::import_lead(lang)/>
        <p class="muted">
            {words::columns(lang)} " "
            <code>"account, profile_mpn, profile, location_mpn, location, country"</code> "; "
            {words::columns_optional(lang)} " " <code>"status, profile_status, password_hash"</code>
        </p>
        <StartImport kind=Kind::Registry fields=|_| ().into_any()/>
    }
}
