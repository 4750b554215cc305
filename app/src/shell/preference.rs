//! Language and theme: each behind a button of its own in the top bar, one press away from there.

use core::marker::PhantomData;

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::{
    account::api::{SetLanguage, SetTheme},
    context::{Theme, use_lang, use_page},
    error::PortalError,
    form::PlainForm,
    i18n::Lang,
    shell::words as text,
    ui::{Glyph, Icon},
};

/// A choice: the value, its word, and the language of the word if it is not the page's.
struct Choice {
    value: &'static str,
    word: &'static str,
    lang: Option<&'static str>,
}

/// The portal's language; each by its own name.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let lang = use_lang();
    let choices = Lang::ALL
        .into_iter()
        .map(|lang| Choice {
            value: lang.tag(),
            word: lang.own_name(),
            lang: Some(lang.tag()),
        })
        .collect();
    view! {
        <Preference
            function={PhantomData::<SetLanguage>}
            name="language"
            label=text::language(lang)
            glyph=Glyph::Globe
            choices=choices
            chosen=lang.tag()
        />
    }
}

/// Light, dark, or the system's theme.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let lang = use_lang();
    let choices = Theme::ALL
        .into_iter()
        .map(|theme| Choice {
            value: theme.code(),
            word: theme_name(lang, theme),
            lang: None,
        })
        .collect();
    view! {
        <Preference
            function={PhantomData::<SetTheme>}
            name="theme"
            label=text::theme(lang)
            glyph=Glyph::Contrast
            choices=choices
            chosen=use_page().theme.code()
        />
    }
}

#[component]
fn Preference<S>(
    function: PhantomData<S>,
    name: &'static str,
    label: &'static str,
    glyph: Glyph,
    choices: Vec<Choice>,
    chosen: &'static str,
) -> impl IntoView
where
    S: ServerFn<Error = PortalError> + 'static,
{
    let word = choices
        .iter()
        .find(|choice| choice.value == chosen)
        .map_or("", |choice| choice.word);
    view! {
        <details class="menu preference-menu">
            <summary aria-label=format!("{label}: {word}") title=label>
                <Icon glyph=glyph/>
                <span class="preference-word">{word}</span>
            </summary>
            <div class="menu-panel">
                <PlainForm function=function class="preference-form" bare=true>
                    <fieldset>
                        <legend>{label}</legend>
                        {choices
                            .into_iter()
                            .map(|choice| {
                                view! {
                                    <button
                                        type="submit"
                                        class="preference-choice"
                                        name=name
                                        value=choice.value
                                        lang=choice.lang
                                        aria-current=(choice.value == chosen).then_some("true")
                                    >
                                        {choice.word}
                                    </button>
                                }
                            })
                            .collect_view()}
                    </fieldset>
                </PlainForm>
            </div>
        </details>
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
