//! The secret for the app, and the code that shows that the app has it.

use core::marker::PhantomData;

use leptos::prelude::*;

use super::{Next, OwnPassword, proof::CodeField};
use crate::{
    account::{
        api::second_factor::ConfirmSecondFactor,
        model::second_factor::{AppSecret, QrCode},
        words::second_factor as words,
    },
    form::{PlainForm, Submit},
    i18n::Lang,
    ui::{CopyField, Section},
};

pub(super) fn view(lang: Lang, AppSecret { secret, url, qr }: AppSecret) -> AnyView {
    view! {
        <Section title=words::scan_title(lang) lead=words::scan_lead(lang)>
            <div class="stack">
                {drawing(lang, qr)}
                <CopyField id="secret" label=words::secret(lang) value=secret/>
                // The scheme is ours and the rest is encoded: no user has typed any of it.
                <p><a href=url rel="external">{words::open_app(lang)}</a></p>
            </div>
        </Section>
        <Section title=words::confirm_title(lang) lead=words::confirm_lead(lang)>
            <PlainForm function={PhantomData::<ConfirmSecondFactor>}>
                <Next/>
                <CodeField hint=words::app_code_hint(lang)/>
                <OwnPassword/>
                <Submit>{words::add_app(lang)}</Submit>
            </PlainForm>
        </Section>
    }
    .into_any()
}

fn drawing(lang: Lang, QrCode { size, path }: QrCode) -> impl IntoView {
    view! {
        <svg class="qr-code" viewBox=format!("0 0 {size} {size}") role="img" aria-label=words::picture(lang)>
            <rect class="qr-paper" width=size.to_string() height=size.to_string()></rect>
            <path d=path></path>
        </svg>
    }
}
