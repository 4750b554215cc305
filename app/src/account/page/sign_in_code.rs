//! Sign in, second step: the code of a user with a second factor.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    account::{
        api::session::{EnterCode, sign_in_ways},
        model::second_factor::Ways,
        page::second_factor::ProofFields,
        words::second_factor as words,
    },
    context::use_lang,
    data,
    form::PlainForm,
    i18n::Lang,
    route,
    shell::{PageTitle, load::loaded_part},
    ui::Disclosure,
};

/// The page after the right password. The server shows it only while the second step is outstanding.
#[component]
pub fn SignInCodePage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| sign_in_ways());
    view! {
        <div class="narrow stack">
            <PageTitle title=words::code_title(lang)/>
            {loaded_part(data, move |ways| asked(lang, ways))}
            <Disclosure summary=words::lost(lang)><p>{words::lost_step(lang)}</p></Disclosure>
            // A whole page load: the server has to notice that another sign-in begins.
            <p><a href=route::SIGN_IN rel="external">{words::begin_again(lang)}</a></p>
        </div>
    }
}

fn asked(lang: Lang, ways: Ways) -> AnyView {
    let next = use_query_map()
        .with_untracked(|query| query.get("next"))
        .unwrap_or_default();
    let lead = match ways {
        Ways {
            app: true,
            passkey: true,
        } => words::either_lead(lang),
        Ways {
            app: false,
            passkey: true,
        } => words::passkey_lead(lang),
        Ways {
            app: true,
            passkey: false,
        } => words::code_lead(lang),
        Ways {
            app: false,
            passkey: false,
        } => words::recovery_lead(lang),
    };
    view! {
        <p>{lead}</p>
        {ways.passkey.then(|| view! { <p class="without-script">{words::needs_script(lang)}</p> })}
        <PlainForm function={PhantomData::<EnterCode>}>
            <input type="hidden" name="next" value=next/>
            <ProofFields ways=ways label=words::go_on(lang)/>
        </PlainForm>
    }
    .into_any()
}
