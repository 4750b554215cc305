//! **Add partner**: with its legal profile and capabilities; its first admin is invited by mail.

use leptos::prelude::*;
use tierline_core::{market::Country, organization::Capability};

use super::first_admin;
use crate::{
    account::words as account,
    context::use_lang,
    form::{FieldLabels, Form, Posting, Submit},
    i18n::market,
    operator::{api::AddPartner, words},
    route,
    ui::{ButtonLink, Checkbox, Choice, Field, Fieldset, PageHeader, Select, TextArea},
};

/// The form. The server decides whether the reader may use it, and says so.
#[component]
pub fn AddPartnerPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AddPartner>::new();
    let trail = vec![(
        route::ORGANIZATIONS.to_owned(),
        words::title(lang).to_owned(),
    )];
    let countries = Country::all_by_name(market::language(lang))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    // A box finds its form around it, so it is made there.
    let capabilities = move || {
        let all = Capability::ALL.into_iter().filter(|it| it.is_partner());
        let boxes = all.map(|it| {
            let label = account::capability(lang, it);
            view! { <Checkbox name="capabilities[]" label=label value=it.code()/> }
        });
        boxes.collect_view()
    };
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::add_partner(lang) lead=words::add_lead(lang)/>
            <Form action=action form="add-partner">
                <Fieldset legend=words::capabilities(lang)>{capabilities()}</Fieldset>
                <Field name="name" label=words::legal_name(lang) maxlength=120u32/>
                <Field
                    name="domain"
                    label=words::domain(lang)
                    hint=words::domain_hint(lang)
                    maxlength=253u32
                />
                <Select
                    name="country"
                    label=words::country(lang)
                    options=countries
                    prompt=words::choose_country(lang)
                />
                <TextArea
                    name="address"
                    label=words::address(lang)
                    hint=words::address_hint(lang)
                    rows=4
                    maxlength=1000u32
                />
                <Field
                    name="mpn"
                    label=words::mpn(lang)
                    hint=words::mpn_hint(lang)
                    width="medium"
                    optional=true
                    maxlength=20u32
                />
                <Field name="admin_name" label=words::admin_name(lang) maxlength=80u32/>
                <Field
                    name="admin_user_name"
                    kind="email"
                    label=words::admin_user_name(lang)
                    hint=words::admin_user_name_hint(lang)
                    maxlength=254u32
                />
                {first_admin::language(lang, lang)}
                <div class="actions">
                    <Submit>{words::add_and_invite(lang)}</Submit>
                    <ButtonLink href=route::ORGANIZATIONS look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}
