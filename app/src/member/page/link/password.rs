//! The choice of another password, by a mailed link.

use core::marker::PhantomData;

use leptos::prelude::*;

use super::{Ended, Missing, NewPasswordFields, use_token};
use crate::{
    context::{use_lang, use_page},
    data,
    error::PortalError,
    form::{ErrorNotice, PlainForm, Submit},
    i18n::Lang,
    member::{
        api::link::{ChoosePassword, password_link},
        model::PasswordLinkPage,
        words::link as words,
    },
    ui::{PageHeader, Skeleton},
};

/// The page at `/new-password/{token}`.
#[component]
pub fn NewPasswordPage() -> impl IntoView {
    let lang = use_lang();
    let token = use_token();
    let data = data::load(move || token.get(), password_link);
    view! {
        <div class="narrow">
            <Suspense fallback=|| view! { <Skeleton rows=4/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(page) => match page.open.clone() {
                            Ok(()) => view(lang, token.get_untracked(), page).into_any(),
                            Err(refusal) => view! { <Ended refusal=refusal from=None/> }.into_any(),
                        },
                        Err(PortalError::NotFound) => view! { <Missing/> }.into_any(),
                        Err(error) => view! { <ErrorNotice error=error/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

fn view(lang: Lang, token: String, page: PasswordLinkPage) -> impl IntoView {
    let request = use_page().seed.to_string();
    view! {
        <PageHeader
            title=words::new_password_title(lang)
            lead=words::new_password_lead(lang, page.address)
        />
        <PlainForm function={PhantomData::<ChoosePassword>}>
            <input type="hidden" name="request_id" value=request/>
            <input type="hidden" name="token" value=token/>
            <NewPasswordFields/>
            <div class="actions">
                <Submit>{words::save_password(lang)}</Submit>
            </div>
        </PlainForm>
    }
}
