//! Importing a customer's users: the form, and what comes of a file.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::detail::{self, ask_again};
use crate::{
    context::use_lang,
    data,
    form::{Posting, changes::changes},
    i18n::Lang,
    import::{
        api::{SettleUserImport, user_import},
        start::StartUserImport,
        words,
    },
    route,
    shell::{load::loaded, words as shell},
    ui::PageHeader,
};

/// The page at `/licenses/import/{customer}`. The server decides whether the reader may use the form, and says so.
#[component]
pub fn ImportUsersPage() -> impl IntoView {
    let lang = use_lang();
    let customer =
        use_params_map().with_untracked(|params| params.get("customer").unwrap_or_default());
    let trail = vec![(
        route::license_users(&customer),
        shell::users_and_licenses(lang).to_owned(),
    )];
    view! {
        <PageHeader trail=trail title=words::import_users(lang) lead=words::import_users_lead(lang)/>
        <StartUserImport customer=customer fields=columns/>
    }
}

/// The names of the columns, and a line as an example.
fn columns(lang: Lang) -> AnyView {
    view! {
        <p>{words::user_columns(lang)}</p>
        <pre class="mail-text card">
            "user_name,name,roles,products,withdraw\n"
            "mia@contoso.example,Mia Kern,user,Business Basic,\n"
            "tom@contoso.example,Tom Berg,,,Business Basic"
        </pre>
        <p>{words::user_passwords(lang)}</p>
    }
    .into_any()
}

/// The page at `/licenses/import/{customer}/{id}`.
#[component]
pub fn UserImportPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let settle = Posting::<SettleUserImport>::new();
    let (done, asked) = (changes(settle), RwSignal::new(0_u32));
    let data = data::load(
        move || {
            let named = |name| params.with(|params| params.get(name).unwrap_or_default());
            (named("customer"), named("id"), done.get(), asked.get())
        },
        |(customer, id, ..)| user_import(customer, id),
    );
    loaded(data, move |page| {
        ask_again(&page, asked);
        detail::view(lang, page, settle).into_any()
    })
}
