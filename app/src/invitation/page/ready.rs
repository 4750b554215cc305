//! The message with its real link, to be sent by the user's own mail.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use tierline_core::invitation::{Holds, LINK_PLACEHOLDER, Message, own_mail};

use crate::{
    context::use_lang,
    invitation::words,
    shell::load::use_parameter,
    ui::{ButtonLink, CopyButton, CopyField, Glyph, Notice, Section, TextArea, Tone},
};

/// The finished text, **Open in email**, **Copy to clipboard** and **Done**. The action in the address
/// (`?then=mail|copy`) is done at once if the browser allows it.
#[component]
pub(super) fn Ready(
    /// The message, with the place of the link.
    message: Message,
    /// The link.
    link: String,
    /// The page's address without that action.
    page: String,
    /// The target of **Done**.
    done: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let text = message.text.as_str().replace(LINK_PLACEHOLDER, &link);
    let own = own_mail(&message, &link);
    let (mail, whole) = (own.address, own.holds == Holds::Everything);
    let shortened = match own.holds {
        Holds::Everything => None,
        Holds::SubjectAndLink => Some(words::subject_and_link_only(lang)),
        Holds::Link => Some(words::link_only(lang)),
    };
    let then = use_parameter("then");
    let copied = RwSignal::new(None::<bool>);
    {
        let (mail, text) = (mail.clone(), text.clone());
        let navigate = use_navigate();
        Effect::new(move || {
            match then.get().as_str() {
                "mail" => {
                    if !whole {
                        browser::copy(&text, copied);
                    }
                    browser::open(&mail);
                }
                "copy" => browser::copy(&text, copied),
                _ => return,
            }
            // Without the action in the address, a reload does not repeat it.
            let stay = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&page, stay);
        });
    }
    let outcome = move || {
        copied.get().map(|copied| {
            if copied {
                words::copied(lang)
            } else {
                words::not_copied(lang)
            }
        })
    };
    view! {
        <Section title=words::ready_title(lang) lead=words::ready_lead(lang) id="ready">
            <div class="stack">
                {shortened.map(|words| view! { <Notice tone=Tone::Warning><p>{words}</p></Notice> })}
                <p role="status">{outcome}</p>
                <CopyField id="ready-link" label=words::ready_link(lang) value=link/>
                <TextArea name="ready-text" label=words::ready_text(lang) value=text.clone() rows=12/>
                <div class="actions">
                    <ButtonLink href=mail look="primary" glyph=Glyph::Mail external=true>
                        {words::open_in_email(lang)}
                    </ButtonLink>
                    <CopyButton text=Signal::stored(text)/>
                    <ButtonLink href=done>{words::done(lang)}</ButtonLink>
                </div>
            </div>
        </Section>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::*;

    pub(super) fn open(address: &str) {
        if let Some(window) = web_sys::window() {
            // No browser with a mail program refuses this, and the link beside it serves the others.
            drop(window.location().set_href(address));
        }
    }

    pub(super) fn copy(text: &str, copied: RwSignal<Option<bool>>) {
        let Some(clipboard) = web_sys::window().map(|window| window.navigator().clipboard()) else {
            return;
        };
        // A page without TLS has no clipboard, and using it would throw.
        if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
            return copied.set(Some(false));
        }
        let text = text.to_owned();
        leptos::task::spawn_local(async move {
            let done = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text))
                .await
                .is_ok();
            // The page may be gone by then, and the signal with it.
            let _ = copied.try_set(Some(done));
        });
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    use leptos::prelude::*;

    pub(super) fn open(_address: &str) {}

    pub(super) fn copy(_text: &str, _copied: RwSignal<Option<bool>>) {}
}
