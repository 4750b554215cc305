//! A request in the list, with its available actions.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    actor::Actor,
    invitation::{Kind, Status},
    organization::Organization,
};

use super::actions::{CancelRequest, Resend, may_manage};
use crate::{
    context::use_lang,
    form::Posting,
    i18n::Moment,
    invitation::{
        api::{CancelInvitation, SendInvitation},
        model::InvitationRow,
        words,
    },
    relationship::words as grant,
    route,
    ui::{Deadline, StateBadge, words as ui},
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
    let send = Posting::<SendInvitation>::new();
    let cancel = Posting::<CancelInvitation>::new();
    let id = row.id.to_string();
    let asks = customers.then(|| {
        let what = match row.kind {
            Kind::Relationship { side, .. } => grant::side(lang, side).to_owned(),
            _ => words::kind(lang, &row.kind).to_owned(),
        };
        let with = row.provider.map(|provider| words::with_provider(lang, provider.name));
        view! { <td data-label=words::asks_for(lang)>{what} {with.map(|with| view! { <div class="muted">{with}</div> })}</td> }
    });
    let again = matches!(row.status, Status::Sent | Status::Opened | Status::Expired).then(|| {
        let may_send = may_manage(&organization, &actor).and_then(|()| row.pace.clone());
        view! { <Resend id=id.clone() may_send=may_send action=send compact=true/> }
    });
    let stop = matches!(row.status, Status::Draft | Status::Sent | Status::Opened).then(|| {
        let id = id.clone();
        view! { <CancelRequest id=id organization=organization actor=actor action=cancel/> }
    });
    let open = row.status == Status::Sent || row.status == Status::Opened;
    let until = row.expires.map(|at| match open {
        true => view! { <Deadline at=at bare=true/> }.into_any(),
        false => view! { <Moment at=at day=true/> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row">
                <a href=route::invitation(&id)>{row.recipient}</a>
                {row.addressee.map(|party| view! { <div class="muted">{party.name.to_string()}</div> })}
            </th>
            {asks}
            <td data-label=words::state(lang)><StateBadge state=row.status/></td>
            <td data-label=words::created(lang)>
                <Moment at=row.created day=true/>
                <div class="muted">{ui::by(lang, row.created_by)}</div>
            </td>
            <td data-label=words::sent(lang)>{moment(lang, row.sent)}</td>
            <td data-label=words::opened(lang)>{moment(lang, row.opened)}</td>
            <td data-label=words::expires(lang)>{until.unwrap_or_else(|| moment(lang, None))}</td>
            <td class="row-actions">{again} {stop}</td>
        </tr>
    }
}

fn moment(lang: crate::i18n::Lang, at: Option<Timestamp>) -> AnyView {
    match at {
        Some(at) => view! { <Moment at=at day=true/> }.into_any(),
        None => view! { <span class="muted">{words::not_yet(lang)}</span> }.into_any(),
    }
}
