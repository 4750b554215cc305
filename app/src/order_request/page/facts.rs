//! What is asked for, by whom, and who acts next.

use leptos::prelude::*;
use tierline_core::order_request::{Side, State, Wanted};

use super::losing;
use crate::{
    catalog::words as catalog,
    i18n::{Lang, Moment, number},
    order_request::{model::OrderRequestPage as Data, told, words},
    route,
    ui::{Pair, Pairs},
};

/// What is asked for, in words.
fn wanted(lang: Lang, page: &Data, wanted: &Wanted) -> String {
    told::wanted_in(lang, wanted, |sku| {
        let named = page.products.iter().find(|product| product.sku == sku);
        named.map(|product| product.name.as_str())
    })
}

/// Every line of what is asked for.
fn lines(lang: Lang, page: &Data, it: &Wanted) -> AnyView {
    let Wanted::New { lines } = it else {
        return wanted(lang, page, it).into_any();
    };
    let items = lines
        .iter()
        .map(|line| {
            let one = Wanted::New { lines: vec![*line] };
            let base = page.bases.iter().find(|base| Some(base.id) == line.base);
            let base = base.map(|base| {
                let told = catalog::add_on_to(lang, &base.product);
                view! { <div class="muted">{told}</div> }
            });
            view! { <li>{wanted(lang, page, &one)} {base}</li> }
        })
        .collect_view();
    view! { <ul class="plain">{items}</ul> }.into_any()
}

pub(super) fn facts(lang: Lang, page: &Data) -> AnyView {
    let request = &page.request;
    let asked = lines(lang, page, &request.asked);
    let is_approved = matches!(request.state, State::Approved { .. });
    let now = request.changed.as_ref().map(|changed| {
        let label = if is_approved {
            words::approved_as(lang)
        } else {
            words::now_asked(lang)
        };
        let lines = lines(lang, page, changed);
        view! { <Pair label=label>{lines}</Pair> }
    });
    let subscription = page.subscription.as_ref().map(|it| {
        let (href, product) = (route::subscription(it.id), it.product.clone());
        let today = format!("{} · {}", number(it.quantity), catalog::plan(lang, it.plan));
        view! {
            <Pair label=words::subscription(lang)><a href=href>{product}</a></Pair>
            <Pair label=words::today(lang)>{today}</Pair>
        }
    });
    let note = request.note.as_ref().map(|note| {
        let note = note.to_string();
        view! { <Pair label=words::note(lang)><span class="as-typed">{note}</span></Pair> }
    });
    let losing = losing::proposed(lang, page).map(|users| {
        view! { <Pair label=words::proposed(lang)>{users}</Pair> }
    });
    let closed = match &request.state {
        State::Declined { reason, .. } => {
            let reason = reason.to_string();
            Some(
                view! {
                    <Pair label=words::why_declined(lang)><span class="as-typed">{reason}</span></Pair>
                }
                .into_any(),
            )
        }
        State::Lapsed { why, .. } => {
            let why = told::why(lang, *why);
            Some(view! { <Pair label=words::why_lapsed(lang)>{why}</Pair> }.into_any())
        }
        _ => None,
    };
    let next = page.status.waits_for().map(|side| {
        let name = match side {
            Side::Reseller => page.reseller.name.to_string(),
            Side::Provider => page.provider.name.to_string(),
            Side::Customer => page.customer.name.to_string(),
        };
        let lapses = request.lapses;
        view! {
            <Pair label=words::acts_next(lang)>{name}</Pair>
            <Pair label=words::lapses_on(lang)><Moment at=lapses day=true/></Pair>
        }
    });
    let by = format!("{}, {}", page.asked_by, page.reseller.name);
    let provider = page.provider.name.to_string();
    let customer = match page.side {
        Side::Customer => page.customer.name.to_string().into_any(),
        Side::Reseller | Side::Provider => {
            let href = route::customer(page.customer.id);
            let name = page.customer.name.to_string();
            view! { <a href=href>{name}</a> }.into_any()
        }
    };
    let at = request.at;
    view! {
        <Pairs>
            <Pair label=words::asked(lang)>{asked}</Pair>
            {now}
            {subscription}
            <Pair label=words::customer(lang)>{customer}</Pair>
            <Pair label=words::asked_by(lang)>{by}</Pair>
            <Pair label=words::provider(lang)>{provider}</Pair>
            <Pair label=words::asked_on(lang)><Moment at=at/></Pair>
            {next}
            {losing}
            {note}
            {closed}
        </Pairs>
    }
    .into_any()
}
