//! The caller's second factor: set up, added to, renewed, turned off.

mod codes;
mod factors;
mod passkey;
mod proof;
mod setting_up;

use core::marker::PhantomData;

use leptos::{prelude::*, server_fn::ServerFn as _};

pub use codes::RecoveryCodesPage;
pub(crate) use proof::ProofFields;

use self::passkey::PasskeyButton;
use crate::{
    account::{
        api::second_factor::{
            AddPasskey, BeginSecondFactor, ConfirmSecondFactor, Prove, RemoveFactor,
            RenewRecoveryCodes, TurnOffSecondFactor, second_factor,
        },
        model::second_factor::{AppSecret, OwnFactor, OwnFactorKind, SecondFactorState, Ways},
        passkey::Question,
        words::{second_factor as words, sign_in},
    },
    context::{use_lang, use_reply},
    data,
    error::PortalError,
    form::{ErrorNotice, PlainForm, Submit},
    i18n::Lang,
    route,
    shell::{load::loaded_part, words as shell},
    ui::{Badge, Fact, FactStrip, Field, Notice, PageHeader, PasswordField, Section, Tone},
};

/// With fewer than this many, it is time for new ones.
const FEW: u32 = 3;

/// The page under settings.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| second_factor());
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=words::title(lang) lead=words::lead(lang)/>
            {loaded_part(data, move |state| shown(lang, state))}
        </div>
    }
}

fn shown(lang: Lang, state: SecondFactorState) -> AnyView {
    let is_on = !state.factors.is_empty();
    let ways = Ways {
        app: state.has_app(),
        passkey: state.passkeys && state.factors.iter().any(is_passkey),
    };
    let orphan = orphan(&state)
        .map(|error| view! { <Notice tone=Tone::Danger><ErrorNotice error=error/></Notice> });
    let can_add = state.passkeys || !state.has_app();
    let add = if state.may_add {
        view! {
            {(!state.has_app()).then(|| app(lang, state.setting_up))}
            {state.passkeys.then(|| new_passkey(lang))}
        }
        .into_any()
    } else {
        can_add.then(|| prove_first(lang, ways)).into_any()
    };
    if !is_on {
        return view! { {orphan} <p>{words::off_now(lang)}</p> {add} }.into_any();
    }
    view! {
        {orphan}
        {facts(lang, state.codes_left)}
        {factors::view(lang, state.factors, ways)}
        {add}
        {changes(lang, ways)}
    }
    .into_any()
}

/// The error of a form that is no longer here, because the factors were changed elsewhere in the meantime.
fn orphan(state: &SecondFactorState) -> Option<PortalError> {
    let reply = use_reply()?;
    let (function, form) = (reply.function.as_str(), reply.form.as_str());
    let (is_on, several) = (!state.factors.is_empty(), state.factors.len() > 1);
    let is_here = if [RenewRecoveryCodes::PATH, TurnOffSecondFactor::PATH].contains(&function) {
        is_on
    } else if function == Prove::PATH {
        !state.may_add
    } else if function == AddPasskey::PATH {
        state.passkeys && state.may_add
    } else if function == ConfirmSecondFactor::PATH {
        state.setting_up.is_some() && state.may_add
    } else if function == RemoveFactor::PATH {
        let mut forms = state
            .factors
            .iter()
            .map(|factor| factors::form_of(factor.id));
        several && forms.any(|own| own == form)
    } else {
        // It belongs to another page, or is shown at the top of every page.
        true
    };
    (!is_here).then_some(reply.error)
}

fn is_passkey(factor: &OwnFactor) -> bool {
    matches!(factor.what, OwnFactorKind::Passkey { .. })
}

/// The field of the caller's password, where a session alone is not enough.
#[component]
fn OwnPassword() -> impl IntoView {
    let lang = use_lang();
    view! {
        <PasswordField
            name="current_password"
            label=sign_in::current_password(lang)
            autocomplete="current-password"
        />
    }
}

fn facts(lang: Lang, left: u32) -> AnyView {
    view! {
        <FactStrip>
            <Fact label=words::state(lang)><Badge tone=Tone::Success>{words::on(lang)}</Badge></Fact>
            <Fact label=words::left(lang)>{left}</Fact>
        </FactStrip>
        {(left < FEW)
            .then(|| view! { <Notice tone=Tone::Warning><p>{words::few_left(lang)}</p></Notice> })}
    }
    .into_any()
}

/// The section that adds an app: begin, or continue.
fn app(lang: Lang, setting_up: Option<AppSecret>) -> AnyView {
    if let Some(secret) = setting_up {
        return setting_up::view(lang, secret);
    }
    view! {
        <Section title=words::app(lang) lead=words::off_need(lang)>
            <PlainForm function={PhantomData::<BeginSecondFactor>} bare=true>
                <Submit>{words::set_up(lang)}</Submit>
            </PlainForm>
        </Section>
    }
    .into_any()
}

fn new_passkey(lang: Lang) -> AnyView {
    view! {
        <Section title=words::new_passkey(lang) lead=words::new_passkey_lead(lang)>
            <p class="without-script">{words::needs_script(lang)}</p>
            <PlainForm function={PhantomData::<AddPasskey>} form="passkey" class="with-script">
                <Field
                    name="name"
                    label=words::passkey_name(lang)
                    hint=words::passkey_name_hint(lang)
                    width="medium"
                    maxlength=60u32
                />
                <OwnPassword/>
                <div class="actions">
                    <PasskeyButton question=Question::New look="primary" label=words::add_passkey(lang)/>
                </div>
            </PlainForm>
        </Section>
    }
    .into_any()
}

/// The form to prove a factor before another one is added.
fn prove_first(lang: Lang, ways: Ways) -> AnyView {
    view! {
        <Section title=words::add_more(lang) lead=words::prove_first(lang)>
            <PlainForm function={PhantomData::<Prove>} form="prove">
                <ProofFields ways=ways look="quiet" label=words::go_on(lang)/>
            </PlainForm>
        </Section>
    }
    .into_any()
}

/// The changes to the second factor as a whole.
fn changes(lang: Lang, ways: Ways) -> AnyView {
    view! {
        <Section title=words::renew(lang) lead=words::renew_lead(lang)>
            <PlainForm function={PhantomData::<RenewRecoveryCodes>} form="renew">
                <ProofFields
                    ways=ways
                    look="quiet"
                    label=words::renew(lang)
                    passkey_label=words::renew_with_passkey(lang)
                />
            </PlainForm>
        </Section>
        <Section title=words::turn_off(lang) lead=words::turn_off_lead(lang)>
            <PlainForm function={PhantomData::<TurnOffSecondFactor>} form="off">
                <ProofFields
                    ways=ways
                    look="danger"
                    label=words::turn_off(lang)
                    passkey_label=words::turn_off_with_passkey(lang)
                >
                    <OwnPassword/>
                </ProofFields>
            </PlainForm>
        </Section>
    }
    .into_any()
}
