//! Settings of the person and of the organization, each with its state.

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use tierline_core::{
    Timestamp,
    enrollment::Status,
    organization::{Capability, CapabilityState, RequiredOf},
};

use crate::{
    account::words as accounts,
    context::use_lang,
    data,
    i18n::{Lang, Moment, market, number},
    market::words as markets,
    member::words as members,
    order_request::words as requests,
    organization::words as organizations,
    program::words as program,
    route,
    settings::{
        api::standing,
        model::{
            EnrollmentState, FactorState, OwnOrganization, PasswordState, ProgramState, Required,
            Standing,
        },
        words,
    },
    shell::{load::loaded_part, words as shell},
    ui::{Badge, PageHeader, Section, Setting, Settings, StateBadge, Tone, quiet},
};

/// The settings page. Language and theme are in the menu of every page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang();
    let standing = data::load(|| (), |()| standing());
    view! {
        <div class="narrow">
            <PageHeader title=shell::settings(lang)/>
            {loaded_part(standing, move |standing| rows(lang, standing))}
        </div>
    }
}

fn rows(lang: Lang, standing: Standing) -> AnyView {
    let sessions = counted(
        lang,
        standing.sessions,
        words::only_session,
        words::several_sessions,
    );
    let organization = standing.organization;
    let profile = organization.as_ref().map(|own| {
        let (path, about) = if own.capabilities.is_partner() {
            (route::IDENTIFIERS, words::profile_about(lang))
        } else {
            (route::LEGAL_INFO, words::profile_about_customer(lang))
        };
        let state = profile_state(lang, own);
        row(path, organizations::profile(lang), about, Some(state))
    });
    let users = standing.users.map(|count| {
        let count = counted(lang, count, members::one_user, members::several_users);
        row(
            route::USERS,
            members::user_management(lang),
            words::users_about(lang),
            Some(quiet(count)),
        )
    });
    let groups = standing.groups.map(|count| {
        let count = match count {
            0 => words::no_groups(lang).to_owned(),
            count => counted(lang, count, words::one_group, words::several_groups),
        };
        row(
            route::CUSTOMER_GROUPS,
            words::customer_groups(lang),
            words::customer_groups_about(lang),
            Some(quiet(count)),
        )
    });
    let enrollment = standing.enrollment.map(|enrollment| {
        row(
            route::ENROLLMENT,
            words::enrollment(lang),
            words::enrollment_about(lang),
            Some(enrollment_state(lang, enrollment, organization.as_ref())),
        )
    });
    let required = standing.required.map(|required| {
        row(
            route::REQUIRED_FACTOR,
            accounts::required_title(lang),
            words::required_about(lang),
            Some(required_state(lang, required)),
        )
    });
    let asked_first = standing.asked_first.map(|is_asked| {
        let state = if is_asked {
            requests::is_asked(lang)
        } else {
            requests::is_not_asked(lang)
        };
        row(
            route::ASKED_FIRST,
            requests::setting_title(lang),
            requests::setting_about(lang),
            Some(quiet(state.to_owned())),
        )
    });
    let program = standing.program.map(|state| {
        let row = row(
            route::PROGRAM_SETTINGS,
            program::title(lang),
            program::settings_about(lang),
            Some(program_state(lang, state)),
        );
        view! {
            <Section title=program::program(lang)>
                <Settings>{row}</Settings>
            </Section>
        }
    });
    let place = organization.as_ref().map(|own| quiet(place(lang, own)));
    let password = password_state(lang, standing.password);
    let factor = factor_state(lang, standing.factor);
    view! {
        <Settings>
            {row(route::PASSWORD, words::password(lang), accounts::password_title(lang), Some(password))}
            {row(route::SECOND_FACTOR, accounts::second_factor_title(lang), words::factor_about(lang), Some(factor))}
            {row(route::SESSIONS, accounts::sessions_title(lang), words::sessions_about(lang), Some(quiet(sessions)))}
        </Settings>
        <Section title=words::account_settings(lang)>
            <Settings>
                {profile}
                {row(route::CSP_REGION, markets::title(lang), markets::about(lang), place)}
                {users}
                {groups}
                {enrollment}
                {required}
                {asked_first}
            </Settings>
        </Section>
        {program}
    }
    .into_any()
}

/// A state that somebody should see to.
fn warning(words: String) -> AnyView {
    view! { <Badge tone=Tone::Warning>{words}</Badge> }.into_any()
}

fn counted(
    lang: Lang,
    count: u64,
    one: fn(Lang) -> &'static str,
    several: impl FnOnce(Lang, String) -> String,
) -> String {
    match count {
        1 => one(lang).to_owned(),
        count => several(lang, number(count)),
    }
}

/// A password that somebody else has seen is to be replaced.
fn password_state(lang: Lang, password: PasswordState) -> AnyView {
    if password.is_temporary {
        return warning(words::temporary_password(lang).to_owned());
    }
    changed(lang, password.since)
}

/// When something was changed last.
fn changed(lang: Lang, at: Timestamp) -> AnyView {
    view! { <span class="muted">{words::changed(lang)} " " <Moment at=at day=true/></span> }
        .into_any()
}

fn program_state(lang: Lang, program: ProgramState) -> AnyView {
    match program.changed {
        Some(at) => changed(lang, at),
        None => quiet(words::never_changed(lang).to_owned()),
    }
}

fn factor_state(lang: Lang, factor: Option<FactorState>) -> AnyView {
    let Some(FactorState { codes_left }) = factor else {
        return warning(words::factor_off(lang).to_owned());
    };
    let left = counted(lang, codes_left, words::one_code_left, words::codes_left);
    view! {
        <Badge tone=Tone::Success>{words::factor_on(lang)}</Badge>
        {quiet(left)}
    }
    .into_any()
}

/// A partner without an MPN ID can't sign the agreement; a customer is known by its domain.
fn profile_state(lang: Lang, own: &OwnOrganization) -> AnyView {
    match &own.mpn {
        Some(mpn) => quiet(words::mpn_id(lang, mpn)),
        None if own.capabilities.is_partner() => warning(words::no_mpn_id(lang).to_owned()),
        None => quiet(own.domain.clone()),
    }
}

/// Where the organization does business. The operator has all regions.
fn place(lang: Lang, own: &OwnOrganization) -> String {
    let is_operator = own.capabilities.state(Capability::Operator).is_some();
    if is_operator {
        markets::any_region(lang).to_owned()
    } else {
        market::country(lang, own.country).to_owned()
    }
}

/// Organizations that joined in another way have no enrollment here.
fn enrollment_state(
    lang: Lang,
    enrollment: EnrollmentState,
    own: Option<&OwnOrganization>,
) -> AnyView {
    let joined = own.and_then(|own| own.capabilities.state(Capability::IndirectReseller));
    let joined = joined.map(|state| match state {
        CapabilityState::Suspended => Status::Suspended,
        _ => Status::Active,
    });
    match enrollment.status.or(joined) {
        Some(status) => view! { <StateBadge state=status/> }.into_any(),
        None => quiet(words::not_started(lang).to_owned()),
    }
}

fn required_state(lang: Lang, required: Required) -> AnyView {
    let of = match required.of {
        RequiredOf::Nobody => words::required_of_nobody(lang),
        RequiredOf::Admins => words::required_of_admins(lang),
        RequiredOf::Roles(_) => words::required_of_roles(lang),
        RequiredOf::Everybody => words::required_of_everybody(lang),
    };
    let without = (required.without > 0).then(|| {
        warning(counted(
            lang,
            required.without,
            words::one_without,
            words::several_without,
        ))
    });
    view! {
        {quiet(of)}
        {without}
    }
    .into_any()
}

/// A setting with its page, what it is for, and its state.
fn row(
    href: &'static str,
    name: &'static str,
    about: &'static str,
    state: Option<AnyView>,
) -> AnyView {
    view! { <Setting href=href name=name about=about>{state}</Setting> }.into_any()
}
