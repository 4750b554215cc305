//! Language, theme, organisation and signing out: plain forms, each of which loads the page again.

use core::marker::PhantomData;

use leptos::prelude::*;

use crate::{
    api::{
        preferences::{SetLanguage, SetTheme},
        session::{ChooseOrganisation, SignOut},
    },
    context::{Theme, use_lang, use_page, use_session},
    form::{ChoiceForm, PlainForm},
    i18n::Lang,
    model::session::SessionInfo,
    route,
    text::shell as text,
};

/// The menu at the right of the top bar.
#[component]
pub fn AccountMenu() -> impl IntoView {
    let lang = use_lang();
    let page = use_page();
    let session = use_session();
    let label = session.as_ref().map_or_else(
        || text::settings(lang).to_owned(),
        |session| session.user_name.clone(),
    );
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned()))
        .collect();
    let themes = Theme::ALL
        .into_iter()
        .map(|theme| (theme.code().to_owned(), theme_name(lang, theme).to_owned()))
        .collect();
    view! {
        <details class="menu account-menu">
            <summary>{label}</summary>
            <div class="menu-panel">
                {session.map(|session| view! { <Person session=session/> })}
                <ChoiceForm
                    function={PhantomData::<SetLanguage>}
                    name="language"
                    label=text::language(lang)
                    choices=languages
                    chosen=lang.tag().to_owned()
                    button=text::change_language(lang)
                />
                <ChoiceForm
                    function={PhantomData::<SetTheme>}
                    name="theme"
                    label=text::theme(lang)
                    choices=themes
                    chosen=page.theme.code().to_owned()
                    button=text::change_theme(lang)
                />
            </div>
        </details>
    }
}

#[component]
fn Person(session: SessionInfo) -> impl IntoView {
    let lang = use_lang();
    let organisations: Vec<(String, String)> = session
        .others
        .iter()
        .map(|other| (other.id.to_string(), other.name.clone()))
        .collect();
    view! {
        <p class="account-who">
            <span>{text::signed_in_as(lang, &session.user_name)}</span>
            <span class="account-email">{session.email}</span>
        </p>
        {(!organisations.is_empty())
            .then(|| {
                view! {
                    <ChoiceForm
                        function={PhantomData::<ChooseOrganisation>}
                        name="organisation"
                        label=text::organisation(lang)
                        choices=organisations
                        chosen=String::new()
                        button=text::change_organisation(lang)
                    />
                }
            })}
        <p><a href=route::SETTINGS>{text::settings(lang)}</a></p>
        <PlainForm function={PhantomData::<SignOut>} bare=true>
            <button type="submit" class="button button-quiet">{text::sign_out(lang)}</button>
        </PlainForm>
    }
}

/// The name of a theme.
fn theme_name(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::System => text::theme_system(lang),
        Theme::Light => text::theme_light(lang),
        Theme::Dark => text::theme_dark(lang),
    }
}
