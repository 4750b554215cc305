//! The fields of a tenant that a visitor makes, with its first global admin: on the way to answering an invitation, or
//! to enrolling.

use leptos::prelude::*;

use crate::{
    account::words::tenant as words,
    context::use_lang,
    ui::{Choice, Field, PasswordField, Select},
};

/// The fields, inside the form that makes the tenant.
#[component]
pub fn TenantFields(
    /// The countries to choose from.
    countries: Vec<Choice>,
    /// What follows the first part of the domain.
    suffix: String,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Field name="name" label=words::company(lang) autocomplete="organization" maxlength=120u32/>
        <Select
            name="country"
            label=words::country(lang)
            hint=words::country_hint(lang)
            options=countries
            prompt=words::choose_country(lang)
        />
        <Field
            name="domain"
            label=words::domain(lang)
            hint=words::domain_hint(lang)
            suffix=format!(".{}", suffix.trim_start_matches('.'))
            maxlength=27u32
        />
        <Field name="admin_name" label=words::your_name(lang) autocomplete="name" maxlength=80u32/>
        <Field
            name="admin_user"
            label=words::user_name(lang)
            hint=words::user_name_hint(lang)
            suffix="@"
            maxlength=64u32
        />
        <PasswordField
            name="password"
            label=words::password(lang)
            hint=words::password_hint(lang)
            autocomplete="new-password"
        />
        <PasswordField
            name="repeated_password"
            label=words::repeated_password(lang)
            autocomplete="new-password"
        />
    }
}
