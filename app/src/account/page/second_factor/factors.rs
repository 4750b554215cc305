//! The caller's factors: a list, and how to remove one of several.

use core::marker::PhantomData;

use leptos::prelude::*;
use uuid::Uuid;

use super::proof::ProofFields;
use crate::{
    account::{
        api::second_factor::RemoveFactor,
        model::second_factor::{OwnFactor, OwnFactorKind, Ways},
        words::second_factor as words,
    },
    context::use_reply,
    form::PlainForm,
    i18n::{Lang, Moment},
    ui::{Disclosure, Section},
};

pub(super) fn view(lang: Lang, factors: Vec<OwnFactor>, ways: Ways) -> AnyView {
    let several = factors.len() > 1;
    // A form that comes back with an error must be visible.
    let came_back = use_reply().map(|reply| reply.form).unwrap_or_default();
    let lead = if several {
        words::factors_lead(lang)
    } else {
        words::only_factor_lead(lang)
    };
    view! {
        <Section title=words::factors(lang) lead=lead>
            <ul class="factors">
                {factors
                    .into_iter()
                    .map(|factor| {
                        let form = form_of(factor.id);
                        let open = form == came_back;
                        let removal = several.then(|| removal(lang, &factor, ways, form, open));
                        view! { <li class="card">{one(lang, factor)} {removal}</li> }
                    })
                    .collect_view()}
            </ul>
        </Section>
    }
    .into_any()
}

/// The name of the form that removes this one.
pub(super) fn form_of(factor: Uuid) -> String {
    format!("remove-{factor}")
}

fn name_of(lang: Lang, what: &OwnFactorKind) -> String {
    match what {
        OwnFactorKind::App => words::app(lang).to_owned(),
        OwnFactorKind::Passkey { name } => name.clone(),
    }
}

fn one(lang: Lang, factor: OwnFactor) -> AnyView {
    let OwnFactor {
        since, used, what, ..
    } = factor;
    let is_passkey = what != OwnFactorKind::App;
    view! {
        <h3 class="factor-name">
            {name_of(lang, &what)}
            {is_passkey.then(|| view! { " " <span class="muted">{words::passkey(lang)}</span> })}
        </h3>
        <dl class="factor-times">
            <div><dt>{words::since(lang)}</dt><dd><Moment at=since/></dd></div>
            {used.map(|used| view! { <div><dt>{words::last_used(lang)}</dt><dd><Moment at=used/></dd></div> })}
        </dl>
    }
    .into_any()
}

fn removal(lang: Lang, factor: &OwnFactor, ways: Ways, form: String, open: bool) -> AnyView {
    let summary = words::remove(lang, name_of(lang, &factor.what));
    let id = factor.id.to_string();
    view! {
        <Disclosure summary=summary open=open>
            <PlainForm function={PhantomData::<RemoveFactor>} form=form>
                <input type="hidden" name="factor" value=id/>
                <ProofFields
                    ways=ways
                    look="danger"
                    label=words::remove_it(lang)
                    passkey_label=words::remove_with_passkey(lang)
                />
            </PlainForm>
        </Disclosure>
    }
    .into_any()
}
