//! Actions on a customer's page; a refused one says why.

use leptos::prelude::*;
use tierline_core::{
    access::{Action, CustomerFacts, authorize_on_customer},
    refusal::Refusal,
};

use crate::{
    context::use_lang,
    customer::{api::RenewSetupPassword, model::CustomerPage, words},
    form::{Form, Posting, Submit},
    license::words as license_words,
    refusal::RefusedBy,
    route,
    ui::{ButtonLink, Dialog, Notice, Tone},
};

/// Core's decision, from the facts on the page.
fn decide(customer: &CustomerPage, action: Action) -> Result<(), Refusal> {
    let facts = CustomerFacts {
        organization: &customer.organization,
        customer: &customer.customer,
        relationship: Some(&customer.relationship),
        providers: &customer.providers,
    };
    authorize_on_customer(facts, &customer.actor, action).map(drop)
}

/// **Add subscription**, or the reason why not.
#[component]
pub(super) fn AddSubscription(
    /// The customer.
    customer: CustomerPage,
    /// The button's look.
    look: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    match decide(&customer, Action::PlaceOrder) {
        Ok(()) => {
            let href = route::new_subscription(customer.customer.id);
            view! { <ButtonLink href=href look=look>{words::add_subscription(lang)}</ButtonLink> }
                .into_any()
        }
        Err(refusal) => {
            view! { <RefusedBy label=words::add_subscription(lang) refusal=refusal/> }.into_any()
        }
    }
}

/// **Request an order**, for those who may not order and may ask whoever does.
#[component]
pub(super) fn AskForOrder(
    /// The customer.
    customer: CustomerPage,
) -> impl IntoView {
    let lang = use_lang();
    let orders = decide(&customer, Action::PlaceOrder).is_ok();
    let may_ask = !orders && decide(&customer, Action::AskForOrder).is_ok();
    may_ask.then(|| {
        let href = route::ask_for_order(customer.customer.id);
        view! { <ButtonLink href=href>{words::ask_for_order(lang)}</ButtonLink> }
    })
}

/// **Users and licenses**, or the reason why not.
#[component]
pub(super) fn UsersAndLicenses(
    /// The customer.
    customer: CustomerPage,
    /// The button's look.
    look: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let label = license_words::users_and_licenses(lang);
    match decide(&customer, Action::ManageLicenses) {
        Ok(()) => {
            let href = route::license_users(customer.customer.id);
            view! { <ButtonLink href=href look=look>{label}</ButtonLink> }.into_any()
        }
        Err(refusal) => view! { <RefusedBy label=label refusal=refusal look=look/> }.into_any(),
    }
}

/// While the first admin has never signed in: a new temporary password.
#[component]
pub(super) fn RenewPassword(
    /// The customer.
    customer: CustomerPage,
) -> impl IntoView {
    let lang = use_lang();
    let action = Posting::<RenewSetupPassword>::new();
    let id = customer.customer.id.to_string();
    customer.admin_pending.map(|account| {
        view! {
            <Notice tone=Tone::Info>
                <p>{words::admin_pending(lang, account)}</p>
                <Dialog id="renew-password" opener=words::renew_password(lang) look="quiet" title=words::renew_title(lang) form="renew">
                    <p>{words::renew_consequence(lang)}</p>
                    <Form action=action form="renew">
                        <input type="hidden" name="customer" value=id.clone()/>
                        <Submit>{words::renew_password(lang)}</Submit>
                    </Form>
                </Dialog>
            </Notice>
        }
    })
}
