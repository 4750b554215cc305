//! The ways from an organization's page to what else the program has of it.

use leptos::prelude::*;

use crate::{
    i18n::Lang,
    operator::{
        model::Related,
        words::{self, related as text},
    },
    route,
    ui::{Pair, Pairs, Section},
};

/// Links to its case, its listing and its entry in the registry; nothing, where there are none.
pub(super) fn related(lang: Lang, related: &Related) -> Option<AnyView> {
    if *related == Related::default() {
        return None;
    }
    let case = related.case.map(|id| {
        view! { <Pair label=text::enrollment(lang)><a href=route::case(id)>{text::see_case(lang)}</a></Pair> }
    });
    let change = related.change.map(|id| {
        let href = route::listing_change(id);
        view! { <Pair label=text::change(lang)><a href=href>{text::see_change(lang)}</a></Pair> }
    });
    let listing = related.listing.map(|id| {
        let href = route::provider_profile(id);
        view! {
            <Pair label=text::directory(lang)>
                <a href=href rel="external">{text::see_listing(lang)}</a>
            </Pair>
        }
    });
    let member = related.member.map(|id| {
        view! { <Pair label=words::mpn(lang)><a href=route::member(id)>{text::see_member(lang)}</a></Pair> }
    });
    Some(
        view! {
            <Section title=text::title(lang)>
                <Pairs>{case} {change} {listing} {member}</Pairs>
            </Section>
        }
        .into_any(),
    )
}
