//! The message editor: recipient, subject, text with the personal link in it, and the buttons.

use leptos::prelude::*;
use tierline_core::invitation::LINK_PLACEHOLDER;

use super::{
    message::Fields,
    unsent::{self, Unsent},
};
use crate::{
    context::use_lang,
    form::{Submit, use_form},
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
    let id_of = |name: &str| use_form().map_or_else(|| name.to_owned(), |form| form.id_of(name));
    let fields = StoredValue::new(Fields {
        recipient: id_of("recipient"),
        subject: id_of("subject"),
        text: id_of("text"),
    });
    let key = StoredValue::new(key);
    let offered = RwSignal::new(None::<Unsent>);
    let link_gone = RwSignal::new(false);
    let look = move || {
        let now = fields.with_value(Fields::read);
        link_gone.set(!now.text.contains(LINK_PLACEHOLDER));
        now
    };
    Effect::new(move || {
        let now = look();
        offered.set(
            key.with_value(|key| unsent::kept(key))
                .filter(|kept| *kept != now),
        );
    });
    // Restoring changes the text without any typing.
    Effect::new(move || {
        offered.track();
        look();
    });
    let typed = move |()| {
        let now = look();
        // Text kept earlier is not overwritten until it is restored or discarded.
        if offered.with_untracked(Option::is_none) {
            key.with_value(|key| unsent::keep(key, &now));
        }
    };
    // What is sent is the text in the fields: an older one is not offered above it any more.
    if let Some(pending) = use_form().map(|form| form.pending()) {
        Effect::new(move || {
            if pending.get() && offered.with_untracked(Option::is_some) {
                offered.set(None);
                typed(());
            }
        });
    }
    let put_back = move |_| {
        let mut now = fields.with_value(Fields::read);
        now.text = format!("{}\n\n{LINK_PLACEHOLDER}\n", now.text.trim_end());
        fields.with_value(|fields| fields.write(&now));
        typed(());
    };
    view! {
        <Offer offered=offered fields=fields key=key/>
        <input type="hidden" name="language" value=lang.tag()/>
        <div class="stack" on:input=move |_| typed(())>
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

/// Offers the kept text back; it never replaces anything by itself.
#[component]
fn Offer(
    offered: RwSignal<Option<Unsent>>,
    fields: StoredValue<Fields>,
    key: StoredValue<String>,
) -> impl IntoView {
    let lang = use_lang();
    let restore = move |_| {
        if let Some(unsent) = offered.get_untracked() {
            fields.with_value(|fields| fields.write(&unsent));
        }
        offered.set(None);
    };
    let discard = move |_| {
        key.with_value(|key| unsent::forget(key));
        offered.set(None);
    };
    view! {
        <div role="status">
            {move || {
                offered
                    .with(Option::is_some)
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Info title=words::unsent_title(lang)>
                                <p>{words::unsent(lang)}</p>
                                <div class="cluster">
                                    <Button on:click=restore>{words::restore(lang)}</Button>
                                    <Button look="plain" on:click=discard>{words::discard(lang)}</Button>
                                </div>
                            </Notice>
                        }
                    })
            }}
        </div>
    }
}
