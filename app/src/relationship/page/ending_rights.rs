//! The customers of a partner whose rights end: chosen in the list, and asked to renew by one text.

use core::time::Duration;

use chrono::Days;
use leptos::{prelude::*, server_fn::ServerFn};
use tierline_core::{
    Timestamp,
    relationship::{RenewalState, end_days},
};

use crate::{
    context::{use_lang, use_now, use_reply},
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    list::{
        model::ListQuery,
        view::{self, Answers},
    },
    refusal::RefusedBy,
    relationship::{
        api::AskToRenew,
        list as spec,
        model::{AskedMany, EndingRightsPage as Page, EndingRow},
        words::renewing as words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{
        ButtonLink, Checkbox, Choice, EmptyState, Field, Notice, PageHeader, Section, TextArea,
        Tone,
    },
};

/// The form's id. The boxes stand in the rows of the list, and belong to it by this.
const FORM: &str = "ask-to-renew";
/// The time after which a page with scripts asks how far a request has come.
const AGAIN: Duration = Duration::from_secs(1);
/// So many days are proposed, if nothing else is typed.
const PROPOSED: u64 = 365;

/// The page at `/ending-rights`.
#[component]
pub fn EndingRightsPage() -> impl IntoView {
    let (lang, now, query) = (use_lang(), use_now(), use_list_query());
    let asked = RwSignal::new(0_u32);
    let action = Posting::<AskToRenew>::new();
    let data = data::load(
        move || (query.get(), asked.get()),
        |(query, _)| spec::ending_rights(query.to_string()),
    );
    loaded(data, move |page| {
        if page.last.as_ref().is_some_and(|last| !last.is_done) {
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
        show(lang, now, page, &query.get_untracked(), action).into_any()
    })
}

fn show(
    lang: Lang,
    now: Timestamp,
    page: Page,
    query: &ListQuery,
    action: Posting<AskToRenew>,
) -> impl IntoView + use<> {
    let last = page.last.clone().map(|last| told(lang, last));
    // While a request is under way the page asks again and again: nothing could be typed there.
    let is_open = page.last.as_ref().is_some_and(|last| !last.is_done);
    let form = (!is_open)
        .then(|| form(lang, now, &page, query, action))
        .flatten();
    let kept = (!is_open && page.may_ask.is_ok()).then(kept);
    let shown = view::list(
        &spec::list(lang),
        query,
        page.rows,
        vec![within(lang), requests(lang)],
        || view! { <EmptyState title=words::none(lang) why=words::none_why(lang)/> }.into_any(),
        |row, _| {
            let tick = kept.as_ref().map(|kept| tick(lang, kept, &row));
            line(lang, row, tick).into_any()
        },
    );
    view! {
        <PageHeader title=words::title(lang) lead=words::lead(lang)/>
        {last}
        {shown}
        {form}
    }
}

fn within(lang: Lang) -> Answers {
    let days = spec::DAYS.into_iter();
    let choices: Vec<Choice> = days
        .map(|days| Choice::new(days.to_string(), words::within_days(lang, days)))
        .collect();
    choices.into()
}

fn requests(lang: Lang) -> Answers {
    vec![
        Choice::new("no", words::not_asked(lang)),
        Choice::new("waiting", spec::state(lang, Some(RenewalState::Waiting))),
        Choice::new("renewed", spec::state(lang, Some(RenewalState::Renewed))),
        Choice::new("declined", spec::state(lang, Some(RenewalState::Declined))),
        Choice::new("expired", spec::state(lang, Some(RenewalState::Expired))),
    ]
    .into()
}

/// How far the last request has come.
fn told(lang: Lang, last: AskedMany) -> AnyView {
    let left_out =
        (last.left_out > 0).then(|| view! { <p>{words::left_out(lang, last.left_out)}</p> });
    let asked = words::last_asked(lang, last.asked, last.chosen);
    if last.is_stopped {
        view! { <Notice tone=Tone::Warning><p>{asked}</p><p>{words::stopped(lang)}</p></Notice> }
            .into_any()
    } else if last.is_done {
        let began = last.began;
        view! {
            <Notice tone=Tone::Info>
                <p>{asked} " " <Moment at=began/></p>
                {left_out}
            </Notice>
        }
        .into_any()
    } else {
        let done = last.asked + last.left_out;
        view! {
            <Notice tone=Tone::Info title=words::under_way(lang)>
                <progress
                    aria-label=words::progress(lang)
                    max=last.chosen.to_string()
                    value=done.to_string()
                ></progress>
                <p>{words::goes_on(lang)}</p>
                <div class="actions">
                    <ButtonLink href=route::ENDING_RIGHTS external=true>{words::refresh(lang)}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any()
    }
}

/// The boxes that were ticked before an error without scripts.
fn kept() -> Vec<String> {
    let reply = use_reply().filter(|reply| reply.function == AskToRenew::PATH);
    reply.map_or_else(Vec::new, |reply| reply.values("customers[]"))
}

fn tick(lang: Lang, kept: &[String], row: &EndingRow) -> AnyView {
    let id = row.customer.id.to_string();
    let is_ticked = kept.contains(&id);
    view! {
        <input
            type="checkbox"
            class="row-tick"
            name="customers[]"
            value=id
            form=FORM
            checked=is_ticked
            autocomplete="off"
            aria-label=words::select(lang, &row.customer.name)
        />
        " "
    }
    .into_any()
}

fn line(lang: Lang, row: EndingRow, tick: Option<AnyView>) -> impl IntoView + use<> {
    let name = row.customer.name.to_string();
    let href = route::customer(row.customer.id);
    let (rights, state) = (spec::rights(lang, &row), spec::state(lang, row.state));
    let asked = row.asked;
    view! {
        <tr>
            <th scope="row">
                {tick}
                <a href=href>{name}</a>
            </th>
            <td class="cell-second" data-label=words::what_ends(lang)>{rights}</td>
            <td class="cell-value" data-label=words::ends(lang)>
                <Moment at=row.ends day=true short=true/>
            </td>
            <td class="cell-last" data-label=words::request(lang)>{state}</td>
            <td data-label=words::asked(lang)>
                {asked.map(|at| view! { <Moment at=at day=true short=true/> })}
            </td>
            <td data-label=words::reason(lang)>{row.reason}</td>
        </tr>
    }
}

/// The form below the list.
fn form(
    lang: Lang,
    now: Timestamp,
    page: &Page,
    query: &ListQuery,
    action: Posting<AskToRenew>,
) -> Option<AnyView> {
    if page.rows.rows.is_empty() {
        return None;
    }
    if let Err(refusal) = page.may_ask.clone() {
        let refused = view! {
            <div class="actions"><RefusedBy label=words::ask(lang) refusal=refusal id="why-ask"/></div>
        };
        return Some(refused.into_any());
    }
    // All that there are, from the first page on.
    let all = ListQuery {
        cursor: String::new(),
        ..query.clone()
    };
    let label = words::all(lang, number(page.rows.total));
    let draft = words::draft(lang, &page.organization.name);
    let (first, last) = end_days(None, now);
    let today = now.date_naive();
    let proposed = today.checked_add_days(Days::new(PROPOSED)).unwrap_or(last);
    let all = all.to_string();
    Some(
        view! {
            <Section title=words::ask_title(lang) lead=words::ask_lead(lang) id="ask">
                <Form action=action form=FORM id=FORM>
                    <input type="hidden" name="query" value=all/>
                    <Checkbox name="all" label=label/>
                    <TextArea
                        name="text"
                        label=words::text(lang)
                        value=draft
                        rows=5
                        maxlength=8000u32
                    />
                    <Field
                        name="day"
                        kind="date"
                        label=words::day(lang)
                        hint=words::day_hint(lang)
                        value=proposed.to_string()
                        width="medium"
                        min=first.to_string()
                        max=last.to_string()
                    />
                    <div class="actions"><Submit>{words::ask(lang)}</Submit></div>
                </Form>
            </Section>
        }
        .into_any(),
    )
}
