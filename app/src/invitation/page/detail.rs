//! An invitation's own page, for its sender.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    invitation::{Kind, Status},
};

use super::{
    actions::Actions,
    checklist::Checklist,
    controls::{asked, cancel, controls},
    facts::{facts, way_on},
    ready::Ready,
    text::{editor, message},
    unsent,
};
use crate::{
    context::{use_lang, use_now},
    data,
    i18n::Lang,
    invitation::{api::invitation, model as invitation, words},
    route,
    ui::{Disclosure, PageHeader, Section, StateBadge},
};
use crate::{
    form::{Posting, changes::changes, forget_unsent},
    shell::{
        load::{loaded, use_parameter},
        rail::Place,
    },
    timeline::PagedTimeline,
};

/// The page at `/invitations/{id}`.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let (edit, done, then) = (
        use_parameter("edit"),
        use_parameter("done"),
        use_parameter("then"),
    );
    let actions = Actions {
        send: Posting::new(),
        edit: Posting::new(),
        cancel: Posting::new(),
    };
    let done_here = (
        changes(actions.send),
        changes(actions.edit),
        changes(actions.cancel),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done_here.0.get(), done_here.1.get(), done_here.2.get())
        },
        |(id, ..)| invitation(id),
    );
    loaded(data, move |page| {
        let (kind, own, id) = (
            page.invitation.kind,
            page.organization.id,
            page.invitation.id,
        );
        Effect::new(move || {
            // A user who comes here from the editor now has the text on the server.
            if !done.get().is_empty() || !then.get().is_empty() {
                forget_unsent(&unsent::key(kind.code(), own));
                forget_unsent(&unsent::key(&id.to_string(), own));
            }
        });
        let entry = match kind {
            Kind::Partnership { .. } => route::INDIRECT_RESELLERS,
            Kind::Relationship { .. } | Kind::JointRelationship { .. } => route::CUSTOMERS,
        };
        if let Some(place) = use_context::<Place>() {
            Effect::new(move || place.say(route::invitation(id), entry));
        }
        let page = Arc::new(page);
        view! { {move || view(lang, now, &page, actions, !edit.get().is_empty()).into_any()} }
            .into_any()
    })
}

fn view(
    lang: Lang,
    now: Timestamp,
    page: &invitation::InvitationPage,
    actions: Actions,
    edit: bool,
) -> impl IntoView + use<> {
    let invitation = &page.invitation;
    let status = invitation.status(now);
    let list = list(lang, &invitation.kind);
    let title = words::titled(
        lang,
        words::kind(lang, &invitation.kind),
        &invitation.message.recipient,
    );
    let id = invitation.id.to_string();
    let open = matches!(status, Status::Draft | Status::Sent | Status::Opened);
    let ready = page
        .link
        .clone()
        .filter(|_| invitation.is_open(now))
        .map(|link| {
            let (message, here) = (invitation.message.clone(), route::invitation(&id));
            view! { <Ready message=message link=link page=here done=list.0/> }
        });
    let checklist = open.then(|| {
        let addressee = page.addressee.as_ref().map(|party| party.name.to_string());
        let checks = page.checks.clone();
        view! { <Checklist checks=checks addressee=addressee/> }
    });
    let asked = asked(page);
    let timeline = page.timeline.clone();
    let (way_on, facts, controls) = (
        way_on(lang, page, status),
        facts(lang, now, page),
        controls(lang, now, page, actions, edit),
    );
    let parts = if edit && status == Status::Draft {
        // One thing at a time: the rest is on the draft's own page, where **Cancel** leads.
        view! {
            {editor(lang, page, actions.edit)}
            <Disclosure summary=words::asked_title(lang)>{asked}</Disclosure>
            <Disclosure summary=words::checklist(lang)>{checklist}</Disclosure>
        }
        .into_any()
    } else {
        let checklist = checklist.map(|checklist| {
            view! { <Section title=words::checklist(lang)>{checklist}</Section> }
        });
        view! {
            {checklist}
            {message(lang, page, status)}
            <Section title=words::asked_title_past(lang)>{asked}</Section>
            <Section title=words::history(lang)>
                <PagedTimeline history=timeline/>
            </Section>
            {cancel(lang, now, page, actions)}
        }
        .into_any()
    };
    view! {
        <PageHeader
            trail=vec![(list.0.to_owned(), list.1.to_owned())]
            title=title
            badge=move || view! { <StateBadge state=status/> }
        >
            {way_on}
        </PageHeader>
        {facts}
        {ready}
        {controls}
        {parts}
    }
}

/// The list that contains this request.
fn list(lang: Lang, kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Partnership { .. } => (
            route::PARTNERSHIP_REQUESTS,
            words::requests_to_resellers(lang),
        ),
        _ => (route::CUSTOMER_REQUESTS, words::requests_to_customers(lang)),
    }
}
