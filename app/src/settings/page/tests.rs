//! The settings as the server renders them.

#![expect(clippy::unwrap_used, reason = "a test that has no such sample fails")]

use tierline_core::testing::{customer, provider};

use super::*;
use crate::ui::tests::render;

const ALL: May = May {
    view: true,
    manage_users: true,
    require_factor: true,
    enroll: true,
    view_program: true,
    manage_groups: true,
};

fn standing(organization: Organization) -> Standing {
    Standing {
        has_factor: false,
        codes_left: 0,
        sessions: 1,
        organization: Some(organization),
        users: Some(3),
        required: Some(Required {
            of: RequiredOf::Admins,
            without: 2,
        }),
        enrollment: None,
    }
}

fn rendered(may: May, standing: Standing) -> String {
    render(move || rows(Lang::En, may, standing))
}

/// The row of the setting at this path.
fn row_of<'a>(html: &'a str, path: &str) -> &'a str {
    let (_, row) = html.split_once(&format!("href=\"{path}\"")).unwrap();
    row.split("</li>").next().unwrap()
}

#[test]
fn each_setting_says_its_state() {
    let own = provider();
    let mpn = own.mpn.clone().unwrap();
    let html = rendered(ALL, standing(own));
    for (path, state) in [
        (route::SECOND_FACTOR, "Off"),
        (route::SESSIONS, "1 active session"),
        (route::IDENTIFIERS, mpn.as_str()),
        (route::CSP_REGION, "Germany"),
        (route::USERS, "3 users"),
        (route::ENROLLMENT, "Not started"),
        (route::REQUIRED_FACTOR, "Required for admins"),
        (route::REQUIRED_FACTOR, "2 users without one"),
    ] {
        assert!(row_of(&html, path).contains(state), "{path}: {html}");
    }
}

#[test]
fn what_somebody_should_see_to_is_a_warning() {
    let mut own = provider();
    own.mpn = None;
    let html = rendered(ALL, standing(own));
    for path in [
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
        has_factor: true,
        codes_left: 9,
        required: Some(Required {
            of: RequiredOf::Nobody,
            without: 0,
        }),
        ..standing(provider())
    };
    let html = rendered(ALL, set);
    assert!(!html.contains("badge-warning"), "{html}");
    assert!(html.contains("9 recovery codes left"), "{html}");
}

#[test]
fn a_customer_has_no_mpn_id_to_miss_and_a_role_sees_its_own_rows() {
    let mut own = customer();
    own.mpn = None;
    let domain = own.domain.to_string();
    let html = rendered(ALL, standing(own));
    assert!(row_of(&html, route::LEGAL_INFO).contains(&domain), "{html}");
    assert!(!html.contains("MPN ID"), "{html}");
    let none = May {
        view: false,
        manage_users: false,
        require_factor: false,
        enroll: false,
        view_program: false,
        manage_groups: false,
    };
    let bare = Standing {
        organization: None,
        users: None,
        required: None,
        ..standing(provider())
    };
    let html = rendered(none, bare);
    for path in [
        route::USERS,
        route::REQUIRED_FACTOR,
        route::ENROLLMENT,
        route::IDENTIFIERS,
    ] {
        assert!(
            !html.contains(&format!("href=\"{path}\"")),
            "{path}: {html}"
        );
    }
    assert!(html.contains(&format!("href=\"{}\"", route::CSP_REGION)));
}
