//! A user's page, for the admins of the organization.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    roles::RoleBoxes,
    user_actions::{access_actions, sign_in_actions},
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, FilledWith, Form, Posting, Submit, changes::changes},
    group::{api::NarrowUser, page::CustomersOfUser},
    i18n::{Lang, Moment},
    member::{
        api::{ChangeUser, HelpUser, RenameUser, UpdateUserRoles, user},
        list::{on_or_off, roles},
        model::UserPage,
        words,
    },
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
    ui::{Address, Fact, FactStrip, Field, PageHeader, Section, StateBadge},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    roles: Posting<UpdateUserRoles>,
    name: Posting<RenameUser>,
    change: Posting<ChangeUser>,
    help: Posting<HelpUser>,
    narrow: Posting<NarrowUser>,
}

/// The page at `/settings/users/{id}`.
#[component]
pub fn UserDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    provide_context(FieldLabels(words::field));
    let actions = Actions {
        roles: Posting::new(),
        name: Posting::new(),
        change: Posting::new(),
        help: Posting::new(),
        narrow: Posting::new(),
    };
    let done = (
        changes(actions.roles),
        changes(actions.name),
        changes(actions.change),
        changes(actions.narrow),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done.0.get(), done.1.get(), done.2.get(), done.3.get())
        },
        |(id, ..)| user(id),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: UserPage, actions: Actions) -> impl IntoView {
    let trail = vec![
        (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
        (
            route::USERS.to_owned(),
            words::user_management(lang).to_owned(),
        ),
    ];
    let state = page.state;
    let signing_in_facts = match page.signing_in {
        Some(how) => {
            let latest = match how.latest {
                Some(at) => view! { <Moment at=at/> }.into_any(),
                None => view! { <span class="muted">{words::never(lang)}</span> }.into_any(),
            };
            view! {
                <Fact label=words::second_factor(lang)>{on_or_off(lang, how.second_factor)}</Fact>
                <Fact label=words::signed_in(lang)>{latest}</Fact>
            }
            .into_any()
        }
        None => {
            view! { <Fact label=words::managed_by(lang)>{words::another_organization(lang)}</Fact> }
                .into_any()
        }
    };
    let (signing_in, access) = (
        sign_in_actions(lang, &page, actions.change, actions.help),
        access_actions(lang, &page, actions.change),
    );
    let (role_form, name_form) = (
        roles_form(lang, &page, actions.roles),
        name_form(lang, &page, actions.name),
    );
    let id = page.id;
    let customers = page.customers.map(|customers| {
        view! { <CustomersOfUser user=id customers=customers action=actions.narrow/> }
    });
    view! {
        <PageHeader
            trail=trail
            title=page.name
            badge=move || view! { <StateBadge state=state/> }
        />
        <FactStrip>
            <Fact label=words::account(lang)><Address at=page.address/></Fact>
            <Fact label=words::roles(lang)>{roles(lang, page.roles)}</Fact>
            {signing_in_facts}
        </FactStrip>
        <Section title=words::roles(lang)>{role_form}</Section>
        {customers}
        <Section title=words::profile(lang)>{name_form}</Section>
        <Section title=words::signing_in(lang)>{signing_in}</Section>
        <Section title=words::history(lang)>
            <PagedTimeline history=page.timeline/>
        </Section>
        <Section title=words::access(lang)>{access}</Section>
    }
}

/// **Update**, with a box for each role.
fn roles_form(lang: Lang, page: &UserPage, action: Posting<UpdateUserRoles>) -> AnyView {
    let (id, mark) = (page.id.to_string(), page.roles_mark.clone());
    let (there_are, held) = (page.there_are, page.roles);
    let global_admin = page.may.global_admin.is_ok();
    match page.may.roles.clone() {
        Ok(()) => view! {
            <Form action=action form="roles">
                <input type="hidden" name="user" value=id/>
                <FilledWith mark=mark/>
                <RoleBoxes there_are=there_are held=held global_admin=global_admin titled=true/>
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

fn name_form(lang: Lang, page: &UserPage, action: Posting<RenameUser>) -> AnyView {
    let (id, mark) = (page.id.to_string(), page.name_mark.clone());
    let name = page.name.clone();
    match page.may.rename.clone() {
        Ok(()) => view! {
            <Form action=action form="name">
                <input type="hidden" name="user" value=id/>
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
