//! Name and roles of a customer's user, corrected by its partners.

use leptos::prelude::*;
use tierline_core::role::{Role, RoleSet};

use crate::{
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    member::{
        api::{RenameCustomerUser, UpdateCustomerUserRoles},
        model::CustomerUserPage as Page,
        page::roles::RoleBoxes,
        words,
    },
    refusal::RefusedBy,
    ui::Field,
};

/// The roles that a customer's partners give and take: global admins are the customer's own affair.
pub(super) fn given_by_partners() -> RoleSet {
    RoleSet::of(&[Role::BillingAdmin, Role::User])
}

/// **Update**, with a box for each role.
pub(super) fn roles_form(
    lang: Lang,
    page: &Page,
    action: Posting<UpdateCustomerUserRoles>,
) -> AnyView {
    let (customer, user) = (page.customer.id.to_string(), page.id.to_string());
    let (held, mark) = (page.roles, page.roles_mark.clone());
    match page.may.roles.clone() {
        Ok(()) => view! {
            <Form action=action form="roles">
                <input type="hidden" name="customer" value=customer/>
                <input type="hidden" name="user" value=user/>
                <FilledWith mark=mark/>
                <RoleBoxes there_are=given_by_partners() held=held global_admin=false titled=true/>
                <div class="actions">
                    <Submit>{words::update(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::update(lang) refusal=refusal look="primary" id="why-roles"/> }
                .into_any()
        }
    }
}

/// **Save**, with the name.
pub(super) fn name_form(lang: Lang, page: &Page, action: Posting<RenameCustomerUser>) -> AnyView {
    let (customer, user) = (page.customer.id.to_string(), page.id.to_string());
    let (name, mark) = (page.name.clone(), page.name_mark.clone());
    match page.may.rename.clone() {
        Ok(()) => view! {
            <Form action=action form="name">
                <input type="hidden" name="customer" value=customer/>
                <input type="hidden" name="user" value=user/>
                <FilledWith mark=mark/>
                <Field name="name" label=words::name(lang) value=name maxlength=80u32/>
                <div class="actions">
                    <Submit look="quiet">{words::save(lang)}</Submit>
                </div>
            </Form>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::save(lang) refusal=refusal id="why-name"/> }.into_any()
        }
    }
}
