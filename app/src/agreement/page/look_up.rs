//! **Look up a reseller**, for a provider: whether it is enrolled, has signed and is in good standing, so that it can
//! be asked to partner or be a partner of record.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use tierline_core::access::{self, Action};

use crate::{
    agreement::{
        api::look_up_reseller,
        model::{LookUpPage, LookedUp},
        told, words,
    },
    context::use_lang,
    data,
    i18n::{Lang, market},
    refusal::explain,
    route,
    shell::{load::loaded, words as shell},
    ui::{
        Badge, ButtonLink, EmptyState, Field, NavigationForm, Notice, PageHeader, Pair, Pairs,
        Section, Tone,
    },
};

/// The page at `/resellers/look-up`.
#[component]
pub fn LookUpResellerPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let by = Memo::new(move |_| query.with(|query| query.get("by").unwrap_or_default()));
    let data = data::load(move || by.get(), look_up_reseller);
    let trail = vec![(
        route::INDIRECT_RESELLERS.to_owned(),
        shell::indirect_resellers(lang).to_owned(),
    )];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::look_up(lang) lead=words::look_up_lead(lang)/>
            <NavigationForm path=route::LOOK_UP>
                <Field
                    name="by"
                    label=words::look_up_by(lang)
                    hint=words::look_up_hint(lang)
                    value=by.get_untracked()
                    maxlength=253u32
                    width="medium"
                />
                <div class="actions">
                    <button type="submit" class="button button-primary">{words::look_up_button(lang)}</button>
                </div>
            </NavigationForm>
            {loaded(data, move |page| answer(lang, page))}
        </div>
    }
}

fn answer(lang: Lang, page: LookUpPage) -> AnyView {
    let Some(asked) = page.asked.clone() else {
        return ().into_any();
    };
    let Some(found) = page.found.clone() else {
        return view! {
            <EmptyState title=words::not_found(lang, &asked) why=words::not_found_why(lang)/>
        }
        .into_any();
    };
    let (facts, standing) = (facts(lang, &found), standing(lang, &found));
    let name = found.name.clone();
    let asks = access::authorize_own(&page.organization, &page.actor, Action::RequestPartnership);
    let step = (!found.partnership && asks.is_ok()).then(|| {
        view! {
            <div class="actions">
                <ButtonLink href=route::REQUEST_PARTNERSHIP>{words::request_partnership(lang)}</ButtonLink>
            </div>
        }
    });
    view! {
        <Section title=name>
            {facts}
            {standing}
            {step}
        </Section>
    }
    .into_any()
}

fn facts(lang: Lang, found: &LookedUp) -> impl IntoView + use<> {
    let yes_or_no = move |is: bool| {
        let (tone, word) = if is {
            (Tone::Success, words::yes(lang))
        } else {
            (Tone::Warning, words::no(lang))
        };
        view! { <Badge tone=tone>{word}</Badge> }
    };
    let mpn = match found.mpn.clone() {
        Some(mpn) => mpn.into_any(),
        None => view! { <span class="muted">{words::no_mpn(lang)}</span> }.into_any(),
    };
    let (country, enrolled, signed) = (found.country, found.enrolled, found.signed);
    let (standing, partnership) = (found.standing.is_ok(), found.partnership);
    let unsigned = found.unsigned.map(|kind| {
        view! { " " <span class="muted">{told::kind(lang, kind)}</span> }
    });
    view! {
        <Pairs>
            <Pair label=words::country(lang)>{market::country(lang, country)}</Pair>
            <Pair label=words::mpn(lang)>{mpn}</Pair>
            <Pair label=words::enrolled(lang)>{yes_or_no(enrolled)}</Pair>
            <Pair label=words::signed(lang)>{yes_or_no(signed)} {unsigned}</Pair>
            <Pair label=words::in_good_standing(lang)>{yes_or_no(standing)}</Pair>
            <Pair label=words::in_partnership(lang)>{yes_or_no(partnership)}</Pair>
        </Pairs>
    }
}

/// What is missing and who can fix it, or what the reseller can be.
fn standing(lang: Lang, found: &LookedUp) -> AnyView {
    match &found.standing {
        Err(refusal) => {
            let why = explain(lang, refusal);
            view! {
                <Notice tone=Tone::Warning title=words::what_is_missing(lang)><p>{why}</p></Notice>
            }
            .into_any()
        }
        Ok(()) if found.partnership => view! {
            <Notice tone=Tone::Success><p>{words::may_be_partner_of_record(lang)}</p></Notice>
        }
        .into_any(),
        Ok(()) => view! {
            <Notice><p>{words::needs_partnership(lang)}</p></Notice>
        }
        .into_any(),
    }
}
