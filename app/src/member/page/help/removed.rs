//! A user who was removed from a customer: until when it can be restored, and what comes back with it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::license::WhyLost;

use crate::{
    context::use_lang,
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment},
    member::{
        api::{RestoreUser, removed_user},
        list::roles,
        model::{MemberState, RemovedUserPage as Page},
        words,
    },
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    ui::{Address, Dialog, Fact, FactStrip, PageHeader, Section, StateBadge, Table},
};

/// The page at `/customers/{id}/users/{user}/removed`.
#[component]
pub fn RemovedUserPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let action = Posting::<RestoreUser>::new();
    let data = data::load(
        move || {
            params.with(|params| {
                let named = |name| params.get(name).unwrap_or_default();
                (named("id"), named("user"))
            })
        },
        |(customer, user)| removed_user(customer, user),
    );
    loaded(data, move |page| show(lang, page, action).into_any())
}

fn show(lang: Lang, page: Page, action: Posting<RestoreUser>) -> impl IntoView {
    let trail = trail(lang, &page);
    let (licenses, access) = (licenses(lang, &page), restore(lang, &page, action));
    let blocked = page.blocked.then(|| {
        view! { <Fact label=words::access(lang)>{words::was_blocked(lang)}</Fact> }
    });
    let (at, until) = (page.at, page.until);
    view! {
        <PageHeader
            trail=trail
            title=page.name
            lead=page.customer.name.to_string()
            badge=move || view! { <StateBadge state=MemberState::Removed/> }
        />
        <FactStrip>
            <Fact label=words::account(lang)><Address at=page.address/></Fact>
            <Fact label=words::roles(lang)>{roles(lang, page.roles)}</Fact>
            {blocked}
            <Fact label=words::removed_on(lang)><Moment at=at/></Fact>
            <Fact label=words::restorable_until(lang)><Moment at=until/></Fact>
        </FactStrip>
        <Section title=words::licenses(lang)>{licenses}</Section>
        <Section title=words::access(lang)>{access}</Section>
    }
}

fn trail(lang: Lang, page: &Page) -> Vec<(String, String)> {
    if page.own {
        return vec![
            (route::SETTINGS.to_owned(), shell::settings(lang).to_owned()),
            (
                route::USERS.to_owned(),
                words::user_management(lang).to_owned(),
            ),
            (
                route::removed_users(None),
                words::removed_users(lang).to_owned(),
            ),
        ];
    }
    let customer = page.customer.id;
    vec![
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        ),
        (route::customer(customer), page.customer.name.to_string()),
        (
            route::removed_users(Some(&customer.to_string())),
            words::removed_users(lang).to_owned(),
        ),
    ]
}

/// What the user held, and whether it comes back.
fn licenses(lang: Lang, page: &Page) -> AnyView {
    let given = page.given.iter();
    let given = given.map(|product| (product.clone(), words::given_back(lang)));
    let lost = page.lost.iter().map(|lost| {
        let why = match lost.why {
            WhyLost::NoneLeft => words::none_left(lang),
            WhyLost::OutOfUse => words::out_of_use(lang),
        };
        (lost.product.clone(), why)
    });
    let all: Vec<_> = given.chain(lost).collect();
    if all.is_empty() {
        return view! { <p class="muted">{words::held_nothing(lang)}</p> }.into_any();
    }
    let rows = all.into_iter().map(|(product, what)| {
        view! {
            <tr>
                <th scope="row">{product}</th>
                <td class="cell-last" data-label=words::what_happens(lang)>{what}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::licenses(lang)>
            <thead>
                <tr>
                    <th scope="col">{words::product(lang)}</th>
                    <th scope="col">{words::what_happens(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// **Restore**, after a question.
fn restore(lang: Lang, page: &Page, action: Posting<RestoreUser>) -> AnyView {
    let (customer, user) = (page.customer.id.to_string(), page.id.to_string());
    let title = words::restore_title(lang, &page.name);
    match page.may.clone() {
        Ok(()) => view! {
            <div class="actions">
                <Dialog
                    id="dialog-restore"
                    opener=words::restore(lang)
                    look="primary"
                    title=title
                    form="restore"
                >
                    <p>{words::restore_what(lang)}</p>
                    <Form action=action form="restore">
                        <input type="hidden" name="customer" value=customer/>
                        <input type="hidden" name="user" value=user/>
                        <Submit>{words::restore(lang)}</Submit>
                    </Form>
                </Dialog>
            </div>
        }
        .into_any(),
        Err(refusal) => {
            view! { <RefusedBy label=words::restore(lang) refusal=refusal look="primary" id="why-restore"/> }
                .into_any()
        }
    }
}
