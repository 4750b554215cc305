//! An invitation's own page, for who sent it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::{
    Timestamp,
    invitation::{Kind, State, Status},
    organisation::Party,
    relationship::Side,
};

use super::{
    super::{
        changes::changes,
        load::{loaded, use_parameter},
        timeline::EventTimeline,
    },
    actions::{CancelRequest, Resend, SendDraft, may_manage},
    asked::{AskedOfCustomer, AskedOfReseller},
    checklist::Checklist,
    editor::{EditorFields, Start},
    ready::Ready,
    unsent,
};
use crate::{
    api::invitation::{CancelInvitation, EditInvitation, SendInvitation, invitation},
    context::{use_lang, use_now},
    form::Form,
    i18n::{Lang, Moment},
    model::invitation,
    route,
    text::invitation as words,
    ui::{ButtonLink, Deadline, Fact, FactStrip, Glyph, PageHeader, Pair, Pairs, Section, StateBadge},
};

/// What the page's forms do.
#[derive(Clone, Copy)]
struct Actions {
    send: ServerAction<SendInvitation>,
    edit: ServerAction<EditInvitation>,
    cancel: ServerAction<CancelInvitation>,
}

/// The page at `/invitations/{id}`.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let (lang, now) = (use_lang(), use_now());
    let params = use_params_map();
    let (edit, done, then) = (use_parameter("edit"), use_parameter("done"), use_parameter("then"));
    let actions = Actions { send: ServerAction::new(), edit: ServerAction::new(), cancel: ServerAction::new() };
    let done_here = (changes(actions.send), changes(actions.edit), changes(actions.cancel));
    let data = Resource::new(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, done_here.0.get(), done_here.1.get(), done_here.2.get())
        },
        |(id, ..)| invitation(id),
    );
    loaded(data, move |page| {
        let (kind, own, id) = (page.invitation.kind, page.organisation.id, page.invitation.id);
        Effect::new(move || {
            // Whoever comes here from the editor has the text on the server now.
            if !done.get().is_empty() || !then.get().is_empty() {
                unsent::forget(&unsent::key(kind.code(), own));
                unsent::forget(&unsent::key(&id.to_string(), own));
            }
        });
        let page = StoredValue::new(page);
        view! { {move || page.with_value(|page| view(lang, now, page, actions, !edit.get().is_empty()).into_any())} }
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
    let title = words::titled(lang, words::kind(lang, &invitation.kind), &invitation.message.recipient);
    let id = invitation.id.to_string();
    let open = matches!(status, Status::Draft | Status::Sent | Status::Opened);
    let ready = page.link.clone().filter(|_| invitation.is_open(now)).map(|link| {
        let (message, here) = (invitation.message.clone(), route::invitation(&id));
        view! { <Ready message=message link=link page=here done=list.0/> }
    });
    let checklist = open.then(|| {
        let addressee = page.addressee.as_ref().map(|party| party.name.to_string());
        let checks = page.checks.clone();
        view! {
            <Section title=words::checklist(lang)>
                <Checklist checks=checks addressee=addressee/>
            </Section>
        }
    });
    let asked = asked(page);
    let timeline = page.timeline.clone();
    let (way_on, facts, controls) =
        (way_on(lang, page, status), facts(lang, now, page), controls(lang, now, page, actions));
    let message = if edit && status == Status::Draft {
        editor(lang, page, actions.edit).into_any()
    } else {
        message(lang, page, status).into_any()
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
        {checklist}
        {controls}
        {message}
        <Section title=words::asked_title_past(lang)>{asked}</Section>
        <Section title=words::history(lang)>
            <EventTimeline entries=timeline/>
        </Section>
    }
}

/// The list this request stands in.
fn list(lang: Lang, kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Partnership { .. } => (route::PARTNERSHIP_REQUESTS, words::requests_to_resellers(lang)),
        _ => (route::CUSTOMER_REQUESTS, words::requests_to_customers(lang)),
    }
}

/// Where a request that has come to its end leads on.
fn way_on(lang: Lang, page: &invitation::InvitationPage, status: Status) -> Option<AnyView> {
    let (href, label) = match (&page.invitation.state, page.invitation.kind) {
        (State::Accepted { .. }, Kind::Partnership { .. }) => {
            (route::INDIRECT_RESELLERS.to_owned(), words::accepted_partner(lang))
        }
        (State::Accepted { organisation, .. }, _) => (route::customer(organisation), words::accepted_customer(lang)),
        (_, Kind::Partnership { .. }) if matches!(status, Status::Declined | Status::Cancelled) => {
            (route::REQUEST_PARTNERSHIP.to_owned(), words::write_new(lang))
        }
        (_, Kind::JointRelationship { provider, .. }) if matches!(status, Status::Declined | Status::Cancelled) => {
            (route::invite_for_both(Some(provider), None::<String>), words::write_new(lang))
        }
        (_, Kind::Relationship { .. }) if matches!(status, Status::Declined | Status::Cancelled) => {
            (route::REQUEST_RELATIONSHIP.to_owned(), words::write_new(lang))
        }
        _ => return None,
    };
    Some(view! { <ButtonLink href=href>{label}</ButtonLink> }.into_any())
}

fn facts(lang: Lang, now: Timestamp, page: &invitation::InvitationPage) -> impl IntoView + use<> {
    let invitation = &page.invitation;
    let (sent, opened) = match &invitation.state {
        State::Sent { at, .. } => (Some(*at), None),
        State::Opened { sent, at, .. } => (Some(*sent), Some(*at)),
        _ => (invitation.link_made, None),
    };
    let last = match &invitation.state {
        State::Accepted { at, .. } | State::Declined { at, .. } | State::Cancelled { at, .. } => Some(*at),
        _ => None,
    };
    let reason = match &invitation.state {
        State::Declined { reason: Some(reason), .. } => Some(words::declined_reason(lang, reason)),
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
    view! {
        <FactStrip>
            <Fact label=words::recipient(lang)>
                {recipient} {addressee.map(|name| view! { <div class="muted">{name}</div> })}
            </Fact>
            <Fact label=words::sent(lang)>{moment(sent)}</Fact>
            {open.then(|| view! { <Fact label=words::opened(lang)>{moment(opened)}</Fact> })}
            {expires.map(|at| view! { <Fact label=words::expires(lang)><Deadline at=at bare=true/></Fact> })}
            {last
                .map(|at| {
                    view! {
                        <Fact label=words::answered(lang)>
                            <Moment at=at/> {reason.map(|reason| view! { <div class="muted">{reason}</div> })}
                        </Fact>
                    }
                })}
        </FactStrip>
    }
}

fn asked(page: &invitation::InvitationPage) -> AnyView {
    let own = page.organisation.party();
    let mut partners: Vec<(Party, Side)> = Vec::new();
    match page.invitation.kind {
        Kind::Partnership { .. } => {
            return view! { <AskedOfReseller provider=own.name.to_string()/> }.into_any();
        }
        Kind::Relationship { side, .. } => partners.push((own, side)),
        Kind::JointRelationship { .. } => {
            partners.push((own, Side::IndirectReseller));
            partners.extend(page.provider.clone().map(|provider| (provider, Side::IndirectProvider)));
        }
    }
    view! { <AskedOfCustomer partners=partners/> }.into_any()
}

/// Send, resend, cancel: whatever the state allows.
fn controls(
    lang: Lang,
    now: Timestamp,
    page: &invitation::InvitationPage,
    actions: Actions,
) -> Option<impl IntoView + use<>> {
    let status = page.invitation.status(now);
    let (organisation, actor, id) = (page.organisation.clone(), page.actor, page.invitation.id.to_string());
    let cancel = matches!(status, Status::Draft | Status::Sent | Status::Opened).then(|| {
        let (id, organisation) = (id.clone(), organisation.clone());
        view! { <CancelRequest id=id organisation=organisation actor=actor action=actions.cancel/> }
    });
    let send = match status {
        Status::Draft => {
            view! { <SendDraft id=id organisation=organisation actor=actor action=actions.send/> }.into_any()
        }
        Status::Sent | Status::Opened | Status::Expired => {
            view! { <Resend id=id organisation=organisation actor=actor action=actions.send/> }.into_any()
        }
        Status::Accepted | Status::Declined | Status::Cancelled => return None,
    };
    let (title, lead) = if status == Status::Draft {
        (words::send_title(lang), words::own_mail(lang))
    } else {
        (words::send_again(lang), words::resend_lead(lang))
    };
    Some(view! {
        <Section title=title lead=lead>
            <div class="stack">{send} {cancel}</div>
        </Section>
    })
}

/// The text as it is, with the way to edit a draft.
fn message(lang: Lang, page: &invitation::InvitationPage, status: Status) -> impl IntoView + use<> {
    let message = page.invitation.message.clone();
    let edit = route::with_query(&route::invitation(page.invitation.id), "edit", "1");
    let may_edit = status == Status::Draft && may_manage(&page.organisation, &page.actor).is_ok();
    let action = move || {
        may_edit.then(|| view! { <ButtonLink href=edit glyph=Glyph::Draft>{words::edit(lang)}</ButtonLink> })
    };
    let lines = message
        .text
        .as_str()
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph.lines().map(|line| view! { {line.to_owned()} <br/> }).collect_view();
            view! { <p>{lines}</p> }
        })
        .collect_view();
    view! {
        <Section title=words::message_title(lang) action=action>
            <Pairs>
                <Pair label=words::recipient(lang)>{message.recipient.to_string()}</Pair>
                <Pair label=words::subject(lang)>{message.subject.to_string()}</Pair>
            </Pairs>
            <div class="card prose">{lines}</div>
        </Section>
    }
}

fn editor(
    lang: Lang,
    page: &invitation::InvitationPage,
    action: ServerAction<EditInvitation>,
) -> impl IntoView + use<> {
    let message = &page.invitation.message;
    let id = page.invitation.id.to_string();
    let start = Start {
        recipient: message.recipient.to_string(),
        subject: message.subject.to_string(),
        text: message.text.to_string(),
    };
    let key = unsent::key(&id, page.organisation.id);
    let cancel = route::invitation(&id);
    view! {
        <Section title=words::edit_title(lang)>
            <div class="narrow">
                <Form action=action form="edit">
                    <input type="hidden" name="invitation" value=id/>
                    <EditorFields start=start key=key cancel=cancel>{()}</EditorFields>
                </Form>
            </div>
        </Section>
    }
}
