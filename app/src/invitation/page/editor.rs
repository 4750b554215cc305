//! The message editor: recipient, subject, text with the personal link in it, and the buttons.

use leptos::prelude::*;
use tierline_core::invitation::LINK_PLACEHOLDER;

use super::message;
use crate::{
    context::use_lang,
    form::{KeepUnsent, Submit, use_form},
    invitation::words,
    ui::{Button, ButtonLink, Field, Notice, TextArea, Tone},
};

/// The initial state of the editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) recipient: String,
    pub(super) subject: String,
    pub(super) text: String,
}

/// The fields and buttons, inside a form.
#[component]
pub(super) fn EditorFields(
    /// The initial values.
    start: Start,
    /// The key under which unsent text is kept in this browser.
    key: String,
    /// The target of **Cancel**.
    cancel: String,
    /// The content between the fields and the buttons.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let form = use_form();
    let typed = form.as_ref().and_then(|form| form.value("text"));
    let text = form.map_or_else(|| "text".to_owned(), |form| form.id_of("text"));
    let text = StoredValue::new(text);
    // As the page is made with it: its own element is not in the document yet.
    let link_gone = RwSignal::new(!has_link(typed.as_ref().unwrap_or(&start.text)));
    // By the element itself, which may have been written by others: when unsent text is restored.
    let look = move || {
        let now = text.try_with_value(|id| message::read(id)).flatten();
        if let Some(now) = now {
            // The page may have been left before the frame.
            let _ = link_gone.try_set(!has_link(&now));
        }
    };
    // What was typed before the page came alive. Content that waited for its data is there by the next frame only.
    Effect::new(move || request_animation_frame(look));
    let put_back = move |_| {
        let now = text.with_value(|id| message::read(id)).unwrap_or_default();
        let whole = format!("{}\n\n{LINK_PLACEHOLDER}\n", now.trim_end());
        text.with_value(|id| message::write(id, &whole));
    };
    view! {
        <KeepUnsent key=key/>
        <input type="hidden" name="language" value=lang.tag()/>
        <div class="stack" on:input=move |_| look()>
            <Field
                name="recipient"
                kind="email"
                label=words::recipient(lang)
                hint=words::recipient_hint(lang)
                value=start.recipient
                maxlength=254u32
            />
            <Field name="subject" label=words::subject(lang) value=start.subject maxlength=200u32/>
            <TextArea
                name="text"
                label=words::text(lang)
                hint=words::text_hint(lang)
                value=start.text
                rows=16
                maxlength=8000u32
            />
        </div>
        <div role="status">
            {move || {
                link_gone
                    .get()
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warning>
                                <p>{words::link_gone(lang)}</p>
                                <Button on:click=put_back>{words::put_link_back(lang)}</Button>
                            </Notice>
                        }
                    })
            }}
        </div>
        {children()}
        <p class="muted">{words::own_mail(lang)}</p>
        <div class="actions">
            <Submit name="then" value="send">{words::send(lang)}</Submit>
            <Submit look="quiet" name="then" value="mail">{words::open_in_email(lang)}</Submit>
            <Submit look="quiet" name="then" value="copy">{words::copy_to_clipboard(lang)}</Submit>
            <Submit look="quiet" name="then" value="draft">{words::save_draft(lang)}</Submit>
            <ButtonLink href=cancel look="plain">{words::cancel(lang)}</ButtonLink>
        </div>
    }
}

/// Whether the recipient could answer by this text.
fn has_link(text: &str) -> bool {
    text.contains(LINK_PLACEHOLDER)
}
