//! For global admins: of which users a second factor is required.

use leptos::prelude::*;
use tierline_core::{
    organization::{Capabilities, Capability, RequiredOf},
    role::{Role, RoleSet},
};

use crate::{
    account::words as account,
    context::{use_lang, use_session},
    data,
    form::{FieldLabels, FilledWith, Form, Posting, Submit},
    i18n::Lang,
    organization::{
        api::{RequireSecondFactor, required_second_factor},
        model::Requirement,
        words,
    },
    route,
    shell::{load::loaded_part, words as shell},
    ui::{Checkbox, Choice, Fieldset, Notice, PageHeader, RadioGroup, Tone},
};

/// The page under settings.
#[component]
pub fn RequiredFactorPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let action = Posting::<RequireSecondFactor>::new();
    let data = data::load(move || action.version().get(), |_| required_second_factor());
    let trail = vec![(route::SETTINGS.to_owned(), shell::settings(lang).to_owned())];
    view! {
        <div class="narrow">
            <PageHeader trail=trail title=account::required_title(lang) lead=words::lead(lang)/>
            {loaded_part(data, move |requirement| shown(lang, requirement, action))}
        </div>
    }
}

fn shown(lang: Lang, requirement: Requirement, action: Posting<RequireSecondFactor>) -> AnyView {
    let Requirement {
        required_of,
        minimum,
        without,
        mark,
    } = requirement;
    let own = use_session()
        .and_then(|session| session.organization)
        .map(|own| own.capabilities)
        .unwrap_or_default();
    let options = vec![
        Choice::new(RequiredOf::Nobody.to_string(), words::nobody(lang))
            .hint(words::nobody_hint(lang)),
        Choice::new(RequiredOf::Admins.to_string(), admins(lang, &own)),
        Choice::new("roles", words::of_roles(lang)).hint(words::of_roles_hint(lang)),
        Choice::new(RequiredOf::Everybody.to_string(), words::everybody(lang)),
    ];
    let chosen = match required_of {
        RequiredOf::Roles(_) => "roles".to_owned(),
        named => named.to_string(),
    };
    // The program's minimum is a group with a name.
    let at_least = match minimum {
        RequiredOf::Admins => Some(words::minimum_admins(lang)),
        RequiredOf::Everybody => Some(words::minimum_everybody(lang)),
        _ => None,
    };
    view! {
        <div class="stack">
            {at_least.map(|words| view! { <Notice tone=Tone::Info><p>{words}</p></Notice> })}
            <p id="without-factor">{count(lang, required_of.or(minimum), without)}</p>
            <Form action=action form="required">
                <FilledWith mark=mark/>
                <RadioGroup
                    name="required_of"
                    legend=words::of_whom(lang)
                    hint=words::hint(lang)
                    options=options
                    value=chosen
                />
                <Fieldset legend=words::roles(lang)>{roles(lang, &own, required_of.roles())}</Fieldset>
                <div class="actions">
                    <Submit>{words::save(lang)}</Submit>
                </div>
            </Form>
        </div>
    }
    .into_any()
}

/// The roles of an organization of this kind, as boxes to tick.
fn roles(lang: Lang, own: &Capabilities, required: RoleSet) -> impl IntoView + use<> {
    let there_are = Role::ALL.into_iter().filter(|role| role.exists_in(own));
    let boxes = there_are.map(|role| {
        view! {
            <Checkbox
                name="roles[]"
                label=account::role(lang, role)
                value=role.code()
                checked=required.contains(role)
            />
        }
    });
    boxes.collect_view()
}

/// The admins of an organization of this kind.
fn admins(lang: Lang, own: &Capabilities) -> &'static str {
    if own.state(Capability::Operator).is_some() {
        words::program_admins(lang)
    } else if own.is_partner() {
        words::partner_admins(lang)
    } else {
        words::customer_admins(lang)
    }
}

fn count(lang: Lang, of: RequiredOf, without: u64) -> String {
    match (of, without) {
        (RequiredOf::Nobody, _) => words::required_of_nobody(lang).to_owned(),
        (_, 0) => words::all_have_one(lang).to_owned(),
        (_, 1) => words::one_without(lang).to_owned(),
        (_, without) => words::without(lang, without),
    }
}
