//! What proves that it is oneself: a code, or a passkey.

use leptos::prelude::*;

use super::passkey::PasskeyButton;
use crate::{
    account::{model::second_factor::Ways, passkey::Question, words::second_factor as words},
    context::use_lang,
    form::Submit,
    ui::Field,
};

/// The field of a code.
#[component]
pub(super) fn CodeField(
    /// What is taken there.
    hint: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Field
            name="code"
            label=words::code(lang)
            hint=hint
            autocomplete="one-time-code"
            inputmode="numeric"
            width="medium"
        />
    }
}

/// The fields and buttons of a form that asks for a proof: the code with what else the form asks, its button, and a
/// button that does the same by a passkey.
#[component]
pub(crate) fn ProofFields(
    /// With what it can be given.
    ways: Ways,
    /// How the button looks.
    #[prop(default = "primary")]
    look: &'static str,
    /// The words on the button.
    label: &'static str,
    /// The words on the button that asks a passkey, if they are to be others.
    #[prop(optional)]
    passkey_label: Option<&'static str>,
    /// What else is asked, between the code and the buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lang = use_lang();
    let hint = if ways.app {
        words::code_hint(lang)
    } else {
        words::recovery_code_hint(lang)
    };
    let label_of_passkey = passkey_label.unwrap_or(words::with_passkey(lang));
    // Whoever has nothing but passkeys is asked for one first, where it is all that is asked.
    let passkey_first = ways.passkey && !ways.app && look == "primary";
    let passkey_beside = ways.passkey && !passkey_first;
    let look = if passkey_first { "quiet" } else { look };
    view! {
        {passkey_first
            .then(|| {
                view! {
                    <div class="actions with-script">
                        <PasskeyButton question=Question::Proof look="primary" label=label_of_passkey/>
                    </div>
                }
            })}
        <CodeField hint=hint/>
        {children.map(|children| children())}
        <div class="actions">
            <Submit look=look>{label}</Submit>
            {passkey_beside
                .then(|| view! { <PasskeyButton question=Question::Proof label=label_of_passkey/> })}
        </div>
    }
}
