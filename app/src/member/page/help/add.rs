//! **Add user**, to a customer.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::role::{Role, RoleSet};

use crate::{
    context::use_lang,
    form::{FieldLabels, Form, Posting, Submit},
    member::{api::AddCustomerUser, page::roles::RoleBoxes, words},
    route,
    shell::words as shell,
    ui::{ButtonLink, Field, PageHeader},
};

/// The page at `/customers/{id}/users/add`. The server decides whether the reader may use the form, and says so.
#[component]
pub fn AddCustomerUserPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<AddCustomerUser>::new();
    let customer = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let users = route::license_users(&customer);
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (users.clone(), shell::users_and_licenses(lang).to_owned()),
    ];
    // Global admins are the customer's own affair.
    let there_are = RoleSet::of(&[Role::BillingAdmin, Role::User]);
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::add_user(lang) lead=words::add_customer_user_lead(lang)/>
            <Form action=action form="add-customer-user">
                <input type="hidden" name="customer" value=customer/>
                <Field name="name" label=words::name(lang) maxlength=80u32/>
                <Field
                    name="address"
                    kind="email"
                    label=words::account(lang)
                    hint=words::customer_address_hint(lang)
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
