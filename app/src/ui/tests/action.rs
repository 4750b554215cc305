use leptos::prelude::*;
use tierline_core::{
    ids::{InvitationId, OrganizationId, UserId},
    invitation,
    order::Refusal,
    organization::{Capabilities, Capability},
    role::{Role, RoleSet},
};
use uuid::Uuid;

use super::{page_with_reply, render, render_at};
use crate::{
    account::model::session::{SessionInfo, SessionOrganization},
    context::PageInfo,
    error::PortalError,
    form::ErrorNotice,
    refusal::RefusedBy,
    ui::{ButtonLink, CopyField, Dialog, Menu, RefusedAction},
};

#[test]
fn a_refused_action_stays_reachable_and_says_why() {
    let html = render(|| {
        let remedy = ("/customers".to_owned(), "Invite the customer".to_owned());
        view! { <RefusedAction label="Add subscription" reason="There is no relationship." remedy=remedy id="why".to_owned()/> }
    });
    assert!(
        html.contains(r#"aria-disabled="true""#) && !html.contains(" disabled"),
        "{html}"
    );
    assert!(
        html.contains(r#"popovertarget="why""#) && html.contains(r#"popover="auto""#),
        "{html}"
    );
    assert!(
        html.contains(r#"aria-describedby="why-reason""#) && html.contains(r#"id="why-reason""#),
        "{html}"
    );
    assert!(
        html.contains(r#"<a href="/customers">Invite the customer</a>"#),
        "{html}"
    );
}

#[test]
fn two_refused_actions_have_two_popovers() {
    let html = render(|| {
        view! {
            <RefusedBy label="Submit" refusal=Refusal::NoLines.into()/>
            <RefusedBy label="Next" refusal=Refusal::NoLines.into()/>
        }
    });
    let ids: Vec<&str> = html
        .split("popovertarget=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), 2, "{html}");
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_dialog_opens_without_wasm_and_again_after_an_error() {
    let dialog = || view! { <Dialog id="end" opener="End" title="End it?" form="end-1">"Consequences"</Dialog> };
    let closed = render(dialog);
    assert!(
        closed.contains(r#"command="show-modal""#) && closed.contains(r#"commandfor="end""#),
        "{closed}"
    );
    assert!(
        closed.contains(r#"aria-labelledby="end-title""#) && !closed.contains(" open"),
        "{closed}"
    );
    let back = render_at(
        "/here",
        page_with_reply("end-1", &[], PortalError::Conflict),
        dialog,
    );
    assert!(back.contains(" open"), "{back}");
}

#[test]
fn a_dialog_about_canceling_names_its_other_way() {
    let html = render(|| {
        view! { <Dialog id="end" opener="Cancel request" title="Cancel it?" keep="Keep request">"Consequences"</Dialog> }
    });
    assert!(
        html.contains("Keep request") && !html.contains(">Cancel<"),
        "{html}"
    );
}

#[test]
fn a_menu_of_dots_has_a_name() {
    let html = render(
        || view! { <Menu id="m" label="Actions of Fabrikam"><li><a href="/x">"X"</a></li></Menu> },
    );
    assert!(
        html.contains(r#"aria-label="Actions of Fabrikam""#)
            && html.contains(r#"popovertarget="m""#),
        "{html}"
    );
}

#[test]
fn what_is_to_be_copied_can_be_selected_without_wasm() {
    let html =
        render(|| view! { <CopyField id="link" label="Link" value="https://x.example/?a=1&b=2"/> });
    assert!(
        html.contains("readonly") && html.contains("https://x.example/?a=1&amp;b=2"),
        "{html}"
    );
    assert!(html.contains(r#"role="status""#), "{html}");
}

#[test]
fn a_link_leaves_the_page_only_when_told() {
    let inside = render(|| view! { <ButtonLink href="/a">"A"</ButtonLink> });
    assert!(!inside.contains("rel="), "{inside}");
    let outside =
        render(|| view! { <ButtonLink href="mailto:a@b.example" external=true>"A"</ButtonLink> });
    assert!(outside.contains(r#"rel="external""#), "{outside}");
}

#[test]
fn a_refused_form_links_what_stands_in_its_way() {
    let invitation = InvitationId::from_uuid(Uuid::from_u128(5));
    let session = SessionInfo {
        user: UserId::from_uuid(Uuid::from_u128(7)),
        user_name: "Ann".to_owned(),
        email: "ann@contoso.example".to_owned(),
        must_change_password: false,
        second_factor_owed: None,
        organization: Some(SessionOrganization {
            id: OrganizationId::from_uuid(Uuid::from_u128(1)),
            name: "Contoso".to_owned(),
            capabilities: Capabilities::only(Capability::IndirectProvider),
            roles: RoleSet::EMPTY.with(Role::AdminAgent),
            customers: Default::default(),
        }),
        others: Vec::new(),
    };
    let page = PageInfo {
        session: Some(session),
        ..PageInfo::default()
    };
    let html = render_at("/here", page, move || {
        let refusal = invitation::Refusal::AlreadyInvited { invitation };
        view! { <ErrorNotice error=PortalError::from(tierline_core::Refusal::from(refusal))/> }
    });
    let href = format!("href=\"{}\"", crate::route::invitation(invitation));
    assert!(html.contains(&href), "{html}");
}
