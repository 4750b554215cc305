//! A user of a customer, with the licenses that it has and could have.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::parts::trail_below;
use crate::{
    context::use_lang,
    data,
    form::{Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, number},
    license::{
        api::{AssignLicenses, WithdrawLicenses, license_user},
        model::{Held, LicenseUserPage as Page, UserLicense},
        words,
    },
    list::model::Page as ListPage,
    refusal::RefusedBy,
    route,
    shell::load::{loaded, use_parameter},
    timeline::PagedTimeline,
    ui::{
        Address, ButtonLink, Count, Dialog, EmptyState, Fact, FactStrip, PageHeader, Pager,
        Section, StateBadge, Table,
    },
};

/// The part of the address that names the page of licenses.
const CURSOR: &str = "licenses";

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    assign: Posting<AssignLicenses>,
    withdraw: Posting<WithdrawLicenses>,
}

/// The page at `/licenses/users/{customer}/{id}`.
#[component]
pub fn LicenseUserPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let cursor = use_parameter(CURSOR);
    let actions = Actions {
        assign: Posting::new(),
        withdraw: Posting::new(),
    };
    let (assigned, withdrawn) = (changes(actions.assign), changes(actions.withdraw));
    let data = data::load(
        move || {
            let of = params.with(|params| {
                let named = |name| params.get(name).unwrap_or_default();
                (named("customer"), named("id"))
            });
            (of, cursor.get(), assigned.get(), withdrawn.get())
        },
        |((customer, user), cursor, ..)| license_user(customer, user, cursor),
    );
    loaded(data, move |page| show(lang, page, actions).into_any())
}

fn show(lang: Lang, page: Page, actions: Actions) -> impl IntoView {
    let Page {
        of,
        user,
        licenses,
        timeline,
    } = page;
    let ids = Ids {
        customer: of.customer.id.to_string(),
        user: user.id.to_string(),
        name: user.name.clone(),
    };
    let state = user.state;
    let table = table(lang, &ids, licenses, actions);
    let trail = trail_below(lang, &of);
    let account = if of.own {
        route::user(user.id)
    } else {
        route::customer_user(of.customer.id, user.id)
    };
    view! {
        <PageHeader
            trail=trail
            title=user.name
            lead=of.customer.name.to_string()
            badge=move || view! { <StateBadge state=state/> }
        >
            <ButtonLink href=account>{words::user_account(lang)}</ButtonLink>
        </PageHeader>
        <FactStrip>
            <Fact label=words::account(lang)><Address at=user.address/></Fact>
            <Fact label=words::roles(lang)>{crate::member::roles(lang, user.roles)}</Fact>
            <Fact label=words::licenses(lang)><Count n=u64::from(user.licenses)/></Fact>
        </FactStrip>
        <Section title=words::licenses(lang) id="licenses">{table}</Section>
        <Section title=words::history(lang)><PagedTimeline history=timeline/></Section>
    }
}

/// Whose license it is.
struct Ids {
    customer: String,
    user: String,
    name: String,
}

/// Every subscription of the customer, page by page.
fn table(lang: Lang, ids: &Ids, page: ListPage<UserLicense>, actions: Actions) -> AnyView {
    let ListPage {
        rows,
        total,
        is_at_least,
        next,
        previous,
    } = page;
    if rows.is_empty() {
        return view! { <EmptyState title=words::nothing_bought(lang) why=words::nothing_bought_why(lang)/> }
            .into_any();
    }
    let shown = rows.len();
    let pager = (next.is_some() || previous.is_some()).then(|| {
        view! {
            <Pager
                shown=shown
                total=total
                is_at_least=is_at_least
                previous=previous
                next=next
                name=CURSOR
                noscroll=true
            />
        }
    });
    let rows = rows
        .into_iter()
        .map(|row| line(lang, ids, row, actions))
        .collect_view();
    view! {
        <Table caption=words::licenses(lang)>
            <thead>
                <tr>
                    <th scope="col">{words::product(lang)}</th>
                    <th scope="col">{words::state(lang)}</th>
                    <th scope="col">{words::free(lang)}</th>
                    <th scope="col">{words::held_since(lang)}</th>
                    <th scope="col"><span class="visually-hidden">{words::assign_licenses(lang)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        {pager}
    }
    .into_any()
}

fn line(lang: Lang, ids: &Ids, row: UserLicense, actions: Actions) -> AnyView {
    let UserLicense {
        licenses,
        held,
        assign: may,
    } = row;
    let whole = |n: u32| number(i64::from(n));
    let free = words::free_of(lang, whole(licenses.free), whole(licenses.bought));
    let subscription = licenses.subscription.to_string();
    let since = match &held {
        Some(held) => view! { <Moment at=held.since day=true short=true/> }.into_any(),
        None => view! { <span class="muted">{words::not_assigned(lang)}</span> }.into_any(),
    };
    let action = match (held, may) {
        (Some(held), _) => withdraw(lang, ids, &held, &licenses.product, actions.withdraw),
        (None, Ok(())) => assign(lang, ids, subscription, actions.assign),
        (None, Err(refusal)) => {
            let why = format!("why-{subscription}");
            view! { <RefusedBy label=words::assign(lang) refusal=refusal id=why/> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row"><a href=route::license_holders(licenses.subscription)>{licenses.product}</a></th>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=licenses.status/></td>
            <td class="cell-second" data-label=words::free(lang)>{free}</td>
            <td class="cell-last" data-label=words::held_since(lang)>{since}</td>
            <td class="row-actions">{action}</td>
        </tr>
    }
    .into_any()
}

fn assign(lang: Lang, ids: &Ids, subscription: String, action: Posting<AssignLicenses>) -> AnyView {
    let form = format!("assign-{subscription}");
    let (customer, user) = (ids.customer.clone(), ids.user.clone());
    view! {
        <Form action=action form=form>
            <input type="hidden" name="customer" value=customer/>
            <input type="hidden" name="subscription" value=subscription/>
            <input type="hidden" name="users[]" value=user/>
            <input type="hidden" name="from" value="user"/>
            <Submit look="quiet">{words::assign(lang)}</Submit>
        </Form>
    }
    .into_any()
}

fn withdraw(
    lang: Lang,
    ids: &Ids,
    held: &Held,
    product: &str,
    action: Posting<WithdrawLicenses>,
) -> AnyView {
    let assignment = held.assignment.to_string();
    let form = format!("withdraw-{assignment}");
    let dialog = format!("dialog-{assignment}");
    let (customer, user) = (ids.customer.clone(), ids.user.clone());
    let title = words::withdraw_title(lang, product, &ids.name);
    view! {
        <Dialog id=dialog opener=words::withdraw(lang) look="quiet" title=title form=form.clone()>
            <p>{words::withdraw_what(lang)}</p>
            <Form action=action form=form>
                <input type="hidden" name="customer" value=customer/>
                <input type="hidden" name="user" value=user/>
                <input type="hidden" name="assignments[]" value=assignment/>
                <Submit look="danger">{words::withdraw(lang)}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
