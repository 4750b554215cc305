//! **Request a partnership**, **Request a reseller relationship**, **Invite new customers**.

use leptos::prelude::*;
use tierline_core::{
    Refusal,
    access::{self, Action},
    invitation::{Kind, readiness},
    relationship::Side,
};

use super::{
    asked::{AskedOfCustomer, AskedOfReseller},
    checklist::Checklist,
    editor::{EditorFields, Start},
    provider_choice::{ProviderChoice, chosen},
    unsent,
};
use crate::{
    context::use_lang,
    data,
    form::{Form, Posting},
    i18n::Lang,
    invitation::{
        api::{DraftInvitation, new_invitation},
        model::NewInvitationPage,
        words::{
            self,
            prefilled::{self, Prefilled},
        },
    },
    partnership::{FIND, model::PartnerChoice},
    route,
    shell::words as shell,
    ui::{Disclosure, PageHeader, Pair, Pairs},
};
use crate::{
    refusal::page::RefusalPanel,
    shell::load::{loaded_part, use_parameter},
};

/// The page among the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Partnership,
    Relationship,
    Both,
}

/// **Request a partnership**: a provider asks a reseller.
#[component]
pub fn RequestPartnershipPage() -> impl IntoView {
    page(Asking::Partnership)
}

/// **Request a reseller relationship**: a partner asks a customer for itself alone.
#[component]
pub fn RequestRelationshipPage() -> impl IntoView {
    page(Asking::Relationship)
}

/// **Invite new customers**: a reseller asks a customer for itself and a provider.
#[component]
pub fn InviteForBothPage() -> impl IntoView {
    page(Asking::Both)
}

fn page(asking: Asking) -> impl IntoView {
    let lang = use_lang();
    let (customer, provider) = (use_parameter("customer"), use_parameter("provider"));
    let find = use_parameter(FIND);
    let action = Posting::<DraftInvitation>::new();
    let data = data::load(
        move || (customer.get(), find.get(), provider.get()),
        |(customer, find, provider)| new_invitation(customer, find, provider),
    );
    let (title, lead, (href, above)) = match asking {
        Asking::Partnership => (
            words::request_partnership(lang),
            words::request_partnership_lead(lang),
            (route::INDIRECT_RESELLERS, shell::indirect_resellers(lang)),
        ),
        Asking::Relationship => (
            words::request_relationship(lang),
            words::request_relationship_lead(lang),
            (route::CUSTOMERS, shell::customers(lang)),
        ),
        Asking::Both => (
            words::invite_new_customers(lang),
            words::invite_new_customers_lead(lang),
            (route::INDIRECT_PROVIDERS, shell::indirect_providers(lang)),
        ),
    };
    let show = move |page: NewInvitationPage| match (may_begin(asking, &page), asking) {
        (Err(refusal), _) => view! { <RefusalPanel refusal=refusal/> }.into_any(),
        (Ok(()), Asking::Both) => match chosen(&page.providers, &provider.get_untracked()) {
            Some(provider) => editor(lang, asking, &page, Some(provider), href, action).into_any(),
            None => {
                let customer = page.customer.as_ref().map(|(party, _)| party.id);
                view! { <ProviderChoice providers=page.providers customer=customer/> }.into_any()
            }
        },
        (Ok(()), _) => editor(lang, asking, &page, None, href, action).into_any(),
    };
    view! {
        <div class="narrow">
            <PageHeader trail=vec![(href.to_owned(), above.to_owned())] title=title lead=lead/>
            {loaded_part(data, show)}
        </div>
    }
}

/// Core's decision, as far as it does not depend on the recipient; the server decides all of it again.
fn may_begin(asking: Asking, page: &NewInvitationPage) -> Result<(), Refusal> {
    let (organization, actor) = (&page.organization, &page.actor);
    let action = match asking {
        Asking::Partnership => Action::RequestPartnership,
        Asking::Relationship => Action::RequestRelationship,
        Asking::Both => Action::InviteForBoth,
    };
    access::authorize_own(organization, actor, action).map(drop)
}

fn editor(
    lang: Lang,
    asking: Asking,
    page: &NewInvitationPage,
    provider: Option<PartnerChoice>,
    cancel: &'static str,
    action: Posting<DraftInvitation>,
) -> impl IntoView + use<> {
    let organization = page.organization.clone();
    let name = organization.name.to_string();
    let provider_id = provider.as_ref().map(|provider| provider.id());
    let kind = match (asking, provider_id) {
        (Asking::Partnership, _) => Kind::Partnership {
            provider: organization.id,
        },
        (Asking::Both, Some(provider)) => Kind::JointRelationship {
            reseller: organization.id,
            provider,
        },
        (Asking::Both | Asking::Relationship, _) => Kind::Relationship {
            partner: organization.id,
            side: Side::asked_by(&organization.capabilities),
        },
    };
    let prefilled = prefilled(lang, asking, page, provider.as_ref());
    let recipient = page
        .customer
        .as_ref()
        .map(|(_, address)| address.clone())
        .unwrap_or_default();
    let start = Start {
        recipient,
        subject: prefilled.subject,
        text: prefilled.text,
    };
    let checks = readiness(&organization, None, kind);
    let asked = match kind {
        Kind::Partnership { .. } => view! { <AskedOfReseller provider=name/> }.into_any(),
        Kind::Relationship { side, .. } => {
            view! { <AskedOfCustomer partners=vec![(organization.party(), side)]/> }.into_any()
        }
        Kind::JointRelationship { .. } => {
            let both = std::iter::once((organization.party(), Side::IndirectReseller));
            let other = provider
                .as_ref()
                .map(|provider| (provider.party.clone(), Side::IndirectProvider));
            let partners: Vec<_> = both.chain(other).collect();
            view! { <AskedOfCustomer partners=partners/> }.into_any()
        }
    };
    let for_provider = provider.map(|provider| {
        let several = page.providers.partners.len() > 1 || page.providers.is_part();
        let change = several.then(|| {
            let all = route::with_query(route::INVITE_FOR_BOTH, "provider", "all");
            view! { " · " <a href=all>{words::another_provider(lang)}</a> }
        });
        view! {
            <Pairs>
                <Pair label=words::provider(lang)>{provider.party.name.to_string()} {change}</Pair>
            </Pairs>
        }
    });
    view! {
        {for_provider}
        <Form action=action>
            <input type="hidden" name="kind" value=kind.code()/>
            <input type="hidden" name="provider" value=provider_id.map(|id| id.to_string()).unwrap_or_default()/>
            <EditorFields start=start key=unsent::key(kind.code(), organization.id) cancel=cancel.to_owned()>
                <Disclosure summary=words::asked_title(lang) open=true>{asked}</Disclosure>
                <Disclosure summary=words::checklist(lang)>
                    <Checklist checks=checks addressee=None/>
                </Disclosure>
            </EditorFields>
        </Form>
    }
}

fn prefilled(
    lang: Lang,
    asking: Asking,
    page: &NewInvitationPage,
    provider: Option<&PartnerChoice>,
) -> Prefilled {
    let (user, own) = (page.user_name.as_str(), page.organization.name.as_str());
    match (asking, provider) {
        (Asking::Partnership, _) => prefilled::partnership(lang, user, own),
        (Asking::Both, Some(provider)) => {
            prefilled::both(lang, user, own, provider.party.name.as_str())
        }
        (Asking::Both | Asking::Relationship, _) => prefilled::relationship(lang, user, own),
    }
}
