//! The partners' abilities, until when; their limits, and how to take them away.

use leptos::prelude::*;
use tierline_core::{invitation::Kind, relationship::end_days};

use crate::{
    context::{use_lang, use_now},
    invitation::{
        model::{AskingPartner, LinkPage},
        words::link as words,
    },
    relationship::{model::WHOLE, words as grant},
    route,
    ui::{Checkbox, Deadline, Disclosure, Field, Fieldset, Glyph, Icon, Section},
};

/// The abilities, for reading.
#[component]
pub(super) fn Abilities(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let what = match page.kind {
        Kind::Partnership { .. } => view! { <PartnershipRights page=page.clone()/> }.into_any(),
        _ => page
            .partners
            .iter()
            .cloned()
            .map(|partner| view! { <Rights partner=partner/> })
            .collect_view()
            .into_any(),
    };
    let until = page.expires;
    view! {
        <Section title=words::what(lang)>
            {what}
            <p>{words::until_force(lang)}</p>
            {until.map(|at| view! { <p>{words::until_answer(lang)} " " <Deadline at=at bare=true/></p> })}
        </Section>
    }
}

/// The limits of what was asked for, folded, below what can be done on the page.
#[component]
pub(super) fn FoldedLimits(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Disclosure summary=words::limits_summary(lang)>
            <Limits page=page/>
        </Disclosure>
    }
}

/// The rights that a partnership grants to the provider.
#[component]
pub(super) fn PartnershipRights(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let name = super::names(lang, &page);
    view! {
        <p>{words::what_partnership(lang, name)}</p>
        <ul class="abilities">
            <li>
                <Icon glyph=Glyph::Check/>
                <span>{words::orders(lang)} <small>{words::orders_term(lang)}</small></span>
            </li>
            <li>
                <Icon glyph=Glyph::Check/>
                <span>{words::tenant_admin(lang)} <small>{words::tenant_admin_term(lang)}</small></span>
            </li>
        </ul>
    }
}

/// The rights that one partner asks for, for reading.
#[component]
fn Rights(partner: AskingPartner) -> impl IntoView {
    let lang = use_lang();
    let items = partner
        .asks_for
        .iter()
        .map(|right| {
            view! {
                <li>
                    <Icon glyph=Glyph::Check/>
                    <span>{grant::for_customer(lang, right)} <small>{grant::term(lang, right)}</small></span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="card rights">
            <h3>{heading(lang, &partner)}</h3>
            <ul class="abilities">{items}</ul>
        </div>
    }
}

/// The rights that one partner asks for, each to be left ticked or not.
#[component]
pub(super) fn RightBoxes(partner: AskingPartner) -> impl IntoView {
    let lang = use_lang();
    let id = partner.party.id;
    let boxes = partner
        .asks_for
        .iter()
        .map(|right| {
            view! {
                <Checkbox
                    name="grants[]"
                    label=grant::for_customer(lang, right)
                    hint=grant::term(lang, right)
                    value=format!("{id}:{}", right.code())
                    checked=true
                />
            }
        })
        .collect_view();
    view! {
        <Fieldset legend=heading(lang, &partner)>
            <input type="hidden" name="partners[]" value=id.to_string()/>
            {boxes}
        </Fieldset>
    }
}

/// The dates on which a partner's rights end, folded: most have none.
#[component]
pub(super) fn EndDates(partner: AskingPartner) -> impl IntoView {
    let lang = use_lang();
    let id = partner.party.id;
    let (first, last) = end_days(None, use_now());
    let (first, last) = (first.to_string(), last.to_string());
    let rights = partner.asks_for.iter();
    let rights = rights.map(|right| (right.code(), grant::term(lang, right)));
    let fields = [(WHOLE, grant::whole_relationship(lang))]
        .into_iter()
        .chain(rights)
        .map(|(of, label)| {
            view! {
                <Field
                    name=route::end_field(id, of)
                    kind="date"
                    label=label
                    width="medium"
                    min=first.clone()
                    max=last.clone()
                    optional=true
                />
            }
        })
        .collect_view();
    view! {
        <Disclosure summary=words::end_dates_of(lang, &partner.party.name)>
            <p>{words::end_dates_hint(lang)}</p>
            {fields}
        </Disclosure>
    }
}

fn heading(lang: crate::i18n::Lang, partner: &AskingPartner) -> String {
    let name = &partner.party.name;
    partner.side.map_or_else(
        || name.to_string(),
        |side| words::rights_of(lang, name, grant::side(lang, side)),
    )
}

/// The limits of the partners' abilities, and how to take them away.
#[component]
fn Limits(page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let partnership = matches!(page.kind, Kind::Partnership { .. });
    let last = if partnership {
        words::not_customers(lang)
    } else {
        words::not_more(lang)
    };
    let items = [words::not_sign(lang), words::not_end(lang), last]
        .map(|words| view! { <li><Icon glyph=Glyph::Cross/><span>{words}</span></li> })
        .collect_view();
    let away = if partnership {
        words::how_away_partnership(lang)
    } else {
        words::how_away_relationship(lang)
    };
    view! {
        <h3>{words::what_not(lang)}</h3>
        <ul class="abilities abilities-not">{items}</ul>
        <h3>{words::how_away(lang)}</h3>
        <p>{away}</p>
    }
}
