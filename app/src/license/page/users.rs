//! **Users and licenses**: a customer's users, with a form that assigns licenses to those who are ticked.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    parts::{tabs, trail},
    ticks::Ticks,
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, number},
    import::words as importing,
    license::{
        api::AssignLicenses,
        list::{self as spec, ANY, NONE, held},
        model::{LicenseUserRow, LicenseUsersPage as Page, LicensesRow, Managed},
        words,
    },
    list::{model::ListQuery, view},
    member::model::MemberState,
    route,
    shell::load::{loaded, use_list_query},
    ui::{
        Address, ButtonLink, Choice, EmptyState, PageHeader, Section, Select, StateBadge, StateLook,
    },
};

/// The form's id. The boxes stand in the rows of the list, and belong to it by this.
const FORM: &str = "assign-licenses";

/// The page at `/licenses/users`, with `?of={id}` for a customer of the reader's organization.
#[component]
pub fn LicenseUsersPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    provide_context(FieldLabels(words::field));
    let action = Posting::<AssignLicenses>::new();
    let assigned = changes(action);
    let ticks = Ticks::of(FORM, "users[]", (AssignLicenses::PATH, action));
    let data = data::load(
        move || (query.get(), assigned.get()),
        |(query, _)| spec::users(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked(), (action, ticks)).into_any()
    })
}

fn show(
    lang: Lang,
    page: Page,
    query: &ListQuery,
    (action, ticks): (Posting<AssignLicenses>, Ticks),
) -> impl IntoView + use<> {
    let Page { of, users, offered } = page;
    // Whoever was removed gets nothing.
    let listed = users.rows.iter().filter(|row| row.until.is_none());
    let listed: Vec<String> = listed.map(|row| row.id.to_string()).collect();
    let form = (!listed.is_empty() || ticks.are_some()).then(|| {
        if offered.is_empty() {
            nothing_offered(lang)
        } else {
            let others = ticks.elsewhere(lang, listed);
            form(lang, &of, &offered, (action, others))
        }
    });
    let ticks = (!offered.is_empty()).then_some(ticks);
    let states = [
        MemberState::Active,
        MemberState::Blocked,
        MemberState::Removed,
    ];
    let states: Vec<Choice> = states
        .into_iter()
        .map(|state| Choice::new(state.code(), (StateLook::from(state).word)(lang)))
        .collect();
    let holding = vec![
        Choice::new(ANY, words::with_licenses(lang)),
        Choice::new(NONE, words::without_licenses(lang)),
    ];
    let customer = of.customer.id.to_string();
    let shown = view::list(
        &spec::users_list(lang),
        query,
        users,
        vec![states.into(), holding.into()],
        || {
            view! { <EmptyState title=words::no_users(lang) why=words::no_users_why(lang)/> }
                .into_any()
        },
        |row, _| line(lang, &customer, row, ticks).into_any(),
    );
    let (trail, tabs) = (trail(lang, &of), tabs(lang, &of, 0));
    let add = if of.own {
        route::ADD_USER.to_owned()
    } else {
        route::add_customer_user(of.customer.id)
    };
    let import = route::import_users(of.customer.id);
    view! {
        <PageHeader
            trail=trail
            title=words::users_and_licenses(lang)
            lead=of.customer.name.to_string()
            tabs=move || tabs
        >
            <ButtonLink href=add look="primary">{words::add_user(lang)}</ButtonLink>
            <ButtonLink href=import>{importing::import_users(lang)}</ButtonLink>
        </PageHeader>
        {shown}
        {form}
    }
}

fn line(
    lang: Lang,
    customer: &str,
    row: LicenseUserRow,
    ticks: Option<Ticks>,
) -> impl IntoView + use<> {
    let held = held(lang, &row);
    let LicenseUserRow {
        id,
        name,
        address,
        roles,
        state,
        until,
        ..
    } = row;
    let ticks = ticks.filter(|_| until.is_none());
    let tick = ticks.map(|ticks| ticks.tick(lang, id.to_string(), &name));
    let (page, last) = match until {
        Some(until) => {
            let until = view! { {words::restorable_until(lang)} " " <Moment at=until day=true short=true/> };
            (route::removed_user(customer, id), until.into_any())
        }
        None => (route::license_user(customer, id), held.into_any()),
    };
    view! {
        <tr>
            <th scope="row">{tick}<a href=page>{name}</a></th>
            <td class="cell-second" data-label=words::account(lang)><Address at=address/></td>
            <td data-label=words::roles(lang)>{crate::member::roles(lang, roles)}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=state/></td>
            <td class="cell-last" data-label=words::licenses(lang)>{last}</td>
        </tr>
    }
}

/// Why nobody can be ticked.
fn nothing_offered(lang: Lang) -> AnyView {
    view! {
        <Section title=words::assign_licenses(lang) id="assign">
            <p class="muted">{words::nothing_offered(lang)}</p>
        </Section>
    }
    .into_any()
}

/// **Assign**, to those who are ticked in the list.
fn form(
    lang: Lang,
    of: &Managed,
    offered: &[LicensesRow],
    (action, others): (Posting<AssignLicenses>, AnyView),
) -> AnyView {
    let whole = |n: u32| number(i64::from(n));
    let products: Vec<Choice> = offered
        .iter()
        .map(|row| {
            let free = words::free_of(lang, whole(row.free), whole(row.bought));
            let shown = format!("{} · {free}", row.product);
            Choice::new(row.subscription.to_string(), shown)
        })
        .collect();
    let customer = of.customer.id.to_string();
    view! {
        <Section title=words::assign_licenses(lang) lead=words::assign_lead(lang) id="assign">
            <Form action=action form=FORM id=FORM>
                <input type="hidden" name="customer" value=customer/>
                {others}
                <Select
                    name="subscription"
                    label=words::product(lang)
                    options=products
                    prompt=words::choose_product(lang)
                    width="medium"
                />
                <div class="actions">
                    <Submit>{words::assign(lang)}</Submit>
                </div>
            </Form>
        </Section>
    }
    .into_any()
}
