//! For somebody who is signed in but may not answer: why, and who can.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::{
    Refusal, access,
    invitation::{self, Kind},
    organization::Party,
};

use crate::{
    account::{
        api::{ChooseOrganization, SignOut},
        model::OrganizationChoice,
    },
    context::{use_lang, use_session},
    form::{PlainForm, Submit},
    invitation::{model::LinkPage, words::link as words},
    list::words as list,
    refusal::{self as refusals, page::RefusalPanel},
    route,
    shell::words as shell,
    ui::{ButtonLink, CopyField, Section},
};

/// Why not, and the way on.
#[component]
pub(super) fn Barred(token: String, page: LinkPage, refusal: Refusal) -> impl IntoView {
    let lang = use_lang();
    match (&refusal, page.organization.clone()) {
        (Refusal::Access(access::Refusal::RoleMissing { .. }), Some(organization)) => {
            view! { <WrongRole token=token organization=organization page=page/> }.into_any()
        }
        (Refusal::Invitation(invitation::Refusal::AddressedToAnother { .. }), _) => {
            let why = refusals::explain(lang, &refusal);
            view! {
                <Section title=words::cannot(lang)>
                    <p class="refusal" data-code=refusal.code()>{why}</p>
                    <OtherOrganizations token=token/>
                    <CopyField id="hand-over" label=words::hand_over(lang) value=page.link/>
                </Section>
            }
            .into_any()
        }
        _ => view! {
            <Section title=words::not_possible(lang)>
                <RefusalPanel refusal=refusal/>
                <OtherOrganizations token=token/>
            </Section>
        }
        .into_any(),
    }
}

/// The user's role does not permit it: names who could, and the link to hand over.
#[component]
fn WrongRole(token: String, organization: Party, page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let admins = if page.admins.is_empty() {
        words::no_admins(lang).to_owned()
    } else {
        words::admins(lang, list::list(lang, &page.admins))
    };
    view! {
        <Section title=words::cannot(lang)>
            <p class="refusal" data-code="role_missing">{words::role_why(lang, organization.name)}</p>
            <p>{admins}</p>
            <OtherOrganizations token=token/>
            <CopyField id="hand-over" label=words::hand_over(lang) value=page.link/>
        </Section>
    }
}

/// The sender at its own link.
#[component]
pub(super) fn Sender(token: String, page: LinkPage) -> impl IntoView {
    let lang = use_lang();
    let requests = match page.kind {
        Kind::Partnership { .. } => route::PARTNERSHIP_REQUESTS,
        Kind::Relationship { .. } | Kind::JointRelationship { .. } => route::CUSTOMER_REQUESTS,
    };
    view! {
        <Section title=words::sent_by_you(lang)>
            <p class="refusal" data-code="itself">{words::sent_by_you_why(lang)}</p>
            <div class="actions">
                <ButtonLink href=requests>{words::to_requests(lang)}</ButtonLink>
            </div>
            <OtherOrganizations token=token/>
        </Section>
    }
}

/// Answer for another of the user's organizations, or with another account.
#[component]
fn OtherOrganizations(token: String) -> impl IntoView {
    let lang = use_lang();
    let others = use_session()
        .map(|session| session.others)
        .unwrap_or_default();
    let forms = others
        .into_iter()
        .map(|other| view! { <SwitchTo choice=other token=token.clone()/> })
        .collect_view();
    view! {
        <p>{words::comes_back(lang)}</p>
        <div class="actions">
            {forms}
            <PlainForm function={PhantomData::<SignOut>} bare=true>
                <input type="hidden" name="next" value=route::link(&token)/>
                <Submit look="quiet">{shell::sign_out(lang)}</Submit>
            </PlainForm>
        </div>
    }
}

#[component]
fn SwitchTo(choice: OrganizationChoice, token: String) -> impl IntoView {
    let lang = use_lang();
    view! {
        <PlainForm function={PhantomData::<ChooseOrganization>} bare=true>
            <input type="hidden" name="organization" value=choice.id.to_string()/>
            <input type="hidden" name="next" value=route::link(&token)/>
            <Submit look="quiet">{words::switch_to(lang, choice.name)}</Submit>
        </PlainForm>
    }
}

/// Signed in, but for no organization yet.
#[component]
pub(super) fn Unchosen(token: String) -> impl IntoView {
    let lang = use_lang();
    let choose = route::with_query(route::CHOOSE_ORGANIZATION, "next", &route::link(&token));
    view! {
        <Section title=words::cannot(lang)>
            <p>{words::choose_organization(lang)}</p>
            <div class="actions">
                <ButtonLink href=choose look="primary">{words::choose(lang)}</ButtonLink>
            </div>
        </Section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::{id, provider};

    use super::*;
    use crate::ui::tests::render;

    #[test]
    fn whoever_sent_it_can_come_back_as_somebody_else() {
        let page = LinkPage {
            kind: Kind::Partnership { provider: id(1) },
            partners: Vec::new(),
            text: String::new(),
            link: String::new(),
            expires: None,
            addressee: None,
            open: Ok(()),
            may_sign_up: Ok(()),
            may_accept: None,
            organization: Some(provider().party()),
            admins: Vec::new(),
            accepted_by: None,
            partnership: None,
            granted: None,
        };
        let html = render(|| view! { <Sender token="abc".to_owned() page=page/> });
        assert!(html.contains("action=\"/api/sign-out\""), "{html}");
        let back = format!("value=\"{}\"", route::link("abc"));
        assert!(html.contains(&back), "{html}");
    }
}
