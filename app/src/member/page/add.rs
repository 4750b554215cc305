//! **Add user**.

use leptos::prelude::*;
use tierline_core::{access::Action, permission::SubjectKind, role::RoleSet};

use super::roles::{RoleBoxes, roles_of};
use crate::{
    context::{use_lang, use_session},
    data,
    form::{FieldLabels, Form, Posting, Submit},
    group::page::CustomersChoice,
    i18n::Lang,
    member::{
        api::{InviteUser, new_user},
        model::NewUserPage,
        words,
    },
    route,
    shell::{load::loaded, words as shell},
    ui::{ButtonLink, Field, PageHeader},
};

/// The form. The server decides whether the reader may use it, and says so.
#[component]
pub fn AddUserPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<InviteUser>::new();
    let data = data::load(|| (), |()| new_user());
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: NewUserPage, action: Posting<InviteUser>) -> impl IntoView {
    let session = use_session();
    let there_are = session
        .as_ref()
        .and_then(|session| session.organization.as_ref())
        .map_or(RoleSet::EMPTY, |own| roles_of(&own.capabilities));
    let global_admin =
        session.is_some_and(|session| session.may(Action::ManageGlobalAdmins, SubjectKind::Own));
    let trail = vec![
        (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
        (
            route::USERS.to_owned(),
            words::user_management(lang).to_owned(),
        ),
    ];
    let customers = page.customers.map(|customers| {
        view! { <CustomersChoice is_narrowed=customers.is_narrowed groups=customers.groups/> }
    });
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::add_user(lang) lead=words::add_lead(lang)/>
            <Form action=action form="invite-user">
                <Field name="name" label=words::name(lang) maxlength=80u32/>
                <Field
                    name="address"
                    kind="email"
                    label=words::address(lang)
                    hint=words::address_hint(lang)
                    maxlength=254u32
                />
                <RoleBoxes there_are=there_are held=RoleSet::EMPTY global_admin=global_admin/>
                {customers}
                <div class="actions">
                    <Submit>{words::send_invitation(lang)}</Submit>
                    <ButtonLink href=route::USERS look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}
