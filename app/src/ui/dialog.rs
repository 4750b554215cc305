//! A question before something that cannot be undone.

use leptos::{ev::MouseEvent, html, prelude::*, wasm_bindgen::JsCast as _, web_sys::js_sys};
use leptos_router::hooks::use_location;

use crate::{
    context::{use_lang, use_reply},
    ui::words,
};

/// A button, and the dialog that it opens, with a way to close it.
///
/// The browser opens and closes it by itself (`command`, `commandfor`), without WASM too; the handlers are for browsers
/// that do not know these attributes yet.
#[component]
pub fn Dialog(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The words on the button that opens it; empty if a [`DialogOpener`] stands elsewhere.
    #[prop(into)]
    opener: String,
    /// The look of that button: `primary`, `quiet` or `danger`.
    #[prop(default = "danger")]
    look: &'static str,
    /// The question.
    #[prop(into)]
    title: String,
    /// The words on the button that closes it and leaves all as it is; **Cancel** unless the dialog itself is about
    /// canceling or ending something.
    #[prop(optional, into)]
    keep: Option<&'static str>,
    /// The `form=` of the form inside, so that the dialog is open again when that form comes back with an error.
    #[prop(optional, into)]
    form: Option<String>,
    /// The consequences, and the form that does it.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let title_id = format!("{id}-title");
    let back = form.is_some_and(|form| use_reply().is_some_and(|reply| reply.form == form));
    let dialog = NodeRef::<html::Dialog>::new();
    let open = move |event: MouseEvent| {
        if !opens_by_itself(&event)
            && let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
        {
            // Fails only if the dialog has left the page, and then there is nothing to open.
            let _ = dialog.show_modal();
        }
    };
    let close = move |event: MouseEvent| {
        if !opens_by_itself(&event)
            && let Some(dialog) = dialog.get_untracked()
        {
            dialog.close();
        }
    };
    let (opener_id, dialog_id, heading_id) = (id.clone(), id.clone(), title_id.clone());
    // After the form was done, the page goes on, or shows its new state in its existing elements. In a list, this
    // dialog may then be about another row: it must not stay open, unless there is an error to read in it.
    let location = use_location();
    Effect::new(move || {
        location.pathname.track();
        location.search.track();
        if let Some(dialog) = dialog.get()
            && dialog.open()
            && dialog
                .query_selector(".error-summary")
                .is_ok_and(|error| error.is_none())
        {
            dialog.close();
        }
    });
    let opener = (!opener.is_empty()).then(|| {
        view! {
            <button
                type="button"
                class=format!("button button-{look}")
                command="show-modal"
                commandfor=opener_id
                aria-haspopup="dialog"
                on:click=open
            >
                {opener}
            </button>
        }
    });
    view! {
        {opener}
        <dialog class="dialog" id=dialog_id aria-labelledby=title_id open=back node_ref=dialog>
            <h2 id=heading_id>{title}</h2>
            <div class="dialog-body">{children()}</div>
            <div class="dialog-foot">
                <button
                    type="button"
                    class="button button-quiet"
                    command="close"
                    commandfor=id
                    autofocus=true
                    on:click=close
                >
                    {keep.unwrap_or_else(|| words::cancel(lang))}
                </button>
            </div>
        </dialog>
    }
}

/// A button elsewhere on the page, such as inside a form, that opens a dialog.
#[component]
pub fn DialogOpener(
    /// The dialog's id.
    #[prop(into)]
    id: String,
    /// The words on it.
    #[prop(into)]
    label: String,
    /// The look: `primary`, `quiet` or `danger`.
    #[prop(default = "quiet")]
    look: &'static str,
) -> impl IntoView {
    let dialog = id.clone();
    view! {
        <button
            type="button"
            class=format!("button button-{look}")
            command="show-modal"
            commandfor=id
            aria-haspopup="dialog"
            on:click=move |event| {
                if !opens_by_itself(&event) {
                    show(&dialog);
                }
            }
        >
            {label}
        </button>
    }
}

/// Whether the browser knows the attributes of the pressed button, and does by them what they say. It complains of a
/// dialog that is open already.
fn opens_by_itself(event: &MouseEvent) -> bool {
    event.current_target().is_some_and(|button| {
        js_sys::Reflect::has(&button, &"commandForElement".into()).unwrap_or_default()
    })
}

/// For browsers that do not know the attributes.
fn show(id: &str) {
    if let Some(dialog) = document()
        .get_element_by_id(id)
        .and_then(|found| found.dyn_into::<leptos::web_sys::HtmlDialogElement>().ok())
        && !dialog.open()
    {
        // Fails only if the dialog has left the page, and then there is nothing to open.
        let _ = dialog.show_modal();
    }
}
