//! Settings of the person, each with its state.

use leptos::prelude::*;
use serde::Serialize;
use tierline_core::{access::Action, permission::SubjectKind, read::Read};

use crate::{
    account::{
        api::{second_factor::second_factor, session::own_sessions},
        words::{second_factor as factor, session as words, sign_in},
    },
    context::{use_lang, use_session},
    data,
    error::PortalError,
    i18n::{Lang, number},
    market::words as market,
    route,
    shell::{load::loaded_part, words as shell},
    ui::{Badge, Glyph, Icon, PageHeader, Section, Tone},
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

/// The state of what can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
struct Standing {
    /// Whether signing in asks for a second factor.
    has_factor: bool,
    /// The number of unused recovery codes.
    codes_left: u32,
    /// Where the account is signed in.
    sessions: u64,
}

async fn standing() -> Result<Standing, PortalError> {
    let factor = second_factor().await?;
    let sessions = own_sessions().await?;
    Ok(Standing {
        has_factor: !factor.factors.is_empty(),
        codes_left: factor.codes_left,
        sessions: u64::try_from(sessions.len()).unwrap_or(u64::MAX),
    })
}

fn rows(lang: Lang, standing: Standing) -> AnyView {
    let session = use_session();
    let may = |action| {
        let session = session.as_ref();
        session.is_some_and(|session| session.may(action, SubjectKind::Own))
    };
    let users = may(Action::ManageUsers).then(|| {
        row(
            route::USERS,
            words::user_management(lang),
            words::user_management_about(lang),
            None,
        )
    });
    let groups = may(Action::ManageCustomerGroups).then(|| {
        row(
            route::CUSTOMER_GROUPS,
            words::customer_groups(lang),
            words::customer_groups_about(lang),
            None,
        )
    });
    let enrollment = may(Action::Enroll).then(|| {
        row(
            route::ENROLLMENT,
            words::enrollment(lang),
            words::enrollment_about(lang),
            None,
        )
    });
    let may_require = may(Action::RequireSecondFactor);
    let state = if standing.has_factor {
        let left = words::codes_left(lang, standing.codes_left);
        view! {
            <Badge tone=Tone::Success>{words::factor_on(lang)}</Badge>
            <span class="muted">{left}</span>
        }
        .into_any()
    } else {
        view! { <Badge tone=Tone::Warning>{words::factor_off(lang)}</Badge> }.into_any()
    };
    let sessions = match standing.sessions {
        1 => words::only_session(lang).to_owned(),
        count => words::several_sessions(lang, number(i64::try_from(count).unwrap_or(i64::MAX))),
    };
    let sessions = view! { <span class="muted">{sessions}</span> }.into_any();
    let required = may_require.then(|| {
        row(
            route::REQUIRED_FACTOR,
            factor::required_title(lang),
            words::required_about(lang),
            None,
        )
    });
    let is_partner = session
        .as_ref()
        .and_then(|session| session.organization.as_ref())
        .is_some_and(|own| own.capabilities.is_partner());
    let profile = if is_partner {
        route::IDENTIFIERS
    } else {
        route::LEGAL_INFO
    };
    let profile = may(Action::ViewOwn).then(|| {
        row(
            profile,
            words::organization_profile(lang),
            words::organization_profile_about(lang),
            None,
        )
    });
    view! {
        <ul class="settings">
            {row(route::PASSWORD, words::password(lang), sign_in::password_title(lang), None)}
            {row(route::SECOND_FACTOR, factor::title(lang), words::factor_about(lang), Some(state))}
            {row(route::SESSIONS, words::sessions_title(lang), words::sessions_about(lang), Some(sessions))}
        </ul>
        <Section title=words::account_settings(lang)>
            <ul class="settings">
                {profile}
                {row(route::CSP_REGION, market::title(lang), market::about(lang), None)}
                {users}
                {groups}
                {enrollment}
                {required}
            </ul>
        </Section>
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
