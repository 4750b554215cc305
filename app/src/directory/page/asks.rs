//! The messages that ask a provider to partner.

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    directory::{
        list::asks::{self as spec, AGES, ALL},
        model::{self, AskRow},
        words::{self as directory, asks as words},
    },
    i18n::{Lang, Moment, market, number},
    list::{model::ListQuery, view},
    partnership::{
        page::{ResellerTab, reseller_tabs},
        words as partnership,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{ButtonLink, Choice, EmptyState, PageHeader, StateBadge, StateLook, words as ui},
};

/// The page at `/partner-requests`.
#[component]
pub fn AsksPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::partner_asks(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: model::AsksPage, query: &ListQuery) -> impl IntoView + use<> {
    let states = vec![
        Choice::new("answered", directory::answered(lang)),
        Choice::new("declined", ui::declined(lang)),
        Choice::new("withdrawn", directory::withdrawn(lang)),
        Choice::new(ALL, words::all_states(lang)),
    ];
    let ages = AGES.map(|days| Choice::new(days.to_string(), words::older_than(lang, days)));
    let ages: Vec<Choice> = ages.into();
    let shown = view::list(
        &spec::list(lang),
        query,
        page.asks,
        vec![states.into(), ages.into()],
        || empty(lang).into_any(),
        |row, _| line(lang, row).into_any(),
    );
    let above = (
        route::INDIRECT_RESELLERS.to_owned(),
        partnership::resellers(lang).to_owned(),
    );
    let tabs = reseller_tabs(lang, ResellerTab::Messages, page.open);
    view! {
        <PageHeader trail=vec![above] title=words::title(lang) lead=words::lead(lang) tabs=move || tabs/>
        {shown}
    }
}

fn empty(lang: Lang) -> impl IntoView {
    view! {
        <EmptyState title=words::none(lang) why=words::none_why(lang)>
            <ButtonLink href=route::OWN_LISTING>{words::see_listing(lang)}</ButtonLink>
        </EmptyState>
    }
}

fn line(lang: Lang, row: AskRow) -> impl IntoView {
    let look = StateLook::from(&row.state);
    let closed = row
        .state
        .closed()
        .map(|at| view! { <Moment at=at day=true short=true/> });
    view! {
        <tr>
            <th scope="row"><a href=route::partner_ask(row.id)>{row.reseller}</a></th>
            <td class="cell-second" data-label=words::country(lang)>{market::country(lang, row.country)}</td>
            <td data-label=words::asked_by(lang)>{row.asked_by}</td>
            <td class="cell-last" data-label=words::sent_on(lang)>
                <Moment at=row.sent day=true short=true/>
            </td>
            <td class="numeric" data-label=words::days_waited(lang)>{number(row.days_waited)}</td>
            <td data-label=words::answered_on(lang)>{closed}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=look/></td>
        </tr>
    }
}
