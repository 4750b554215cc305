//! A customer's user, for its partners: its state, and what may be done to it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    actions::{Helped, help_actions},
    edit::{name_form, roles_form},
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Posting, changes::changes},
    i18n::Lang,
    member::{
        api::{HelpUser, RenameCustomerUser, UpdateCustomerUserRoles, customer_user},
        list::roles,
        model::CustomerUserPage as Page,
        words,
    },
    route,
    shell::{load::loaded, words as shell},
    timeline::PagedTimeline,
    ui::{Address, ButtonLink, Fact, FactStrip, PageHeader, Section, StateBadge},
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    help: Posting<HelpUser>,
    name: Posting<RenameCustomerUser>,
    roles: Posting<UpdateCustomerUserRoles>,
}

/// The page at `/customers/{id}/users/{user}`.
#[component]
pub fn CustomerUserPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    provide_context(FieldLabels(words::field));
    let actions = Actions {
        help: Posting::new(),
        name: Posting::new(),
        roles: Posting::new(),
    };
    let done = (
        changes(actions.help),
        changes(actions.name),
        changes(actions.roles),
    );
    let data = data::load(
        move || {
            let of = params.with(|params| {
                let named = |name| params.get(name).unwrap_or_default();
                (named("id"), named("user"))
            });
            (of, done.0.get(), done.1.get(), done.2.get())
        },
        |((customer, user), ..)| customer_user(customer, user),
    );
    loaded(data, move |page| show(lang, page, actions).into_any())
}

fn show(lang: Lang, page: Page, actions: Actions) -> impl IntoView {
    let (role_form, name_form) = (
        roles_form(lang, &page, actions.roles),
        name_form(lang, &page, actions.name),
    );
    let helped = Helped {
        customer: page.customer.id.to_string(),
        user: page.id.to_string(),
        name: page.name.clone(),
        state: page.state,
    };
    let access = help_actions(lang, &helped, page.may, actions.help);
    let trail = vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (
            route::customer(page.customer.id),
            page.customer.name.to_string(),
        ),
        (
            route::license_users(page.customer.id),
            shell::users_and_licenses(lang).to_owned(),
        ),
    ];
    let licenses = route::license_user(page.customer.id, page.id);
    let state = page.state;
    view! {
        <PageHeader
            trail=trail
            title=page.name
            lead=page.customer.name.to_string()
            badge=move || view! { <StateBadge state=state/> }
        >
            <ButtonLink href=licenses>{words::licenses(lang)}</ButtonLink>
        </PageHeader>
        <FactStrip>
            <Fact label=words::account(lang)><Address at=page.address/></Fact>
            <Fact label=words::roles(lang)>{roles(lang, page.roles)}</Fact>
        </FactStrip>
        <Section title=words::roles(lang)>{role_form}</Section>
        <Section title=words::profile(lang)>{name_form}</Section>
        <Section title=words::access(lang)>{access}</Section>
        <Section title=words::history(lang)><PagedTimeline history=page.timeline/></Section>
    }
}
