//! The strip of facts of a request, and the next page after one that has ended.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    access::{self, Action},
    invitation::{Kind, State, Status},
};

use crate::{
    i18n::{Lang, Moment},
    invitation::{model::InvitationPage, words},
    refusal::RefusedBy,
    route,
    ui::{Address, ButtonLink, Deadline, Fact, FactStrip, words as ui},
};

/// The next page after a request that has ended.
pub(super) fn way_on(lang: Lang, page: &InvitationPage, status: Status) -> Option<AnyView> {
    let (href, label) = match (&page.invitation.state, page.invitation.kind) {
        (State::Accepted { .. }, Kind::Partnership { .. }) => (
            route::INDIRECT_RESELLERS.to_owned(),
            words::accepted_partner(lang),
        ),
        (State::Accepted { organization, .. }, _) => (
            route::customer(organization),
            words::accepted_customer(lang),
        ),
        (_, Kind::Partnership { .. }) if matches!(status, Status::Declined | Status::Canceled) => (
            route::REQUEST_PARTNERSHIP.to_owned(),
            words::write_new(lang),
        ),
        (_, Kind::JointRelationship { provider, .. })
            if matches!(status, Status::Declined | Status::Canceled) =>
        {
            (
                route::invite_for_both(Some(provider), None::<String>),
                words::write_new(lang),
            )
        }
        (_, Kind::Relationship { .. }) if matches!(status, Status::Declined | Status::Canceled) => {
            (
                route::REQUEST_RELATIONSHIP.to_owned(),
                words::write_new(lang),
            )
        }
        _ => return None,
    };
    let action = match page.invitation.kind {
        Kind::Partnership { .. } => Action::RequestPartnership,
        Kind::Relationship { .. } => Action::RequestRelationship,
        Kind::JointRelationship { .. } => Action::InviteForBoth,
    };
    let asks_anew = !matches!(page.invitation.state, State::Accepted { .. });
    Some(
        match access::authorize_role(&page.organization, &page.actor, action) {
            Err(refusal) if asks_anew => {
                view! { <RefusedBy label=label refusal=refusal/> }.into_any()
            }
            _ => view! { <ButtonLink href=href>{label}</ButtonLink> }.into_any(),
        },
    )
}

/// Recipient, times, and the answer.
pub(super) fn facts(lang: Lang, now: Timestamp, page: &InvitationPage) -> impl IntoView + use<> {
    let invitation = &page.invitation;
    let (sent, opened) = match &invitation.state {
        State::Sent { at, .. } => (Some(*at), None),
        State::Opened { sent, at, .. } => (Some(*sent), Some(*at)),
        _ => (invitation.link_made, None),
    };
    let last = match &invitation.state {
        State::Accepted { at, .. } | State::Declined { at, .. } | State::Canceled { at, .. } => {
            Some(*at)
        }
        _ => None,
    };
    let reason = match &invitation.state {
        State::Declined {
            reason: Some(reason),
            ..
        } => Some(words::declined_reason(lang, reason)),
        _ => None,
    };
    let recipient = invitation.message.recipient.to_string();
    let addressee = page.addressee.as_ref().map(|party| party.name.to_string());
    let expires = invitation.expires();
    let open = invitation.is_open(now);
    let moment = move |at: Option<Timestamp>| match at {
        Some(at) => view! { <Moment at=at/> }.into_any(),
        None => view! { <span class="muted">{words::not_yet(lang)}</span> }.into_any(),
    };
    let label_last = match &invitation.state {
        State::Canceled { .. } => ui::canceled(lang),
        _ => words::answered(lang),
    };
    view! {
        <FactStrip>
            <Fact label=words::recipient(lang)>
                <Address at=recipient/> {addressee.map(|name| view! { <div class="muted">{name}</div> })}
            </Fact>
            <Fact label=words::sent(lang)>{moment(sent)}</Fact>
            {open.then(|| view! { <Fact label=words::opened(lang)>{moment(opened)}</Fact> })}
            {expires.map(|at| view! { <Fact label=words::expires(lang)><Deadline at=at bare=true/></Fact> })}
            {last
                .map(|at| {
                    view! {
                        <Fact label=label_last>
                            <Moment at=at/> {reason.map(|reason| view! { <div class="muted">{reason}</div> })}
                        </Fact>
                    }
                })}
        </FactStrip>
    }
}
