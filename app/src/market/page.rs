//! **CSP country and regions**: where the organization may do business ("Partner with indirect providers in the CSP
//! program").

use leptos::prelude::*;
use tierline_core::market::{Country, Region};

use crate::{
    context::{use_lang, use_session},
    data,
    i18n::{Lang, market},
    list::{model::ListQuery, view},
    market::{
        list as spec,
        model::{MarketRow, OwnMarkets},
        words,
    },
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    ui::{Choice, PageHeader, Pair, Pairs},
};

/// The page.
#[component]
pub fn MarketsPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let data = data::load(
        move || query.get(),
        |query| spec::markets(query.to_string()),
    );
    loaded(data, move |markets| {
        show(lang, markets, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, markets: OwnMarkets, query: &ListQuery) -> impl IntoView + use<> {
    let is_of_all = markets.home.is_none();
    let regions = Region::ALL
        .into_iter()
        .filter(|_| is_of_all)
        .map(|region| Choice::new(region.code(), market::region(lang, region)))
        .collect::<Vec<_>>();
    let shown = view::list(
        &spec::list(lang, is_of_all),
        query,
        markets.countries,
        vec![regions.into()],
        || ().into_any(),
        move |row, _| self::row(lang, row, is_of_all).into_any(),
    );
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <PageHeader trail=trail title=words::title(lang) lead=lead(lang, markets.home)/>
        {markets.home.map(|home| place(lang, home))}
        {shown}
    }
}

/// The sentence on what the region decides, as it concerns the reader.
fn lead(lang: Lang, home: Option<Country>) -> &'static str {
    let is_partner = use_session()
        .and_then(|session| session.organization)
        .is_some_and(|own| own.capabilities.is_partner());
    match (home, is_partner) {
        (None, _) => words::lead_operator(lang),
        (Some(_), true) => words::lead_partner(lang),
        (Some(_), false) => words::lead_customer(lang),
    }
}

fn place(lang: Lang, home: Country) -> impl IntoView {
    let currency = spec::currency(lang, &MarketRow { country: home });
    view! {
        <Pairs>
            <Pair label=words::own_country(lang)>{market::country(lang, home)}</Pair>
            <Pair label=words::own_region(lang)>{market::region(lang, home.region())}</Pair>
            <Pair label=words::own_currency(lang)>{currency}</Pair>
        </Pairs>
    }
}

fn row(lang: Lang, row: MarketRow, is_of_all: bool) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{market::country(lang, row.country)}</th>
            <td class="cell-second" data-label=words::code(lang)>{row.country.code()}</td>
            {is_of_all
                .then(|| {
                    view! { <td class="cell-last" data-label=words::region(lang)>{market::region(lang, row.region())}</td> }
                })}
            <td class="cell-value" data-label=words::currency(lang)>{spec::currency(lang, &row)}</td>
        </tr>
    }
}
