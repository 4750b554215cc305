//! Sign in, second step: the code of whoever has a second factor.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::second_factor::CodeField;
use crate::{
    api::session::EnterCode,
    context::use_lang,
    form::{PlainForm, Submit},
    route,
    shell::PageTitle,
    text::second_factor as words,
    ui::Disclosure,
};

/// The page after the right password. The server shows it only as long as a code is waited for.
#[component]
pub fn SignInCodePage() -> impl IntoView {
    let lang = use_lang();
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_default();
    view! {
        <div class="narrow stack">
            <PageTitle title=words::code_title(lang)/>
            <p>{words::code_lead(lang)}</p>
            <PlainForm function={PhantomData::<EnterCode>}>
                <input type="hidden" name="next" value=next/>
                <CodeField hint=words::code_hint(lang)/>
                <Submit>{words::go_on(lang)}</Submit>
            </PlainForm>
            <Disclosure summary=words::lost(lang)><p>{words::lost_step(lang)}</p></Disclosure>
            // A whole page load: the server has to see that another sign-in begins.
            <p><a href=route::SIGN_IN rel="external">{words::begin_again(lang)}</a></p>
        </div>
    }
}
