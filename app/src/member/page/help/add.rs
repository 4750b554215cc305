//! **Add user**, to a customer.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::role::{Role, RoleSet};

use super::edit::given_by_partners;
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit},
    i18n::Lang,
    member::{
        api::{AddCustomerUser, new_customer_user},
        model::NewCustomerUserPage as Page,
        page::roles::RoleBoxes,
        words,
    },
    route,
    shell::{load::loaded, words as shell},
    ui::{ButtonLink, Field, PageHeader},
};

/// The page at `/customers/{id}/users/add`. The server decides whether the reader may use the form, and says so.
#[component]
pub fn AddCustomerUserPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AddCustomerUser>::new();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        new_customer_user,
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: Page, action: Posting<AddCustomerUser>) -> impl IntoView {
    let Page { customer, domain } = page;
    let id = customer.id.to_string();
    let users = route::license_users(customer.id);
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (route::customer(customer.id), customer.name.to_string()),
        (users.clone(), shell::users_and_licenses(lang).to_owned()),
    ];
    let title = words::add_user_to(lang, &customer.name);
    let suffix = format!("@{domain}");
    let there_are = given_by_partners();
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=title lead=words::add_customer_user_lead(lang)/>
            <Form action=action form="add-customer-user">
                <input type="hidden" name="customer" value=id/>
                <input type="hidden" name="domain" value=domain/>
                <Field name="name" label=words::name(lang) maxlength=80u32/>
                <Field
                    name="address"
                    label=words::account(lang)
                    hint=words::customer_address_hint(lang)
                    suffix=suffix
                    maxlength=254u32
                />
                <RoleBoxes there_are=there_are held=RoleSet::of(&[Role::User]) global_admin=false/>
                <div class="actions">
                    <Submit>{words::add_user(lang)}</Submit>
                    <ButtonLink href=users look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}
