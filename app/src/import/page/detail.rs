//! An import: how far it has come, what it would change, and the buttons that decide.

use core::time::Duration;

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use tierline_core::import::{Effect, Kind, Status};

use super::lines::line;
use crate::{
    context::use_lang,
    data,
    error::PortalError,
    form::{Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment},
    import::{
        api::{SettleImport, import},
        list as spec,
        model::{ImportDetail, LineRow},
        words,
    },
    route,
    shell::{load::loaded, words as shell},
    ui::{
        ButtonLink, Dialog, Fact, FactStrip, Notice, PageHeader, Section, StateBadge, Table, Tone,
    },
};

/// The time after which a page with scripts asks how far an import has come.
const AGAIN: Duration = Duration::from_secs(1);

/// The page at `/imports/{id}`.
#[component]
pub fn ImportDetailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let settle = Posting::<SettleImport>::new();
    let (done, asked) = (changes(settle), RwSignal::new(0_u32));
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done.get(), asked.get())
        },
        |(id, ..)| import(id),
    );
    loaded(data, move |page| {
        ask_again(&page, asked);
        view(lang, page, settle).into_any()
    })
}

/// Asks how far it has come, as long as the server is at work on it.
pub(super) fn ask_again(page: &ImportDetail, asked: RwSignal<u32>) {
    if page.row.status.is_under_way() {
        // Runs in a browser only. The page may have been left meanwhile, and the signal with it.
        leptos::prelude::Effect::new(move || {
            set_timeout(
                move || {
                    asked.try_update(|asked| *asked += 1);
                },
                AGAIN,
            );
        });
    }
}

/// The page with what is known of the import.
pub(in crate::import) fn view<S>(
    lang: Lang,
    page: ImportDetail,
    settle: Posting<S>,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    let status = page.row.status;
    let (begin, trail) = around(lang, &page);
    let kilobytes = words::kilobytes(lang, words::counted(page.bytes.div_ceil(1024)));
    let choice = page.choice.join(", ");
    let choice =
        (!choice.is_empty()).then(|| view! { <Fact label=words::choice(lang)>{choice}</Fact> });
    let read = page.row.counts.lines;
    let lines = (read > 0).then(|| {
        view! { <Fact label=words::read_lines(lang)>{words::counted(read)}</Fact> }
    });
    let decided = page.decided_by.clone().map(|name| match status {
        Status::Discarded => words::discarded_by(lang, name),
        _ => words::applied_by(lang, name),
    });
    let since = page.since;
    let decided = decided.filter(|_| !status.is_open()).map(|words| {
        view! { <p class="muted">{words} " · " <Moment at=since/></p> }
    });
    let buttons = buttons(lang, &page, settle, begin);
    let told = told(lang, &page);
    let (by, at, file) = (page.row.by.clone(), page.row.at, page.row.file.clone());
    let found = found(lang, page);
    view! {
        <PageHeader trail=trail title=file badge=move || view! { <StateBadge state=status/> }/>
        {told}
        <FactStrip>
            <Fact label=words::by(lang)>{by}</Fact>
            <Fact label=words::at(lang)><Moment at=at/></Fact>
            <Fact label=words::size(lang)>{kilobytes}</Fact>
            {lines}
            {choice}
        </FactStrip>
        {decided}
        {buttons}
        {found}
    }
}

/// Where another import of the kind begins, and what is above the page.
fn around(lang: Lang, page: &ImportDetail) -> (String, Vec<(String, String)>) {
    if let Some(customer) = page.row.customer {
        let begin = route::import_users(customer);
        let trail = vec![
            (
                route::license_users(customer),
                shell::users_and_licenses(lang).to_owned(),
            ),
            (begin.clone(), words::import_users(lang).to_owned()),
        ];
        return (begin, trail);
    }
    let begin = match page.row.kind {
        Kind::Registry => route::IMPORT_MEMBERS,
        Kind::PriceSheet => route::IMPORT_PRICES,
        Kind::PriceList => route::IMPORT_PRICE_LIST,
        Kind::ProductDetails => route::IMPORT_PRODUCT_DETAILS,
        Kind::Users => route::IMPORTS,
    };
    let area = words::of_kind(lang, page.row.kind);
    let trail = vec![
        (route::IMPORTS.to_owned(), words::imports(lang).to_owned()),
        (begin.to_owned(), area.to_owned()),
    ];
    (begin.to_owned(), trail)
}

/// How it stands, in a sentence.
fn told(lang: Lang, page: &ImportDetail) -> Option<AnyView> {
    let (tone, words) = match page.row.status {
        Status::Checking | Status::Applying => return Some(under_way(lang, page)),
        Status::Wrong => (Tone::Danger, words::wrong_what(lang)),
        Status::Failed if page.done > 0 => {
            let says = words::failed_partly(lang, done(lang, page));
            return Some(view! { <Notice tone=Tone::Danger><p>{says}</p></Notice> }.into_any());
        }
        Status::Failed => (Tone::Danger, words::failed_what(lang)),
        Status::Checked if page.is_renewed => (Tone::Warning, words::renewed_what(lang)),
        _ => return None,
    };
    Some(view! { <Notice tone=tone><p>{words}</p></Notice> }.into_any())
}

/// How far it is. With scripts the page follows by itself; without them there is a link.
fn under_way(lang: Lang, page: &ImportDetail) -> AnyView {
    let (phase, here) = (page.phase, page.row.page());
    let (last, now) = match page.row.status {
        Status::Applying if page.steps > 0 => (page.steps, page.done),
        Status::Applying => (4, page.phase.passed().into()),
        _ => (3, page.phase.passed().into()),
    };
    let done = (page.steps > 0).then(|| view! { <p>{done(lang, page)}</p> });
    view! {
        <Notice tone=Tone::Info title=words::phase(lang, phase)>
            <progress aria-label=words::progress(lang) max=last value=now></progress>
            {done}
            <p>{words::under_way_what(lang)}</p>
            <div class="actions">
                <ButtonLink href=here external=true>{words::refresh(lang)}</ButtonLink>
            </div>
        </Notice>
    }
    .into_any()
}

/// How many steps are done, of how many.
fn done(lang: Lang, page: &ImportDetail) -> String {
    words::done_of(lang, words::counted(page.done), words::counted(page.steps))
}

/// What can be done now.
fn buttons<S>(lang: Lang, page: &ImportDetail, settle: Posting<S>, begin: String) -> AnyView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    let id = page.row.id.to_string();
    let customer = page.row.customer.map(|customer| customer.to_string());
    let about = move || {
        let customer = customer.clone();
        customer.map(|id| view! { <input type="hidden" name="customer" value=id/> })
    };
    let apply = page.may_apply.is_ok().then(|| {
        let (id, title) = (id.clone(), words::apply_named(lang, &page.row.file));
        let result = words::result_of(lang, &page.row);
        let about = about();
        let what = match page.row.kind {
            Kind::Users => words::apply_in_steps(lang),
            Kind::Registry | Kind::PriceSheet | Kind::PriceList | Kind::ProductDetails => {
                words::apply_what(lang)
            }
        };
        view! {
            <Dialog id="apply" opener=words::apply(lang) look="primary" title=title form="apply">
                <p>{result}</p>
                <p>{what}</p>
                <Form action=settle form="apply">
                    {about}
                    <input type="hidden" name="import" value=id/>
                    <input type="hidden" name="command" value="apply"/>
                    <Submit>{words::apply(lang)}</Submit>
                </Form>
            </Dialog>
        }
    });
    let discard = page.may_discard.is_ok().then(|| {
        let about = about();
        view! {
            <Form action=settle form="discard">
                {about}
                <input type="hidden" name="import" value=id/>
                <input type="hidden" name="command" value="discard"/>
                <Submit look="quiet">{words::discard(lang)}</Submit>
            </Form>
        }
    });
    let again = (!page.row.status.is_open())
        .then(|| view! { <ButtonLink href=begin>{words::upload_again(lang)}</ButtonLink> });
    // A line about somebody who was removed from the customer's users says that they can be restored there.
    let removed = page.row.customer.filter(|_| page.row.counts.wrong > 0);
    let removed = removed.map(|customer| {
        let href = route::removed_users(Some(&customer.to_string()));
        view! { <ButtonLink href=href>{words::removed_users(lang)}</ButtonLink> }
    });
    view! { <div class="actions">{apply}{discard}{again}{removed}</div> }.into_any()
}

/// What it changes, or would, and the first lines of it.
fn found(lang: Lang, page: ImportDetail) -> Option<AnyView> {
    let (status, counts) = (page.row.status, page.row.counts);
    if matches!(status, Status::Checking | Status::Failed) {
        return None;
    }
    let title = match status {
        Status::Applied => words::was_changed(lang),
        Status::Checked | Status::Applying => words::would_change(lang),
        _ => words::would_have_changed(lang),
    };
    let of = |effect: Effect, count: u64| {
        let label = spec::effect(lang, effect);
        let count = if count == 0 {
            view! { "0" }.into_any()
        } else {
            let href = page.row.lines(effect.code());
            view! { <a href=href>{words::counted(count)}</a> }.into_any()
        };
        view! { <Fact label=label>{count}</Fact> }
    };
    let wrong = (counts.wrong > 0).then(|| of(Effect::Wrong, counts.wrong));
    let (added, changed) = (
        of(Effect::Added, counts.added),
        of(Effect::Changed, counts.changed),
    );
    let ended = (page.row.kind == Kind::PriceSheet).then(|| of(Effect::Ended, counts.ended));
    let lines = lines(lang, page.row.lines(""), page.first);
    Some(
        view! {
            <Section title=title>
                <FactStrip>
                    {wrong}
                    {added}
                    {changed}
                    {ended}
                    <Fact label=words::same(lang)>{words::counted(counts.same)}</Fact>
                </FactStrip>
                {lines}
            </Section>
        }
        .into_any(),
    )
}

fn lines(lang: Lang, all: String, first: Vec<LineRow>) -> AnyView {
    if first.is_empty() {
        return view! { <p class="muted">{words::nothing_to_change(lang)}</p> }.into_any();
    }
    let rows = first.into_iter().map(|row| line(lang, row)).collect_view();
    view! {
        <Table caption=words::lines(lang) dense=true without="fit-1 fit-2".to_owned()>
            <thead>
                <tr>
                    <th scope="col" class="numeric">{words::line(lang)}</th>
                    <th scope="col">{words::effect(lang)}</th>
                    <th scope="col">{words::subject(lang)}</th>
                    <th scope="col">{words::detail(lang)}</th>
                    <th scope="col">{words::before(lang)}</th>
                    <th scope="col">{words::after(lang)}</th>
                    <th scope="col">{words::reason(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <p><a href=all>{words::show_all_lines(lang)}</a></p>
    }
    .into_any()
}
