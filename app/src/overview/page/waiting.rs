//! Waiting items as a table: the item, its start, its deadline, and the next step.

use leptos::prelude::*;
use tierline_core::{Timestamp, access::Action, invitation::Kind, permission::SubjectKind};

use crate::{
    context::{use_lang, use_session},
    i18n::{Lang, Moment},
    overview::{model::Waiting, words},
    route,
    ui::{Deadline, Table},
};

/// The waiting items, the oldest first.
#[component]
pub(super) fn WaitingTable(
    /// The subject of the table, for a screen reader.
    #[prop(into)]
    caption: String,
    /// The waiting items.
    rows: Vec<Waiting>,
) -> impl IntoView {
    let lang = use_lang();
    let manages = use_session()
        .is_some_and(|session| session.may(Action::ManageInvitation, SubjectKind::Own));
    view! {
        <Table caption=caption dense=true>
            <thead>
                <tr>
                    <th scope="col">{words::what(lang)}</th>
                    <th scope="col">{words::since(lang)}</th>
                    <th scope="col">{words::until(lang)}</th>
                    <th scope="col">{words::next_step(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|waiting| row(lang, waiting, manages)).collect_view()}</tbody>
        </Table>
    }
}

/// The row of one waiting item.
struct Line {
    what: String,
    note: Option<&'static str>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
    step: Result<(String, &'static str), &'static str>,
}

fn row(lang: Lang, waiting: Waiting, manages: bool) -> impl IntoView {
    let line = line(lang, waiting, manages);
    let step = match line.step {
        Ok((href, step)) => view! { <a href=href>{step}</a> }.into_any(),
        Err(words) => view! { <span>{words}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {line.what}
                {line.note.map(|note| view! { <span class="muted">" · " {note}</span> })}
            </th>
            <td data-label=words::since(lang)>{line.since.map(|at| view! { <Moment at=at day=true/> })}</td>
            <td data-label=words::until(lang)>{line.until.map(|at| view! { <Deadline at=at bare=true/> })}</td>
            <td data-label=words::next_step(lang)>{step}</td>
        </tr>
    }
}

fn line(lang: Lang, waiting: Waiting, manages: bool) -> Line {
    // Nobody is told to do what the role cannot.
    let step = |managing| if manages { managing } else { words::look(lang) };
    match waiting {
        Waiting::InvitationForUs {
            asks,
            from,
            since,
            expires,
            ..
        } => Line {
            what: if matches!(asks, Kind::Partnership { .. }) {
                words::asks_partnership(lang, from.name)
            } else {
                words::asks_relationship(lang, from.name)
            },
            note: None,
            since: Some(since),
            until: Some(expires),
            step: Err(words::link_in_mail(lang)),
        },
        Waiting::InvitationSent {
            invitation,
            asks,
            recipient,
            opened,
            since,
            expires,
        } => Line {
            what: if matches!(asks, Kind::Partnership { .. }) {
                words::sent_partnership(lang, recipient)
            } else {
                words::sent_relationship(lang, recipient)
            },
            note: Some(if opened.is_some() {
                words::opened(lang)
            } else {
                words::not_opened(lang)
            }),
            since: Some(since),
            until: Some(expires),
            step: Ok((route::invitation(invitation), words::look(lang))),
        },
        Waiting::Draft {
            invitation,
            recipient,
            since,
            ..
        } => Line {
            what: words::draft(lang, recipient),
            note: None,
            since: Some(since),
            until: None,
            step: Ok((route::invitation(invitation), step(words::go_on(lang)))),
        },
        Waiting::Expired {
            invitation,
            recipient,
            since,
            ..
        } => Line {
            what: words::expired(lang, recipient),
            note: None,
            since: Some(since),
            until: None,
            step: Ok((route::invitation(invitation), step(words::send_again(lang)))),
        },
        Waiting::PartnershipEnding {
            partnership,
            other,
            since,
            ends,
        } => Line {
            what: words::partnership_ending(lang, other.name),
            note: None,
            since: Some(since),
            until: Some(ends),
            step: Ok((route::partnership(partnership), words::look(lang))),
        },
        Waiting::AgreementUnsigned => Line {
            what: words::agreement_unsigned(lang).to_owned(),
            note: None,
            since: None,
            until: None,
            step: Err(words::agreement_step(lang)),
        },
        Waiting::MpnIdMissing => Line {
            what: words::mpn_missing(lang).to_owned(),
            note: None,
            since: None,
            until: None,
            step: Err(words::mpn_step(lang)),
        },
        Waiting::DeadMails { count, since } => Line {
            what: words::dead_mails_wait(lang, count),
            note: None,
            since: Some(since),
            until: None,
            step: Ok((route::MAIL_DELIVERY.to_owned(), words::look(lang))),
        },
    }
}
