//! The statement of a month: its lines by customer and subscription, with the sums of the whole month.

mod lines;

use leptos::prelude::*;
use tierline_core::subscription::{Month, Total};

use self::lines::of_customer;
use crate::{
    context::use_lang,
    data,
    i18n::{Lang, date, number, year_month},
    list::{model::ListQuery, spec::csv_path, words as listing},
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    subscription::{
        list::statement::{self as spec, MONTH, RESELLER},
        model::statement::{MOST_IN_A_DOCUMENT, StatementPage as Page, grouped},
        words::statement as words,
    },
    ui::{Amount, ButtonLink, EmptyState, Notice, PageHeader, Pager, PrintButton, Section, Table},
};

/// The page at `/statement`, with `?of={id}` for a customer of the reader's organization, `?reseller={id}` for what was
/// sold together with a reseller, and `month=2026-02` for another month than the present one.
#[component]
pub fn StatementPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let data = data::load(
        move || query.get(),
        |query| spec::statement_lines(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked()).into_any()
    })
}

fn show(lang: Lang, page: Page, query: &ListQuery) -> impl IntoView + use<> {
    let query = query.only(&[MONTH, RESELLER]);
    let (trail, lead) = (trail(lang, &page), lead(lang, &page));
    let (months, files) = (months(lang, &page, &query), files(lang, &page, &query));
    let title = format!(
        "{} · {}",
        words::statement(lang),
        year_month(lang, page.starts)
    );
    let open = page.is_open.then(|| {
        let says = words::is_open(lang, date(lang, page.ends));
        view! { <Notice><p>{says}</p></Notice> }
    });
    let body = body(lang, page, &query);
    view! {
        <PageHeader trail=trail title=title lead=lead secondary=move || files/>
        {months}
        {open}
        {body}
    }
}

/// The pages above it: none where it is of everything that the reader sees.
fn trail(lang: Lang, page: &Page) -> Vec<(String, String)> {
    if page.is_own {
        return Vec::new();
    }
    let customers = || {
        (
            route::CUSTOMERS.to_owned(),
            shell::customers(lang).to_owned(),
        )
    };
    match (&page.customer, &page.reseller) {
        (Some(customer), _) => vec![
            customers(),
            (route::customer(customer.id), customer.name.to_string()),
        ],
        (None, Some(_)) => vec![(
            route::INDIRECT_RESELLERS.to_owned(),
            shell::indirect_resellers(lang).to_owned(),
        )],
        (None, None) => Vec::new(),
    }
}

fn lead(lang: Lang, page: &Page) -> String {
    if page.is_own {
        return words::own(lang).to_owned();
    }
    let customer = page.customer.as_ref();
    let customer = customer.map(|customer| words::of_customer(lang, &customer.name));
    let reseller = page.reseller.as_ref();
    let reseller = reseller.map(|reseller| words::with_reseller(lang, &reseller.name));
    let said: Vec<String> = customer.into_iter().chain(reseller).collect();
    if said.is_empty() {
        return words::of_all(lang).to_owned();
    }
    said.join(" · ")
}

/// The same statement of another month, from its first page on.
fn at(query: &ListQuery, month: Month) -> String {
    let mut query = query.for_file();
    query.filters.insert(MONTH.to_owned(), month.to_string());
    query.at(route::STATEMENT)
}

fn months(lang: Lang, page: &Page, query: &ListQuery) -> impl IntoView + use<> {
    let link = |to: Option<Month>, label: &'static str| {
        to.map(|month| {
            let href = at(query, month);
            view! { <ButtonLink href=href>{label}</ButtonLink> }
        })
    };
    let (earlier, later) = (
        link(page.previous, words::earlier(lang)),
        link(page.next, words::later(lang)),
    );
    view! {
        <nav class="actions" aria-label=words::months(lang)>
            {earlier}
            {later}
        </nav>
    }
}

/// The statement as files, and on paper.
fn files(lang: Lang, page: &Page, query: &ListQuery) -> AnyView {
    if page.lines.rows.is_empty() {
        return ().into_any();
    }
    let mut whole = query.for_file();
    // What is open at midnight would be another month's then.
    let of = page.month.to_string();
    whole.filters.insert(MONTH.to_owned(), of);
    let csv = whole.at(&csv_path(route::STATEMENT));
    let pdf = (page.lines.total <= MOST_IN_A_DOCUMENT).then(|| {
        let href = whole.at(route::STATEMENT_PDF);
        view! {
            <a class="button button-quiet" href=href rel="external" download="">{words::as_pdf(lang)}</a>
        }
    });
    view! {
        <a class="button button-quiet" href=csv rel="external" download="">{listing::csv(lang)}</a>
        {pdf}
        <PrintButton/>
    }
    .into_any()
}

fn body(lang: Lang, page: Page, query: &ListQuery) -> AnyView {
    if page.lines.rows.is_empty() && page.lines.previous.is_none() {
        return empty(lang, page.is_open, query);
    }
    let totals = totals(lang, &page.totals);
    let shown = page.lines.rows.len();
    let counted = spec::list(lang).counted.words(lang, page.lines.total);
    let (total, previous, next) = (
        page.lines.total,
        page.lines.previous.clone(),
        page.lines.next.clone(),
    );
    let is_paged = previous.is_some() || next.is_some();
    let whole = is_paged.then(|| view! { <p class="muted">{words::sums_are_whole(lang)}</p> });
    let no_pdf = (total > MOST_IN_A_DOCUMENT)
        .then(|| view! { <p class="muted">{words::no_pdf(lang, number(MOST_IN_A_DOCUMENT))}</p> });
    let groups = grouped(page.lines.rows.clone());
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|group| of_customer(lang, &page, group))
        .collect();
    view! {
        {totals}
        {whole}
        {no_pdf}
        {groups}
        <Pager shown=shown total=total counted=counted previous=previous next=next/>
    }
    .into_any()
}

fn empty(lang: Lang, is_open: bool, query: &ListQuery) -> AnyView {
    let (title, why) = (words::nothing(lang), words::nothing_why(lang));
    if is_open {
        return view! { <EmptyState title=title why=why/> }.into_any();
    }
    let now = query.without(MONTH).at(route::STATEMENT);
    view! {
        <EmptyState title=title why=why>
            <ButtonLink href=now>{words::show_all(lang)}</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

/// The sums of everything, one row for each currency.
fn totals(lang: Lang, totals: &[Total]) -> impl IntoView + use<> {
    let rows: Vec<AnyView> = totals.iter().map(|total| row(lang, *total)).collect();
    view! {
        <Section title=words::total(lang) id="total">
            <Table caption=words::total(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::currency(lang)}</th>
                        <th scope="col" class="numeric">{words::charged(lang)}</th>
                        <th scope="col" class="numeric">{words::credited(lang)}</th>
                        <th scope="col" class="numeric">{words::due(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Section>
    }
}

fn row(lang: Lang, total: Total) -> AnyView {
    let Total {
        charged,
        credited,
        due,
    } = total;
    view! {
        <tr>
            <th scope="row">{due.currency.code()}</th>
            <td class="numeric" data-label=words::charged(lang)><Amount money=charged/></td>
            <td class="numeric" data-label=words::credited(lang)><Amount money=credited/></td>
            <td class="numeric cell-last" data-label=words::due(lang)><Amount money=due/></td>
        </tr>
    }
    .into_any()
}
