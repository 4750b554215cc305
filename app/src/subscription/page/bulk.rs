//! Many renewals that are changed at once: what comes of each with the sum, the confirmation, the progress, and the
//! result with what is tried again.

use core::time::Duration;

use leptos::prelude::*;

use super::choose;
use crate::{
    context::use_lang,
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    list::{
        model::{ListQuery, Page as Rows},
        view::{self, Answers},
    },
    route,
    shell::{
        load::{loaded, use_list_query},
        words as shell,
    },
    subscription::{
        api::bulk::{RetryRenewals, RunRenewals},
        list::bulk as spec,
        model::bulk::{BulkPage as Page, BulkRow, BulkState, Phase},
        words::bulk as words,
    },
    ui::{
        Amount, ButtonLink, Choice, Count, EmptyState, Fact, FactStrip, Notice, PageHeader,
        StateBadge, Tone,
    },
};

/// The time after which a page with scripts asks how far it has come.
const AGAIN: Duration = Duration::from_secs(1);

/// The page at `/renewals/change`, with `?of={id}`.
#[component]
pub fn RenewalBulkPage() -> impl IntoView {
    let (lang, query) = (use_lang(), use_list_query());
    let asked = RwSignal::new(0_u32);
    let (run, retry) = (
        Posting::<RunRenewals>::new(),
        Posting::<RetryRenewals>::new(),
    );
    let data = data::load(
        move || {
            let posted = (run.version().get(), retry.version().get());
            (query.get(), asked.get(), posted)
        },
        |(query, ..)| spec::renewal_bulk(query.to_string()),
    );
    loaded(data, move |page| {
        if page.phase.is_under_way() {
            // Runs in a browser only. The page may have been left meanwhile, and the signal with it.
            Effect::new(move || {
                set_timeout(
                    move || {
                        asked.try_update(|asked| *asked += 1);
                    },
                    AGAIN,
                );
            });
        }
        show(lang, page, &query.get_untracked(), run, retry).into_any()
    })
}

fn show(
    lang: Lang,
    page: Page,
    query: &ListQuery,
    run: Posting<RunRenewals>,
    retry: Posting<RetryRenewals>,
) -> impl IntoView + use<> {
    let trail = vec![(route::RENEWALS.to_owned(), shell::renewals(lang).to_owned())];
    let title = choose::what(lang, page.what);
    let lead = match page.phase {
        Phase::Looking | Phase::Shown => words::lead_preview(lang),
        Phase::Running | Phase::Done => words::lead_result(lang),
    };
    let (told, facts, forms) = (
        told(lang, &page),
        facts(lang, &page),
        forms(lang, &page, run, retry),
    );
    let states: Vec<Choice> = BulkState::ALL
        .into_iter()
        .map(|it| Choice::new(it.code(), spec::state(lang, it)))
        .collect();
    let rows: Rows<BulkRow> = page.rows;
    let shown = view::list(
        &spec::list(lang),
        query,
        rows,
        vec![Answers::Listed(states)],
        || view! { <EmptyState title=words::empty(lang) why=words::empty_why(lang)/> }.into_any(),
        |row, _| line(lang, row).into_any(),
    );
    view! {
        <PageHeader trail=trail title=title lead=lead/>
        {told}
        {facts}
        {forms}
        {shown}
    }
}

/// How far it has come.
fn told(lang: Lang, page: &Page) -> AnyView {
    let counts = page.counts;
    let going = |title: &'static str, done: u64, all: u64| {
        let here = route::renewal_bulk(page.id);
        view! {
            <Notice tone=Tone::Info title=title>
                <progress aria-label=words::progress(lang) max=all.to_string() value=done.to_string()></progress>
                <p>{words::goes_on(lang)}</p>
                <div class="actions">
                    <ButtonLink href=here external=true>{words::refresh(lang)}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any()
    };
    let says = |tone: Tone, says: &'static str| {
        view! { <Notice tone=tone><p>{says}</p></Notice> }.into_any()
    };
    match page.phase {
        _ if page.is_stopped => says(Tone::Warning, words::stopped(lang)),
        Phase::Looking => going(
            words::looking(lang),
            counts.chosen() - counts.waiting,
            counts.chosen(),
        ),
        Phase::Running => {
            let done = counts.done + counts.failed;
            going(words::running(lang), done, done + counts.can)
        }
        Phase::Shown if counts.can == 0 => says(Tone::Warning, words::nothing_to_change(lang)),
        Phase::Shown => ().into_any(),
        Phase::Done => says(Tone::Success, words::done(lang)),
    }
}

fn facts(lang: Lang, page: &Page) -> impl IntoView + use<> {
    let counts = page.counts;
    let fact = |label: &'static str, count: u64| {
        (count > 0).then(|| view! { <Fact label=label><Count n=count/></Fact> })
    };
    let (can, done, same, cannot, failed) = (
        fact(words::can(lang), counts.can),
        fact(words::changed(lang), counts.done),
        fact(words::same(lang), counts.same),
        fact(words::cannot(lang), counts.cannot),
        fact(words::failed(lang), counts.failed),
    );
    let chosen = counts.chosen();
    let sums: Vec<AnyView> = page
        .sums
        .iter()
        .map(|sum| {
            let sum = *sum;
            view! { <Amount money=sum/> " " }.into_any()
        })
        .collect();
    let no_sum = sums.is_empty().then(|| words::no_sum(lang));
    view! {
        <FactStrip>
            <Fact label=words::chosen(lang)><Count n=chosen/></Fact>
            {can}
            {done}
            {same}
            {cannot}
            {failed}
            <Fact label=words::sum(lang)>{sums} {no_sum}</Fact>
        </FactStrip>
    }
}

/// What can be done next.
fn forms(
    lang: Lang,
    page: &Page,
    run: Posting<RunRenewals>,
    retry: Posting<RetryRenewals>,
) -> AnyView {
    let id = page.id.to_string();
    let (can, left) = (page.counts.can, page.counts.cannot + page.counts.failed);
    let confirms = (page.phase == Phase::Shown && can > 0).then(|| {
        let label = match can {
            1 => words::confirm_one(lang).to_owned(),
            _ => words::confirm(lang, number(can)),
        };
        let id = id.clone();
        view! {
            <Form action=run form="run-renewals">
                <input type="hidden" name="bulk" value=id/>
                <div class="actions"><Submit>{label}</Submit></div>
            </Form>
        }
    });
    let again = (!page.phase.is_under_way() && left > 0).then(|| {
        let label = words::again(lang, number(left));
        view! {
            <Form action=retry form="retry-renewals">
                <input type="hidden" name="bulk" value=id/>
                <div class="actions"><Submit look="quiet">{label}</Submit></div>
            </Form>
        }
    });
    view! {
        {confirms}
        {again}
        <p><a href=route::RENEWALS>{words::back(lang)}</a></p>
    }
    .into_any()
}

fn line(lang: Lang, row: BulkRow) -> impl IntoView {
    let why = spec::why(lang, &row);
    let customer = row.customer.name.to_string();
    let then = row.next_licenses.map(|count| number(i64::from(count)));
    let term = row.next_term.map(|term| view! { <Amount money=term/> });
    view! {
        <tr>
            <th scope="row"><a href=route::subscription(row.subscription)>{row.product}</a></th>
            <td class="cell-second" data-label=words::customer(lang)>{customer}</td>
            <td data-label=words::ends(lang)><Moment at=row.ends day=true short=true/></td>
            <td class="numeric" data-label=words::licenses(lang)>{number(i64::from(row.licenses))}</td>
            <td class="numeric" data-label=words::next_licenses(lang)>{then}</td>
            <td class="numeric cell-last" data-label=words::next_term(lang)>{term}</td>
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.state/></td>
            <td data-label=words::why(lang)>{why}</td>
        </tr>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{Timestamp, ids::BulkId, subscription::Bulk};
    use uuid::Uuid;

    use super::*;
    use crate::{subscription::model::bulk::BulkCounts, ui::tests::render};

    fn shown(phase: Phase, counts: BulkCounts) -> String {
        let page = Page {
            id: BulkId::from_uuid(Uuid::from_u128(7)),
            what: Bulk::RenewNow,
            phase,
            is_stopped: false,
            began: Timestamp::UNIX_EPOCH,
            counts,
            sums: Vec::new(),
            rows: Rows {
                rows: Vec::new(),
                total: 0,
                is_at_least: false,
                next: None,
                previous: None,
            },
        };
        render(move || {
            let (run, retry) = (Posting::new(), Posting::new());
            show(Lang::En, page, &ListQuery::default(), run, retry)
        })
    }

    #[test]
    fn nothing_is_changed_before_it_was_shown_and_can_be() {
        let counts = BulkCounts {
            can: 12,
            cannot: 3,
            ..BulkCounts::default()
        };
        let html = shown(Phase::Shown, counts);
        assert!(html.contains("Change 12 subscriptions"), "{html}");
        assert!(html.contains("/api/run-renewals"), "{html}");
        assert!(html.contains("Try 3 again"), "{html}");
        let html = shown(Phase::Looking, counts);
        assert!(!html.contains("/api/run-renewals"), "{html}");
        assert!(html.contains("<progress"), "{html}");
        let none = BulkCounts {
            cannot: 3,
            ..BulkCounts::default()
        };
        let html = shown(Phase::Shown, none);
        assert!(!html.contains("/api/run-renewals"), "{html}");
        assert!(html.contains("None of these subscriptions"), "{html}");
    }

    #[test]
    fn progress_is_of_what_is_changed() {
        let counts = BulkCounts {
            can: 30,
            done: 8,
            failed: 2,
            same: 5,
            ..BulkCounts::default()
        };
        let html = shown(Phase::Running, counts);
        assert!(
            html.contains(r#"max="40""#) && html.contains(r#"value="10""#),
            "{html}"
        );
        assert!(!html.contains("/api/retry-renewals"), "{html}");
    }
}
