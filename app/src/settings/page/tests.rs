//! The settings as the server renders them.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::testing::{customer, day, provider};

use super::*;
use crate::ui::tests::render;

fn own(organization: &tierline_core::organization::Organization) -> OwnOrganization {
    OwnOrganization {
        capabilities: organization.capabilities,
        country: organization.country,
        domain: organization.domain.to_string(),
        mpn: organization.mpn.as_ref().map(ToString::to_string),
    }
}

fn standing(organization: OwnOrganization) -> Standing {
    Standing {
        password: PasswordState {
            is_temporary: false,
            since: day(3),
        },
        factor: None,
        sessions: 1,
        organization: Some(organization),
        users: Some(3),
        groups: Some(0),
        asked_first: None,
        required: Some(Required {
            of: RequiredOf::Admins,
            without: 2,
        }),
        enrollment: Some(EnrollmentState { status: None }),
        program: Some(ProgramState { changed: None }),
    }
}

fn rendered(standing: Standing) -> String {
    render(move || rows(Lang::En, standing))
}

/// The row of the setting at this path.
fn row_of<'a>(html: &'a str, path: &str) -> &'a str {
    let (_, row) = html.split_once(&format!("href=\"{path}\"")).unwrap();
    row.split("</li>").next().unwrap()
}

#[test]
fn each_setting_says_its_state() {
    let own = own(&provider());
    let mpn = own.mpn.clone().unwrap();
    let html = rendered(standing(own));
    for (path, state) in [
        (route::PASSWORD, "Changed"),
        (route::PASSWORD, "January 4, 2026"),
        (route::SECOND_FACTOR, "Off"),
        (route::SESSIONS, "1 active session"),
        (route::IDENTIFIERS, mpn.as_str()),
        (route::CSP_REGION, "Germany"),
        (route::USERS, "3 users"),
        (route::CUSTOMER_GROUPS, "No groups"),
        (route::ENROLLMENT, "Not started"),
        (route::REQUIRED_FACTOR, "Required for admins"),
        (route::REQUIRED_FACTOR, "2 users without one"),
        (route::PROGRAM_SETTINGS, "Not changed yet"),
    ] {
        assert!(
            row_of(&html, path).contains(state),
            "{path}: {state} in {html}"
        );
    }
}

#[test]
fn what_somebody_should_see_to_is_a_warning() {
    let mut bare = own(&provider());
    bare.mpn = None;
    let mut todo = standing(bare);
    todo.password.is_temporary = true;
    let html = rendered(todo);
    for path in [
        route::PASSWORD,
        route::SECOND_FACTOR,
        route::IDENTIFIERS,
        route::REQUIRED_FACTOR,
    ] {
        assert!(
            row_of(&html, path).contains("badge-warning"),
            "{path}: {html}"
        );
    }
    let set = Standing {
        factor: Some(FactorState { codes_left: 9 }),
        asked_first: None,
        required: Some(Required {
            of: RequiredOf::Nobody,
            without: 0,
        }),
        ..standing(own(&provider()))
    };
    let html = rendered(set);
    assert!(!html.contains("badge-warning"), "{html}");
    assert!(html.contains("9 recovery codes left"), "{html}");
}

#[test]
fn a_customer_has_no_mpn_id_to_miss_and_a_role_sees_its_own_rows() {
    let mut own = own(&customer());
    own.mpn = None;
    let domain = own.domain.clone();
    let html = rendered(standing(own.clone()));
    assert!(row_of(&html, route::LEGAL_INFO).contains(&domain), "{html}");
    assert!(!html.contains("MPN ID"), "{html}");
    let none = Standing {
        organization: None,
        users: None,
        groups: None,
        asked_first: None,
        required: None,
        enrollment: None,
        program: None,
        ..standing(own)
    };
    let html = rendered(none);
    for path in [
        route::USERS,
        route::CUSTOMER_GROUPS,
        route::REQUIRED_FACTOR,
        route::ENROLLMENT,
        route::IDENTIFIERS,
        route::PROGRAM_SETTINGS,
    ] {
        assert!(
            !html.contains(&format!("href=\"{path}\"")),
            "{path}: {html}"
        );
    }
    assert!(html.contains(&format!("href=\"{}\"", route::CSP_REGION)));
}
