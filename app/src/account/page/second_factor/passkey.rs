//! The button that asks the browser for a passkey and sends the form around it with the answer.

use leptos::{html, prelude::*};

use crate::{
    account::{
        passkey::{Question, Unanswered},
        words::second_factor as words,
    },
    context::use_lang,
    error::PortalError,
    form::{ErrorNotice, use_form},
    i18n::Lang,
};

/// The reason why nothing was sent.
#[derive(Clone)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "only a browser asks for passkeys")
)]
enum Trouble {
    /// The browser did not answer.
    Browser(Unanswered),
    /// A field of the form is still empty.
    Empty,
    /// The server did not return the question.
    Server(PortalError),
}

/// The state of asking.
#[derive(Clone, Copy)]
struct Asking {
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    answer: NodeRef<html::Input>,
}

/// The button, its hidden field, and the error. For a new passkey it is the form's own button, so that Enter in a
/// field presses it.
#[component]
pub(super) fn PasskeyButton(
    /// The question for the browser.
    question: Question,
    /// The button's look.
    #[prop(default = "quiet")]
    look: &'static str,
    /// The words on it.
    label: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let (id, wrong) = use_form().map_or_else(
        || ("passkey".to_owned(), Signal::stored(None)),
        |form| (form.id_of("passkey"), form.field_error("passkey")),
    );
    let asking = Asking {
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
        answer: NodeRef::new(),
    };
    // Asking needs a hydrated page: until then the button is invisible, but keeps its place.
    let alive = RwSignal::new(false);
    Effect::new(move || alive.set(true));
    let kind = match question {
        Question::New => "submit",
        Question::Proof => "button",
    };
    let error_id = format!("{id}-error");
    let described = {
        let error_id = error_id.clone();
        move || wrong.with(Option::is_some).then(|| error_id.clone())
    };
    let busy = move || asking.busy.get().then_some("true");
    view! {
        <div class="passkey">
            <input type="hidden" name="passkey" value="" autocomplete="off" node_ref=asking.answer/>
            <button
                type=kind
                id=id
                class=format!("button button-{look}")
                class:is-waiting=move || !alive.get()
                // Not `disabled`, which would lose the keyboard's focus.
                aria-disabled=busy
                data-pending=busy
                aria-describedby=described
                on:click=move |event| {
                    event.prevent_default();
                    ask(question, asking);
                }
            >
                {label}
            </button>
            {move || wrong.get().map(|wrong| view! { <p class="field-error" id=error_id.clone()>{wrong}</p> })}
            <div role="alert">{move || asking.trouble.get().map(|trouble| told(lang, trouble))}</div>
        </div>
    }
}

fn told(lang: Lang, trouble: Trouble) -> AnyView {
    let words = match trouble {
        Trouble::Server(error) => return view! { <ErrorNotice error=error/> }.into_any(),
        Trouble::Empty => words::fill_in_first(lang),
        Trouble::Browser(Unanswered::Late) => words::no_answer(lang),
        Trouble::Browser(Unanswered::Unconfirmed) => words::unconfirmed(lang),
        Trouble::Browser(Unanswered::Held) => words::held(lang),
        Trouble::Browser(Unanswered::Unable) => words::unable(lang),
    };
    view! { <p class="field-error">{words}</p> }.into_any()
}

#[cfg(feature = "hydrate")]
fn ask(question: Question, asking: Asking) {
    use crate::account::{
        api::second_factor::{ask_for_new_passkey, ask_for_passkey},
        passkey,
    };

    let Some(field) = asking.answer.get_untracked() else {
        return;
    };
    if asking.busy.get_untracked() {
        return;
    }
    // Nobody goes through the device's questions for a form that is refused afterwards.
    if let Some(empty) = first_empty(question, &field) {
        asking.trouble.set(Some(Trouble::Empty));
        let _ = empty.focus();
        return;
    }
    asking.busy.set(true);
    asking.trouble.set(None);
    leptos::task::spawn_local(async move {
        let asked = match question {
            Question::New => ask_for_new_passkey().await,
            Question::Proof => ask_for_passkey().await,
        };
        let answered = match asked {
            Ok(asked) => passkey::answer(question, &asked)
                .await
                .map_err(Trouble::Browser),
            Err(error) => Err(Trouble::Server(error)),
        };
        // The page may be gone by now, and the signals with it: then there is no one to tell, and the form is not sent.
        let _ = asking.busy.try_set(false);
        match answered {
            Ok(answer) => {
                field.set_value(&answer);
                if let Some(form) = field.form() {
                    let _ = form.request_submit();
                }
            }
            Err(trouble) => {
                let _ = asking.trouble.try_set(Some(trouble));
            }
        }
    });
}

/// The first field of the form that must not be empty and is. Beside a proof, only the password must be there: a code
/// is another way.
#[cfg(feature = "hydrate")]
fn first_empty(
    question: Question,
    answer: &web_sys::HtmlInputElement,
) -> Option<web_sys::HtmlInputElement> {
    use wasm_bindgen::JsCast as _;

    let names: &[&str] = match question {
        Question::New => &["name", "current_password"],
        Question::Proof => &["current_password"],
    };
    let form = answer.form()?;
    names.iter().find_map(|name| {
        let field = form
            .query_selector(&format!("input[name={name}]"))
            .ok()??
            .dyn_into::<web_sys::HtmlInputElement>()
            .ok()?;
        field.value().trim().is_empty().then_some(field)
    })
}

#[cfg(not(feature = "hydrate"))]
fn ask(_question: Question, _asking: Asking) {}
