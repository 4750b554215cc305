//! A request in the list, with its available actions.

use leptos::prelude::*;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    invitation::{Kind, Status},
    organization::Organization,
    relationship::Side,
};

use super::actions::{CancelRequest, Resend, cancel_dialog, may_manage, resend_form};
use crate::{
    context::use_lang,
    form::Posting,
    i18n::{Lang, Moment},
    invitation::{
        api::{CancelInvitation, SendInvitation},
        model::InvitationRow,
        words,
    },
    refusal::RefusedBy,
    relationship::words as grant,
    route,
    ui::{Address, ButtonLink, Deadline, DialogOpener, Menu, StateBadge, words as ui},
};

/// One row. Its forms lead to the request's own page, which says what was done.
#[component]
pub(super) fn Row(
    row: InvitationRow,
    customers: bool,
    organization: Organization,
    actor: Actor,
) -> impl IntoView {
    let lang = use_lang();
    let id = row.id.to_string();
    let asks = customers.then(|| {
        let what = match row.kind {
            Kind::Relationship { side, .. } => grant::side(lang, side),
            // A reseller asks, with the provider that is named below.
            Kind::JointRelationship { .. } => grant::side(lang, Side::IndirectReseller),
            Kind::Partnership { .. } => words::kind(lang, &row.kind),
        };
        let with = row.provider.as_ref().map(|provider| words::with_provider(lang, &provider.name));
        view! { <td data-label=words::asks_for(lang)>{what} {with.map(|with| view! { <div class="muted">{with}</div> })}</td> }
    });
    let open = row.status == Status::Sent || row.status == Status::Opened;
    let until = row.expires.map(|at| match open {
        true => view! { <Deadline at=at bare=true short=true/> }.into_any(),
        false => view! { <Moment at=at day=true short=true/> }.into_any(),
    });
    let may = may_manage(&organization, &actor);
    let actions = actions(lang, &row, may, organization, actor);
    view! {
        <tr>
            <th scope="row">
                <a href=route::invitation(&id)><Address at=row.recipient/></a>
            </th>
            <td class="cell-second" data-label=words::organization(lang)>{row.addressee.map(|party| party.name.to_string())}</td>
            {asks}
            <td class="cell-value" data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td class="cell-last" data-label=words::created(lang)><Moment at=row.created day=true short=true/></td>
            <td data-label=words::created_by(lang)>{row.created_by}</td>
            <td data-label=words::sent(lang)>{moment(lang, row.sent)}</td>
            <td data-label=words::opened(lang)>{moment(lang, row.opened)}</td>
            <td data-label=words::expires(lang)>{until.unwrap_or_else(|| moment(lang, None))}</td>
            <td class="row-actions">{actions}</td>
        </tr>
    }
}

/// The next step as a button, and all others in a menu; where there is no room, the next step too.
fn actions(
    lang: Lang,
    row: &InvitationRow,
    may: Result<(), Refusal>,
    organization: Organization,
    actor: Actor,
) -> Option<AnyView> {
    let send = Posting::<SendInvitation>::new();
    let cancel = Posting::<CancelInvitation>::new();
    let id = row.id.to_string();
    let (main, main_in_menu) = match row.status {
        Status::Draft => {
            let (button, item) = (route::invitation(&id), route::invitation(&id));
            (
                view! { <ButtonLink href=button>{words::go_on(lang)}</ButtonLink> }.into_any(),
                view! { <a href=item>{words::go_on(lang)}</a> }.into_any(),
            )
        }
        Status::Sent | Status::Opened | Status::Expired => {
            let may_send = may.clone().and_then(|()| row.pace.clone());
            let item = match may_send.clone() {
                Ok(()) => view! {
                    <button type="submit" form=resend_form(&id) name="then" value="send">{words::resend(lang)}</button>
                }
                .into_any(),
                Err(refusal) => {
                    let why = format!("why-too-{}", resend_form(&id));
                    view! { <RefusedBy label=words::resend(lang) refusal=refusal id=why/> }.into_any()
                }
            };
            let id = id.clone();
            (
                view! { <Resend id=id may_send=may_send action=send compact=true/> }.into_any(),
                item,
            )
        }
        Status::Accepted | Status::Declined | Status::Canceled => return None,
    };
    let (dialog, stop) = match (row.status, may) {
        (Status::Draft | Status::Sent | Status::Opened, Ok(())) => {
            let opener = cancel_dialog(&id);
            let id = id.clone();
            (
                Some(
                    view! { <CancelRequest id=id organization=organization actor=actor action=cancel in_menu=true/> },
                ),
                Some(
                    view! { <li><DialogOpener id=opener label=words::cancel_request(lang)/></li> }
                        .into_any(),
                ),
            )
        }
        (Status::Draft | Status::Sent | Status::Opened, Err(refusal)) => {
            let why = format!("why-cancel-{id}");
            (
                None,
                Some(view! { <li><RefusedBy label=words::cancel_request(lang) refusal=refusal id=why/></li> }.into_any()),
            )
        }
        _ => (None, None),
    };
    let alone = stop.is_none();
    Some(
        view! {
            <span class="row-main">{main}</span>
            <span class:menu-only-narrow=alone>
                <Menu id=format!("menu-{id}") label=ui::more_for(lang, &row.recipient)>
                    <li class="menu-main">{main_in_menu}</li>
                    {stop}
                </Menu>
            </span>
            {dialog}
        }
        .into_any(),
    )
}

fn moment(lang: Lang, at: Option<Timestamp>) -> AnyView {
    match at {
        Some(at) => view! { <Moment at=at day=true short=true/> }.into_any(),
        None => view! { <span class="muted">{words::not_yet(lang)}</span> }.into_any(),
    }
}
