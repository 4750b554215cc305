//! The proof of identity: a code, or a passkey.

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
    /// The hint about the accepted codes.
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

/// The fields and buttons of a form that asks for a proof: the code with the form's other fields, its button, and a
/// button that does the same with a passkey.
#[component]
pub(crate) fn ProofFields(
    /// The ways in which it can be given.
    ways: Ways,
    /// The button's look.
    #[prop(default = "primary")]
    look: &'static str,
    /// The words on the button.
    label: &'static str,
    /// The words on the button that asks for a passkey, if they differ.
    #[prop(optional)]
    passkey_label: Option<&'static str>,
    /// The form's other fields, between the code and the buttons.
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
    // A user with passkeys only is asked for one first, where the proof is all that is asked for.
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
