//! The abilities that a partnership gives, in plain words.

use leptos::prelude::*;
use tierline_core::Timestamp;

use crate::partnership::list::Seen;
use crate::{
    context::use_lang,
    partnership::{model::PartnershipPage, words},
    ui::{Glyph, Icon, Section},
};

/// The list of the provider's abilities because of it.
#[component]
pub(super) fn Abilities(seen: Seen, page: PartnershipPage, now: Timestamp) -> impl IntoView {
    let lang = use_lang();
    if !page.partnership.is_active(now) {
        return view! {
            <Section title=words::allows_title(lang)><p class="muted">{words::no_more(lang)}</p></Section>
        }
        .into_any();
    }
    let lead = match seen {
        Seen::ByProvider => words::allows_provider(lang, &page.other.name),
        Seen::ByReseller => words::allows_reseller(lang, &page.other.name),
    };
    view! {
        <Section title=words::allows_title(lang)>
            <p>{lead}</p>
            <ul class="abilities">
                <li>
                    <Icon glyph=Glyph::Check/>
                    <span>{words::submit_orders(lang)} <small>{words::submit_orders_needs(lang)}</small></span>
                </li>
                <li><Icon glyph=Glyph::Check/><span>{words::create_customers(lang)}</span></li>
                <li><Icon glyph=Glyph::Check/><span>{words::designate_support(lang)}</span></li>
            </ul>
        </Section>
    }
    .into_any()
}
