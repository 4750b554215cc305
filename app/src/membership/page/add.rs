//! **Add member**.

use leptos::prelude::*;
use tierline_core::market::Country;

use crate::{
    context::use_lang,
    form::{FieldLabels, Form, Posting, Submit},
    i18n::{Lang, market},
    membership::{api::registry::RegisterMember, words::registry as words},
    route,
    ui::{ButtonLink, Choice, Field, PageHeader, PasswordField, Select},
};

/// The form. The server decides whether the reader may use it, and says so.
#[component]
pub fn AddMemberPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<RegisterMember>::new();
    let trail = vec![(route::REGISTRY.to_owned(), words::title(lang).to_owned())];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::add_member(lang) lead=words::add_lead(lang)/>
            <Form action=action form="register-member">
                <Field
                    name="account"
                    kind="email"
                    label=words::account(lang)
                    hint=words::account_hint(lang)
                    maxlength=254u32
                />
                <PasswordField
                    name="member_password"
                    label=words::password(lang)
                    hint=words::not_set_what(lang)
                    autocomplete="new-password"
                />
                <Field
                    name="profile_mpn"
                    label=words::profile_mpn(lang)
                    hint=words::mpn_hint(lang)
                    inputmode="numeric"
                    width="medium"
                    maxlength=10u32
                />
                <Field name="profile_name" label=words::profile_name(lang) maxlength=120u32/>
                <LocationFields/>
                <div class="actions">
                    <Submit>{words::add_member(lang)}</Submit>
                    <ButtonLink href=route::REGISTRY look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}

/// MPN ID, name and country of a location.
#[component]
pub(super) fn LocationFields() -> impl IntoView {
    let lang = use_lang();
    view! {
        <Field
            name="location_mpn"
            label=words::location_mpn(lang)
            hint=words::mpn_hint(lang)
            inputmode="numeric"
            width="medium"
            maxlength=10u32
        />
        <Field name="location_name" label=words::location_name(lang) maxlength=120u32/>
        <Select
            name="country"
            label=words::country(lang)
            options=every_country(lang)
            prompt=words::choose_country(lang)
        />
    }
}

/// Every country in the order of the language.
pub(super) fn every_country(lang: Lang) -> Vec<Choice> {
    Country::all_by_name(market::language(lang))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect()
}
