//! The available actions on a request, and the rights that it asks for.

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    invitation::{Kind, Status},
    organization::Party,
    relationship::Side,
};

use super::{
    actions::{Actions, CancelRequest, Resend, SendDraft, may_manage},
    asked::{AskedOfCustomer, AskedOfReseller},
};
use crate::{
    i18n::Lang,
    invitation::{model::InvitationPage, words},
    ui::Section,
};

/// The rights that it asks for, for each partner.
pub(super) fn asked(page: &InvitationPage) -> AnyView {
    let own = page.organization.party();
    let mut partners: Vec<(Party, Side)> = Vec::new();
    match page.invitation.kind {
        Kind::Partnership { .. } => {
            return view! { <AskedOfReseller provider=own.name.to_string()/> }.into_any();
        }
        Kind::Relationship { side, .. } => partners.push((own, side)),
        Kind::JointRelationship { .. } => {
            partners.push((own, Side::IndirectReseller));
            partners.extend(
                page.provider
                    .clone()
                    .map(|provider| (provider, Side::IndirectProvider)),
            );
        }
    }
    view! { <AskedOfCustomer partners=partners/> }.into_any()
}

/// Send and resend, as far as the state allows. While a draft is edited, it is sent from its editor.
pub(super) fn controls(
    lang: Lang,
    now: Timestamp,
    page: &InvitationPage,
    actions: Actions,
    editing: bool,
) -> Option<AnyView> {
    let status = page.invitation.status(now);
    let id = page.invitation.id.to_string();
    let may_send = may_manage(&page.organization, &page.actor).and_then(|()| page.pace.clone());
    let send = match status {
        // The editor has buttons of its own, which send its own content.
        Status::Draft if editing => return None,
        Status::Draft => {
            view! { <SendDraft id=id may_send=may_send action=actions.send/> }.into_any()
        }
        Status::Sent | Status::Opened | Status::Expired => {
            view! { <Resend id=id may_send=may_send action=actions.send/> }.into_any()
        }
        Status::Accepted | Status::Declined | Status::Canceled => return None,
    };
    let (title, lead) = if status == Status::Draft {
        (words::send_title(lang), words::own_mail(lang))
    } else {
        (words::send_again(lang), words::resend_lead(lang))
    };
    Some(view! { <Section title=title lead=lead>{send}</Section> }.into_any())
}

/// The way to cancel it, apart from everything else: it cannot be undone.
pub(super) fn cancel(
    lang: Lang,
    now: Timestamp,
    page: &InvitationPage,
    actions: Actions,
) -> Option<AnyView> {
    let status = page.invitation.status(now);
    let (organization, actor) = (page.organization.clone(), page.actor);
    let id = page.invitation.id.to_string();
    matches!(status, Status::Draft | Status::Sent | Status::Opened).then(|| {
        view! {
            <Section title=words::cancel_section(lang)>
                <p>{words::cancel_what(lang)}</p>
                <div class="actions">
                    <CancelRequest id=id organization=organization actor=actor action=actions.cancel look="danger"/>
                </div>
            </Section>
        }
        .into_any()
    })
}
