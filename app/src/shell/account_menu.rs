//! Organization, settings and signing out: plain forms, each of which reloads the page.

use core::marker::PhantomData;

use leptos::prelude::*;

use crate::{
    account::{
        api::{ChooseOrganization, SignOut},
        model::SessionInfo,
    },
    context::use_lang,
    form::{ChoiceForm, PlainForm},
    route,
    shell::words as text,
    ui::{Glyph, Icon},
};

/// The menu at the right of the top bar.
#[component]
pub fn AccountMenu(
    /// The signed-in user.
    session: SessionInfo,
) -> impl IntoView {
    view! {
        <details class="menu account-menu">
            <summary>
                <Icon glyph=Glyph::Person/>
                <span class="account-name">{session.user_name.clone()}</span>
            </summary>
            <div class="menu-panel">
                <Person session=session/>
            </div>
        </details>
    }
}

#[component]
fn Person(session: SessionInfo) -> impl IntoView {
    let lang = use_lang();
    let owes = session.second_factor_owed.is_some();
    let organizations: Vec<(String, String)> = session
        .others
        .iter()
        .map(|other| (other.id.to_string(), other.name.clone()))
        .collect();
    view! {
        <p class="account-who">
            <span>{text::signed_in_as(lang, &session.user_name)}</span>
            <span class="account-email">{session.email}</span>
        </p>
        {(!organizations.is_empty() && !owes)
            .then(|| {
                view! {
                    <ChoiceForm
                        function={PhantomData::<ChooseOrganization>}
                        name="organization"
                        label=text::organization(lang)
                        choices=organizations
                        chosen=String::new()
                        button=text::change_organization(lang)
                    />
                }
            })}
        {(!owes).then(|| view! { <p><a href=route::SETTINGS>{text::settings(lang)}</a></p> })}
        <PlainForm function={PhantomData::<SignOut>} bare=true>
            <button type="submit" class="button button-quiet">{text::sign_out(lang)}</button>
        </PlainForm>
    }
}
