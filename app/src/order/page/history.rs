//! **Order history**: what was ordered, by whom, and what has become of it.

use leptos::prelude::*;
use tierline_core::{order::Standing, organization::Party};

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment, number},
    list::{
        model::ListQuery,
        spec::Filter,
        view::{self, Answers},
    },
    order::{
        list::{self as spec, FROM, TO},
        model::{OrderRow, OrdersPage as Page},
        words::history as words,
    },
    partnership, route,
    shell::load::{loaded, use_list_query},
    subscription::model::{NamedProduct, Viewer},
    ui::{self, Amount, ButtonLink, Choice, EmptyState, PageHeader, StateBadge},
};

/// The page at `/orders`, with `?of={id}` for a customer of the reader's organization.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(move || query.get(), |query| spec::orders(query.to_string()));
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page, query: &ListQuery) -> impl IntoView + use<> {
    let Page {
        orders,
        customer,
        resellers,
        partners,
        products,
        viewer,
    } = page;
    let mut options = vec![
        day(query.filter(FROM), false),
        day(query.filter(TO), true),
        standings(lang),
    ];
    if viewer == Viewer::Provider {
        options.push(partnership::answers(resellers));
    }
    options.push(by_partner(partners));
    options.push(by_product(products));
    let shown = view::list(
        &spec::list(lang, viewer),
        query,
        orders,
        options,
        || empty(lang, viewer).into_any(),
        |row, _| line(lang, row, viewer).into_any(),
    );
    let (trail, lead) = match customer {
        Some(customer) => (
            vec![
                (
                    route::CUSTOMERS.to_owned(),
                    words::customers(lang).to_owned(),
                ),
                (route::customer(customer.id), customer.name.to_string()),
            ],
            words::of_customer(lang, &customer.name),
        ),
        None => (Vec::new(), words::lead(lang).to_owned()),
    };
    view! {
        <PageHeader trail=trail title=words::title(lang) lead=lead/>
        {shown}
    }
}

/// A day is typed. It applies by Return or by the button beside the last one: while a year is typed, every digit is a
/// day already.
fn day(value: &str, has_button: bool) -> Answers {
    let chosen = (!value.is_empty()).then(|| Choice::new(value, value));
    let field = Box::new(move |filter: &Filter, value: String| {
        let (name, label, lang) = (filter.name, filter.label, use_lang());
        let id = format!("list-{name}");
        let apply = has_button.then(|| {
            view! { <button type="submit" class="button button-quiet">{ui::words::apply(lang)}</button> }
        });
        view! {
            <div class="filter-field">
                <label for=id.clone()>{label}</label>
                <input id=id type="date" name=name value=value autocomplete="off"/>
            </div>
            {apply}
        }
        .into_any()
    });
    Answers::Found(chosen.into_iter().collect(), field)
}

fn standings(lang: Lang) -> Answers {
    let all = Standing::ALL.into_iter();
    let choices: Vec<Choice> = all
        .map(|it| Choice::new(it.code(), spec::standing(lang, it)))
        .collect();
    choices.into()
}

/// A single partner is no choice.
fn by_partner(partners: Vec<Party>) -> Answers {
    if partners.len() < 2 {
        return Answers::Listed(Vec::new());
    }
    let partners = partners.into_iter();
    let choices: Vec<Choice> = partners
        .map(|party| Choice::new(party.id.to_string(), party.name.to_string()))
        .collect();
    choices.into()
}

/// A single product is none either.
fn by_product(products: Vec<NamedProduct>) -> Answers {
    if products.len() < 2 {
        return Answers::Listed(Vec::new());
    }
    let products = products.into_iter();
    let choices: Vec<Choice> = products
        .map(|product| Choice::new(product.sku.to_string(), product.name))
        .collect();
    choices.into()
}

fn line(lang: Lang, row: OrderRow, viewer: Viewer) -> impl IntoView {
    let products = spec::first_products(lang, &row.lines);
    let customer = (viewer != Viewer::Customer).then(|| {
        let name = row.customer.name.to_string();
        view! { <td class="cell-second" data-label=words::customer(lang)>{name}</td> }
    });
    let products_class = if viewer == Viewer::Customer {
        "cell-second"
    } else {
        ""
    };
    let partner = row.partner.name.to_string();
    let reseller = row.reseller.map(|it| it.name.to_string());
    let sums: Vec<AnyView> = row
        .sums
        .into_iter()
        .map(|sum| view! { <Amount money=sum/> " " }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row"><a href=route::order(row.id)><Moment at=row.at day=true short=true/></a></th>
            {customer}
            <td data-label=words::ordered_by(lang)>{partner}</td>
            <td data-label=words::user(lang)>{row.by}</td>
            <td data-label=words::reseller(lang)>{reseller}</td>
            <td class=products_class data-label=words::products(lang)>{products}</td>
            <td class="numeric" data-label=words::licenses(lang)>{number(row.licenses)}</td>
            <td class="numeric cell-last" data-label=words::sum(lang)>{sums}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.standing/></td>
        </tr>
    }
}

fn empty(lang: Lang, viewer: Viewer) -> impl IntoView {
    let customers = (viewer != Viewer::Customer).then(|| {
        view! { <ButtonLink href=route::CUSTOMERS>{words::customers(lang)}</ButtonLink> }
    });
    view! { <EmptyState title=words::empty(lang) why=words::empty_why(lang)>{customers}</EmptyState> }
}
