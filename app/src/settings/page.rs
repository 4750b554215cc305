//! Settings of the person and of the organization, each with its state.

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use serde::Serialize;
use tierline_core::{
    access::Action,
    enrollment::Status,
    market::Country,
    organization::{Capability, CapabilityState, Organization, RequiredOf},
    permission::SubjectKind,
    read::Read,
};

use crate::{
    account::{api as account, words as accounts},
    context::{use_lang, use_session},
    data,
    enrollment::api::enrollment,
    error::PortalError,
    i18n::{Lang, market, number},
    market::words as markets,
    member::{users, words as members},
    organization::{
        api::{organization_profile, required_second_factor},
        words as organizations,
    },
    program::words as program,
    route,
    settings::words,
    shell::{load::loaded_part, words as shell},
    ui::{Badge, Glyph, Icon, PageHeader, Section, StateBadge, Tone},
};

/// The settings page. Language and theme are in the menu of every page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang();
    let may = May::of_reader();
    let standing = data::load(move || may, standing);
    view! {
        <div class="narrow">
            <PageHeader title=shell::settings(lang)/>
            {loaded_part(standing, move |standing| rows(lang, may, standing))}
        </div>
    }
}

/// The rows that the reader's roles open, beside the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct May {
    view: bool,
    manage_users: bool,
    require_factor: bool,
    enroll: bool,
    view_program: bool,
    manage_groups: bool,
}

impl May {
    fn of_reader() -> May {
        let session = use_session();
        let session = session.as_ref();
        let may_on = |action, on| session.is_some_and(|session| session.may(action, on));
        let may = |action| may_on(action, SubjectKind::Own);
        May {
            view: may(Action::ViewOwn),
            manage_users: may(Action::ManageUsers),
            require_factor: may(Action::RequireSecondFactor),
            enroll: may(Action::Enroll),
            manage_groups: may(Action::ManageCustomerGroups),
            view_program: may_on(Action::ViewProgramSettings, SubjectKind::Program),
        }
    }
}

/// The state of what can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
struct Standing {
    /// Whether signing in asks for a second factor.
    has_factor: bool,
    /// The number of unused recovery codes.
    codes_left: u32,
    /// Where the account is signed in.
    sessions: u64,
    /// The own organization.
    organization: Option<Organization>,
    /// How many users it has, with those who are invited.
    users: Option<u64>,
    /// Of whom it requires a second factor.
    required: Option<Required>,
    /// How far its enrollment is, if one has begun.
    enrollment: Option<Status>,
}

/// Of whom a second factor is required, by the stricter of organization and operator, and how many of them have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
struct Required {
    of: RequiredOf,
    without: u64,
}

async fn standing(may: May) -> Result<Standing, PortalError> {
    let factor = account::second_factor().await?;
    let sessions = account::own_sessions().await?;
    let organization = match may.view {
        true => Some(organization_profile().await?.organization),
        false => None,
    };
    let users = match may.manage_users {
        true => Some(users(String::new()).await?.users.total),
        false => None,
    };
    let required = match may.require_factor {
        true => {
            let found = required_second_factor().await?;
            Some(Required {
                of: found.required_of.or(found.minimum),
                without: found.without,
            })
        }
        false => None,
    };
    let enrollment = match may.enroll {
        true => enrollment().await?.begun.map(|begun| begun.tracker.status),
        false => None,
    };
    Ok(Standing {
        has_factor: !factor.factors.is_empty(),
        codes_left: factor.codes_left,
        sessions: u64::try_from(sessions.len()).unwrap_or(u64::MAX),
        organization,
        users,
        required,
        enrollment,
    })
}

fn rows(lang: Lang, may: May, standing: Standing) -> AnyView {
    let sessions = counted(
        lang,
        standing.sessions,
        words::only_session,
        words::several_sessions,
    );
    let organization = standing.organization;
    let is_partner = organization
        .as_ref()
        .is_some_and(|own| own.capabilities.is_partner());
    let (profile, about) = if is_partner {
        (route::IDENTIFIERS, words::profile_about(lang))
    } else {
        (route::LEGAL_INFO, words::profile_about_customer(lang))
    };
    let profile_state = organization.as_ref().map(|own| profile_state(lang, own));
    let profile = may
        .view
        .then(|| row(profile, organizations::profile(lang), about, profile_state));
    let users = may.manage_users.then(|| {
        let state = standing.users.map(|count| {
            let count = counted(lang, count, members::one_user, members::several_users);
            quiet(count)
        });
        row(
            route::USERS,
            members::user_management(lang),
            words::users_about(lang),
            state,
        )
    });
    let groups = may.manage_groups.then(|| {
        row(
            route::CUSTOMER_GROUPS,
            words::customer_groups(lang),
            words::customer_groups_about(lang),
            None,
        )
    });
    let enrollment = may.enroll.then(|| {
        let state = enrollment_state(lang, standing.enrollment, organization.as_ref());
        row(
            route::ENROLLMENT,
            words::enrollment(lang),
            words::enrollment_about(lang),
            Some(state),
        )
    });
    let required = may.require_factor.then(|| {
        row(
            route::REQUIRED_FACTOR,
            accounts::required_title(lang),
            words::required_about(lang),
            standing.required.map(|it| required_state(lang, it)),
        )
    });
    let program = may.view_program.then(|| {
        let row = row(
            route::PROGRAM_SETTINGS,
            program::title(lang),
            program::settings_about(lang),
            None,
        );
        view! {
            <Section title=program::program(lang)>
                <ul class="settings">{row}</ul>
            </Section>
        }
    });
    let place = organization.as_ref().map(|own| quiet(place(lang, own)));
    let factor = factor_state(lang, standing.has_factor, standing.codes_left);
    view! {
        <ul class="settings">
            {row(route::PASSWORD, words::password(lang), accounts::password_title(lang), None)}
            {row(route::SECOND_FACTOR, accounts::second_factor_title(lang), words::factor_about(lang), Some(factor))}
            {row(route::SESSIONS, accounts::sessions_title(lang), words::sessions_about(lang), Some(quiet(sessions)))}
        </ul>
        <Section title=words::account_settings(lang)>
            <ul class="settings">
                {profile}
                {row(route::CSP_REGION, markets::title(lang), markets::about(lang), place)}
                {users}
                {groups}
                {enrollment}
                {required}
            </ul>
        </Section>
        {program}
    }
    .into_any()
}

/// A state that asks for nothing.
fn quiet(words: String) -> AnyView {
    view! { <span class="muted">{words}</span> }.into_any()
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

fn factor_state(lang: Lang, is_on: bool, codes_left: u32) -> AnyView {
    if !is_on {
        return warning(words::factor_off(lang).to_owned());
    }
    let left = counted(
        lang,
        u64::from(codes_left),
        words::one_code_left,
        words::codes_left,
    );
    view! {
        <Badge tone=Tone::Success>{words::factor_on(lang)}</Badge>
        {quiet(left)}
    }
    .into_any()
}

/// A partner without an MPN ID can't sign the agreement; a customer is known by its domain.
fn profile_state(lang: Lang, own: &Organization) -> AnyView {
    match &own.mpn {
        Some(mpn) => quiet(words::mpn_id(lang, mpn)),
        None if own.capabilities.is_partner() => warning(words::no_mpn_id(lang).to_owned()),
        None => quiet(own.domain.to_string()),
    }
}

/// Where the organization does business. The operator has all regions.
fn place(lang: Lang, own: &Organization) -> String {
    let is_operator = own.capabilities.state(Capability::Operator).is_some();
    if is_operator {
        markets::any_region(lang).to_owned()
    } else {
        let country: Country = own.country;
        market::country(lang, country).to_owned()
    }
}

/// Organizations that joined in another way have no enrollment here.
fn enrollment_state(lang: Lang, status: Option<Status>, own: Option<&Organization>) -> AnyView {
    let joined = own.and_then(|own| own.capabilities.state(Capability::IndirectReseller));
    let joined = joined.map(|state| match state {
        CapabilityState::Suspended => Status::Suspended,
        _ => Status::Active,
    });
    match status.or(joined) {
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
        {quiet(of.to_owned())}
        {without}
    }
    .into_any()
}

/// A setting: its name leads to its page.
fn row(
    href: &'static str,
    name: &'static str,
    about: &'static str,
    state: Option<AnyView>,
) -> AnyView {
    view! {
        <li class="setting">
            <p class="setting-what">
                <a href=href>{name}</a>
                <span class="muted">{about}</span>
            </p>
            <p class="setting-state">{state}</p>
            <Icon glyph=Glyph::ChevronRight/>
        </li>
    }
    .into_any()
}
