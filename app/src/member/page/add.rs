//! **Add user**.

use leptos::prelude::*;
use tierline_core::{access::Action, permission::SubjectKind, role::RoleSet};

use super::roles::{RoleBoxes, roles_of};
use crate::{
    context::{use_lang, use_session},
    form::{Form, Posting, Submit},
    member::{api::InviteUser, words},
    route,
    shell::words as shell,
    ui::{ButtonLink, Field, PageHeader},
};

/// The form. The server decides whether the reader may use it, and says so.
#[component]
pub fn AddUserPage() -> impl IntoView {
    let lang = use_lang();
    let action = Posting::<InviteUser>::new();
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
                <div class="actions">
                    <Submit>{words::send_invitation(lang)}</Submit>
                    <ButtonLink href=route::USERS look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
}
