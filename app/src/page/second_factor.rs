//! One's own second factor: set up, renewed, turned off.

mod codes;
mod setting_up;

use core::marker::PhantomData;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

pub use codes::RecoveryCodesPage;

use super::load::loaded_part;
use crate::{
    api::second_factor::{
        BeginSecondFactor, RenewRecoveryCodes, TurnOffSecondFactor, second_factor,
    },
    context::use_lang,
    data,
    form::{PlainForm, Submit},
    i18n::{Lang, Moment},
    model::second_factor::SecondFactorState,
    route,
    text::{second_factor as words, shell, sign_in},
    ui::{Badge, Fact, FactStrip, Field, Notice, PageHeader, PasswordField, Section, Tone},
};

/// Below this many it is time for new ones.
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
            {loaded_part(data, move |state| match state {
                SecondFactorState::Off => off(lang),
                SecondFactorState::SettingUp { secret, url, qr } => setting_up::view(lang, secret, url, qr),
                SecondFactorState::On { since, codes_left } => on(lang, since, codes_left),
            })}
        </div>
    }
}

/// The field of a code, here and at sign-in.
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

/// The field of one's own password, where a session alone is not enough.
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

fn off(lang: Lang) -> AnyView {
    view! {
        <div class="stack">
            <p>{words::off_now(lang)}</p>
            <p>{words::off_need(lang)}</p>
            <PlainForm function={PhantomData::<BeginSecondFactor>} bare=true>
                <Submit>{words::set_up(lang)}</Submit>
            </PlainForm>
        </div>
    }
    .into_any()
}

fn on(lang: Lang, since: DateTime<Utc>, left: u32) -> AnyView {
    view! {
        <FactStrip>
            <Fact label=words::state(lang)><Badge tone=Tone::Success>{words::on(lang)}</Badge></Fact>
            <Fact label=words::since(lang)><Moment at=since/></Fact>
            <Fact label=words::left(lang)>{left}</Fact>
        </FactStrip>
        {(left < FEW)
            .then(|| view! { <Notice tone=Tone::Warning><p>{words::few_left(lang)}</p></Notice> })}
        <Section title=words::renew(lang) lead=words::renew_lead(lang)>
            <PlainForm function={PhantomData::<RenewRecoveryCodes>} form="renew">
                <CodeField hint=words::code_hint(lang)/>
                <Submit look="quiet">{words::renew(lang)}</Submit>
            </PlainForm>
        </Section>
        <Section title=words::turn_off(lang) lead=words::turn_off_lead(lang)>
            <PlainForm function={PhantomData::<TurnOffSecondFactor>} form="off">
                <CodeField hint=words::code_hint(lang)/>
                <OwnPassword/>
                <Submit look="danger">{words::turn_off(lang)}</Submit>
            </PlainForm>
        </Section>
    }
    .into_any()
}
