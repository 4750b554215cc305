//! The message with its real link, to be sent by the user's own mail.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use tierline_core::invitation::{LINK_PLACEHOLDER, Message};

use crate::{
    context::use_lang,
    invitation::words,
    route,
    shell::load::use_parameter,
    ui::{ButtonLink, CopyButton, CopyField, Glyph, Section, TextArea},
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
    let mail = mailto(message.recipient.as_str(), message.subject.as_str(), &text);
    let then = use_parameter("then");
    let copied = RwSignal::new(None::<bool>);
    {
        let (mail, text) = (mail.clone(), text.clone());
        let navigate = use_navigate();
        Effect::new(move || {
            match then.get().as_str() {
                "mail" => browser::open(&mail),
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

/// The address that opens a message in the user's mail program (RFC 6068: line breaks are `%0D%0A`).
fn mailto(recipient: &str, subject: &str, text: &str) -> String {
    let recipient = route::encode(recipient).replace("%40", "@");
    let body = route::encode(&text.replace('\n', "\r\n"));
    format!(
        "mailto:{recipient}?subject={}&body={body}",
        route::encode(subject)
    )
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

#[cfg(test)]
mod tests {
    use super::mailto;

    #[test]
    fn a_mail_address_carries_the_whole_message() {
        assert_eq!(
            mailto(
                "o'brien+csp@contoso.example",
                "Hello & welcome?",
                "Open\nhttps://portal.example/invitation/x"
            ),
            "mailto:o%27brien%2Bcsp@contoso.example?subject=Hello%20%26%20welcome%3F\
             &body=Open%0D%0Ahttps%3A%2F%2Fportal.example%2Finvitation%2Fx",
        );
    }
}
