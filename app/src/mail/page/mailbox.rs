//! The demo mailbox: every mail that was written, so that a whole story can be walked on one machine.

mod message;

pub use message::DemoMailPage;

use leptos::prelude::*;

use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    list::model::Page,
    mail::{
        api::mailbox,
        model::{MailRow, MailStatus},
        words,
    },
    route,
    shell::load::{loaded, use_list_query},
    ui::{
        Badge, ButtonLink, EmptyState, FilterBar, Glyph, PageHeader, Pager, SearchField, Table,
        Tone,
    },
};

/// The list of mails.
#[component]
pub fn DemoMailboxPage() -> impl IntoView {
    let lang = use_lang();
    let query = use_list_query();
    let data = data::load(
        move || query.get(),
        |query| mailbox(query.search, query.cursor),
    );
    loaded(data, move |mails| {
        view(lang, mails, query.get_untracked().search).into_any()
    })
}

fn view(lang: Lang, mails: Page<MailRow>, search: String) -> impl IntoView {
    let body = if mails.rows.is_empty() && !search.is_empty() {
        view! {
            <EmptyState title=words::nothing_found(lang) why=words::nothing_found_why(lang)>
                <ButtonLink href=route::DEMO_MAILBOX>{words::show_all(lang)}</ButtonLink>
            </EmptyState>
        }
        .into_any()
    } else if mails.rows.is_empty() {
        view! { <EmptyState title=words::mailbox_empty(lang) why=words::mailbox_empty_why(lang)/> }
            .into_any()
    } else {
        let shown = mails.rows.len();
        let rows = mails
            .rows
            .into_iter()
            .map(|mail| row(lang, mail))
            .collect_view();
        view! {
            <Table caption=words::mailbox(lang) dense=true>
                <thead>
                    <tr>
                        <th scope="col">{words::subject(lang)}</th>
                        <th scope="col">{words::to(lang)}</th>
                        <th scope="col">{words::at(lang)}</th>
                        <th scope="col">{words::status(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <Pager shown=shown total=mails.total previous=mails.previous next=mails.next/>
        }
        .into_any()
    };
    view! {
        <PageHeader title=words::mailbox(lang) lead=words::mailbox_lead(lang)/>
        <FilterBar path=route::DEMO_MAILBOX active=!search.is_empty()><SearchField value=search/></FilterBar>
        {body}
    }
}

fn row(lang: Lang, mail: MailRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=route::demo_mail(mail.id)>{mail.subject}</a></th>
            <td data-label=words::to(lang)>{mail.to}</td>
            <td data-label=words::at(lang)><Moment at=mail.at/></td>
            <td data-label=words::status(lang)><MailState status=mail.status/></td>
        </tr>
    }
}

/// How far a mail has come.
#[component]
pub(crate) fn MailState(
    /// The state.
    status: MailStatus,
) -> impl IntoView {
    let lang = use_lang();
    let (tone, glyph, word) = match status {
        MailStatus::Queued => (Tone::Info, Glyph::Clock, words::queued(lang)),
        MailStatus::Retrying => (Tone::Warning, Glyph::Undo, words::retrying(lang)),
        MailStatus::Sent => (Tone::Success, Glyph::Check, words::sent(lang)),
        MailStatus::Dead => (Tone::Danger, Glyph::Cross, words::dead(lang)),
    };
    view! { <Badge tone=tone glyph=glyph>{word}</Badge> }
}
