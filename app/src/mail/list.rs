//! The lists of mails as data: the demo's mailbox, and what could not be delivered.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::{
    model::{MailRow, MailStatus},
    words,
};
use crate::{
    error::PortalError,
    i18n::Lang,
    list::{
        Listed,
        model::Page,
        spec::{Column, Counted, List, Nothing, Order},
    },
    route,
    wire::Wire,
};

/// Demo only: every mail.
#[server(prefix = "/api", endpoint = "mailbox", protocol = Wire<GetUrl>)]
pub async fn mailbox(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<MailRow>, PortalError> {
    crate::backend::list::<Mailbox>(&query).await
}

/// Operator: mails that could not be delivered.
#[server(prefix = "/api", endpoint = "dead-mails", protocol = Wire<GetUrl>)]
pub async fn dead_mails(
    /// The query of the list's address.
    #[server(default)]
    query: String,
) -> Result<Page<MailRow>, PortalError> {
    crate::backend::list::<DeadMails>(&query).await
}

impl Listed for Mailbox {
    const PATH: &'static str = route::DEMO_MAILBOX;
    type Row = MailRow;
    type Page = Page<MailRow>;
}

impl Listed for DeadMails {
    const PATH: &'static str = route::MAIL_DELIVERY;
    type Row = MailRow;
    type Page = Page<MailRow>;
}

/// Every mail of a demo.
#[must_use]
pub fn all(lang: Lang) -> List<MailRow> {
    let [subject, to, at] = columns(lang);
    List {
        path: route::DEMO_MAILBOX,
        title: words::mailbox(lang),
        columns: vec![
            subject,
            to,
            at,
            Column::text("status", words::status(lang), |lang, row: &MailRow| {
                status(lang, row.status).to_owned()
            })
            .fit(),
        ],
        ..list(lang)
    }
}

/// Mails that could not be delivered.
#[must_use]
pub fn dead(lang: Lang) -> List<MailRow> {
    let [subject, to, at] = columns(lang);
    List {
        path: route::MAIL_DELIVERY,
        title: words::delivery(lang),
        columns: vec![
            subject,
            to,
            at,
            Column::text("error", words::error(lang), |_, row: &MailRow| {
                row.error.clone().unwrap_or_default()
            }),
            Column::actions(words::action(lang)),
        ],
        ..list(lang)
    }
}

fn list(lang: Lang) -> List<MailRow> {
    List {
        lang,
        path: "",
        title: "",
        search: words::search(lang),
        dense: true,
        columns: Vec::new(),
        filters: Vec::new(),
        counted: Counted {
            one: words::one_mail(lang),
            several: words::several_mails,
        },
        nothing_found: Nothing {
            title: words::nothing_found(lang),
            why: words::nothing_found_why(lang),
            show_all: words::show_all(lang),
        },
    }
}

fn columns(lang: Lang) -> [Column<MailRow>; 3] {
    [
        Column::text("subject", words::subject(lang), |_, row: &MailRow| {
            row.subject.clone()
        })
        .always(),
        Column::text("to", words::to(lang), |_, row: &MailRow| row.to.clone()),
        Column::text("at", words::at(lang), |_, row: &MailRow| {
            row.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
        })
        .sorted(Order::Descending)
        .fit(),
    ]
}

/// How far a mail has come, in a word.
#[must_use]
pub fn status(lang: Lang, status: MailStatus) -> &'static str {
    match status {
        MailStatus::Queued => words::queued(lang),
        MailStatus::Retrying => words::retrying(lang),
        MailStatus::Sent => words::sent(lang),
        MailStatus::Dead => words::dead(lang),
    }
}
