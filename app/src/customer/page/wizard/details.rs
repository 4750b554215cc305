//! Step 1: the customer's details.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::market::Country;

use super::parts::{CancelDraft, Summary, TotalOf, head, submitted, unsent_key};
use crate::shell::load::{loaded, use_parameter};
use crate::{
    context::use_lang,
    customer::{
        api::wizard::{CustomerDetails, customer_draft},
        model::CustomerDraftPage,
        words::wizard as words,
    },
    data,
    form::{FieldLabels, FilledWith, Form, KeepUnsent, Posting, Submit, typed},
    i18n::{Lang, market},
    partnership::{FIND, PartnerSelect, model::Among},
    route,
    ui::{ButtonLink, Choice, Field, Fieldset, Notice, Select, Task, Tone},
};

/// The page.
#[component]
pub fn DetailsStep() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let (reseller, find) = (use_parameter("reseller"), use_parameter(FIND));
    let typed = typed("reseller");
    let action = Posting::<CustomerDetails>::new();
    let data = data::load(
        move || {
            let draft = params.with(|params| params.get("draft").unwrap_or_default());
            let reseller = typed.clone().unwrap_or_else(|| reseller.get());
            (draft, find.get(), reseller)
        },
        |(draft, find, reseller)| customer_draft(draft, find, reseller),
    );
    loaded(data, move |page| {
        view(lang, page, action, reseller.get_untracked())
    })
}

fn view(
    lang: Lang,
    page: CustomerDraftPage,
    action: Posting<CustomerDetails>,
    reseller: String,
) -> AnyView {
    provide_context(FieldLabels(words::field));
    let id = page.id.to_string();
    let head = head(lang, &page, 0);
    if let Some(submitted) = submitted(lang, &page) {
        return view! { {head} {submitted} }.into_any();
    }
    if let Some(refused) = refused(lang, &page) {
        return view! { {head} {refused} }.into_any();
    }
    let draft = page.draft;
    let chosen = if draft.reseller.is_empty() {
        reseller
    } else {
        draft.reseller
    };
    let resellers = page.resellers;
    let own_region = page.organization.country.region();
    let countries = Country::all_by_name(market::language(lang))
        .filter(|country| country.region() == own_region && country.currency().is_some())
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let country = if draft.country.is_empty() {
        page.organization.country.code().to_owned()
    } else {
        draft.country
    };
    let suffix = page.domain_suffix.clone();
    let draft_id = id.clone();
    let unsent_key = unsent_key(page.organization.id);
    let total = page.total.filter(|_| !page.chosen.is_empty());
    view! {
        {head}
        <Form action=action>
            <input type="hidden" name="draft" value=id.clone()/>
            <FilledWith mark=page.details_mark/>
            <KeepUnsent key=unsent_key/>
            // Return in a field presses the first button, so it must not be one that looks for a reseller.
            {resellers
                .is_part()
                .then(|| {
                    view! {
                        <button type="submit" class="visually-hidden" tabindex="-1">{words::next_subscriptions(lang)}</button>
                    }
                })}
            <Task>
                <div class="narrow">
                    {(!resellers.is_empty())
                        .then(|| {
                            view! {
                                <PartnerSelect
                                    choices=resellers
                                    among=Among::Resellers
                                    name="reseller"
                                    label=words::reseller(lang)
                                    hint=words::reseller_hint(lang)
                                    value=chosen
                                    prompt=words::no_reseller(lang)
                                />
                            }
                        })}
                    <Fieldset legend=words::company(lang)>
                        <Field name="name" label=words::name(lang) hint=words::name_hint(lang) value=draft.name autocomplete="off"/>
                        <Field name="domain" label=words::domain(lang) hint=words::domain_hint(lang) value=draft.domain suffix=suffix autocomplete="off"/>
                        <Select
                            name="country"
                            label=words::country(lang)
                            hint=words::country_hint(lang)
                            options=countries
                            value=country
                            prompt=words::country_prompt(lang)
                        />
                        <Field name="street" label=words::street(lang) value=draft.street optional=true autocomplete="off"/>
                        <Field name="city" label=words::city(lang) value=draft.city optional=true autocomplete="off"/>
                        <Field name="postal_code" label=words::postal_code(lang) value=draft.postal_code optional=true width="short" autocomplete="off"/>
                        <Field name="contact" kind="email" label=words::contact(lang) hint=words::contact_hint(lang) value=draft.contact autocomplete="off"/>
                    </Fieldset>
                    <Fieldset legend=words::admin(lang)>
                        <Field name="admin_name" label=words::admin_name(lang) value=draft.admin_name autocomplete="off"/>
                        <Field name="admin_user" label=words::admin_user(lang) hint=words::admin_user_hint(lang) value=draft.admin_user autocomplete="off"/>
                    </Fieldset>
                </div>
                <Summary total=move || total.map(|total| view! { <TotalOf total=total/> }) note=words::nothing_yet(lang)>
                    <Submit>{words::next_subscriptions(lang)}</Submit>
                </Summary>
            </Task>
        </Form>
        <CancelDraft lang=lang draft=draft_id own=page.organization.id/>
    }
    .into_any()
}

/// Tells a user who cannot create customers so before anything is typed.
fn refused(lang: Lang, page: &CustomerDraftPage) -> Option<AnyView> {
    let refusal = page.refused.as_ref()?;
    let (why, code) = (crate::refusal::explain(lang, refusal), refusal.code());
    Some(
        view! {
            <Notice tone=Tone::Warning title=words::refused(lang)><p class="refusal" data-code=code>{why}</p></Notice>
            <div class="actions"><ButtonLink href=route::CUSTOMERS>{words::to_customers(lang)}</ButtonLink></div>
        }
        .into_any(),
    )
}
