//! **Assigned users**: who holds the licenses of a subscription, with a form that withdraws them from those who are
//! ticked.

use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    parts::{trail_below, users},
    ticks::Ticks,
};
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, number},
    license::{
        api::WithdrawLicenses,
        list as spec,
        model::{HolderRow, HoldersPage as Page},
        words,
    },
    list::{model::ListQuery, view},
    route,
    shell::load::{loaded, use_list_query},
    ui::{
        Address, ButtonLink, Count, Dialog, EmptyState, Fact, FactStrip, PageHeader, Section,
        StateBadge,
    },
};

/// The form's id. The boxes stand in the rows of the list, and belong to it by this.
const FORM: &str = "withdraw-licenses";

/// The page at `/licenses/holders?of={id}`.
#[component]
pub fn HoldersPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    provide_context(FieldLabels(words::field));
    let action = Posting::<WithdrawLicenses>::new();
    let withdrawn = changes(action);
    let ticks = Ticks::of(FORM, "assignments[]", (WithdrawLicenses::PATH, action));
    let data = data::load(
        move || (query.get(), withdrawn.get()),
        |(query, _)| spec::holders(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked(), (action, ticks)).into_any()
    })
}

fn show(
    lang: Lang,
    page: Page,
    query: &ListQuery,
    (action, ticks): (Posting<WithdrawLicenses>, Ticks),
) -> impl IntoView + use<> {
    let Page {
        of,
        licenses,
        holders,
    } = page;
    let customer = of.customer.id.to_string();
    let (subscription, status) = (licenses.subscription.to_string(), licenses.status);
    let listed: Vec<String> = (holders.rows.iter())
        .map(|row| row.assignment.to_string())
        .collect();
    // Whoever has searched in vain still sees whom it ticked before.
    let may_withdraw = !listed.is_empty() || ticks.are_some();
    let form = may_withdraw.then(|| {
        let (customer, product) = (customer.clone(), licenses.product.clone());
        let title = words::withdraw_from_selected(lang, &product);
        let count = move || words::lose_one(lang, number(ticks.count()), &product);
        view! {
            <Section title=words::withdraw_licenses(lang) lead=words::withdraw_lead(lang) id="withdraw">
                {ticks.elsewhere(lang, listed)}
                <Dialog id="withdraw-selected" opener=words::withdraw_selected(lang) title=title form=FORM>
                    // Without scripts nobody knows how many are ticked.
                    <p class="ticked-count">{count}</p>
                    <p>{words::withdraw_what_many(lang)}</p>
                    <Form action=action form=FORM id=FORM>
                        <input type="hidden" name="customer" value=customer/>
                        <input type="hidden" name="subscription" value=subscription/>
                        <Submit look="danger">{words::withdraw(lang)}</Submit>
                    </Form>
                </Dialog>
            </Section>
        }
    });
    let all = users(&of);
    let shown = view::list(
        &spec::holders_list(lang),
        query,
        holders,
        Vec::new(),
        || {
            view! {
                <EmptyState title=words::nobody_holds_one(lang) why=words::nobody_holds_one_why(lang)>
                    <ButtonLink href=all>{words::users_and_licenses(lang)}</ButtonLink>
                </EmptyState>
            }
            .into_any()
        },
        |row, _| line(lang, &customer, row, ticks).into_any(),
    );
    let trail = trail_below(lang, &of);
    // Where more of them are bought.
    let more = route::subscription(licenses.subscription);
    view! {
        <PageHeader
            trail=trail
            title=licenses.product
            lead=of.customer.name.to_string()
            badge=move || view! { <StateBadge state=status/> }
        >
            <ButtonLink href=more>{words::view_subscription(lang)}</ButtonLink>
        </PageHeader>
        <FactStrip>
            <Fact label=words::bought(lang)><Count n=u64::from(licenses.bought)/></Fact>
            <Fact label=words::assigned(lang)><Count n=u64::from(licenses.assigned)/></Fact>
            <Fact label=words::free(lang)><Count n=u64::from(licenses.free)/></Fact>
        </FactStrip>
        {shown}
        {form}
    }
}

fn line(lang: Lang, customer: &str, row: HolderRow, ticks: Ticks) -> impl IntoView + use<> {
    let tick = ticks.tick(lang, row.assignment.to_string(), &row.name);
    view! {
        <tr>
            <th scope="row">
                {tick}
                <a href=route::license_user(customer, row.user)>{row.name}</a>
            </th>
            <td class="cell-second" data-label=words::account(lang)><Address at=row.address/></td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.state/></td>
            <td class="cell-last" data-label=words::since(lang)><Moment at=row.since day=true short=true/></td>
        </tr>
    }
}
