//! The choice of an organization, for a person who belongs to several.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    account::{
        api::session::ChooseOrganization, model::session::OrganizationChoice,
        words::sign_in as words,
    },
    context::{use_lang, use_session},
    form::{PlainForm, Submit},
    shell::PageTitle,
};

/// The page after sign-in for a person with several organizations.
#[component]
pub fn ChooseOrganizationPage() -> impl IntoView {
    let lang = use_lang();
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_default();
    let choices = use_session()
        .map(|session| session.others)
        .unwrap_or_default();
    let lead = if choices.is_empty() {
        words::choose_none(lang)
    } else {
        words::choose_lead(lang)
    };
    view! {
        <div class="narrow">
            <PageTitle title=words::choose_title(lang)/>
            <p>{lead}</p>
            <ul class="choices">
                {choices
                    .into_iter()
                    .map(|choice| view! { <Choice choice=choice next=next.clone()/> })
                    .collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn Choice(choice: OrganizationChoice, next: String) -> impl IntoView {
    view! {
        <li>
            <PlainForm function={PhantomData::<ChooseOrganization>} bare=true>
                <input type="hidden" name="organization" value=choice.id.to_string()/>
                <input type="hidden" name="next" value=next/>
                <Submit look="quiet">{choice.name}</Submit>
            </PlainForm>
        </li>
    }
}
