//! The rights that an invitation asks for, one by one.

use leptos::prelude::*;
use tierline_core::{
    organization::Party,
    relationship::{GrantSet, Side},
};

use crate::{
    context::use_lang,
    invitation::words,
    relationship::words as grant,
    ui::{Glyph, Icon},
};

/// The rights that a partnership request asks for.
#[component]
pub(super) fn AskedOfReseller(
    /// The asking provider.
    provider: String,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <p>{words::asked_partnership(lang, provider)}</p>
        <ul class="abilities">
            <li><Icon glyph=Glyph::Key/><span>{words::asked_orders(lang)}</span></li>
            <li><Icon glyph=Glyph::Key/><span>{words::asked_admin(lang)}</span></li>
        </ul>
    }
}

/// The rights that each partner asks of a customer.
#[component]
pub(super) fn AskedOfCustomer(
    /// The partners, each with its side.
    partners: Vec<(Party, Side)>,
) -> impl IntoView {
    let lang = use_lang();
    let partners = partners
        .into_iter()
        .map(|(party, side)| {
            view! {
                <p>{words::asked_of(lang, party.name, grant::side(lang, side))}</p>
                <Rights grants=side.asks_for()/>
            }
        })
        .collect_view();
    view! {
        {partners}
        <p class="muted">{words::asked_choice(lang)}</p>
    }
}

#[component]
fn Rights(grants: GrantSet) -> impl IntoView {
    let lang = use_lang();
    let items = grants
        .iter()
        .map(|right| {
            view! {
                <li>
                    <Icon glyph=Glyph::Key/>
                    <span>{grant::for_partner(lang, right)} <small>{grant::term(lang, right)}</small></span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="abilities">{items}</ul> }
}
