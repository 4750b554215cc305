//! The list of providers.

use leptos::prelude::*;
use serde_json::json;
use tierline_core::{
    directory::Service,
    market::{Country, Region},
};

use crate::{
    context::{use_lang, use_page},
    data,
    directory::{
        api::find_providers,
        model::{self, Card},
        page::profile::Mark,
        words::{self as common, find as words},
    },
    i18n::{Lang, market, number},
    list::{model::ListQuery, words as list},
    route::{self, LANGUAGE},
    shell::{
        head::{Head, Languages, stay},
        load::{loaded, use_list_query},
    },
    ui::{
        ButtonLink, Chip, Choice, EmptyState, FilterBar, FilterSelect, PageHeader, Pager,
        SearchField,
    },
};

/// The filter by country or region.
pub const PLACE: &str = "place";
/// The filter by service.
pub const SERVICE: &str = "service";
/// The country from which distance is told.
pub const NEAR: &str = "near";

/// The page at `/find-a-provider`.
#[component]
pub fn FindPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| find_providers(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: model::FindPage, mut query: ListQuery) -> impl IntoView {
    query.filters.remove(LANGUAGE);
    let filters = filters(lang, &query);
    let found = page.providers;
    // A page of the whole list is a page of its own; whatever is searched or filtered is a view of the list.
    let itself = if query.is_filtered() || query.cursor.is_empty() {
        route::FIND_A_PROVIDER.to_owned()
    } else {
        route::with_query(route::FIND_A_PROVIDER, "cursor", &query.cursor)
    };
    let origin = use_page().origin.clone();
    let data = json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": words::title(lang),
        "itemListElement": found.rows.iter().enumerate().map(|(place, card)| json!({
            "@type": "ListItem",
            "position": place + 1,
            "name": card.name,
            "url": format!("{origin}{}", route::provider_profile(card.id)),
        })).collect::<Vec<_>>(),
    });
    let body = if found.rows.is_empty() {
        nothing(lang, &query)
    } else {
        let counted = match found.total {
            1 => words::one_provider(lang).to_owned(),
            total => {
                words::several_providers(lang, number(i64::try_from(total).unwrap_or(i64::MAX)))
            }
        };
        let shown = found.rows.len();
        let cards = found
            .rows
            .into_iter()
            .map(|card| view! { <li><Provider card=card/></li> })
            .collect_view();
        view! {
            <ul class="providers">{cards}</ul>
            <Pager
                shown=shown
                total=found.total
                counted=counted
                is_at_least=found.is_at_least
                previous=found.previous
                next=found.next
            />
        }
        .into_any()
    };
    view! {
        <Head path=itself.clone() description=words::description(lang) data=data/>
        <PageHeader title=words::title(lang) lead=words::lead(lang)/>
        {filters}
        {body}
        <Languages path=itself/>
    }
}

fn nothing(lang: Lang, query: &ListQuery) -> AnyView {
    if query.is_filtered() {
        view! {
            <EmptyState title=words::none_found(lang) why=words::none_found_why(lang)>
                <ButtonLink href=stay(route::FIND_A_PROVIDER)>{words::show_all(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any()
    }
}

#[component]
fn Provider(card: Card) -> impl IntoView {
    let lang = use_lang();
    let href = stay(&route::provider_profile(card.id));
    let countries = card
        .countries
        .iter()
        .map(|country| market::country(lang, *country));
    let countries = list::several(lang, countries);
    let services = card
        .services
        .iter()
        .map(|service| common::service(lang, *service));
    let services = list::several(lang, services);
    view! {
        <article class="provider">
            <Mark name=card.name.clone() logo=card.logo/>
            <div class="provider-body">
                <h2 class="provider-name"><a href=href>{card.name}</a></h2>
                <p class="muted">{countries}</p>
                <p>{card.text}</p>
                <p class="muted">{services}</p>
            </div>
        </article>
    }
}

fn filters(lang: Lang, query: &ListQuery) -> impl IntoView + use<> {
    let countries: Vec<Country> = Country::all_by_name(market::language(lang)).collect();
    let regions = Region::ALL.into_iter().map(|region| {
        let words = words::region_of(lang, market::region(lang, region));
        Choice::new(region.code(), words)
    });
    let of_country =
        |country: &Country| Choice::new(country.code(), market::country(lang, *country));
    let places: Vec<Choice> = regions.chain(countries.iter().map(of_country)).collect();
    let services: Vec<Choice> = Service::ALL
        .into_iter()
        .map(|service| Choice::new(service.code(), common::service(lang, service)))
        .collect();
    let near: Vec<Choice> = countries
        .iter()
        .map(|country| {
            let words = words::near(lang, market::country(lang, *country));
            Choice::new(country.code(), words)
        })
        .collect();
    let offered = [
        (PLACE, words::place(lang), words::any_place(lang), places),
        (
            SERVICE,
            words::service(lang),
            words::any_service(lang),
            services,
        ),
        (NEAR, words::sort(lang), words::by_name(lang), near),
    ];
    let chip = |label: &str, value: &str, without: ListQuery| Chip {
        label: list::set_to(lang, label, value),
        href: stay(&without.at(route::FIND_A_PROVIDER)),
    };
    let searched = (!query.search.is_empty()).then(|| {
        chip(
            crate::ui::words::search(lang),
            &query.search,
            query.unsearched(),
        )
    });
    let filtered = offered.iter().filter_map(|(name, label, _, choices)| {
        let value = query.filter(name);
        let choice = choices.iter().find(|choice| choice.value == value)?;
        Some(chip(label, &choice.words, query.without(name)))
    });
    let chips: Vec<Chip> = searched.into_iter().chain(filtered).collect();
    let set = chips.len() - usize::from(!query.search.is_empty());
    let clear = query.is_filtered().then(|| stay(route::FIND_A_PROVIDER));
    let here = use_page().location.clone();
    let (_, here) = here.split_once('?').unwrap_or_default();
    let keep = vec![(
        LANGUAGE,
        route::query_value(here, LANGUAGE).unwrap_or_default(),
    )];
    let search = query.search.clone();
    let search = move || view! { <SearchField value=search label=words::search(lang)/> };
    let selects = offered
        .into_iter()
        .map(|(name, label, any, options)| {
            let value = query.filter(name).to_owned();
            view! { <FilterSelect name=name label=label any=any options=options value=value/> }
        })
        .collect_view();
    view! {
        <FilterBar path=route::FIND_A_PROVIDER clear=clear keep=keep search=search chips=chips set=set>
            {selects}
        </FilterBar>
    }
}
