//! The latest attempts to sign in to the caller's account.

use leptos::prelude::*;

use crate::{
    account::{
        api::session::own_sign_ins,
        model::sign_in::{SignInAttempt, SignInOutcome},
        words::session as words,
    },
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    shell::load::loaded_part,
    ui::{Badge, Section, Table, Tone},
};

/// **Recent sign-ins**.
#[component]
pub(super) fn SignInList() -> impl IntoView {
    let lang = use_lang();
    let attempts = data::load(|| (), |()| own_sign_ins());
    view! {
        <Section title=words::sign_ins_title(lang) lead=words::sign_ins_lead(lang)>
            {loaded_part(attempts, move |attempts| {
                if attempts.is_empty() {
                    view! { <p class="muted">{words::no_sign_ins(lang)}</p> }.into_any()
                } else {
                    table(lang, attempts).into_any()
                }
            })}
        </Section>
    }
}

fn table(lang: Lang, attempts: Vec<SignInAttempt>) -> impl IntoView {
    view! {
        <Table caption=words::sign_ins_title(lang) dense=true without="fit-1".to_owned()>
            <thead>
                <tr>
                    <th scope="col">{words::when(lang)}</th>
                    <th scope="col">{words::outcome(lang)}</th>
                    <th scope="col">{words::browser(lang)}</th>
                    <th scope="col">{words::address(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {attempts.into_iter().map(|attempt| view! { <Row attempt=attempt/> }).collect_view()}
            </tbody>
        </Table>
    }
}

#[component]
fn Row(attempt: SignInAttempt) -> impl IntoView {
    let lang = use_lang();
    let by_admin = matches!(
        attempt.outcome,
        SignInOutcome::PasswordLinkSent
            | SignInOutcome::SecondFactorReset
            | SignInOutcome::AccessChanged
    );
    // It was the admin's browser, and is not told.
    let browser = if attempt.browser.is_empty() && by_admin {
        String::new()
    } else if attempt.browser.is_empty() {
        words::unknown_browser(lang).to_owned()
    } else {
        attempt.browser
    };
    let (tone, outcome) = match attempt.outcome {
        SignInOutcome::SignedIn => (Tone::Success, words::outcome_signed_in(lang)),
        SignInOutcome::WrongPassword => (Tone::Warning, words::outcome_wrong_password(lang)),
        SignInOutcome::WrongSecondFactor => {
            (Tone::Danger, words::outcome_wrong_second_factor(lang))
        }
        SignInOutcome::TooManyAttempts => (Tone::Warning, words::outcome_too_many_attempts(lang)),
        SignInOutcome::PasswordChanged => (Tone::Success, words::outcome_password_changed(lang)),
        SignInOutcome::SecondFactorChanged => {
            (Tone::Success, words::outcome_second_factor_changed(lang))
        }
        SignInOutcome::PasswordLinkSent => (Tone::Info, words::outcome_password_link_sent(lang)),
        SignInOutcome::SecondFactorReset => {
            (Tone::Warning, words::outcome_second_factor_reset(lang))
        }
        SignInOutcome::AccessChanged => (Tone::Info, words::outcome_access_changed(lang)),
    };
    view! {
        <tr>
            <th scope="row"><Moment at=attempt.at short=true/></th>
            <td class="cell-value" data-label=words::outcome(lang)><Badge tone=tone>{outcome}</Badge></td>
            <td class="cell-second" data-label=words::browser(lang)>{browser}</td>
            <td class="cell-last" data-label=words::address(lang)>{attempt.address.unwrap_or_default()}</td>
        </tr>
    }
}
