//! The caller's second factor: set up, added to, renewed, turned off.

mod codes;
mod factors;
mod passkey;
mod proof;
mod setting_up;

use core::marker::PhantomData;

use leptos::{prelude::*, server_fn::ServerFn as _};
use tierline_core::{
    account::{self, MOST_PASSKEYS},
    organization::{self, RequiredBy},
};

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
    context::{use_lang, use_reply, use_session},
    data,
    error::PortalError,
    form::{ErrorNotice, PlainForm, RefusalNotice, Submit},
    i18n::Lang,
    refusal::RefusedBy,
    route,
    shell::{
        load::{loaded_part, use_parameter},
        words as shell,
    },
    ui::{Badge, Fact, FactStrip, Field, Notice, PageHeader, PasswordField, Section, Tone},
};

/// With fewer than this many, it is time for new ones.
const FEW: u32 = 3;

/// The page under settings.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| second_factor());
    let mut trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    if use_session().is_some_and(|session| session.owes_nothing().is_err()) {
        // There is nowhere else to go until it is set up.
        trail.clear();
    }
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
    let is_full = is_full(&state);
    let can_add = state.passkeys || !state.has_app();
    let add = if state.may_add {
        view! {
            {(!state.has_app()).then(|| app(lang, state.setting_up))}
            {state.passkeys.then(|| new_passkey(lang, is_full))}
        }
        .into_any()
    } else {
        can_add.then(|| prove_first(lang, ways)).into_any()
    };
    if !is_on {
        let why = match state.required_by {
            Some(by) => owed(by),
            None => view! { <Notice tone=Tone::Warning><p>{words::off_now(lang)}</p></Notice> }
                .into_any(),
        };
        return view! { {orphan} {why} {add} }.into_any();
    }
    view! {
        {orphan}
        {facts(lang, state.codes_left, state.required_by.as_ref())}
        {factors::view(lang, state.factors, ways)}
        {add}
        {changes(lang, ways, state.required_by)}
    }
    .into_any()
}

/// The error of a form that is no longer here, because the factors were changed elsewhere in the meantime.
fn orphan(state: &SecondFactorState) -> Option<PortalError> {
    let reply = use_reply()?;
    let (function, form) = (reply.function.as_str(), reply.form.as_str());
    let (is_on, several) = (!state.factors.is_empty(), state.factors.len() > 1);
    let is_here = if function == RenewRecoveryCodes::PATH {
        is_on
    } else if function == TurnOffSecondFactor::PATH {
        is_on && state.required_by.is_none()
    } else if function == Prove::PATH {
        !state.may_add
    } else if function == AddPasskey::PATH {
        state.passkeys && state.may_add && !is_full(state)
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

/// Whether the account has as many passkeys as it may have.
fn is_full(state: &SecondFactorState) -> bool {
    let held = state.factors.iter().filter(|it| is_passkey(it)).count();
    u32::try_from(held).is_ok_and(|held| held >= MOST_PASSKEYS)
}

/// The reason why nothing else is shown.
fn owed(by: RequiredBy) -> AnyView {
    let refusal = organization::Refusal::SecondFactorMissing { by }.into();
    view! {
        <Notice tone=Tone::Warning>
            <RefusalNotice refusal=refusal/>
        </Notice>
    }
    .into_any()
}

/// The page to go on to, for a user who was on the way there when a second factor was found missing.
#[component]
fn Next() -> impl IntoView {
    let next = use_parameter("next").get_untracked();
    (!next.is_empty()).then(|| view! { <input type="hidden" name="next" value=next/> })
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

fn facts(lang: Lang, left: u32, required_by: Option<&RequiredBy>) -> AnyView {
    let required = required_by.map(|by| match by {
        RequiredBy::Program => words::required_program(lang).to_owned(),
        RequiredBy::Organization { organization } => words::required_by(lang, &organization.name),
    });
    view! {
        <FactStrip>
            <Fact label=words::state(lang)><Badge tone=Tone::Success>{words::on(lang)}</Badge></Fact>
            <Fact label=words::left(lang)>{left}</Fact>
        </FactStrip>
        {required.map(|required| view! { <p>{required}</p> })}
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
                <Next/>
                <Submit>{words::set_up(lang)}</Submit>
            </PlainForm>
        </Section>
    }
    .into_any()
}

fn new_passkey(lang: Lang, is_full: bool) -> AnyView {
    if is_full {
        let most = MOST_PASSKEYS;
        let refusal = account::Refusal::TooManyPasskeys { most };
        return view! {
            <Section title=words::new_passkey(lang) lead=words::new_passkey_lead(lang)>
                <RefusedBy label=words::add_passkey(lang) refusal=refusal.into()/>
            </Section>
        }
        .into_any();
    }
    view! {
        <Section title=words::new_passkey(lang) lead=words::new_passkey_lead(lang)>
            <p class="without-script">{words::needs_script(lang)}</p>
            <PlainForm function={PhantomData::<AddPasskey>} form="passkey" class="with-script">
                <Next/>
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
fn changes(lang: Lang, ways: Ways, required_by: Option<RequiredBy>) -> AnyView {
    let turning_off = match required_by {
        Some(by) => {
            let refusal = organization::Refusal::SecondFactorRequired { by };
            view! { <RefusedBy label=words::turn_off(lang) refusal=refusal.into() look="danger"/> }
                .into_any()
        }
        None => turn_off(lang, ways),
    };
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
            {turning_off}
        </Section>
    }
    .into_any()
}

fn turn_off(lang: Lang, ways: Ways) -> AnyView {
    view! {
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
    }
    .into_any()
}
