//! **Subscriptions**: everything that was bought, of one customer or of all.

use leptos::prelude::*;
use tierline_core::{
    catalog::Kind,
    subscription::{AutoRenew, Status},
};

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment, number},
    list::{
        model::ListQuery,
        view::{self, Answers},
    },
    partnership, route,
    shell::load::{loaded, use_list_query},
    subscription::{
        list::all as spec,
        model::{
            NamedProduct, Viewer,
            all::{AllSubscriptionsPage as Page, ListedSubscription},
        },
        words::{all as words, detail},
    },
    ui::{ButtonLink, Choice, EmptyState, PageHeader, StateBadge, StateLook},
};

/// The page at `/subscriptions`, with `?of={id}` for a customer of the reader's organization.
#[component]
pub fn AllSubscriptionsPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::all_subscriptions(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page, query: &ListQuery) -> impl IntoView + use<> {
    let is_of_one = page.is_of_one();
    let Page {
        subscriptions,
        customer,
        resellers,
        products,
        viewer,
    } = page;
    let mut options = vec![states(lang), kinds(lang), by_product(products)];
    if viewer == Viewer::Provider {
        options.push(partnership::answers(resellers));
    }
    options.push(auto_renews(lang));
    let shown = view::list(
        &spec::list(lang, viewer, is_of_one),
        query,
        subscriptions,
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

fn states(lang: Lang) -> Answers {
    let all = Status::ALL.into_iter();
    let choices: Vec<Choice> = all
        .map(|it| Choice::new(it.code(), (StateLook::from(it).word)(lang)))
        .collect();
    choices.into()
}

fn kinds(lang: Lang) -> Answers {
    let all = Kind::ALL.into_iter();
    let choices: Vec<Choice> = all
        .map(|it| Choice::new(it.code(), detail::kind_is(lang, it)))
        .collect();
    choices.into()
}

/// A single product is no choice.
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

fn auto_renews(lang: Lang) -> Answers {
    let choice = |value, it| Choice::new(value, detail::auto_renew_is(lang, it));
    vec![choice("on", AutoRenew::On), choice("off", AutoRenew::Off)].into()
}

fn line(lang: Lang, row: ListedSubscription, viewer: Viewer) -> impl IntoView {
    let customer = (viewer != Viewer::Customer).then(|| {
        let name = row.customer.name.to_string();
        view! { <td class="cell-second" data-label=words::customer(lang)>{name}</td> }
    });
    let licenses_class = if viewer == Viewer::Customer {
        "numeric cell-second"
    } else {
        "numeric"
    };
    let reseller = row.reseller.map(|it| it.name.to_string());
    let auto_renew = row.auto_renew.map(|it| detail::auto_renew_is(lang, it));
    let ends = row
        .ends
        .map(|at| view! { <Moment at=at day=true short=true/> });
    view! {
        <tr>
            <th scope="row"><a href=route::subscription(row.id)>{row.product}</a></th>
            {customer}
            <td data-label=words::reseller(lang)>{reseller}</td>
            <td data-label=words::kind(lang)>{detail::kind_is(lang, row.kind)}</td>
            <td class=licenses_class data-label=words::licenses(lang)>{number(row.licenses)}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td data-label=words::auto_renew(lang)>{auto_renew}</td>
            <td data-label=words::since(lang)><Moment at=row.since day=true short=true/></td>
            <td class="cell-last" data-label=words::ends(lang)>{ends}</td>
        </tr>
    }
}

fn empty(lang: Lang, viewer: Viewer) -> impl IntoView {
    let customers = (viewer != Viewer::Customer).then(|| {
        view! { <ButtonLink href=route::CUSTOMERS>{words::customers(lang)}</ButtonLink> }
    });
    view! { <EmptyState title=words::empty(lang) why=words::empty_why(lang)>{customers}</EmptyState> }
}
