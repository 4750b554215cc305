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
    let (lead, [orders, needs, customers, support]) = match seen {
        Seen::ByProvider => (
            words::allows_provider(lang, &page.other.name),
            [
                words::submit_orders(lang),
                words::submit_orders_needs(lang),
                words::create_customers(lang),
                words::designate_support(lang),
            ],
        ),
        Seen::ByReseller => (
            words::allows_reseller(lang, &page.other.name),
            [
                words::submit_orders_for_you(lang),
                words::submit_orders_needs_theirs(lang),
                words::create_customers_for_you(lang),
                words::designate_you(lang),
            ],
        ),
    };
    view! {
        <Section title=words::allows_title(lang)>
            <p>{lead}</p>
            <ul class="abilities">
                <li>
                    <Icon glyph=Glyph::Check/>
                    <span>{orders} <small>{needs}</small></span>
                </li>
                <li><Icon glyph=Glyph::Check/><span>{customers}</span></li>
                <li><Icon glyph=Glyph::Check/><span>{support}</span></li>
            </ul>
        </Section>
    }
    .into_any()
}
