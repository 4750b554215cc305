//! Waiting items as a queue: a list for each kind, with the age of each item, its deadline, and the button for it.

use leptos::prelude::*;
use tierline_core::{
    Timestamp, access::Action, enrollment::Turn, invitation::Kind, permission::SubjectKind,
};

use super::{
    kind::{by_kind, titled},
    rest,
};
use crate::{
    agreement,
    context::{use_lang, use_now, use_session},
    enrollment::words as enrollment,
    i18n::{Lang, date, days_ago},
    overview::{model::Waiting, words},
    route,
    ui::{Count, Deadline, Disclosure},
};

/// Items of a kind that are seen at once.
const SEEN: usize = 5;

/// The waiting items by kind, the oldest of each first.
#[component]
pub(super) fn Queue(
    /// The waiting items.
    items: Vec<Waiting>,
    /// The sentence if there are none.
    none: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    if items.is_empty() {
        return view! { <p class="muted">{none}</p> }.into_any();
    }
    let may = |action| use_session().is_some_and(|session| session.may(action, SubjectKind::Own));
    let roles = Roles {
        manages: may(Action::ManageInvitation),
        signs: may(Action::SignAgreement),
    };
    by_kind(items)
        .into_iter()
        .map(|(kind, items)| {
            let (items, others) = rest::kept(lang, kind, items);
            let count = match &others {
                Some(_) => format!("{}+", rest::most()).into_any(),
                None => {
                    let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
                    view! { <Count n=count/> }.into_any()
                }
            };
            let mut rows = items.into_iter().map(|waiting| row(lang, waiting, roles));
            let seen = rows.by_ref().take(SEEN).collect_view();
            let rest: Vec<_> = rows.collect();
            let rest = (!rest.is_empty()).then(|| {
                let summary = words::more(lang, rest.len());
                view! { <Disclosure summary=summary><ul class="queue-items">{rest}</ul></Disclosure> }
            });
            view! {
                <div class="queue">
                    <h3 class="queue-kind">{titled(lang, kind)} " " <span class="tab-count">{count}</span></h3>
                    <ul class="queue-items">{seen}</ul>
                    {rest}
                    {others}
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// A word around an age, such as "Sent".
type Since = fn(Lang, String) -> String;

/// What the time of an item is.
#[derive(Clone, Copy)]
enum Until {
    /// It ends then.
    End(Timestamp),
    /// It was promised by then.
    Promise(Timestamp),
}

/// An item in words.
struct Line {
    what: String,
    note: Option<&'static str>,
    since: Option<(Since, Timestamp)>,
    until: Option<Until>,
    step: Option<(String, &'static str)>,
}

/// What the reader's roles permit: nobody is told to do what the role cannot.
#[derive(Clone, Copy)]
struct Roles {
    manages: bool,
    signs: bool,
}

fn row(lang: Lang, waiting: Waiting, roles: Roles) -> impl IntoView + use<> {
    let Line {
        what,
        note,
        since,
        until,
        step,
    } = line(lang, waiting, roles);
    let since = since.map(|(say, at)| {
        let age = say(lang, days_ago(lang, at, use_now()));
        // The age says enough; the day is there for who wants it.
        view! { <time datetime=at.date_naive().to_string() title=date(lang, at)>{age}</time> }
    });
    let until = until.map(|until| match until {
        Until::End(at) => view! { <Deadline at=at day=true/> }.into_any(),
        Until::Promise(at) => {
            view! { <span>{words::promised_by(lang)} " " <Deadline at=at bare=true day=true/></span> }
                .into_any()
        }
    });
    let step = step.map(|(href, step)| {
        let label = words::step_of(lang, step, &what);
        view! { <a class="button button-quiet" href=href aria-label=label>{step}</a> }
    });
    view! {
        <li class="queue-item">
            <p class="queue-what">{what} {note.map(|note| view! { " " <span class="muted">{note}</span> })}</p>
            <p class="queue-when">{since} " " {until}</p>
            <p class="queue-step">{step}</p>
        </li>
    }
}

fn line(lang: Lang, waiting: Waiting, roles: Roles) -> Line {
    let step = |managing| {
        if roles.manages {
            managing
        } else {
            words::look(lang)
        }
    };
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
            note: Some(words::link_in_mail(lang)),
            since: Some((words::received, since)),
            until: Some(Until::End(expires)),
            step: None,
        },
        Waiting::InvitationSent {
            invitation,
            asks,
            recipient,
            opened,
            since,
            expires,
        } => Line {
            what: request(lang, &asks, recipient),
            note: Some(if opened.is_some() {
                words::opened(lang)
            } else {
                words::not_opened(lang)
            }),
            since: Some((words::sent, since)),
            until: Some(Until::End(expires)),
            step: Some((route::invitation(invitation), words::look(lang))),
        },
        Waiting::Draft {
            invitation,
            asks,
            recipient,
            since,
        } => Line {
            what: request(lang, &asks, recipient),
            note: None,
            since: Some((words::drafted, since)),
            until: None,
            step: Some((route::invitation(invitation), step(words::go_on(lang)))),
        },
        Waiting::Expired {
            invitation,
            asks,
            recipient,
            since,
        } => Line {
            what: request(lang, &asks, recipient),
            note: None,
            since: Some((words::expired_since, since)),
            until: None,
            step: Some((route::invitation(invitation), step(words::send_again(lang)))),
        },
        Waiting::PartnershipEnding {
            partnership,
            other,
            since,
            ends,
        } => Line {
            what: words::partnership_ending(lang, other.name),
            note: None,
            since: Some((words::notice_given, since)),
            until: Some(Until::End(ends)),
            step: Some((route::partnership(partnership), words::look(lang))),
        },
        Waiting::Enrollment {
            status,
            turn,
            since,
            until,
        } => Line {
            what: words::enrollment(lang, enrollment::status(lang, status)),
            note: Some(enrollment::turn(lang, turn)),
            since: Some((words::enrollment_since, since)),
            until: until.map(match turn {
                Turn::Operator => Until::Promise,
                _ => Until::End,
            }),
            step: Some((
                route::ENROLLMENT.to_owned(),
                if turn == Turn::Applicant {
                    words::go_on_enrolling(lang)
                } else {
                    words::look(lang)
                },
            )),
        },
        Waiting::AskForUs { ask, from, since } => Line {
            what: words::asks_to_partner(lang, from.name),
            note: None,
            since: Some((words::received, since)),
            until: None,
            step: Some((route::partner_ask(ask), step(words::answer(lang)))),
        },
        Waiting::AskSent { ask, to, since } => Line {
            what: words::asked_provider(lang, to.name),
            note: None,
            since: Some((words::sent, since)),
            until: None,
            step: Some((route::partner_ask(ask), words::look(lang))),
        },
        Waiting::OrderRequestForUs {
            request,
            from,
            customer,
            since,
            lapses,
        } => Line {
            what: words::asks_for_order(lang, from.name, customer.name),
            note: None,
            since: Some((words::received, since)),
            until: Some(Until::End(lapses)),
            step: Some((route::order_request(request), words::answer(lang))),
        },
        Waiting::OrderRequestSent {
            request,
            to,
            customer,
            since,
            lapses,
        } => Line {
            what: words::order_asked(lang, customer.name, to.name),
            note: None,
            since: Some((words::sent, since)),
            until: Some(Until::End(lapses)),
            step: Some((route::order_request(request), words::look(lang))),
        },
        Waiting::ListingChange { since, promised } => Line {
            what: words::change_waits(lang).to_owned(),
            note: None,
            since: Some((words::submitted_since, since)),
            until: Some(Until::Promise(promised)),
            step: Some((route::OWN_LISTING.to_owned(), words::look(lang))),
        },
        Waiting::ListingChanges {
            count,
            since,
            promised,
        } => Line {
            what: match count {
                1 => words::change_for_review(lang).to_owned(),
                count => words::changes_for_review(lang, count),
            },
            note: None,
            since: Some((words::oldest_submitted, since)),
            until: Some(Until::Promise(promised)),
            step: Some((route::LISTING_CHANGES.to_owned(), words::review(lang))),
        },
        Waiting::AgreementUnsigned => Line {
            what: words::agreement_unsigned(lang).to_owned(),
            note: Some(words::agreement_step(lang)),
            since: None,
            until: None,
            step: None,
        },
        Waiting::AgreementAsked {
            kind,
            version,
            must_be_signed_by,
        } => Line {
            what: words::agreement_asked(lang, agreement::told::kind(lang, kind), version),
            note: Some(if roles.signs {
                words::agreement_asked_step(lang)
            } else {
                words::agreement_asked_others(lang)
            }),
            since: None,
            until: must_be_signed_by.map(Until::End),
            step: Some((
                route::sign_agreement(kind.code()),
                if roles.signs {
                    agreement::words::read_and_sign(lang)
                } else {
                    agreement::words::see_who_signs(lang)
                },
            )),
        },
        Waiting::MpnIdMissing => Line {
            what: words::mpn_missing(lang).to_owned(),
            note: Some(words::mpn_step(lang)),
            since: None,
            until: None,
            step: Some((route::IDENTIFIERS.to_owned(), words::associate(lang))),
        },
        Waiting::DeadMails { count, since } => Line {
            what: if count == 1 {
                words::dead_mail_waits(lang).to_owned()
            } else {
                words::dead_mails_wait(lang, count)
            },
            note: None,
            since: Some((words::undelivered_since, since)),
            until: None,
            step: Some((route::MAIL_DELIVERY.to_owned(), words::look(lang))),
        },
    }
}

/// "Partnership request to alex@contoso.example".
fn request(lang: Lang, asks: &Kind, recipient: String) -> String {
    if matches!(asks, Kind::Partnership { .. }) {
        words::sent_partnership(lang, recipient)
    } else {
        words::sent_relationship(lang, recipient)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_changes_are_told_as_people_say_them() {
        let said = |count| {
            let changes = Waiting::ListingChanges {
                count,
                since: Timestamp::UNIX_EPOCH,
                promised: Timestamp::UNIX_EPOCH,
            };
            let roles = Roles {
                manages: true,
                signs: true,
            };
            line(Lang::En, changes, roles).what
        };
        assert_eq!(said(1), "A provider wants to change its listing");
        assert_eq!(said(3), "3 providers want to change their listings");
    }
}
