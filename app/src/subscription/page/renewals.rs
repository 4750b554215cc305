//! **Renewals**: the next months, and what ends when.

use leptos::prelude::*;
use tierline_core::subscription::Outlook;

use super::choose::{self, Ticks};
use crate::{
    context::use_lang,
    data,
    form::Posting,
    i18n::{Lang, Moment, number, year_month},
    list::{
        model::ListQuery,
        view::{self, Answers},
    },
    partnership, route,
    shell::load::{loaded, use_list_query},
    subscription::{
        api::bulk::BeginRenewals,
        list::renewals::{self as spec, DAYS, EXPIRED, MONTH, NOBODY, RECORD},
        model::{Counted, MonthOfRenewals, NamedProduct, RenewalRow, RenewalsPage as Page, Viewer},
        words::renewals as words,
    },
    ui::{ButtonLink, Choice, EmptyState, Notice, PageHeader, StateBadge, Tone},
};

/// The page at `/renewals`.
#[component]
pub fn RenewalsPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let begin = Posting::<BeginRenewals>::new();
    let data = data::load(
        move || query.get(),
        |query| spec::renewals(query.to_string()),
    );
    loaded(data, move |page| {
        show(lang, page, &query.get_untracked(), begin).into_any()
    })
}

fn show(
    lang: Lang,
    page: Page,
    query: &ListQuery,
    begin: Posting<BeginRenewals>,
) -> impl IntoView + use<> {
    let form = choose::form(lang, &page, query, begin);
    let ticks = form.is_some().then(Ticks::kept);
    let Page {
        renewals,
        months,
        resellers,
        products,
        viewer,
        without_reseller,
        ..
    } = page;
    let warning = warning(lang, without_reseller, query.filter(RECORD) == NOBODY);
    let calendar = months
        .iter()
        .any(|month| month.count > 0)
        .then(|| calendar(lang, &months, query.filter(MONTH)));
    let mut options = vec![whens(lang), by_month(lang, &months), outlooks(lang)];
    if viewer == Viewer::Provider {
        options.push(partnership::answers(resellers));
        options.push(vec![Choice::new(NOBODY, words::nobody(lang))].into());
    }
    options.push(by_product(products));
    let shown = view::list(
        &spec::list(lang, viewer),
        query,
        renewals,
        options,
        || empty(lang, viewer).into_any(),
        |row, _| {
            let tick = ticks.as_ref().map(|ticks| ticks.of(lang, &row));
            line(lang, (row, tick), viewer).into_any()
        },
    );
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)/>
        {warning}
        {calendar}
        {shown}
        {form}
    }
}

/// How many of a provider's subscriptions nobody earns incentives on, with the way to them.
fn warning(lang: Lang, found: Counted, shown: bool) -> Option<AnyView> {
    if found.count == 0 {
        return None;
    }
    let count = number(found.count);
    let count = if found.is_at_least {
        format!("{count}+")
    } else {
        count
    };
    let says = if found.count == 1 {
        words::one_without(lang).to_owned()
    } else {
        words::several_without(lang, count)
    };
    let way = (!shown).then(|| {
        let href = ListQuery::of([(RECORD.to_owned(), NOBODY.to_owned())]).at(route::RENEWALS);
        view! { " " <a href=href>{words::show_without(lang)}</a> }
    });
    Some(view! { <Notice tone=Tone::Warning><p>{says} {way}</p></Notice> }.into_any())
}

fn whens(lang: Lang) -> Answers {
    let mut choices: Vec<Choice> = DAYS
        .iter()
        .map(|days| Choice::new(days.to_string(), words::in_days(lang, days)))
        .collect();
    choices.push(Choice::new(EXPIRED, words::expired(lang)));
    choices.into()
}

fn by_month(lang: Lang, months: &[MonthOfRenewals]) -> Answers {
    let months = months.iter();
    let choices: Vec<Choice> = months
        .map(|month| Choice::new(month.code.clone(), year_month(lang, month.starts)))
        .collect();
    choices.into()
}

fn outlooks(lang: Lang) -> Answers {
    let all = Outlook::ALL.into_iter();
    let choices: Vec<Choice> = all
        .map(|it| Choice::new(it.code(), spec::outlook(lang, it)))
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

/// The next months with how many end in each, as links to those. The roles say that it is a table also where its rows
/// are shown side by side.
fn calendar(lang: Lang, months: &[MonthOfRenewals], chosen: &str) -> AnyView {
    let cells = months
        .iter()
        .map(|month| {
            let name = year_month(lang, month.starts);
            let count = number(month.count);
            let count = if month.is_at_least {
                format!("{count}+")
            } else {
                count
            };
            let current = (month.code == chosen).then_some("true");
            let cell = if month.count == 0 {
                view! { <span class="muted">{count}</span> }.into_any()
            } else {
                let href = ListQuery::of([(MONTH.to_owned(), month.code.clone())]);
                let href = href.at(route::RENEWALS);
                let said = words::ending_in(lang, &name);
                view! {
                    <a href=href aria-current=current>
                        {count}
                        <span class="visually-hidden">" " {said}</span>
                    </a>
                }
                .into_any()
            };
            view! {
                <tr role="row">
                    <th role="rowheader" scope="row">{name}</th>
                    <td role="cell">{cell}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="calendar" role="table">
            <caption class="visually-hidden">{words::calendar(lang)}</caption>
            <thead class="visually-hidden" role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{words::month(lang)}</th>
                    <th role="columnheader" scope="col">{words::subscriptions(lang)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{cells}</tbody>
        </table>
    }
    .into_any()
}

fn line(lang: Lang, (row, tick): (RenewalRow, Option<AnyView>), viewer: Viewer) -> impl IntoView {
    let others = (viewer != Viewer::Customer).then(|| {
        let reseller = row.reseller.map(|it| it.name.to_string());
        let name = row.customer.name.to_string();
        view! {
            <td class="cell-second" data-label=words::customer(lang)>{name}</td>
            <td data-label=words::reseller(lang)>{reseller}</td>
        }
    });
    let moved = row.renews_in.map(|currency| {
        let says = words::in_currency(lang, currency.code());
        view! { " " <span class="muted">{says}</span> }
    });
    view! {
        <tr>
            <th scope="row">
                {tick}
                <a href=route::subscription(row.subscription)>{row.product}</a>
            </th>
            {others}
            <td class="numeric" data-label=words::licenses(lang)>{number(row.licenses)}</td>
            <td class="cell-last" data-label=words::ends(lang)><Moment at=row.ends day=true short=true/></td>
            <td class="cell-value" data-label=words::outlook(lang)><StateBadge state=row.outlook/>{moved}</td>
        </tr>
    }
}

fn empty(lang: Lang, viewer: Viewer) -> impl IntoView {
    let customers = (viewer != Viewer::Customer).then(|| {
        view! { <ButtonLink href=route::CUSTOMERS>{words::customers(lang)}</ButtonLink> }
    });
    view! { <EmptyState title=words::empty(lang) why=words::empty_why(lang)>{customers}</EmptyState> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::day;

    use super::*;
    use crate::ui::tests::render;

    #[test]
    fn each_month_leads_to_what_ends_in_it_and_an_empty_one_nowhere() {
        let month = |code: &str, days, count, is_at_least| MonthOfRenewals {
            code: code.to_owned(),
            starts: day(days),
            count,
            is_at_least,
        };
        let months = [
            month("2026-01", 0, 0, false),
            month("2026-02", 31, 12, false),
            month("2026-03", 59, 1_000, true),
        ];
        let html = render(move || calendar(Lang::En, &months, "2026-02"));
        assert!(!html.contains("month=2026-01"), "{html}");
        assert!(html.contains("/renewals?month=2026-02"), "{html}");
        assert!(
            html.contains("January 2026") && html.contains("1,000+"),
            "{html}"
        );
        assert_eq!(html.matches("aria-current").count(), 1);
        assert_eq!(html.matches("role=\"row\"").count(), 4);
    }
}
